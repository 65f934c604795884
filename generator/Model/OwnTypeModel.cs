namespace CfGen.Generator.Model;

/// <summary>An entry of the Names file that puts a type in the place of a component or a format.</summary>
/// <param name="Key">The key of the entry.</param>
/// <param name="Codec">The codec in C#; null where the type has one itself, or a contract.</param>
/// <param name="Line">The line of the entry.</param>
internal sealed record OwnTypeModel(OwnType Type, string Key, string? Codec, SourceLine Line);
