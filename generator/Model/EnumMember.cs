namespace CfGen.Generator.Model;

/// <param name="Value">The text of the value: of strings itself, of numbers and booleans their JSON.</param>
/// <param name="IsString">Whether it stands in JSON as a string.</param>
internal sealed record EnumMember(string Name, string Value, bool IsString = true);
