namespace CfGen.Generator.Model;

internal enum EnumKind
{
    String,
    Integer,

    /// <summary>Strings, numbers and booleans together.</summary>
    Json,
}
