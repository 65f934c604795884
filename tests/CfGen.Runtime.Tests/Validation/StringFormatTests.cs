using CfGen.CodeGen;
using CfGen.Validation;

namespace CfGen.Runtime.Tests.Validation;

public class StringFormatTests
{
    [Theory]
    [InlineData(StringFormat.DateTime, "2019-12-27T18:11:19.117Z", "2019-12-27T18:11:19+01:00")]
    [InlineData(StringFormat.Date, "2019-12-27", "2020-02-29")]
    [InlineData(StringFormat.Time, "18:11:19Z", "18:11:19.5+01:00")]
    [InlineData(StringFormat.Duration, "PT1H30M", "P1Y2M3DT4H", "P3W")]
    [InlineData(StringFormat.Email, "a@b.c", "first.last+tag@example.com")]
    [InlineData(StringFormat.Uri, "https://example.com/a?b#c", "urn:uuid:x", "mailto:a@b.c")]
    [InlineData(StringFormat.UriReference, "/a/b", "a", "https://example.com")]
    [InlineData(StringFormat.Ipv4, "192.168.0.1", "0.0.0.0")]
    [InlineData(StringFormat.Ipv6, "::1", "2001:db8::ff00:42:8329")]
    [InlineData(StringFormat.Hostname, "example.com", "a-b", "xn--bcher-kva.example")]
    [InlineData(StringFormat.Byte, "", "YWJj", "YWI=")]
    public void Valid_strings_have_the_format(StringFormat format, params string[] values) =>
        Assert.All(values, v => Assert.True(StringFormats.Matches(v, format), v));

    [Theory]
    [InlineData(
        StringFormat.DateTime,
        "",
        "2019-12-27",
        "2019-12-27T18:11:19",
        "2019-02-30T18:11:19Z",
        "2019-12-27T25:11:19Z",
        "٢٠١٩-12-27T18:11:19Z",
        "2019-12-27T18:11:19Z "
    )]
    [InlineData(StringFormat.Date, "", "2019-12-27T00:00:00Z", "2019-13-01", "2019-02-29", "27.12.2019")]
    [InlineData(StringFormat.Time, "", "24:00:00", "now")]
    [InlineData(StringFormat.Duration, "", "P", "PT", "1h", "P1")]
    [InlineData(StringFormat.Email, "", "a", "@b", "a@", "a b@c.d", "a@b..c", "a@b\n")]
    [InlineData(StringFormat.Uri, "", "not a uri", "/a/b", "example.com", "https://exa mple.com")]
    [InlineData(StringFormat.Ipv4, "", "256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "::1", "1.2.3.x")]
    [InlineData(StringFormat.Ipv6, "", "1.2.3.4", "[::1]", "::g")]
    [InlineData(StringFormat.Hostname, "", "-a", "a-", "a..b", "a_b", "a b", "bücher.example")]
    [InlineData(StringFormat.Byte, "a", "****")]
    public void Invalid_strings_do_not_have_the_format(StringFormat format, params string[] values) =>
        Assert.All(values, v => Assert.False(StringFormats.Matches(v, format), v));
}
