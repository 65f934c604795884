using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The writer of one source file, and the settings of that file.</summary>
internal sealed class EmitContext(CodeWriter writer, SourceFileContext file)
{
    public static string GeneratedCodeAttribute { get; } =
        "[global::System.CodeDom.Compiler.GeneratedCode(\"CfGen\", \"" + GeneratorVersion.Value + "\")]";

    public CodeWriter Writer { get; } = writer;

    public SourceFileContext File { get; } = file;

    /// <summary>The modifiers and the keyword of a type of the document.</summary>
    public string ModelDeclaration => $"{File.AccessModifier} sealed partial {(File.UsesRecords ? "record" : "class")}";
}
