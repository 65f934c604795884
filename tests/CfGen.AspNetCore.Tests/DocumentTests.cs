using System.Reflection;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.AspNetCore.Tests;

/// <summary>The documents that the clients are generated from.</summary>
public class DocumentTests(ExampleServer server) : IClassFixture<ExampleServer>
{
    private static bool Updating => Environment.GetEnvironmentVariable("CFGEN_UPDATE_SNAPSHOTS") == "1";

    [Theory]
    [InlineData("3.0")]
    [InlineData("3.1")]
    public async Task The_document_is_that_of_the_API(string version)
    {
        string folder = Path.Combine(SharedFolder.RepositoryRoot, "tests", "CfGen.AspNetCore.Tests", "Documents");
        string path = Path.Combine(folder, $"example-{version}.json");
        using HttpClient http = new() { BaseAddress = server.Url };

        string document = (await http.GetStringAsync($"/openapi/{version}.json")).ReplaceLineEndings("\n") + "\n";

        if (Updating)
            await File.WriteAllTextAsync(path, document);
        Assert.True(
            document == (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"),
            $"example-{version}.json is not the document of the API. CFGEN_UPDATE_SNAPSHOTS=1 dotnet test writes it; then build again."
        );
    }

    [Fact]
    public void Both_versions_give_the_same_client()
    {
        string[] types = GetSignatures("CfGen.AspNetCore.Tests.Client.");

        Assert.True(types.Length > 500, $"Only {types.Length} members are compared.");
        Assert.Equal(types, GetSignatures("CfGen.AspNetCore.Tests.Client30."));
    }

    private static string[] GetSignatures(string prefix) =>
        [
            .. typeof(DocumentTests)
                .Assembly.GetTypes()
                .Where(t => t.IsPublic && t.FullName!.StartsWith(prefix, StringComparison.Ordinal))
                .SelectMany(t =>
                    t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                        .Select(m => $"{t.FullName} {m}".Replace(prefix, "", StringComparison.Ordinal))
                )
                .Order(StringComparer.Ordinal),
        ];
}
