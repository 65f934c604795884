namespace CfGen.Pipeline.Authentication;

/// <summary>A token provider that took longer than an attempt may.</summary>
#pragma warning disable CA1032, CA1064 // It leaves no call.
internal sealed class TokenTimeoutException(TimeoutException inner) : Exception(inner.Message, inner);
#pragma warning restore CA1032, CA1064
