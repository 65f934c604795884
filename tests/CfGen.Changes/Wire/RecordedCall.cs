namespace CfGen.Changes.Wire;

/// <summary>A call, the response it gets, and what it sent and read.</summary>
internal sealed class RecordedCall(string name, int status, string mediaType, string body)
{
    public string Name { get; } = name;

    public int Status { get; } = status;

    public string MediaType { get; } = mediaType;

    public string Body { get; } = body;

    /// <summary>The requests as text.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The result, or the exception.</summary>
    public string Result { get; set; } = "";

    public bool IsFailed { get; set; }
}
