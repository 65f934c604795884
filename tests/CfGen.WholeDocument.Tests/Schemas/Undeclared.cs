using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>
/// Members and values that no schema names: they are there for maps, for free-form objects, and where one is required all the same.
/// </summary>
internal static class Undeclared
{
    public const string Value = "undeclared";

    private const string Prefix = "undeclared ";

    public static string GetName(int index) => $"{Prefix}{index}";

    public static bool IsUndeclared(string name, JsonNode? value) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        || (value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == Value);
}
