using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// The origin of the name of an inline type: an operation (<c>RiskScoringGetResponse</c>), or a type or operation and a property, parameter
/// or case in it.
/// </summary>
internal sealed class InlineTypeName
{
    private readonly ResourceScope? _scope;
    private readonly InlineTypeName? _list;

    private InlineTypeName(TypeNode? parent, string prefix, string memberName, ResourceScope? scope, InlineTypeName? list = null)
    {
        Parent = parent;
        Prefix = prefix;
        MemberName = memberName;
        _scope = scope;
        _list = list;
    }

    /// <summary>The type that has the member; null where an operation or a component has it.</summary>
    public TypeNode? Parent { get; }

    /// <summary>The words of the operation or component; empty for a member of a type.</summary>
    public string Prefix { get; }

    /// <summary>The words of the property, parameter or case; empty where the type is that of an operation or component itself.</summary>
    public string MemberName { get; }

    /// <summary>True for a name that the type need not reserve.</summary>
    public bool IsReserved { get; private init; }

    /// <summary>The status whose body the type is; null for any other type.</summary>
    public string? ErrorStatus { get; private init; }

    /// <summary>The resource whose operation the type belongs to; null within a component.</summary>
    public ResourceScope? Scope => Parent is null ? _scope : Parent.Scope;

    /// <inheritdoc cref="TypeNode.KnownName"/>
    public string KnownFullName =>
        Parent is null ? GetFullName("")
        : Parent.Name is { } parent ? GetFullName(parent)
        : "";

    /// <summary>
    /// The possible names of a type that is not a member's, best first: an element is also called after its list, with <c>Item</c>.
    /// </summary>
    public IEnumerable<string> Candidates =>
        _list is null ? [KnownFullName] : [KnownFullName, Identifiers.Shorten(_list.KnownFullName + "Item")];

    /// <summary>The type of an operation itself, or of the elements of a component that is a list or map.</summary>
    public static InlineTypeName ForOwner(string name, ResourceScope? scope) => new(null, name, "", scope);

    /// <summary>The type of a schema in a component: that of the component itself, or of one of its members, as the words say.</summary>
    /// <param name="name">The name of the component, with the words of the members around the type.</param>
    public InlineTypeName MoveTo(string name) => new(null, name, MemberName, null, _list?.MoveTo(name));

    /// <summary>The type of a component itself, or of the elements of its list.</summary>
    /// <param name="isReserved">True where the name is reserved for the component.</param>
    public InlineTypeName ReplaceBy(string name, bool isReserved)
    {
        InlineTypeName owner = new(null, name, "", null);
        if (_list is not null && owner.ToSingular() is var element && !(isReserved && element.Prefix == name))
            return element;
        return new(null, name, "", null) { IsReserved = isReserved };
    }

    public static InlineTypeName ForParameter(string prefix, string parameterName, ResourceScope? scope) =>
        new(null, prefix, parameterName, scope);

    /// <summary>The body of an error, or the elements of its list.</summary>
    public static InlineTypeName ForError(string prefix, string status, ResourceScope? scope) =>
        new(null, prefix, "Error", scope) { ErrorStatus = status };

    public static InlineTypeName ForMember(TypeNode parent, string memberName) => new(parent, "", memberName, null);

    /// <param name="parentName">The name of <see cref="Parent"/>; not used where there is none.</param>
    public string GetFullName(string parentName) => Identifiers.Shorten((Parent is null ? Prefix : parentName) + MemberName);

    public InlineTypeName Append(string words) =>
        MemberName.Length > 0
            ? new(Parent, Prefix, MemberName + words, _scope) { ErrorStatus = ErrorStatus }
            : new(Parent, Prefix + words, "", _scope);

    /// <summary>The name of one element of a list: with the last word in the singular.</summary>
    public InlineTypeName ToSingular() =>
        MemberName.Length > 0
            ? new(Parent, Prefix, SingularizeLastWord(MemberName), _scope, this) { ErrorStatus = ErrorStatus }
            : new(Parent, SingularizeLastWord(Prefix), "", _scope, this);

    private static string SingularizeLastWord(string name)
    {
        List<string> words = Words.Split(name);
        if (words.Count > 0)
            words[words.Count - 1] = Words.ToSingular(words[words.Count - 1]);
        return Words.ToPascalCase(words);
    }
}
