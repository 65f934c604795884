using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>
/// Emits the text that <c>ToString</c> of a record prints: no secrets, and a bounded text. A record with a JSON writer prints its JSON, one
/// line for any number of members. One without it is printed by the compiler, unless it has a secret.
/// </summary>
internal static class TextEmitter
{
    private const string Signature = "private bool PrintMembers(global::System.Text.StringBuilder text)";

    /// <summary>Writes the text of a type.</summary>
    /// <param name="hasWriter">True if the type has a JSON writer.</param>
    /// <param name="members">The C# name of each member, and true for a secret.</param>
    public static void Emit(EmitContext context, bool hasWriter, IEnumerable<(string Name, bool IsSecret)> members)
    {
        // The text of a class is its name.
        if (!context.File.UsesRecords)
            return;
        if (hasWriter)
        {
            context.Writer.WriteLine().WriteLine($"{Signature} => {ModelText.Type}.{ModelText.Print}(text, this);");
            return;
        }

        List<(string Name, bool IsSecret)> all = [.. members];
        if (!all.Exists(m => m.IsSecret))
            return;
        using (context.Writer.WriteLine().OpenBlock(Signature))
        {
            foreach ((string name, bool isSecret) in all)
            {
                string printed = Literal.Quote(name.TrimStart('@'));
                context.Writer.WriteLine(
                    isSecret
                        ? $"{ModelText.Type}.{ModelText.Secret}(text, {printed});"
                        : $"{ModelText.Type}.{ModelText.Member}(text, {printed}, {name});"
                );
            }

            context.Writer.WriteLine("return true;");
        }
    }

    /// <summary>Writes the text of a record or tuple.</summary>
    public static void Emit(EmitContext context, SerializationDirections directions, IEnumerable<PropertyModel> properties) =>
        Emit(context, (directions & SerializationDirections.Write) != 0, properties.Select(p => (p.Name, p.IsSecret)));

    /// <summary>
    /// The writer of a property. One that the document marks as a secret is hidden; the runtime knows the others by their names.
    /// </summary>
    public static string FormatWriter(PropertyModel property) =>
        NullMembersEmitter.FormatWriter(property) + (property.IsMarkedSecret ? $".{JsonModelWriter.Hide}()" : "");
}
