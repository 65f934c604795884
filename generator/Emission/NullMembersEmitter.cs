using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>
/// The marks of the properties that are sent as null, and <c>WithNull</c>, which sets them. A type without such properties has neither.
/// </summary>
internal static class NullMembersEmitter
{
    private const string Field = "_nulls";

    /// <summary>Writes the field of the marks, before the constructors.</summary>
    public static void EmitField(CodeWriter writer, EquatableArray<PropertyModel> properties)
    {
        if (properties.Any(p => p.NullIndex is not null))
            writer.WriteLine($"private {NullMembers.Type} {Field};").WriteLine();
    }

    /// <summary>The statement that reads a property and marks a null.</summary>
    /// <param name="condition">True if the property is there.</param>
    public static string FormatRead(PropertyModel property, string condition, string read) =>
        property.NullIndex is { } index
            ? $"if ({condition} && ({property.Name} = {read}) is null) {Field}.{NullMembers.Mark}({RuleArguments.FormatNumber(index)});"
            : $"if ({condition}) {property.Name} = {read};";

    /// <summary>The writer as it writes a null of the property.</summary>
    public static string FormatWriter(PropertyModel property) =>
        property switch
        {
            { NullIndex: { } index } => $"w.{JsonModelWriter.OrNull}(value.{Field}, {RuleArguments.FormatNumber(index)})",
            { Nullable: true, Required: true } => $"w.{JsonModelWriter.OrNull}()",
            { Nullable: true, RequiredInRequests: true } => $"w.{JsonModelWriter.OrNull}(w.{JsonModelWriter.IsRequest})",
            _ => "w",
        };

    /// <summary>The condition that a property which can be absent is sent.</summary>
    /// <param name="instance">The instance and a full stop; empty inside of it.</param>
    public static string FormatPresence(PropertyModel property, bool isPresent, string instance = "") =>
        property.NullIndex is { } index
            ? $"{(isPresent ? "" : "!")}{instance}{Field}.{NullMembers.IsSent}({RuleArguments.FormatNumber(index)}, {instance}{property.Name})"
            : $"{instance}{property.Name} is {(isPresent ? "not " : "")}null";

    /// <summary>The sentences about null in the documentation of a property; empty if there are none.</summary>
    /// <param name="subject">The null that is not sent.</param>
    public static string DescribeNull(PropertyModel property, bool isRead, string subject = "Null") =>
        property.CanSendNull
            ? $"{subject} is not sent. WithNull(nameof({property.Name})) sends null.{(isRead ? " A null that was received is sent back." : "")}"
            : "";

    /// <summary>The accessors of a property. A class has no <c>with</c>, so that <c>WithNull</c> sets the field of the copy.</summary>
    public static string FormatAccessors(EmitContext context, PropertyModel property) =>
        HasOwnField(context, property)
            ? $$"""{ get => {{GetFieldName(property)}}; init => {{GetFieldName(property)}} = value; }"""
            : "{ get; init; }";

    /// <summary>Writes the field behind a property, where it has one of its own.</summary>
    public static void EmitPropertyField(EmitContext context, PropertyModel property)
    {
        if (HasOwnField(context, property))
            context.Writer.WriteLine($"private {RecordEmitter.GetPropertyType(property)} {GetFieldName(property)};").WriteLine();
    }

    /// <summary>Writes <c>WithNull</c>, which returns a copy.</summary>
    public static void EmitWithNull(EmitContext context, string name, EquatableArray<PropertyModel> properties)
    {
        List<PropertyModel> marked = [.. properties.Where(p => p.NullIndex is not null)];
        List<PropertyModel> nullable = [.. marked.Where(p => p.CanSendNull)];
        if (nullable.Count == 0)
            return;
        CodeWriter writer = context.Writer.WriteLine();
        string self = TypeNames.Qualify(name);
        writer.WriteSummary("Returns a copy in which these properties are null and sent as null.");
        writer.WriteParam("properties", "The names of the properties: nameof.");
        writer.WriteLine(
            "/// <exception cref=\"global::System.ArgumentException\">A name is not that of a property that can be left out and be null.</exception>"
        );
        using (writer.OpenBlock($"public {self} WithNull(params string[] properties)"))
        {
            string names = string.Join(" ", marked.Select(p => p.CanSendNull ? p.Name : ""));
            writer.WriteLine($"var n = {NullMembers.Type}.{NullMembers.Select}<{self}>({Literal.Quote(names)}, properties);");
            if (context.File.UsesRecords)
            {
                string values = string.Join(", ", nullable.Select(p => $"{p.Name} = {FormatKeep(p, p.Name)}"));
                writer.WriteLine($$"""return this with { {{Field}} = {{Field}}.{{NullMembers.Merge}}(n), {{values}} };""");
                return;
            }

            writer.WriteLine($"var copy = ({self})MemberwiseClone();");
            writer.WriteLine($"copy.{Field} = {Field}.{NullMembers.Merge}(n);");
            foreach (PropertyModel property in nullable)
                writer.WriteLine($"copy.{GetFieldName(property)} = {FormatKeep(property, GetFieldName(property))};");
            writer.WriteLine("return copy;");
        }
    }

    private static string FormatKeep(PropertyModel property, string value) =>
        $"n.{NullMembers.Keep}({RuleArguments.FormatNumber(property.NullIndex!.Value)}, {value})";

    private static bool HasOwnField(EmitContext context, PropertyModel property) => !context.File.UsesRecords && property.CanSendNull;

    // The names of properties begin with a capital letter or an underscore before a character that cannot begin a name.
    private static string GetFieldName(PropertyModel property) => "_" + property.Name.TrimStart('@');
}
