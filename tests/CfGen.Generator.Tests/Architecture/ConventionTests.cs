using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Architecture;

/// <summary>Rules that all emitted code follows: of the project's own document in all its forms, and of public documents.</summary>
public class ConventionTests(ITestOutputHelper output)
{
    // Of middling size and of many hands: 2.0 and 3.x, JSON and YAML.
    private static readonly string[] s_corpus =
    [
        "redocly-museum.yaml",
        "redocly-pets.yaml",
        "traintravel-api.yaml",
        "readme-startrek.yaml",
        "readme-api.json",
        "vonage-verify.yaml",
        "docker-engine-v2.yaml",
        "firecracker.json",
        "giphy-api.yaml",
        "netlify-api-v2.yaml",
        "opencode-3.1.yaml",
        "okta-oauth-minimal.yaml",
        "google-drive-v3.yaml",
        "qdrant-1.18.json",
        "spotify-web-official.yaml",
    ];

    public static TheoryData<string, string, string> Forms =>
        new()
        {
            { "record", "false", "public" },
            { "class", "false", "public" },
            { "record", "true", "public" },
            { "class", "true", "internal" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_risk_scoring_client_follows_the_conventions(string models, string interfaces, string access)
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.RiskScoring.With("Models", models).With("Interfaces", interfaces).With("Access", access)
        );
        // CS1591 among them: a public member without documentation does not compile here.
        run.AssertNoDiagnostics().AssertCompiles();
        AssertConventions(run);
    }

    public static TheoryData<string> Corpus => [.. s_corpus];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Corpus_clients_follow_the_conventions(string name)
    {
        if (SharedData.Find("corpus/" + name, output) is not { } path)
            return;
        GeneratorRun run = GeneratorHost.Generate(new TestDocument("/project/" + name, File.ReadAllText(path)));
        output.WriteLine(
            $"{name}: {run.Sources.Count} texts, {run.Sources.Values.Sum(s => s.Count(c => c == '\n'))} lines; {string.Join(", ", run.Diagnostics.GroupBy(d => d.Id).Select(g => $"{g.Key}: {g.Count()}"))}"
        );
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        Assert.NotEmpty(run.Sources);
        run.AssertCompiles();
        AssertConventions(run);
    }

    /// <summary>Declarations of a project do not replace the types that emitted code names.</summary>
    [Fact]
    public void Declarations_of_a_consumer_shadow_nothing()
    {
        string[] aliases = ["_api", "_cfgen", "_compiler", "_core", "_generic", "_json", "_model", "_tasks", "_threading"];
        string[] types =
        [
            "Task",
            "CancellationToken",
            "IReadOnlyList",
            "JsonElement",
            "JsonModelReader",
            "ApiRequestBuilder",
            "Guid",
            "System",
            "CfGen",
            "Acme",
        ];
        GeneratorHost host = new(TestDocument.RiskScoring);
        host.EditCode(
            $$"""
            #pragma warning disable CS8981, CS1591
            {{string.Concat(aliases.Select(a => $"global using {a} = global::System.Text;\n"))}}
            namespace Acme.Cloudflare
            {
                {{string.Concat(types.Concat(aliases).Select(t => $"internal class {t}; "))}}
                public partial record RiskScoringGetResponse { private class Event; private class JsonExtras; private class DateTimeOffset; }
            }
            namespace Acme { {{string.Concat(types.Except(["Acme"]).Select(t => $"internal class {t}; "))}} }
            """
        );

        host.Run().AssertNoDiagnostics().AssertCompiles();
    }

