using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Keeping;

/// <summary>The types of signatures that stay, from the text of a listing.</summary>
internal sealed class OlderCallTypes(EquatableArray<SourceFileModel> files)
{
    // Each level of a type is a level of the stack, and no type of a client is so long.
    private const int MaximumLength = 1000;

    private static readonly Dictionary<string, TypeRef> s_scalars = CreateScalars();

    private readonly Dictionary<string, TypeModel> _types = files
        .SelectMany(TypeDirections.GetTypes)
        .GroupBy(t => t.Name, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private readonly HashSet<string> _enums = new(
        files.SelectMany(TypeDirections.GetTypes).OfType<EnumModel>().Select(e => e.Name),
        StringComparer.Ordinal
    );

    /// <summary>Reads a type. Null where the client does not have it.</summary>
    public TypeRef? TryRead(OperationModel operation, string text)
    {
        if (text.Length > MaximumLength)
            return null;
        if (s_scalars.TryGetValue(text, out TypeRef? scalar))
            return scalar;
        if (text == operation.ParametersType)
            return new NamedType(text, NamedKind.Model);
        if (_types.TryGetValue(text, out TypeModel? type))
            return new NamedType(text, type is EnumModel ? NamedKind.Enum : NamedKind.Model);
        if (TypeText.IsNullable(text))
            return TryRead(operation, TypeText.RemoveNullable(text)) is { } inner and not NullableType ? new NullableType(inner) : null;
        if (TryReadArgument(operation, text, ListedTypeName.List) is { } item)
            return new ListType(item);
        if (TryReadArgument(operation, text, ListedTypeName.Map) is { } value)
            return new MapType(value);
        return operation
            .Parameters.Select(p => p.Type)
            .Append(operation.Body?.Type)
            .FirstOrDefault(t => t is OwnType && ListedTypeName.Format(t) == text);
    }

    /// <summary>Returns the types of a signature without what C# does not tell apart: whether a value of a class can be null.</summary>
    public string Erase(CallSignature signature) => string.Join(",", signature.Arguments.Select(a => Erase(a.Type)));

    /// <summary>True if a value can be passed for both arguments.</summary>
    public bool AreConfusable(CallArgument first, CallArgument second, Surface current)
    {
        string one = Erase(TypeText.RemoveNullable(first.Type));
        string other = Erase(TypeText.RemoveNullable(second.Type));
        if (one == other || (TypeText.IsNumber(one) && TypeText.IsNumber(other)) || (IsList(one) && IsList(other)))
            return true;
        if (first.Place == OperationArgument.ParametersPlace || second.Place == OperationArgument.ParametersPlace)
            return false;
        // A text is a value of each enumeration.
        bool isEnum = IsEnum(one) && IsEnum(other);
        return isEnum || IsOpen(one) || IsOpen(other) || Conversions.Exists(one, other, current) || Conversions.Exists(other, one, current);
    }

    /// <summary>True if the type is deprecated.</summary>
    public bool IsDeprecated(TypeRef type) =>
        type switch
        {
            NullableType nullable => IsDeprecated(nullable.Inner),
            ListType list => IsDeprecated(list.Item),
            MapType map => IsDeprecated(map.Value),
            NamedType named => _types.TryGetValue(named.Name, out TypeModel? model) && model.Docs.Deprecated,
            _ => false,
        };

    private TypeRef? TryReadArgument(OperationModel operation, string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) && text[text.Length - 1] == '>'
            ? TryRead(operation, text.Substring(start.Length, text.Length - start.Length - 1))
            : null;

    private string Erase(string type)
    {
        string name = TypeText.RemoveNullable(type);
        // A type of the project can be a class.
        return TypeText.RemoveAnnotations(s_scalars.ContainsKey(name) || _enums.Contains(name) ? type : name, _enums);
    }

    private bool IsEnum(string type) => _types.TryGetValue(type, out TypeModel? model) && model is EnumModel;

    private static bool IsList(string type) => type.StartsWith(ListedTypeName.List, StringComparison.Ordinal) || type == "byte[]";

    /// <summary>True for a type that other types convert to, or that can have operators which the generator does not know.</summary>
    private bool IsOpen(string type) =>
        _types.TryGetValue(type, out TypeModel? model)
            ? model is UnionModel
            : type == "CfGen.OffsetTime" || (!s_scalars.ContainsKey(type) && type.IndexOf('<') < 0);

    private static Dictionary<string, TypeRef> CreateScalars()
    {
        Dictionary<string, TypeRef> scalars = new(StringComparer.Ordinal);
        foreach (ScalarKind kind in Enum.GetValues(typeof(ScalarKind)))
            scalars[ListedTypeName.Format(new ScalarType(kind))] = new ScalarType(kind);
        return scalars;
    }
}
