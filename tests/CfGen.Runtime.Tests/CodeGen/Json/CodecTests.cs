using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Runtime.Tests.CodeGen;

public class CodecTests
{
    internal static T Read<T, TCodec>(string json, bool lenient = false)
        where TCodec : struct, IValueCodec<T>
    {
        var r = new JsonModelReader(Encoding.UTF8.GetBytes(json), lenient);
        r.ReadFirstToken();
        T value = TCodec.Read(ref r);
        r.ReadToEnd();
        return value;
    }

    internal static string Write<T, TCodec>(T value)
        where TCodec : struct, IValueCodec<T> => Encoding.UTF8.GetString(JsonBodySerializer.Serialize<T, TCodec>(value));

    private static void Fails<T, TCodec>(params string[] all)
        where TCodec : struct, IValueCodec<T>
    {
        foreach (string json in all)
        {
            Assert.Throws<JsonReadException>(() => Read<T, TCodec>(json));
            Assert.Equal(default, Read<T, TCodec>(json, lenient: true));
        }
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("1.50e1", 15)]
    public void Int32_reads_whole_numbers(string json, int value) => Assert.Equal(value, Read<int, Int32Codec>(json));

    [Fact]
    public void Int32_rejects_other_values() => Fails<int, Int32Codec>("2147483648", "1.5", "1e99", "\"1\"", "true", "null", "[]", "{}");

    [Theory]
    [InlineData("0e400", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("0.0e-99999999999999999999", 0)]
    [InlineData("100e-2", 1)]
    [InlineData("0.001e3", 1)]
    [InlineData("-12.50E1", -125)]
    [InlineData("1.5e+1", 15)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("9.223372036854775807e18", long.MaxValue)]
    [InlineData("92233720368547758070000000000e-10", long.MaxValue)]
    public void Int64_reads_whole_numbers_exactly(string json, long value) => Assert.Equal(value, Read<long, Int64Codec>(json));

    [Fact]
    public void No_digit_of_an_integer_is_rounded_away()
    {
        string[] all =
        [
            "1e-400",
            "-1e-400",
            "0." + new string('0', 50) + "1",
            "1." + new string('0', 50) + "1",
            "12345678901234567.00000000000000000001",
            "1e-99999999999999999999",
            "1e99999999999999999999",
            "10e-2",
            "9223372036854775808",
            "9223372036854775807.5",
            "-9223372036854775809.0",
            "1e19",
        ];
        Fails<long, Int64Codec>(all);
        Fails<int, Int32Codec>(all);
        Fails<ulong, UInt64Codec>("1e-400", "0." + new string('0', 50) + "1", "1." + new string('0', 50) + "1", "18446744073709551616");
        Fails<Int128, Int128Codec>("1e-400", "0." + new string('0', 50) + "1", "1." + new string('0', 50) + "1");
        Fails<int, Int32Codec>("2147483648.0", "-2147483649.0", "3e9");
    }

    [Fact]
    public void Int64_reads_its_whole_range()
    {
        Assert.Equal(long.MaxValue, Read<long, Int64Codec>("9223372036854775807"));
        Assert.Equal(2147483648L, Read<long, Int64Codec>("2147483648.0"));
        Fails<long, Int64Codec>("9223372036854775808", "0.1", "\"1\"");
    }

    [Fact]
    public void Floating_point_numbers_must_be_finite()
    {
        Assert.Equal(1.5, Read<double, DoubleCodec>("1.5"));
        Assert.Equal(1.5f, Read<float, SingleCodec>("1.5"));
        Fails<double, DoubleCodec>("1e999", "\"NaN\"", "null");
        Fails<float, SingleCodec>("1e99", "\"1\"");
    }

    [Fact]
    public void Decimals_keep_their_digits()
    {
        Assert.Equal("0.10", Read<decimal, DecimalCodec>("0.10").ToString(System.Globalization.CultureInfo.InvariantCulture));
        Fails<decimal, DecimalCodec>("1e30", "\"1\"");
    }

    [Fact]
    public void Booleans_are_not_converted()
    {
        Assert.True(Read<bool, BooleanCodec>("true"));
        Fails<bool, BooleanCodec>("1", "\"true\"", "null");
    }

    [Fact]
    public void Uuids_must_have_hyphens_and_no_braces()
    {
        Assert.Equal(Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"), Read<Guid, GuidCodec>("\"182BD5E5-6e1a-4fe4-a799-aa6d9a6ab26e\""));
        Fails<Guid, GuidCodec>(
            "\"\"",
            "\"182bd5e56e1a4fe4a799aa6d9a6ab26e\"",
            "\"{182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e}\"",
            "\" 182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26\"",
            "\"182bd5e5-+e1a-4fe4-a799-aa6d9a6ab26e\"",
            "\"182bd5e5-0xa1-4fe4-a799-aa6d9a6ab26e\"",
            "\"x\"",
            "5"
        );
    }

