using Acme.Forms;
using Acme.Media;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Bodies that are not JSON, byte for byte.</summary>
public class BodyWireTests
{
    [Fact]
    public async Task A_stream_is_sent_from_its_position_and_stays_open()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();
        using Stream picture = MediaApi.CreateStream("0123456789");
        picture.Position = 4;

        await client.Objects.PutAsync("a/b", picture);

        Assert.Equal(
            ("PUT", "/objects/a%2Fb", "image/png", "6", "456789"),
            (
                server.SingleRequest.Method,
                server.SingleRequest.Target,
                server.SingleRequest["Content-Type"],
                server.SingleRequest["Content-Length"],
                server.SingleRequest.Body
            )
        );
        Assert.True(picture.CanRead);
    }

    [Fact]
    public async Task A_content_type_header_of_the_call_overrides_the_document()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Objects.PutAsync(
            "a",
            MediaApi.CreateStream("x"),
            new RequestOptions { Headers = new Dictionary<string, string> { ["Content-Type"] = "image/webp" } }
        );

        Assert.Equal("image/webp", server.SingleRequest["Content-Type"]);
    }

    [Fact]
    public async Task Text_is_sent_as_utf8_and_validated()
    {
        await using TestServer server = await TestServer.StartAsync(200, "a,b", "text/csv");
        using MediaClient client = server.CreateMediaClient();

        await client.Notes.CreateAsync("Grüße");

        Assert.Equal(
            ("text/plain; charset=utf-8", "Grüße", "text/csv"),
            (server.SingleRequest["Content-Type"], server.SingleRequest.Body, server.SingleRequest["Accept"])
        );
        ApiValidationException wrong = await Assert.ThrowsAsync<ApiValidationException>(() => client.Notes.CreateAsync("more than ten"));
        Assert.Equal("maxLength: 10", Assert.Single(wrong.Violations).Rule);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_delete_sends_its_body_and_a_patch_its_media_type()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Objects.DeleteAsync("a", new Reason { Text = "old" });
        await client.Objects.DeleteAsync("a");
        await client.Objects.PatchAsync("a", new Reason { Text = "new" });

        Assert.Equal(
            [
                ("DELETE", "application/json", """{"text":"old"}"""),
                ("DELETE", null, ""),
                ("PATCH", "application/merge-patch+json", """{"text":"new"}"""),
            ],
            server.Requests.Select(r => (r.Method, r["Content-Type"], r.Body))
        );
    }

    [Fact]
    public async Task A_form_is_encoded_by_the_styles_of_its_properties()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Tokens.CreateAsync(
            new TokensCreateRequest
            {
                GrantType = "a&b=c é",
                Scopes = ["read me", "write"],
                Ids = [1, 2],
                Range = new RangeModel { From = new DateOnly(2024, 2, 1), Kinds = ["x", "y"] },
                Reason = new Reason { Text = "why" },
                Offline = true,
                At = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
            }
        );

        Assert.Equal("application/x-www-form-urlencoded", server.SingleRequest["Content-Type"]);
        Assert.Equal(
            "grant%20type=a%26b%3Dc%20%C3%A9&scopes=read%20me&scopes=write&ids=1,2&range%5Bfrom%5D=2024-02-01&range%5Bkinds%5D%5B0%5D=x&range%5Bkinds%5D%5B1%5D=y"
                + "&reason=%7B%22text%22%3A%22why%22%7D&offline=true&at=2024-01-02T03%3A04%3A05Z",
            server.SingleRequest.Body
        );
    }

    [Fact]
    public async Task A_form_is_validated()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        ApiValidationException wrong = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Tokens.CreateAsync(
                new TokensCreateRequest
                {
                    GrantType = "x",
                    Reason = new Reason { Text = new string('x', 13) },
                }
            )
        );

        Assert.Equal(
            [("/grant type", "minLength: 2"), ("/reason/text", "maxLength: 12")],
            wrong.Violations.Select(v => (v.BodyPointer, v.Rule))
        );
        wrong = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Uploads.CreateAsync(new UploadsCreateRequest { Document = null!, Title = "a" })
        );
        Assert.Equal("/document", Assert.Single(wrong.Violations).BodyPointer);
        Assert.Equal(
            "required",
            Assert.Single((await Assert.ThrowsAsync<ApiValidationException>(() => client.Uploads.CreateAsync(null!))).Violations).Rule
        );
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Parts_have_the_media_types_of_the_document()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Uploads.CreateAsync(
            new UploadsCreateRequest
            {
                Document = new ApiFile(MediaApi.CreateStream("%PDF"), "ä.pdf"),
                Title = "Hé",
                Size = 7,
                Tags = ["a", "b"],
                Reason = new Reason { Text = "why", Code = 1 },
                Settings = """{"raw":true}""",
                Pictures = [ApiFile.FromText("1", "one.png", "image/png"), ApiFile.FromBytes([(byte)'2'])],
                Parts = new Dictionary<string, ApiFile> { ["extra"] = ApiFile.FromText("more") },
            }
        );

        const string Text = "Content-Type: text/plain; charset=utf-8\n\n";
        Assert.Equal(
            "--~\nContent-Disposition: form-data; name=\"document\"; filename=\"ä.pdf\"\nContent-Type: application/pdf\n\n%PDF\n"
                + $"--~\nContent-Disposition: form-data; name=\"title\"\n{Text}Hé\n"
                + $"--~\nContent-Disposition: form-data; name=\"size\"\n{Text}7\n"
                + $"--~\nContent-Disposition: form-data; name=\"tags\"\n{Text}a\n"
                + $"--~\nContent-Disposition: form-data; name=\"tags\"\n{Text}b\n"
                + "--~\nContent-Disposition: form-data; name=\"reason\"\nContent-Type: application/json\n\n{\"text\":\"why\",\"code\":1}\n"
                + "--~\nContent-Disposition: form-data; name=\"settings\"\nContent-Type: application/json\n\n{\"raw\":true}\n"
                + "--~\nContent-Disposition: form-data; name=\"pictures\"; filename=\"one.png\"\nContent-Type: image/png\n\n1\n"
                + "--~\nContent-Disposition: form-data; name=\"pictures\"; filename=\"pictures\"\nContent-Type: application/octet-stream\n\n2\n"
                + "--~\nContent-Disposition: form-data; name=\"extra\"; filename=\"extra\"\nContent-Type: application/octet-stream\n\nmore\n"
                + "--~--\n",
            server.SingleRequest.ReadParts()
        );
        Assert.Equal(
            System.Text.Encoding.UTF8.GetByteCount(server.SingleRequest.Body).ToString(System.Globalization.CultureInfo.InvariantCulture),
            server.SingleRequest["Content-Length"]
        );
    }

    [Fact]
    public async Task Additional_files_are_parts_with_their_own_names()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Scripts.UpdateAsync(
            new ScriptsUpdateRequest
            {
                Metadata = new ScriptsMetadata { MainModule = "main.js" },
                Parts = new Dictionary<string, ApiFile>
                {
                    ["main.js"] = ApiFile.FromText("export {}"),
                    ["lib.wasm"] = ApiFile.FromText("w", contentType: "application/wasm"),
                },
            }
        );

        Assert.Equal(
            "--~\nContent-Disposition: form-data; name=\"metadata\"\nContent-Type: application/json\n\n{\"main_module\":\"main.js\"}\n"
                + "--~\nContent-Disposition: form-data; name=\"main.js\"; filename=\"main.js\"\nContent-Type: application/javascript+module\n\nexport {}\n"
                + "--~\nContent-Disposition: form-data; name=\"lib.wasm\"; filename=\"lib.wasm\"\nContent-Type: application/wasm\n\nw\n--~--\n",
            server.SingleRequest.ReadParts()
        );
    }

    [Fact]
    public async Task Part_and_file_names_cannot_inject_headers()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Scripts.UpdateAsync(
            new ScriptsUpdateRequest
            {
                Parts = new Dictionary<string, ApiFile> { ["a\"; x=\"\r\nEvil: 1"] = ApiFile.FromText("1", "b\r\n\r\n--\"\0.js") },
            }
        );

        Assert.Equal(
            "--~\nContent-Disposition: form-data; name=\"a%22; x=%22%0D%0AEvil: 1\"; filename=\"b%0D%0A%0D%0A--%22%00.js\"\nContent-Type: application/javascript+module\n\n1\n--~--\n",
            server.SingleRequest.ReadParts()
        );
        Assert.Throws<ArgumentException>("contentType", () => ApiFile.FromText("1", contentType: "text/plain\r\nEvil: 1"));
        Assert.Throws<ArgumentException>("contentType", () => ApiFile.FromText("1", contentType: "no type"));
    }

    [Fact]
    public async Task Files_on_disk_keep_their_file_names()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();
        string path = Path.Combine(Path.GetTempPath(), $"cfgen-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(path, "on disk");
        try
        {
            await client.Scripts.UpdateAsync(
                new ScriptsUpdateRequest { Parts = new Dictionary<string, ApiFile> { ["a"] = ApiFile.FromFile(path, "text/plain") } }
            );
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Contains(
            $"name=\"a\"; filename=\"{Path.GetFileName(path)}\"\nContent-Type: text/plain\n\non disk\n",
            server.SingleRequest.ReadParts(),
            StringComparison.Ordinal
        );
        Assert.Throws<FileNotFoundException>(() => ApiFile.FromFile(path));
    }

    [Fact]
    public async Task Each_value_is_written_on_its_own_line()
    {
        await using TestServer server = await TestServer.StartAsync(200, "", "application/x-ndjson");
        using MediaClient client = server.CreateMediaClient();

        await foreach (
            Reason _ in client.Lines.SendAsync(JsonLines.Of([new Reason { Text = "one\n" }, new Reason { Text = "two", Code = 2 }]))
        )
            Assert.Fail("The response has no lines.");

        Assert.Equal(
            ("application/x-ndjson", "{\"text\":\"one\\n\"}\n{\"text\":\"two\",\"code\":2}\n"),
            (server.SingleRequest["Content-Type"], server.SingleRequest.Body)
        );
    }

    [Fact]
    public async Task Swagger_2_form_parameters_are_sent_as_a_form()
    {
        await using TestServer server = await TestServer.StartAsync(200, "PNG", "image/png");
        using FormsClient client = new(new FormsClientOptions { BaseUrl = new Uri(server.Url) });

        using Stream picture = await client.Avatars.UploadAsync(
            "me",
            new AvatarsUploadRequest { Picture = ApiFile.FromText("p", "p.png", "image/png"), Caption = "hi" },
            new AvatarsUploadParameters { Sizes = [1, 2] }
        );
        await client.Session.LoginAsync(new SessionLoginRequest { User = "me", Scopes = ["a", "b"] });

        Assert.Equal("PNG", await picture.ReadTextAsync());
        ReceivedRequest[] seen = [.. server.Requests];
        Assert.Equal("/avatars/me?sizes=1%7C2", seen[0].Target);
        Assert.Equal(
            "--~\nContent-Disposition: form-data; name=\"picture\"; filename=\"p.png\"\nContent-Type: image/png\n\np\n"
                + "--~\nContent-Disposition: form-data; name=\"caption\"\nContent-Type: text/plain; charset=utf-8\n\nhi\n--~--\n",
            seen[0].ReadParts()
        );
        Assert.Equal("user=me&scopes=a&scopes=b", seen[1].Body);
    }
}
