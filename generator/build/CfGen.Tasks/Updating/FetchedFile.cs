using System.Text;

namespace CfGen.Tasks.Updating;

/// <summary>The response of a source.</summary>
internal sealed class FetchedFile(SourceLocation location, byte[]? content)
{
    private string? _text;

    /// <summary>The place after all redirects, from which relative references start.</summary>
    public SourceLocation Location { get; } = location;

    /// <summary>The bytes without compression. Null where the server has what the project has.</summary>
    public byte[]? Content { get; } = content;

    /// <summary>The text. Empty where there are no bytes.</summary>
    public string Text => _text ??= FileText.Decode(Content ?? []);

    /// <summary>The status code and the content type. Empty for a file.</summary>
    public string Description { get; init; } = "";

    /// <summary>The media type of the response in lower case. Empty where it has none, and for a file.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The validators of the response, with which the server is asked the next time.</summary>
    public Validators Validators { get; init; } = Validators.None;
}

/// <summary>The values of the headers <c>ETag</c> and <c>Last-Modified</c>, as a server sent them.</summary>
internal sealed record Validators(string EntityTag, string LastModified)
{
    public static Validators None { get; } = new("", "");

    /// <summary>True if there is none.</summary>
    public bool IsEmpty => EntityTag.Length == 0 && LastModified.Length == 0;
}
