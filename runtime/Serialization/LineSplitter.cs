namespace CfGen.Serialization;

/// <summary>
/// Finds the ends of lines in the pieces of a body: line feeds and, if a format says so, carriage returns, alone or before a line feed.
/// </summary>
internal struct LineSplitter(bool endsAtCarriageReturn)
{
    // A line feed after a carriage return ends no other line, also if it is the first byte of the next piece.
    private bool _isAfterCarriageReturn;

    /// <summary>
    /// Finds the end of the line that begins at <paramref name="start"/>, which moves over the rest of the previous line's end.
    /// </summary>
    public bool TryFindEnd(ReadOnlySpan<byte> piece, ref int start, out int end)
    {
        if (_isAfterCarriageReturn && start < piece.Length)
        {
            _isAfterCarriageReturn = false;
            start += piece[start] == (byte)'\n' ? 1 : 0;
        }

        ReadOnlySpan<byte> rest = piece[start..];
        int length = endsAtCarriageReturn ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf((byte)'\n');
        end = start + length;
        _isAfterCarriageReturn = length >= 0 && rest[length] == (byte)'\r';
        return length >= 0;
    }
}
