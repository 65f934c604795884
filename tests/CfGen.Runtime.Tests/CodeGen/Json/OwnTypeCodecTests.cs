using System.Numerics;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Runtime.Tests.CodeGen.Json;

/// <summary>Mistakes of a codec of the program, and how each is reported.</summary>
public class OwnTypeCodecTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("\"12\"", "12")]
    [InlineData("1e3", "1000")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void Numbers_are_read_from_numbers_and_texts(string json, string written) =>
        Assert.Equal(written, Write<BigInteger, NumberJsonCodec<BigInteger>>(Read<BigInteger, NumberJsonCodec<BigInteger>>(json)));

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("true")]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void What_is_no_number_is_refused(string json) =>
        Assert.Throws<JsonReadException>(() => Read<BigInteger, NumberJsonCodec<BigInteger>>(json));

    [Fact]
    public void Texts_are_those_of_the_invariant_culture()
    {
        System.Globalization.CultureInfo.CurrentCulture = new("de-DE");

        Assert.Equal(1.5m, Read<decimal, TextJsonCodec<decimal>>("\"1.5\""));
        Assert.Equal("\"1.5\"", Write<decimal, TextJsonCodec<decimal>>(1.5m));
    }

    // The tokens of a value that nobody read are skipped.
    [Fact]
    public void A_codec_may_leave_the_reader_at_the_start() => Assert.Equal([0, 0], ReadList<int, Careless>("""[{"a":[1,{"b":2}]},[3]]"""));

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("""[{"a":1},2]""")]
    public void A_codec_that_reads_too_much_or_too_little_is_named(string json)
    {
        NotSupportedException failure = Assert.Throws<NotSupportedException>(() => ReadList<int, Greedy>(json));

        Assert.StartsWith("Greedy read more or less than one JSON value.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_codec_that_writes_no_value_is_named(int value)
    {
        NotSupportedException failure = Assert.Throws<NotSupportedException>(() => Write<int, Silent>(value));

        Assert.StartsWith("Silent did not write one JSON value.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_of_another_kind_is_the_callers() => Assert.Throws<TimeZoneNotFoundException>(() => Read<int, Failing>("1"));

    // A codec may have read half of the value.
    [Fact]
    public void A_lenient_read_continues_after_the_value()
    {
        var reader = new JsonModelReader("""[{"a":[1,2]},{"a":[3]}]"""u8, lenient: true);
        reader.ReadFirstToken();

        Assert.Equal([0, 0], reader.ReadListValue<int, Codec<int, HalfWay>>());
        Assert.Equal(2, reader.InvalidValueCount);
    }

    [Fact]
    public void Null_in_a_list_is_written_as_null() =>
        Assert.Equal(
            "[null,\"x\"]",
            Encoding.UTF8.GetString(
                JsonBodySerializer.Serialize<IReadOnlyList<Text>, ListCodec<Text, Codec<Text, TextJsonCodec<Text>>>>([null!, new Text("x")])
            )
        );

    private static T Read<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
    {
        var reader = new JsonModelReader(Encoding.UTF8.GetBytes(json));
        reader.ReadFirstToken();
        return Codec<T, TCodec>.Read(ref reader);
    }

    private static T[] ReadList<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
    {
        var reader = new JsonModelReader(Encoding.UTF8.GetBytes(json));
        reader.ReadFirstToken();
        return reader.ReadListValue<T, Codec<T, TCodec>>();
    }

    private static string Write<T, TCodec>(T value)
        where TCodec : IJsonCodec<T> => Encoding.UTF8.GetString(JsonBodySerializer.Serialize<T, Codec<T, TCodec>>(value));

    /// <summary>A codec as emitted code has one.</summary>
    private readonly struct Codec<T, TCodec> : IValueCodec<T>
        where TCodec : IJsonCodec<T>
    {
        public static T Read(ref JsonModelReader r) => r.Own<T, TCodec>();

        public static void Write(ref JsonModelWriter w, T value) => w.Own<T, TCodec>(value);
    }

    private sealed record Text(string Value) : IParsable<Text>, IFormattable
    {
        public static Text Parse(string s, IFormatProvider? provider) => new(s);

        public static bool TryParse(string? s, IFormatProvider? provider, out Text result) => throw new NotSupportedException();

        public string ToString(string? format, IFormatProvider? formatProvider) => Value;
    }

    private sealed class Careless : IJsonCodec<int>
    {
        public static int Read(ref Utf8JsonReader reader) => 0;

        public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
    }

    private sealed class Greedy : IJsonCodec<int>
    {
        public static int Read(ref Utf8JsonReader reader)
        {
            reader.Read();
            return 0;
        }

        public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
    }

    private sealed class Silent : IJsonCodec<int>
    {
        public static int Read(ref Utf8JsonReader reader) => 0;

        public static void Write(Utf8JsonWriter writer, int value)
        {
            if (value > 0)
                writer.WriteStartObject();
        }
    }

    private sealed class Failing : IJsonCodec<int>
    {
        public static int Read(ref Utf8JsonReader reader) => throw new TimeZoneNotFoundException();

        public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
    }

    private sealed class HalfWay : IJsonCodec<int>
    {
        public static int Read(ref Utf8JsonReader reader)
        {
            reader.Read();
            reader.Read();
            throw new FormatException();
        }

        public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
    }
}
