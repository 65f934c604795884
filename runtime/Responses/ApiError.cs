namespace CfGen;

/// <summary>An error or a message of the API.</summary>
public sealed record ApiError
{
    /// <summary>The API's code of the error, where it has a numeric one.</summary>
    public int? Code { get; init; }

    /// <summary>The code as the API writes it: the digits of a number, or a word such as <c>invalid_api_key</c>.</summary>
    public string? CodeText { get; init; }

    /// <summary>The API's words.</summary>
    public string Message { get; init; } = "";

    /// <summary>The field or parameter at which the error lies, as the API names it (<c>field</c>, <c>property</c>, <c>param</c>, <c>parameter</c>, or the name in an object of errors).</summary>
    public string? Field { get; init; }

    /// <summary>Where the API documents the error.</summary>
    public string? DocumentationUrl { get; init; }

    /// <summary>The JSON pointer into the request at which the error lies (<c>source.pointer</c>).</summary>
    public string? Pointer { get; init; }

    /// <summary>The errors behind this one (<c>error_chain</c>).</summary>
    public IReadOnlyList<ApiError> Chain { get; init; } = [];
}
