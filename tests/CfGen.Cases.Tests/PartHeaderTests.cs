using CfGen.Cases.Tests.PartHeaders;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Headers of parts: those that the document gives a value, and those that the caller sets.</summary>
public class PartHeaderTests
{
    [Fact]
    public async Task Constants_and_defaults_are_sent()
    {
        string body = await UploadAsync(new() { Id = "a", Photo = ApiFile.FromText("b", "p.png") });

        Assert.Contains(
            "name=\"id\"\r\nContent-Type: text/plain; charset=utf-8\r\nX-Kind: identity\r\n\r\na\r\n",
            body,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "filename=\"p.png\"\r\nContent-Type: image/png\r\nX-Rate-Limit: 10\r\nX-Shared: all\r\n\r\nb\r\n",
            body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_caller_sets_the_others()
    {
        string body = await UploadAsync(
            new()
            {
                Photo = ApiFile.FromText("b", "p.png"),
                PhotoXRateLimit = "20",
                PhotoXNoteHeader = "Ünicode",
                PhotoXNote = "a part",
            }
        );

        Assert.Contains("\r\nX-Rate-Limit: 20\r\nX-Note: Ünicode\r\nX-Shared: all\r\n\r\nb\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"photoXNote\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\na part\r\n", body, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Kind", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_file_of_a_list_has_the_header()
    {
        string body = await UploadAsync(
            new()
            {
                Photo = ApiFile.FromText("b"),
                Pages = [ApiFile.FromText("1"), ApiFile.FromText("2")],
                PagesXSet = "s",
            }
        );

        Assert.Equal(3, body.Split("X-Set: s\r\n\r\n").Length);
    }

    [Fact]
    public async Task A_value_with_a_line_break_is_not_sent()
    {
        ApiConnectionException exception = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            UploadAsync(new() { Photo = ApiFile.FromText("b"), PhotoXRateLimit = "1\r\nX-Other: 2" })
        );

        Assert.Contains(
            "its header of a part has a character that HTTP does not allow. Correct its value.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_required_header_without_a_value_is_a_violation()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        ApiFile scan = ApiFile.FromText("b");

        ApiValidationException ofScan = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Scans.CreateAsync(new() { Scan = scan })
        );
        ApiValidationException ofPage = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Scans.CreateAsync(
                new()
                {
                    Scan = scan,
                    ScanXDigest = "d",
                    Page = 1,
                }
            )
        );
        await client.Scans.CreateAsync(new() { Scan = scan, ScanXDigest = "d" });

        const string Encoding = "#/paths/~1scans/post/requestBody/content/multipart~1form-data/encoding";
        Assert.Equal(
            $"body at /scan requires a value of its header 'X-Digest' (required, {Encoding}/scan/headers/X-Digest).",
            Assert.Single(ofScan.Violations).Message
        );
        Assert.Equal(("/page", "required"), (Assert.Single(ofPage.Violations).BodyPointer, ofPage.Violations[0].Rule));
        Assert.Contains("\r\nX-Digest: d\r\nX-Level: 1\r\n\r\nb\r\n", server.SingleRequest.Body, StringComparison.Ordinal);
    }

    private static async Task<string> UploadAsync(PhotosCreateRequest request)
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        await client.Photos.CreateAsync(request);
        return server.SingleRequest.Body;
    }
}
