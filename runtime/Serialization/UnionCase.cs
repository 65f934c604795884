using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace CfGen.Serialization;

/// <summary>One case of a union, as emitted code describes it.</summary>
internal sealed class UnionCase
{
    public UnionCase(char kind, string elementKinds, string properties, string[] discriminatorValues, bool isImplicitMapping = false)
    {
        Kind = kind;
        IsImplicitMapping = isImplicitMapping;
        DiscriminatorValues = Array.ConvertAll(discriminatorValues, Encoding.UTF8.GetBytes);
        string[] rows = properties.Length == 0 ? [] : properties.Split('\0');
        bool hasAdditionalKinds = rows is [.., ['*', ..]];
        ElementKinds = hasAdditionalKinds ? rows[^1][1..] : elementKinds;
        Properties = UnionProperty.Parse(hasAdditionalKinds ? rows[..^1] : rows);
        RequiredCount = Array.FindAll(Properties, p => p.IsRequired).Length;
    }

    public char Kind { get; }

    /// <summary>
    /// The letters of the JSON types of the elements of an array, the values of a map or the additional properties of an object.
    /// Empty allows all.
    /// </summary>
    public string ElementKinds { get; }

    public byte[][] DiscriminatorValues { get; }

    /// <summary>True if a value with another discriminator value can be this case.</summary>
    public bool IsImplicitMapping { get; }

    public UnionProperty[] Properties { get; }

    public int RequiredCount { get; }

    /// <summary>The positions of a tuple; null for every other case.</summary>
    public UnionTuple? Tuple { get; init; }

    /// <summary>Returns true if the scalar at which the reader stands is one of the discriminator values of this case.</summary>
    public bool HasDiscriminatorValue(ref Utf8JsonReader json)
    {
        foreach (byte[] value in DiscriminatorValues)
        {
            if (MatchesText(value, ref json))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Returns true if the scalar at which the reader stands has this text: the text of a string, the JSON of a boolean, or a number of the
    /// same value.
    /// </summary>
    public static bool MatchesText(byte[] text, ref Utf8JsonReader json) =>
        json.TokenType switch
        {
            JsonTokenType.String => json.ValueTextEquals(text),
            JsonTokenType.True or JsonTokenType.False => json.ValueSpan.SequenceEqual(text),
            JsonTokenType.Number => json.ValueSpan.SequenceEqual(text)
                || (
                    Utf8Parser.TryParse(text, out decimal expected, out int read)
                    && read == text.Length
                    && json.TryGetDecimal(out decimal value)
                    && value == expected
                ),
            _ => false,
        };

    /// <summary>Returns the letter of the JSON type that begins with the token.</summary>
    public static char GetKind(JsonTokenType token) =>
        token switch
        {
            JsonTokenType.StartObject => 'o',
            JsonTokenType.StartArray => 'a',
            JsonTokenType.String => 's',
            JsonTokenType.Number => 'n',
            JsonTokenType.True or JsonTokenType.False => 'b',
            _ => '0',
        };
}
