using System.Reflection;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;

namespace CfGen.Generator.Tests.Emission;

/// <summary>The names of <see cref="RuntimeApi"/> as types and members of the runtime's assembly.</summary>
internal static class RuntimeNames
{
    private static readonly Dictionary<string, string> s_namespaces = new()
    {
        [NamespaceAliases.Runtime] = "CfGen",
        [NamespaceAliases.CodeGen] = "CfGen.CodeGen",
    };

    public static Assembly Runtime { get; } = typeof(ApiOperationAttribute).Assembly;

    /// <summary>Each as <c>Type</c> or <c>Type.Member</c>, without the generic parameters.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. GetGroups()
            .SelectMany(g => g.Types.Concat(g.Types.SelectMany(t => g.Members.Where(m => !char.IsLower(m[0])).Select(m => $"{t}.{m}"))))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The names of parameters that emitted code passes by name, each with the types whose methods have it.</summary>
    public static IReadOnlyList<(string[] Types, string Name)> Parameters { get; } =
    [.. GetGroups().SelectMany(g => g.Members.Where(m => char.IsLower(m[0])).Select(m => (g.Types, m)))];

    /// <summary>The types that a name without generic parameters stands for: <c>ApiResponse</c> and <c>ApiResponse&lt;T&gt;</c>.</summary>
    public static Type[] FindTypes(string name) => [.. Runtime.GetExportedTypes().Where(t => GetName(t) == name)];

    public static string GetName(Type type)
    {
        string name = type.FullName!.Split('`')[0];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }

    private static IEnumerable<(string[] Types, string[] Members)> GetGroups()
    {
        foreach (Type group in typeof(RuntimeApi).GetNestedTypes(BindingFlags.NonPublic))
        {
            string[] values =
            [
                .. group
                    .GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Where(f => f.IsLiteral)
                    .Select(f => (string)f.GetRawConstantValue()!),
            ];
            string[] types = [.. values.Where(IsType).Select(Expand)];
            string[] members = [.. values.Where(v => !IsType(v))];
            if (group == typeof(RuntimeApi.SecurityScheme))
                types = [.. SecuritySchemeKind.All.Select(RuntimeApi.SecurityScheme.ForKind).Distinct().Select(Expand)];
            if (group == typeof(RuntimeApi.Rules))
                members = [.. members, .. ValueKeywords.All];
            if (group == typeof(RuntimeApi.JsonValue))
                yield return ([Expand(RuntimeApi.JsonModelReader.Type)], [.. members.Select(RuntimeApi.JsonModelReader.OrNull)]);
            yield return (types, members);
        }
    }

    private static bool IsType(string value) => value.Contains("::", StringComparison.Ordinal);

    private static string Expand(string name)
    {
        int end = name.IndexOf("::", StringComparison.Ordinal) + 2;
        return s_namespaces.TryGetValue(name[..end], out string? space) ? $"{space}.{name[end..]}" : name[end..];
    }
}