    [Theory]
    [InlineData("2019-12-27T18:11:19.117Z", "2019-12-27T18:11:19.117Z")]
    [InlineData("2019-12-27T18:11:19.1234567Z", "2019-12-27T18:11:19.1234567Z")]
    [InlineData("2019-12-27T18:11:19.123456789Z", "2019-12-27T18:11:19.1234567Z")]
    [InlineData("2019-12-27T18:11:19Z", "2019-12-27T18:11:19Z")]
    [InlineData("2019-12-27T18:11:19.100Z", "2019-12-27T18:11:19.1Z")]
    [InlineData("2019-12-27T18:11:19+05:30", "2019-12-27T18:11:19+05:30")]
    [InlineData("2019-12-27T18:11:19-08:00", "2019-12-27T18:11:19-08:00")]
    [InlineData("2019-12-27T18:11:19+0530", "2019-12-27T18:11:19+05:30")]
    [InlineData("2019-12-27T18:11:19", "2019-12-27T18:11:19Z")]
    [InlineData("2019-12-27t18:11:19z", "2019-12-27T18:11:19Z")]
    [InlineData("2019-12-27 18:11:19Z", "2019-12-27T18:11:19Z")]
    [InlineData("2019-12-27T18:11Z", "2019-12-27T18:11:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2020-02-29T00:00:00-00:00", "2020-02-29T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2019-12-27T18:11:19.117\\u005A", "2019-12-27T18:11:19.117Z")]
    public void Date_times_are_written_as_they_were_read(string text, string written) =>
        Assert.Equal(
            $"\"{written}\"",
            Write<DateTimeOffset, DateTimeCodec>(Read<DateTimeOffset, DateTimeCodec>($"\"{text}\""))
                .Replace("\\u002B", "+", StringComparison.Ordinal)
        );

    [Fact]
    public void The_offset_is_kept() =>
        Assert.Equal(
            new DateTimeOffset(2019, 12, 27, 18, 11, 19, TimeSpan.FromHours(-8)),
            Read<DateTimeOffset, DateTimeCodec>("\"2019-12-27T18:11:19-08:00\"")
        );

    [Fact]
    public void Invalid_date_times_are_rejected() =>
        Fails<DateTimeOffset, DateTimeCodec>(
            "\"\"",
            "\"2019-12-27\"",
            "\"2019-13-27T18:11:19Z\"",
            "\"2019-02-29T18:11:19Z\"",
            "\"2019-12-27T24:00:00Z\"",
            "\"2019-12-27T18:60:19Z\"",
            "\"2019-12-27T18:11:61Z\"",
            "\"2019-12-27T18:11:19.Z\"",
            "\"2019-12-27T18:11:19+15:00\"",
            "\"2019-12-27T18:11:19+5\"",
            "\"2019-12-27T18:11:19Zx\"",
            "\"2019-12-27T18:11:19 Z\"",
            "\"0001-01-01T00:00:00+01:00\"",
            "\"9999-12-31T23:59:60Z\"",
            "\"9999-12-31T23:59:59-01:00\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"+019-12-27T18:11:19Z\"",
            "1577470279",
            "null"
        );

