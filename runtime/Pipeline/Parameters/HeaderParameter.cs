namespace CfGen.Pipeline.Parameters;

/// <summary>A header or a cookie of one request.</summary>
/// <param name="IsCookie">True if it is a cookie.</param>
/// <param name="Name">The name.</param>
/// <param name="Value">The value, without control characters; a cookie's is not yet encoded.</param>
internal readonly record struct HeaderParameter(bool IsCookie, string Name, string Value);
