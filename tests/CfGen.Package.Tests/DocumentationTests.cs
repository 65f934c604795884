using System.Text.RegularExpressions;

namespace CfGen.Package.Tests;

/// <summary>
/// Readers copy the samples of the README, the guides and the reference: each compiles against the packages, and the item is the same
/// everywhere.
/// </summary>
public sealed partial class DocumentationTests
{
    private const string StoreItem = """<OpenApiClient Include="store.yaml" Namespace="Acme.Store" ClientName="StoreClient" />""";

    // What the guides add clients to: a container, resilience, service discovery, telemetry, mocks.
    private const string Libraries = """
        <FrameworkReference Include="Microsoft.AspNetCore.App" />
        <PackageReference Include="Microsoft.Extensions.Http.Resilience" Version="10.11.0" />
        <PackageReference Include="Microsoft.Extensions.ServiceDiscovery" Version="10.11.0" />
        <PackageReference Include="OpenTelemetry" Version="1.20.1" />
        <PackageReference Include="NSubstitute" Version="5.3.0" />
        <PackageReference Include="Moq" Version="4.20.72" />
        """;

    // Calls of other documents: a test of the generator compiles them.
    private const string OtherClients = "docs/reference/calls.md";

    [Fact]
    public async Task Every_sample_of_the_docs_compiles()
    {
        using Consumer consumer = new();
        int count = 0;
        foreach (string page in Pages().Where(p => p != OtherClients))
        {
            foreach (Match block in CSharp().Matches(await PageAsync(page)))
            {
                count++;
                consumer.Write($"Samples/Sample{count}.cs", Program(page, count, block.Groups["text"].Value));
            }
        }

        Assert.True(count >= 20, $"Only {count} samples were found.");
        consumer.WriteProject(
            Consumer.Reference + Libraries + Item(await PageAsync("README.md")) + StoreItem,
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write("specs/zero-trust-risk-scoring.yaml", Consumer.Specification);
        consumer.Write("store.yaml", await PageAsync("store.yaml"));
        Outcome build = (await consumer.BuildAsync("-p:NoWarn=CS0219")).Succeeded();
        Assert.Empty(build.Lines("error "));
    }

    [Fact]
    public async Task The_item_is_the_same_on_all_pages() =>
        Assert.Single(
            new[]
            {
                Item(await PageAsync("README.md")),
                Item(await PageAsync("docs/guides/getting-started.md")),
                Item(await PageAsync("docs/reference/item-metadata.md")),
            }.Distinct()
        );

    /// <summary>Makes a file of a sample: its directives, then its statements in a method, then its types.</summary>
    private static string Program(string page, int number, string sample)
    {
        string directives = string.Concat(Directive().Matches(sample).Select(m => m.Value));
        string text = Directive().Replace(sample, "");
        string client =
            text.Contains("client = ", StringComparison.Ordinal) ? ""
            : directives.Contains("Acme.Store", StringComparison.Ordinal) ? "Acme.Store.StoreClient client, "
            : "Acme.Cloudflare.CloudflareClient client, ";
        int types = text.IndexOf("\nsealed class ", StringComparison.Ordinal);
        (string statements, string declarations) =
            types < 0
                ? (text, "")
                : (text[..types], text[types..].Replace("\nsealed class", "\nprivate sealed class", StringComparison.Ordinal));
        return $$"""
            // {{page}}
            {{directives}}
            internal static class Sample{{number}}
            {
                internal static async Task RunAsync({{client}}string accountId, string userId, string token)
                {
                    {{statements}}
                    await Task.CompletedTask;
                }
                {{declarations}}
            }
            """;
    }

    /// <summary>
    /// The pages for users, by their path from the root of the repository. Samples in <c>docs/design</c> are emitted code.
    /// </summary>
    private static IEnumerable<string> Pages() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string Item(string page) => OpenApiClient().Match(page).Value;

    private static async Task<string> PageAsync(string name) =>
        (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, name))).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^using [\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex("<OpenApiClient [^>]*/>")]
    private static partial Regex OpenApiClient();
}
