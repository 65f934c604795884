using System.Text;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>Holds the parts of a request, as ASP.NET Core reads them, against those that were given.</summary>
internal static class MultipartCheck
{
    public static async Task<List<FormPart>> ReadAsync(string? contentType, byte[] body)
    {
        if (
            !MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { } boundary
        )
            return [];
        MultipartReader reader = new(boundary, new MemoryStream(body));
        List<FormPart> parts = [];
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using MemoryStream content = new();
            await section.Body.CopyToAsync(content);
            ContentDispositionHeaderValue head = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
            parts.Add(
                new FormPart(
                    Text(head.Name),
                    head.FileName.HasValue ? Text(head.FileName) : null,
                    section.ContentType?.Split(';')[0] ?? "",
                    content.ToArray()
                )
            );
        }

        return parts;
    }

    public static IEnumerable<string> FindErrors(List<FormPart> expected, List<FormPart> came)
    {
        List<FormPart> left = [.. came];
        foreach (FormPart part in expected)
        {
            // Parts of one name keep their order.
            FormPart? found = left.Find(c => c.Name == part.Name);
            if (found is null)
            {
                yield return $"body: the part {part.Name} is not there";
                continue;
            }

            left.Remove(found);
            if (found.FileName != part.FileName)
                yield return $"body: the part {part.Name} has the file name {found.FileName}";
            if (found.MediaType != part.MediaType)
                yield return $"body: the part {part.Name} is {found.MediaType} where {part.MediaType} is due";
            if (
                part.Content is null
                    ? JsonDifference.Find(part.Json, JsonNode.Parse(found.Content)) is not null
                    : !AreEqual(part.Content, found.Content!)
            )
                yield return $"body: the part {part.Name} has other content: {Encoding.UTF8.GetString(found.Content!)}";
        }

        foreach (FormPart part in left)
            yield return $"body: the part {part.Name} came from nowhere";
    }

    private static bool AreEqual(byte[] expected, byte[] actual) =>
        expected.AsSpan().SequenceEqual(actual) || WireFormat.AreEqual(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));

    // Names are in UTF-8 with quotes percent-encoded, as browsers send them.
    private static string Text(Microsoft.Extensions.Primitives.StringSegment name) =>
        HeaderUtilities.RemoveQuotes(name).ToString().Replace("%22", "\"", StringComparison.Ordinal);
}
