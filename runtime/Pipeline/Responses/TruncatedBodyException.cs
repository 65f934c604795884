namespace CfGen.Pipeline.Responses;

/// <summary>A compressed body is truncated. The decoders of .NET treat the beginning of it as the whole body.</summary>
internal sealed class TruncatedBodyException() : IOException("The compressed body is truncated.");