    [Fact]
    public void Dates_times_and_durations_are_read_and_written()
    {
        Assert.Equal("\"2020-02-29\"", Write<DateOnly, DateCodec>(Read<DateOnly, DateCodec>("\"2020-02-29\"")));
        Assert.Equal("\"18:11:19.5\"", Write<TimeOnly, TimeCodec>(Read<TimeOnly, TimeCodec>("\"18:11:19.500\"")));
        Assert.Equal("\"PT1H30M\"", Write<TimeSpan, DurationCodec>(Read<TimeSpan, DurationCodec>("\"PT90M\"")));
        Assert.Equal(TimeSpan.FromDays(14), Read<TimeSpan, DurationCodec>("\"P2W\""));
        Fails<DateOnly, DateCodec>("\"2019-02-29\"", "\"2020-1-1\"", "\"\"", "1");
        Fails<TimeOnly, TimeCodec>("\"24:00\"", "\"23:59:60\"", "\"\"", "1");
        Fails<TimeSpan, DurationCodec>("\"P1M\"", "\"1h\"", "\"\"", "1");
    }

    [Fact]
    public void Uris_are_written_as_they_were_read()
    {
        Assert.Equal("\"https://Example.com/a%2Fb?c=d\"", Write<Uri, UriCodec>(Read<Uri, UriCodec>("\"https://Example.com/a%2Fb?c=d\"")));
        Assert.Equal("\"/relative\"", Write<Uri, UriCodec>(Read<Uri, UriCodec>("\"/relative\"")));
        Fails<Uri, UriCodec>("\"not a uri\"", "\"http://[\"", "\"http://\"", "5");
    }

    [Fact]
    public void Bytes_and_addresses_are_read_and_written()
    {
        Assert.Equal("abc"u8.ToArray(), Read<byte[], BytesCodec>("\"YWJj\""));
        Assert.Equal("\"YWJj\"", Write<byte[], BytesCodec>("abc"u8.ToArray()));
        Assert.Equal("\"2001:db8::1\"", Write<IPAddress, IPAddressCodec>(Read<IPAddress, IPAddressCodec>("\"2001:0db8:0::1\"")));
        Fails<byte[], BytesCodec>("\"*\"", "5");
        Fails<IPAddress, IPAddressCodec>("\"300.1.1.1\"", "\"\"", "5");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ }")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5.10")]
    [InlineData("\"a\"")]
    [InlineData("""{"a":[1,{"b":null}]}""")]
    public void Any_JSON_value_is_an_element(string json) =>
        Assert.Equal(
            json.Replace(" ", "", StringComparison.Ordinal),
            Write<JsonElement, JsonElementCodec>(Read<JsonElement, JsonElementCodec>(json))
        );

    [Fact]
    public void Strings_keep_every_character()
    {
        const string Text = "a\"\\/\b\f\n\r\t\u0000\u0085\u2028ä😀";
        Assert.Equal(Text, Read<string, StringCodec>(Write<string, StringCodec>(Text)));
        Assert.Equal("a\"ä😀", Read<string, StringCodec>("\"a\\\"\\u00e4\\ud83d\\ude00\""));
    }

    [Fact]
    public void Codecs_compose()
    {
        var map = Read<
            IReadOnlyDictionary<string, IReadOnlyList<int?>>,
            MapCodec<IReadOnlyList<int?>, ListCodec<int?, NullableValueCodec<int, Int32Codec>>>
        >("""{"a":[1,null],"":[],"a":[2]}""");

        Assert.Equal(["a", ""], map.Keys);
        Assert.Equal([2], map["a"]); // of equal keys the last wins
        Assert.Equal(
            """{"a":[2],"":[]}""",
            Write<
                IReadOnlyDictionary<string, IReadOnlyList<int?>>,
                MapCodec<IReadOnlyList<int?>, ListCodec<int?, NullableValueCodec<int, Int32Codec>>>
            >(map)
        );
        Assert.Equal(
            ["x", null],
            Read<IReadOnlyList<string?>, ListCodec<string?, NullableReferenceCodec<string, StringCodec>>>("""["x",null]""")
        );
        Fails<IReadOnlyList<string>, ListCodec<string, StringCodec>>("{}", "null", "\"x\"");
        Fails<IReadOnlyDictionary<string, int>, MapCodec<int, Int32Codec>>("[]", "null");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void A_list_has_exactly_its_items(int count)
    {
        int[] expected = [.. Enumerable.Range(0, count)];

        IReadOnlyList<int> list = Read<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(JsonSerializer.Serialize(expected));

        Assert.Equal(expected, list);
    }
}
