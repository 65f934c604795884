using System.ComponentModel;
using System.Reflection;

namespace CfGen.Runtime.Tests.Client;

/// <summary>Conventions over the public types of the runtime.</summary>
public class PublicTypesTests
{
    [Fact]
    public void Types_for_emitted_code_are_hidden_from_editors()
    {
        Type[] visible =
        [
            .. typeof(ApiException)
                .Assembly.GetExportedTypes()
                .Where(t => t is { Namespace: "CfGen.CodeGen", IsNested: false })
                .Where(t => t.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never),
        ];

        Assert.Empty(visible);
    }

    [Fact]
    public void Every_exception_leads_to_a_page_that_exists()
    {
        Exception[] all =
        [
            new ApiCredentialsException("none"),
            new ApiTimeoutException("late", TimeSpan.FromSeconds(1)),
            new ApiConnectionException("broken"),
            new ApiValidationException("op", [new ApiViolation("id", "id", "path", "format: uuid", "No uuid.", "/p")]),
        ];

        string guides = Path.Combine(FindRoot(), "docs", "guides");
        Assert.All(
            all,
            e =>
            {
                Uri page = new(e.HelpLink!);
                Assert.StartsWith("https://github.com/cfgen/cfgen/blob/main/docs/guides/", page.AbsoluteUri, StringComparison.Ordinal);
                Assert.True(File.Exists(Path.Combine(guides, page.Segments[^1])), e.HelpLink);
            }
        );
        Assert.Equal(all.Length, all.Select(e => e.HelpLink).Distinct().Count());
    }

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CfGen.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
