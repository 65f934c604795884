using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>
/// Aliases for the namespaces that nearly every line of emitted code uses. Only an alias can precede <c>::</c>, so no type or namespace
/// of the consumer can shadow it, as with <c>global::</c>. But csc reads two tokens instead of up to nine, a hundred thousand times in a
/// large client. The underscore keeps an alias from being the name of a type.
/// </summary>
internal static class NamespaceAliases
{
    /// <summary>The generated client.</summary>
    public const string Api = "_api::";

    /// <summary>The runtime's types for users.</summary>
    public const string Runtime = "_cfgen::";

    /// <summary>The runtime's types for emitted code.</summary>
    public const string CodeGen = "_core::";
    public const string Collections = "_generic::";
    public const string Json = "_json::";
    public const string Threading = "_threading::";
    public const string Tasks = "_tasks::";
    public const string ComponentModel = "_model::";
    public const string Compiler = "_compiler::";

    /// <summary>
    /// Writes the directives of the aliases that a text uses. They are inside the namespace, so that they win over the project's global
    /// directives. No table of pairs: the precompiled generator cannot hold generic types over them.
    /// </summary>
    public static void WriteDirectives(CodeWriter writer, ReadOnlySpan<char> text, SourceFileContext context)
    {
        WriteDirective(writer, text, Api, context.Namespace);
        WriteDirective(writer, text, Runtime, "CfGen");
        WriteDirective(writer, text, CodeGen, "CfGen.CodeGen");
        WriteDirective(writer, text, Collections, "System.Collections.Generic");
        WriteDirective(writer, text, Json, "System.Text.Json");
        WriteDirective(writer, text, Threading, "System.Threading");
        WriteDirective(writer, text, Tasks, "System.Threading.Tasks");
        WriteDirective(writer, text, ComponentModel, "System.ComponentModel");
        WriteDirective(writer, text, Compiler, "System.Runtime.CompilerServices");
        foreach (OwnTypeModel type in context.OwnTypes)
            OwnTypeEmitter.WriteDirective(writer, text, type);
    }

    private static void WriteDirective(CodeWriter writer, ReadOnlySpan<char> text, string alias, string target)
    {
        if (text.IndexOf(alias.AsSpan()) >= 0)
            writer.WriteLine($"using {alias.Substring(0, alias.Length - 2)} = global::{target};");
    }
}
