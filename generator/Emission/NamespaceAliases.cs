namespace CfGen.Generator.Emission;

/// <summary>
/// Short names for the namespaces that nearly every line of emitted code names. Nothing but an alias stands before <c>::</c>, so a
/// consumer's own type or namespace takes the place of none, as with <c>global::</c>; but csc has two tokens in place of up to
/// nine, a hundred thousand times in a large client. The underscore keeps them from being any type's name.
/// </summary>
internal static class NamespaceAliases
{
    private static readonly (string Alias, string Namespace)[] s_fixed =
    [
        (TypeNames.Runtime, "CfGen"),
        (TypeNames.Infrastructure, "CfGen.Infrastructure"),
        (TypeNames.Generic, "System.Collections.Generic"),
        (TypeNames.Json, "System.Text.Json"),
        (TypeNames.Threading, "System.Threading"),
        (TypeNames.Tasks, "System.Threading.Tasks"),
    ];

    /// <summary>The directives of those that a text uses. They stand inside the namespace: what a project declares for all of its files is further out.</summary>
    public static IEnumerable<string> Directives(string text, string own)
    {
        foreach ((string alias, string named) in s_fixed.Prepend((TypeNames.Own, own)))
        {
            if (text.IndexOf(alias, StringComparison.Ordinal) >= 0)
                yield return $"using {alias.Substring(0, alias.Length - 2)} = global::{named};";
        }
    }
}
