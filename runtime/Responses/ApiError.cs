namespace CfGen;

/// <summary>An error or a message of the API.</summary>
public sealed record ApiError
{
    /// <summary>The API's code of the error; null if it is not a number.</summary>
    public int? Code { get; init; }

    /// <summary>The code as text: the digits of a number, or a word such as <c>invalid_api_key</c>.</summary>
    public string? CodeText { get; init; }

    /// <summary>The API's message.</summary>
    public string Message { get; init; } = "";

    /// <summary>
    /// The field or parameter that caused the error (<c>field</c>, <c>property</c>, <c>param</c>, <c>parameter</c>, the name in an object
    /// of errors, or the steps of <c>loc</c>).
    /// </summary>
    public string? Field { get; init; }

    /// <summary>The URL of the error's documentation.</summary>
    public string? DocumentationUrl { get; init; }

    /// <summary>The JSON pointer of the value in the request that caused the error (<c>source.pointer</c>).</summary>
    public string? Pointer { get; init; }

    /// <summary>The causes of this error (<c>error_chain</c>).</summary>
    public IReadOnlyList<ApiError> Chain { get; init; } = [];
}
