using System.Globalization;
using CfGen.Generator.Binding.Bodies;

namespace CfGen.Generator.Binding.Responses;

/// <summary>A documented response of success.</summary>
/// <param name="Status">The status, a range such as <c>2XX</c>, or <c>default</c>.</param>
/// <param name="Content">The content that the operation's first method reads; null where the response has no body.</param>
internal sealed record SuccessResponse(string Status, MediaContent? Content)
{
    /// <summary>The media types to accept for the content.</summary>
    public IReadOnlyList<string> AcceptedMediaTypes { get; init; } = [];

    /// <summary>The events that the response can be instead, where they have a type; else null.</summary>
    public MediaContent? EventContent { get; init; }

    /// <summary>True where the <c>Link</c> header is documented, which may name the next page.</summary>
    public bool HasLinkHeader { get; init; }

    /// <summary>The status; null where it is a range.</summary>
    public int? StatusCode => int.TryParse(Status, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : null;
}
