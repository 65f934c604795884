namespace CfGen.Generator.Configuration;

/// <summary>An entry of the section <c>types</c> of a <c>Names</c> file.</summary>
/// <param name="Key">The name of a component, or <c>format:</c> and a format.</param>
/// <param name="Type">The type as the file names it.</param>
/// <param name="Codec">The codec as the file names it; null where it names none.</param>
internal sealed record NamesFileType(string Key, string Pointer, string Type, string? Codec)
{
    private const string FormatPrefix = "format:";

    /// <summary>The format; null for a component.</summary>
    public string? Format => Key.StartsWith(FormatPrefix, StringComparison.Ordinal) ? Key.Substring(FormatPrefix.Length).Trim() : null;

    /// <summary>The pointer of the name of the type, or of the codec.</summary>
    public string GetMemberPointer(string member) => IsObject ? Parsing.JsonPointer.Append(Pointer, member) : Pointer;

    /// <summary>True where the entry is an object.</summary>
    public bool IsObject { get; init; }
}
