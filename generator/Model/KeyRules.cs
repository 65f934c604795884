namespace CfGen.Generator.Model;

/// <summary>The rules that the keys of a map are checked against before it is sent: <c>propertyNames</c>.</summary>
/// <param name="Rules">The rules of the text of each key.</param>
/// <param name="Names">The only keys; empty where others are allowed.</param>
/// <param name="Pointer">The pointer of the schema of the keys.</param>
internal sealed record KeyRules(ValueRules Rules, EquatableArray<string> Names, string Pointer);
