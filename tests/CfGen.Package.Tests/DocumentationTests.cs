using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CfGen.Package.Tests;

/// <summary>Readers copy the samples of the README, the guides and the reference: each compiles against the packages, and the item is the same everywhere.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public async Task Every_sample_of_the_docs_compiles()
    {
        StringBuilder program = new("using Acme.Cloudflare;\n\nnamespace Acme;\n\n");
        int count = 0;
        foreach (string page in Pages())
        {
            foreach (Match block in CSharp().Matches(await PageAsync(page)))
            {
                string text = block.Groups["text"].Value.Replace("using Acme.Cloudflare;\n", "", StringComparison.Ordinal);
                // A sample without a client of its own speaks of the reader's; types stand after the statements, as in a program.
                string client = text.Contains("client = ", StringComparison.Ordinal) ? "" : "CloudflareClient client, ";
                int types = text.IndexOf("\nsealed class ", StringComparison.Ordinal);
                (string statements, string declarations) = types < 0 ? (text, "") : (text[..types], text[types..].Replace("\nsealed class", "\nprivate sealed class", StringComparison.Ordinal));
                program.Append(CultureInfo.InvariantCulture, $"// {page}\ninternal static class Sample{count++}\n{{\n    internal static async Task RunAsync({client}string accountId, string userId, string token)\n    {{\n{statements}\n        await Task.CompletedTask;\n    }}\n{declarations}\n}}\n\n");
            }
        }

        Assert.True(count >= 12, $"Only {count} samples were found.");
        using Consumer consumer = new();
        consumer.WriteProject(Consumer.Reference + Item(await PageAsync("README.md")), "<TargetFramework>net10.0</TargetFramework>");
        consumer.Write("specs/zero-trust-risk-scoring.yaml", Consumer.Specification);
        consumer.Write("Samples.cs", program.ToString());
        Outcome build = (await consumer.BuildAsync("-p:NoWarn=CS0219")).Succeeded();
        Assert.Empty(build.Lines("error "));
    }

    [Fact]
    public async Task The_item_is_the_same_on_all_pages()
        => Assert.Single(new[] { Item(await PageAsync("README.md")), Item(await PageAsync("docs/guides/getting-started.md")), Item(await PageAsync("docs/reference/item-metadata.md")) }.Distinct());

    /// <summary>The pages for users, by their path from the root of the repository. Samples in <c>docs/design</c> are emitted code.</summary>
    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string Item(string page) => OpenApiClient().Match(page).Value;

    private static async Task<string> PageAsync(string name) => (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, name))).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("<OpenApiClient [^>]*/>")]
    private static partial Regex OpenApiClient();
}
