namespace CfGen.Pipeline.Responses;

/// <summary>A compressed body ended before its data did. The decoders of .NET take what they have for all of it.</summary>
internal sealed class TruncatedBodyException() : IOException("The compressed body ended before its data did.");
