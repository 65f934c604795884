using CfGen.Tasks.Tests.Support;
using CfGen.Tasks.Updating;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Tests.Updating;

/// <summary>The headers of the property <c>CfGenUpdateHeaders</c>: they are sent, and no message has their values.</summary>
public class HeaderTests
{
    private const string Secret = "p4ss&word/1";

    [Theory]
    [InlineData("Authorization: Bearer ${CFGEN_TEST};X-Team: blue")]
    [InlineData("Authorization: Bearer ${CFGEN_TEST}\r\n\n  X-Team:blue \n")]
    public void Headers_are_separated_by_semicolons_and_line_breaks(string text)
    {
        using HttpRequestMessage request = new();
        Parse(text).AddTo(request);
        Assert.Equal(["Bearer " + Secret], request.Headers.GetValues("Authorization"));
        Assert.Equal(["blue"], request.Headers.GetValues("X-Team"));
    }

    [Theory]
    [InlineData("X-A: 1;hidden-text", "Part 2 of")]
    [InlineData(": hidden-text", "Part 1 of")]
    [InlineData("X-A: ${CFGEN_GONE} hidden-text", "'CFGEN_GONE'")]
    [InlineData("X-A: ${CFGEN_EMPTY} hidden-text", "'CFGEN_EMPTY'")]
    [InlineData("X-A: ${CFGEN_LINES}", "'X-A'")]
    public void A_mistake_is_named_without_a_value(string text, string shown)
    {
        UpdateException exception = Assert.Throws<UpdateException>(() => Parse(text));
        Assert.Equal("CFG2081", exception.Finding.Id);
        Assert.Contains(shown, exception.Finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exception.Finding.Message, StringComparison.Ordinal);
    }

    /// <summary>A value that is written out, without a variable: its parts are hidden where they come back alone.</summary>
    [Theory]
    [InlineData("bad token s3cr3t-value", "bad token ***")]
    [InlineData("Bearer s3cr3t-value", "***")]
    [InlineData("key=a%2Fb%2Bc", "key=***")]
    public void The_credential_of_a_value_is_hidden_alone(string text, string shown)
    {
        UpdateHeaders headers = UpdateHeaders.Parse("Authorization: Bearer s3cr3t-value; X-Key: a/b+c", _ => null);

        Assert.Equal(shown, headers.Redact(text));
    }

    [Fact]
    public void A_header_that_a_request_cannot_have_is_named_without_its_value()
    {
        using HttpRequestMessage request = new();
        UpdateException exception = Assert.Throws<UpdateException>(() => Parse("Content-Type: hidden-text").AddTo(request));
        Assert.Contains("'Content-Type'", exception.Finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exception.Finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>The token {0} is wrong")]
    [InlineData("not a document: Bearer {0}")]
    [InlineData("""{{ "error": "{0}" }}""")]
    public void A_response_that_repeats_a_value_is_shown_without_it(string body)
    {
        using LoopbackServer server = new();
        using Project project = new();
        string[] forms = [Secret, Uri.EscapeDataString(Secret), System.Net.WebUtility.HtmlEncode(Secret)];
        Environment.SetEnvironmentVariable("CFGEN_TEST_ECHO", Secret);
        project.With("api.yaml", ("SourceUrl", server.Url + "/api?key=query-secret"));
        foreach (string form in forms)
        {
            server.On("/api?key=query-secret", string.Format(null, body, form), $"text/plain; token={Uri.EscapeDataString(Secret)}");
            Update update = Update.Run(project, f => f.Headers = "Authorization: Bearer ${CFGEN_TEST_ECHO}");
            Assert.Equal("CFG2083", update.Error.Code);
            Assert.Contains(UpdateHeaders.Hidden, update.Error.Message, StringComparison.Ordinal);
            Assert.All(forms, f => Assert.DoesNotContain(f, update.Engine.Text, StringComparison.Ordinal));
            Assert.DoesNotContain("query-secret", update.Engine.Text, StringComparison.Ordinal);
        }

        Assert.All(server.Requests, r => Assert.Contains("Bearer " + Secret, r, StringComparison.Ordinal));
    }

    [Fact]
    public void A_status_and_a_redirect_that_repeat_a_value_are_shown_without_it()
    {
        using LoopbackServer server = new();
        using Project project = new();
        project.With("api.yaml", ("SourceUrl", server.Url + "/api"));
        server.Redirect("/api", "http://example.com/topsecret-1/x");
        Update update = Update.Run(project, f => f.Headers = "X-Key: topsecret-1");
        Assert.Equal("CFG2082", update.Error.Code);
        Assert.DoesNotContain("topsecret", update.Engine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_value_is_in_a_file_of_the_update()
    {
        using LoopbackServer server = new();
        using Project project = new();
        server.On("/api?key=query-secret", "openapi: 3.0.0\npaths:\n  /a: {}\n", headers: "ETag: \"1\"\r\n");
        project.With("api.yaml", ("SourceUrl", server.Url + "/api?key=query-secret"));
        Update.Run(project, f => f.Headers = "X-Key: topsecret-1").Replace();
        foreach (string file in Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(file);
            Assert.DoesNotContain("topsecret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("query-secret", text, StringComparison.Ordinal);
        }
    }

    private static UpdateHeaders Parse(string text) =>
        UpdateHeaders.Parse(
            text,
            name =>
                name switch
                {
                    "CFGEN_TEST" => Secret + "\n",
                    "CFGEN_LINES" => "hidden\nX-Other: 1",
                    "CFGEN_EMPTY" => "",
                    _ => null,
                }
        );
}
