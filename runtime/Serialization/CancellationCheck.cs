using System.Text.Json;

namespace CfGen.Serialization;

/// <summary>Stops the decoding of a large value after its call was canceled: a body of 100 MB is decoded for a second.</summary>
internal struct CancellationCheck(CancellationToken cancellationToken)
{
    // The number of bytes after which the token is looked at again.
    private const int Interval = 32 * 1024;

    private long _next = cancellationToken.CanBeCanceled ? Interval : long.MaxValue;

    /// <summary>True if the call can be canceled.</summary>
    public readonly bool IsNeeded => _next != long.MaxValue;

    /// <exception cref="OperationCanceledException">The call was canceled.</exception>
    public void Check(long bytesConsumed)
    {
        if (bytesConsumed >= _next)
            CheckToken(bytesConsumed);
    }

    /// <summary>Skips the value at whose first token the reader stands.</summary>
    /// <exception cref="OperationCanceledException">The call was canceled.</exception>
    public void Skip(ref Utf8JsonReader json)
    {
        if (!IsNeeded || json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            json.Skip();
            return;
        }

        int depth = json.CurrentDepth;
        do
        {
            json.Read();
            Check(json.BytesConsumed);
        } while (json.CurrentDepth > depth);
    }

    private void CheckToken(long bytesConsumed)
    {
        if (cancellationToken.IsCancellationRequested)
            throw new OperationCanceledException("The call was canceled by its token.", cancellationToken);
        _next = bytesConsumed + Interval;
    }
}
