using Acme.Media;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Clients of the document with every kind of body, response and parameter.</summary>
internal static class MediaApi
{
    public static MediaClient CreateMediaClient(this TestServer server, Action<MediaClientOptions>? more = null) =>
        new(server.CreateOptions(more));

    /// <summary>The body of a form of parts, with <c>~</c> for the boundary, which is new in each call.</summary>
    public static string ReadParts(this ReceivedRequest seen)
    {
        string type = seen["Content-Type"]!;
        Assert.StartsWith("multipart/form-data; boundary=cfgen-", type, StringComparison.Ordinal);
        return seen
            .Body.Replace(type["multipart/form-data; boundary=".Length..], "~", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    public static Stream CreateStream(string text) => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

    public static async Task<string> ReadTextAsync(this Stream stream)
    {
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync();
    }
}