    /// <summary>A type of several resources stands in a text of its own: those that use it are warned of all the same.</summary>
    [Fact]
    public void A_deprecated_type_that_resources_share_gives_no_warnings()
    {
        const string Response =
            "responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Kernel' } } } } }";
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                $$"""
                /kernels: { get: { {{Response}} } }
                /droplets: { get: { {{Response}} } }
                """,
                "components: { schemas: { Kernel: { type: object, deprecated: true, properties: { id: { type: integer } } } } }"
            )
        );
        run.AssertNoDiagnostics().AssertCompiles();
        Assert.Contains(run.Sources.Values, s => s.Contains("[global::System.Obsolete", StringComparison.Ordinal));
    }

    // Size: one assertion after another, each for one convention.
    private static void AssertConventions(GeneratorRun run)
    {
        List<string> wrong = [];
        foreach (SyntaxTree tree in run.Result.GeneratedSources.Select(s => s.SyntaxTree))
        {
            SemanticModel model = run.Output.GetSemanticModel(tree);
            SyntaxNode root = tree.GetRoot();
            wrong.AddRange(FindUnqualifiedNames(model, root));
            foreach (
                ClassDeclarationSyntax type in root.DescendantNodes()
                    .OfType<ClassDeclarationSyntax>()
                    .Where(t =>
                        t.Identifier.ValueText.EndsWith("Resource", StringComparison.Ordinal)
                        || tree.FilePath.EndsWith($".{t.Identifier.ValueText}Operations.g.cs", StringComparison.Ordinal)
                    )
            )
                wrong.AddRange(
                    type.Members.OfType<MethodDeclarationSyntax>()
                        .Where(m => m.Modifiers.Any(SyntaxKind.PublicKeyword))
                        .SelectMany(CheckOperation)
                );
            foreach (
                TypeDeclarationSyntax type in root.DescendantNodes()
                    .OfType<TypeDeclarationSyntax>()
                    .Where(t => !t.Identifier.ValueText.EndsWith("Options", StringComparison.Ordinal))
            )
                wrong.AddRange(FindMutableMembers(type));
            foreach (
                BaseTypeDeclarationSyntax type in root.DescendantNodes()
                    .OfType<BaseTypeDeclarationSyntax>()
                    .Where(t => t.Parent is BaseNamespaceDeclarationSyntax)
            )
            {
                // One part of a class says it for all.
                if (
                    !model
                        .GetDeclaredSymbol(type)!
                        .GetAttributes()
                        .Any(a =>
                            a.AttributeClass?.Name == nameof(System.CodeDom.Compiler.GeneratedCodeAttribute)
                            && Equals(a.ConstructorArguments[0].Value, "CfGen")
                        )
                )
                    wrong.Add($"{type.Identifier} does not say who generated it.");
            }

            string text = tree.GetText().ToString();
            if (!text.StartsWith("// <auto-generated/>\n", StringComparison.Ordinal))
                wrong.Add($"{tree.FilePath} does not start as generated code.");
            foreach (UsingDirectiveSyntax directive in root.DescendantNodes().OfType<UsingDirectiveSyntax>())
            {
                // What brings no name into scope but one that stands before :: alone, and is used.
                if (
                    directive is not { Alias.Name.Identifier.ValueText: ['_', ..] alias, Parent: BaseNamespaceDeclarationSyntax }
                    || !directive.NamespaceOrType.ToString().StartsWith("global::", StringComparison.Ordinal)
                )
                    wrong.Add($"{tree.FilePath} has '{directive}'.");
                else if (
                    !root.DescendantNodes(descendIntoTrivia: true)
                        .OfType<AliasQualifiedNameSyntax>()
                        .Any(n => n.Alias.Identifier.ValueText == alias)
                )
                    wrong.Add($"{tree.FilePath} does not use {alias}.");
            }

            if (root.DescendantTokens().Any(t => t.IsKind(SyntaxKind.AsyncKeyword)))
                wrong.Add($"{tree.FilePath} has state machines.");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} faults:\n{string.Join('\n', wrong.Distinct().Take(25))}");
    }

    private static IEnumerable<string> CheckOperation(MethodDeclarationSyntax method)
    {
        string name = $"{((TypeDeclarationSyntax)method.Parent!).Identifier}.{method.Identifier}";
        // A hidden overload is an old signature: the method that it calls names the operation.
        string attributes = method.AttributeLists.ToString();
        bool isHidden = attributes.Contains("OverloadResolutionPriority(-1)", StringComparison.Ordinal);
        if (attributes.Contains("_cfgen::ApiOperation(", StringComparison.Ordinal) == isHidden)
            yield return $"{name} has {(isHidden ? "an" : "no")} [ApiOperation].";
        if (!method.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal))
            yield return $"{name} does not end in Async.";
        ParameterSyntax? last = method.ParameterList.Parameters.LastOrDefault();
        if (
            last?.Type?.ToString() != "_threading::CancellationToken"
            || last.Identifier.ValueText != "cancellationToken"
            || last.Default is null
        )
            yield return $"{name} does not take an optional CancellationToken last.";
    }

    private static IEnumerable<string> FindMutableMembers(TypeDeclarationSyntax type)
    {
        foreach (PropertyDeclarationSyntax property in type.Members.OfType<PropertyDeclarationSyntax>())
        {
            if (property.AccessorList?.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)) == true)
                yield return $"{type.Identifier}.{property.Identifier} can be set.";
            if (property.Type is ArrayTypeSyntax { ElementType: not PredefinedTypeSyntax { Keyword.ValueText: "byte" } })
                yield return $"{type.Identifier}.{property.Identifier} is an array.";
        }

        foreach (
            FieldDeclarationSyntax field in type
                .Members.OfType<FieldDeclarationSyntax>()
                .Where(f => !f.Modifiers.Any(SyntaxKind.PrivateKeyword) && !f.Modifiers.Any(SyntaxKind.ConstKeyword))
        )
            yield return $"{type.Identifier}.{field.Declaration.Variables[0].Identifier} is a field that others see.";
    }

    /// <summary>Names of types that another type of the same name, in the consumer's code, could take over.</summary>
    private static IEnumerable<string> FindUnqualifiedNames(SemanticModel model, SyntaxNode root)
    {
        foreach (SimpleNameSyntax name in root.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
        {
            if (
                name.Parent
                    is QualifiedNameSyntax
                        or AliasQualifiedNameSyntax
                        or QualifiedCrefSyntax
                        or NameColonSyntax
                        or NameMemberCrefSyntax { Parent: QualifiedCrefSyntax }
                        or NameEqualsSyntax
                || name.IsVar
                || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            )
                continue;
            if (model.GetSymbolInfo(name).Symbol is not INamedTypeSymbol type)
                continue;
            INamedTypeSymbol? own = name.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault() is { } declaration
                ? model.GetDeclaredSymbol(declaration)
                : null;
            if (SymbolEqualityComparer.Default.Equals(type, own) || SymbolEqualityComparer.Default.Equals(type.ContainingType, own))
                continue;
            FileLinePositionSpan place = name.GetLocation().GetLineSpan();
            yield return $"{Path.GetFileName(place.Path)}:{place.StartLinePosition.Line + 1} names {name} without global:: or an alias";
        }
    }
}
