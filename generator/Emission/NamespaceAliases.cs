namespace CfGen.Generator.Emission;

/// <summary>
/// Short names for the namespaces that nearly every line of emitted code names. Nothing but an alias stands before <c>::</c>, so a
/// consumer's own type or namespace takes the place of none, as with <c>global::</c>; but csc has two tokens in place of up to
/// nine, a hundred thousand times in a large client. The underscore keeps them from being any type's name.
/// </summary>
internal static class NamespaceAliases
{
    /// <summary>
    /// Writes the directives of those that a text uses. They stand inside the namespace: what a project declares for all of its files is
    /// further out. No table of pairs: generics over these are what the precompiled generator cannot hold.
    /// </summary>
    public static void WriteDirectives(CodeWriter writer, string text, string own)
    {
        WriteDirective(writer, text, TypeNames.Api, own);
        WriteDirective(writer, text, TypeNames.Runtime, "CfGen");
        WriteDirective(writer, text, TypeNames.CodeGen, "CfGen.CodeGen");
        WriteDirective(writer, text, TypeNames.Collections, "System.Collections.Generic");
        WriteDirective(writer, text, TypeNames.Json, "System.Text.Json");
        WriteDirective(writer, text, TypeNames.Threading, "System.Threading");
        WriteDirective(writer, text, TypeNames.Tasks, "System.Threading.Tasks");
    }

    private static void WriteDirective(CodeWriter writer, string text, string alias, string named)
    {
        if (text.IndexOf(alias, StringComparison.Ordinal) >= 0)
            writer.WriteLine($"using {alias.Substring(0, alias.Length - 2)} = global::{named};");
    }
}
