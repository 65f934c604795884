using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CfGen.Generator.Emission;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Tests.Emission;

/// <summary>
/// <see cref="RuntimeApi"/> is the whole contract between emitted code and the runtime: each of its names exists, each is emitted, nothing
/// else is, and the runtime has no public member for emitted code that is never emitted.
/// </summary>
public partial class RuntimeApiTests
{
    private static readonly Lazy<HashSet<string>> s_emitted = new(() =>
        [
            .. ContractDocuments.All.SelectMany(d => EmittedNames.Find(GeneratorHost.GenerateForWeb(d).AssertCompiles())),
            .. EmittedNames.Find(GeneratorHost.GenerateForWeb(ContractDocuments.OwnTypes).AssertCompiles()),
            .. EmittedNames.Find(GeneratorHost.GenerateForWeb(ContractDocuments.Listed).AssertCompiles()),
        ]
    );

    /// <summary>Members of types in <c>CfGen.CodeGen</c> that emitted code never names, each with its reason.</summary>
    private static readonly Dictionary<string, string> s_notEmitted = new()
    {
        ["CfGen.CodeGen.IOpenEnum.TryParse"] = "ASP.NET Core finds it by its name.",
        ["CfGen.CodeGen.JsonObjectState"] = "The type of a local variable, which emitted code declares with var.",
        ["CfGen.CodeGen.JsonTupleState"] = "The type of a local variable, which emitted code declares with var.",
        ["CfGen.CodeGen.SecurityScheme"] = "The base of the schemes.",
    };

    [Fact]
    public void Every_name_exists_in_the_runtime()
    {
        AssertNone(RuntimeNames.All.Where(n => !Exists(n)));
        AssertNone(
            RuntimeNames
                .Parameters.Where(p => !p.Types.SelectMany(RuntimeNames.FindTypes).Any(t => HasParameter(t, p.Name)))
                .Select(p => p.Name)
        );
    }

    [Fact]
    public void Every_name_is_emitted()
    {
        AssertNone(RuntimeNames.All.Except(s_emitted.Value));
        AssertNone(RuntimeNames.Parameters.Where(p => !p.Types.Any(t => s_emitted.Value.Contains($"{t}.{p.Name}"))).Select(p => p.Name));
    }

    [Fact]
    public void Only_these_names_are_emitted()
    {
        HashSet<string> parameters = [.. RuntimeNames.Parameters.SelectMany(p => p.Types.Select(t => $"{t}.{p.Name}"))];
        AssertNone(
            s_emitted
                .Value.Where(n => !n.EndsWith(".ctor", StringComparison.Ordinal) && !IsEnumMember(n) && !parameters.Contains(n))
                .Except(RuntimeNames.All)
        );
    }

    [Fact]
    public void Every_public_member_of_the_contract_is_emitted()
    {
        List<string> unused = [];
        foreach (Type type in RuntimeNames.Runtime.GetExportedTypes().Where(t => t.Namespace == "CfGen.CodeGen"))
        {
            string name = RuntimeNames.GetName(type);
            if (!s_emitted.Value.Contains(name))
                unused.Add(name);
            unused.AddRange(GetContractMembers(type).Select(m => $"{name}.{m}").Where(m => !s_emitted.Value.Contains(m)));
        }

        AssertNone(unused.Except(s_notEmitted.Keys));
        AssertNone(s_notEmitted.Keys.Except(unused));
    }

    [Fact]
    public void Emitters_spell_no_name_of_the_runtime()
    {
        HashSet<string> members = [.. RuntimeNames.All.Select(n => n.Split('.')[^1])];
        List<string> spelled = [];
        foreach (
            string file in Directory
                .EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "generator", "Emission"), "*.cs")
                .Where(f =>
                    !Path.GetFileName(f).StartsWith("RuntimeApi", StringComparison.Ordinal) && Path.GetFileName(f) != "NamespaceAliases.cs"
                )
        )
        {
            foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantTokens())
            {
                if (
                    token.Kind()
                        is SyntaxKind.StringLiteralToken
                            or SyntaxKind.InterpolatedStringTextToken
                            or SyntaxKind.MultiLineRawStringLiteralToken
                            or SyntaxKind.SingleLineRawStringLiteralToken
                    && NamePattern().Matches(FullNamePattern().Replace(token.Text, "")).Any(m => members.Contains(m.Groups["name"].Value))
                )
                    spelled.Add($"{Path.GetFileName(file)}: {token.Text}");
            }
        }

        AssertNone(spelled);
    }

    private static void AssertNone(IEnumerable<string> names)
    {
        string all = string.Join('\n', names.Distinct().Order(StringComparer.Ordinal));
        Assert.True(all.Length == 0, all);
    }

    private static bool Exists(string name)
    {
        if (RuntimeNames.FindTypes(name).Length > 0)
            return true;
        int dot = name.LastIndexOf('.');
        return RuntimeNames.FindTypes(name[..dot]).Any(t => HasMember(t, name[(dot + 1)..]));
    }

    private static bool HasMember(Type type, string name) =>
        type.GetMember(
                name,
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy
            )
            .Any(IsAccessible);

    private static bool HasParameter(Type type, string name) =>
        type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods()).Any(m => m.GetParameters().Any(p => p.Name == name));

    private static bool IsAccessible(MemberInfo member) =>
        member switch
        {
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsAccessible),
            FieldInfo field => field.IsPublic || field.IsFamily,
            _ => false,
        };

    /// <summary>Returns the members that a type declares for its callers, without those of records, interfaces and base classes.</summary>
    private static IEnumerable<string> GetContractMembers(Type type)
    {
        if (type.IsEnum)
            yield break;
        HashSet<MethodInfo> implemented = type.IsInterface
            ? []
            : [.. type.GetInterfaces().SelectMany(i => type.GetInterfaceMap(i).TargetMethods)];
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (MemberInfo member in type.GetMembers(All).Where(m => IsAccessible(m) && !m.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            if (member is ConstructorInfo)
                yield return "ctor";
            else if (
                member is PropertyInfo or FieldInfo
                || (
                    member is MethodInfo { IsSpecialName: false } method
                    && !implemented.Contains(method)
                    && method.GetBaseDefinition() == method
                )
            )
                yield return member.Name;
        }
    }

    private static bool IsEnumMember(string name) => RuntimeNames.FindTypes(name[..name.LastIndexOf('.')]).Any(t => t.IsEnum);

    [GeneratedRegex(@"global::[\w.]+")]
    private static partial Regex FullNamePattern();

    // A call or an access, an initializer at the start of a text, or a type behind the alias of a namespace.
    [GeneratedRegex(@"\.(?<name>[A-Z]\w+)\b|^""?(?<name>[A-Z]\w+) = |(?:_cfgen|_core)::(?<name>\w*)")]
    private static partial Regex NamePattern();
}
