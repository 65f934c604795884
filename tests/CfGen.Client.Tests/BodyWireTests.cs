using Acme.Forms;
using Acme.Media;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Bodies that are not JSON, byte for byte.</summary>
public class BodyWireTests
{
    [Fact]
    public async Task A_stream_is_sent_from_where_it_stands_and_stays_open()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();
        using Stream picture = MediaApi.Bytes("0123456789");
        picture.Position = 4;

        await client.Objects.PutAsync("a/b", picture);

        Assert.Equal(("PUT", "/objects/a%2Fb", "image/png", "6", "456789"), (server.Only.Method, server.Only.Target, server.Only["Content-Type"], server.Only["Content-Length"], server.Only.Body));
        Assert.True(picture.CanRead);
    }

    [Fact]
    public async Task The_media_type_of_one_call_wins_over_the_documents()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();

        await client.Objects.PutAsync("a", MediaApi.Bytes("x"), new RequestOptions { Headers = new Dictionary<string, string> { ["Content-Type"] = "image/webp" } });

        Assert.Equal("image/webp", server.Only["Content-Type"]);
    }

    [Fact]
    public async Task A_text_is_utf8_and_held_to_its_rules()
    {
        await using Server server = await Server.StartAsync(200, "a,b", "text/csv");
        using MediaClient client = server.Media();

        await client.Notes.CreateAsync("Grüße");

        Assert.Equal(("text/plain; charset=utf-8", "Grüße", "text/csv"), (server.Only["Content-Type"], server.Only.Body, server.Only["Accept"]));
        ApiValidationException wrong = await Assert.ThrowsAsync<ApiValidationException>(() => client.Notes.CreateAsync("more than ten"));
        Assert.Equal("maxLength: 10", Assert.Single(wrong.Violations).Rule);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_delete_carries_its_body_and_a_patch_its_media_type()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();

        await client.Objects.DeleteAsync("a", new Reason { Text = "old" });
        await client.Objects.DeleteAsync("a");
        await client.Objects.PatchAsync("a", new Reason { Text = "new" });

        Assert.Equal(
            [("DELETE", "application/json", """{"text":"old"}"""), ("DELETE", null, ""), ("PATCH", "application/merge-patch+json", """{"text":"new"}""")],
            server.Requests.Select(r => (r.Method, r["Content-Type"], r.Body)));
    }

    [Fact]
    public async Task A_form_is_encoded_by_the_styles_of_its_members()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();

        await client.Tokens.CreateAsync(new TokensCreateRequest
        {
            GrantType = "a&b=c é",
            Scopes = ["read me", "write"],
            Ids = [1, 2],
            Range = new RangeModel { From = new DateOnly(2024, 2, 1), Kinds = ["x", "y"] },
            Reason = new Reason { Text = "why" },
            Offline = true,
            At = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
        });

        Assert.Equal("application/x-www-form-urlencoded", server.Only["Content-Type"]);
        Assert.Equal(
            "grant%20type=a%26b%3Dc%20%C3%A9&scopes=read%20me&scopes=write&ids=1,2&range%5Bfrom%5D=2024-02-01&range%5Bkinds%5D%5B0%5D=x&range%5Bkinds%5D%5B1%5D=y"
            + "&reason=%7B%22text%22%3A%22why%22%7D&offline=true&at=2024-01-02T03%3A04%3A05Z",
            server.Only.Body);
    }

    [Fact]
    public async Task A_form_is_held_to_the_rules_of_its_members()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();

        ApiValidationException wrong = await Assert.ThrowsAsync<ApiValidationException>(
            () => client.Tokens.CreateAsync(new TokensCreateRequest { GrantType = "x", Reason = new Reason { Text = new string('x', 13) } }));

        Assert.Equal([("/grant type", "minLength: 2"), ("/reason/text", "maxLength: 12")], wrong.Violations.Select(v => (v.BodyPointer, v.Rule)));
        wrong = await Assert.ThrowsAsync<ApiValidationException>(() => client.Uploads.CreateAsync(new UploadsCreateRequest { Document = null!, Title = "a" }));
        Assert.Equal("/document", Assert.Single(wrong.Violations).BodyPointer);
        Assert.Equal("required", Assert.Single((await Assert.ThrowsAsync<ApiValidationException>(() => client.Uploads.CreateAsync(null!))).Violations).Rule);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Parts_have_the_media_types_of_the_document()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();

        await client.Uploads.CreateAsync(new UploadsCreateRequest
        {
            Document = new ApiFile(MediaApi.Bytes("%PDF"), "ä.pdf"),
            Title = "Hé",
            Size = 7,
            Tags = ["a", "b"],
            Reason = new Reason { Text = "why", Code = 1 },
            Settings = """{"raw":true}""",
            Pictures = [ApiFile.FromText("1", "one.png", "image/png"), ApiFile.FromBytes([(byte)'2'])],
            Parts = new Dictionary<string, ApiFile> { ["extra"] = ApiFile.FromText("more") },
        });

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
            server.Only.Parts());
        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(server.Only.Body).ToString(System.Globalization.CultureInfo.InvariantCulture), server.Only["Content-Length"]);
    }

    [Fact]
    public async Task Modules_are_parts_under_names_of_their_own()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();

        await client.Scripts.UpdateAsync(new ScriptsUpdateRequest
        {
            Metadata = new ScriptsMetadata { MainModule = "main.js" },
            Parts = new Dictionary<string, ApiFile> { ["main.js"] = ApiFile.FromText("export {}"), ["lib.wasm"] = ApiFile.FromText("w", contentType: "application/wasm") },
        });

        Assert.Equal(
            "--~\nContent-Disposition: form-data; name=\"metadata\"\nContent-Type: application/json\n\n{\"main_module\":\"main.js\"}\n"
            + "--~\nContent-Disposition: form-data; name=\"main.js\"; filename=\"main.js\"\nContent-Type: application/javascript+module\n\nexport {}\n"
            + "--~\nContent-Disposition: form-data; name=\"lib.wasm\"; filename=\"lib.wasm\"\nContent-Type: application/wasm\n\nw\n--~--\n",
            server.Only.Parts());
    }

    [Fact]
    public async Task Names_of_parts_and_files_begin_no_header_of_their_own()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();

        await client.Scripts.UpdateAsync(new ScriptsUpdateRequest
        {
            Parts = new Dictionary<string, ApiFile> { ["a\"; x=\"\r\nEvil: 1"] = ApiFile.FromText("1", "b\r\n\r\n--\"\0.js") },
        });

        Assert.Equal(
            "--~\nContent-Disposition: form-data; name=\"a%22; x=%22%0D%0AEvil: 1\"; filename=\"b%0D%0A%0D%0A--%22%00.js\"\nContent-Type: application/javascript+module\n\n1\n--~--\n",
            server.Only.Parts());
        Assert.Throws<ArgumentException>("contentType", () => ApiFile.FromText("1", contentType: "text/plain\r\nEvil: 1"));
        Assert.Throws<ArgumentException>("contentType", () => ApiFile.FromText("1", contentType: "no type"));
    }

    [Fact]
    public async Task Files_on_disk_keep_their_names()
    {
        await using Server server = await Server.StartAsync(204, "");
        using MediaClient client = server.Media();
        string path = Path.Combine(Path.GetTempPath(), $"cfgen-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(path, "on disk");
        try
        {
            await client.Scripts.UpdateAsync(new ScriptsUpdateRequest { Parts = new Dictionary<string, ApiFile> { ["a"] = ApiFile.FromFile(path, "text/plain") } });
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Contains($"name=\"a\"; filename=\"{Path.GetFileName(path)}\"\nContent-Type: text/plain\n\non disk\n", server.Only.Parts(), StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => ApiFile.FromFile(path));
    }

    [Fact]
    public async Task Lines_are_written_one_a_value()
    {
        await using Server server = await Server.StartAsync(200, "", "application/x-ndjson");
        using MediaClient client = server.Media();

        await foreach (Reason _ in client.Lines.SendAsync(JsonLines.Of([new Reason { Text = "one\n" }, new Reason { Text = "two", Code = 2 }])))
            Assert.Fail("The answer has no lines.");

        Assert.Equal(("application/x-ndjson", "{\"text\":\"one\\n\"}\n{\"text\":\"two\",\"code\":2}\n"), (server.Only["Content-Type"], server.Only.Body));
    }

    [Fact]
    public async Task Forms_of_swagger_2_are_forms()
    {
        await using Server server = await Server.StartAsync(200, "PNG", "image/png");
        using FormsClient client = new(new FormsClientOptions { BaseUrl = new Uri(server.Url) });

        using Stream picture = await client.Avatars.UploadAsync("me", new AvatarsUploadRequest { Picture = ApiFile.FromText("p", "p.png", "image/png"), Caption = "hi" }, new AvatarsUploadParameters { Sizes = [1, 2] });
        await client.Session.LoginAsync(new SessionLoginRequest { User = "me", Scopes = ["a", "b"] });

        Assert.Equal("PNG", await picture.TextAsync());
        Seen[] seen = [.. server.Requests];
        Assert.Equal("/avatars/me?sizes=1%7C2", seen[0].Target);
        Assert.Equal(
            "--~\nContent-Disposition: form-data; name=\"picture\"; filename=\"p.png\"\nContent-Type: image/png\n\np\n"
            + "--~\nContent-Disposition: form-data; name=\"caption\"\nContent-Type: text/plain; charset=utf-8\n\nhi\n--~--\n",
            seen[0].Parts());
        Assert.Equal("user=me&scopes=a&scopes=b", seen[1].Body);
    }
}
