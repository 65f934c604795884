namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>A text that is not a JSONPath query of RFC 9535.</summary>
internal sealed class JsonPathException(string message, int offset, int length = 1) : Exception(message)
{
    /// <summary>The index of the first wrong character. It is the length of the text where something is missing at its end.</summary>
    public int Offset { get; } = offset;

    /// <summary>The number of wrong characters.</summary>
    public int Length { get; } = length;
}
