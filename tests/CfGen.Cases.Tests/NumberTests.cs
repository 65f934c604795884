using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Numbers that are also written as text, and the formats of numbers.</summary>
public class NumberTests
{
    [Fact]
    public async Task Numbers_of_ASP_NET_Core_are_read_from_numbers_and_from_text()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """
            [{"date":"2026-01-02","temperatureC":"-7","rain":"1.5e2","total":"9007199254740993","price":12.5,"nan":"NaN","samples":["1",2],"counts":{"a":"3"}},
             {"date":"2026-01-03","temperatureC":8,"rain":null,"total":2}]
            """
        );
        using AspNetNumbers.CaseClient client = new(server.CreateOptions<AspNetNumbers.CaseClientOptions>());

        List<AspNetNumbers.WeatherForecast> days = [];
        await foreach (AspNetNumbers.WeatherForecast day in client.Weatherforecast.ListAsync(3, new() { Stations = [1, 2] }))
            days.Add(day);

        Assert.Equal("/weatherforecast?days=3&stations=1&stations=2", server.SingleRequest.Target);
        Assert.Equal((-7, 150d, 9007199254740993, 12.5), (days[0].TemperatureC, days[0].Rain, days[0].Total, days[0].Price));
        Assert.Equal(float.NaN, days[0].Nan);
        Assert.Equal([1, 2], days[0].Samples!);
        Assert.Equal(3, days[0].Counts!["a"]);
        Assert.Equal((8, null, 2L), (days[1].TemperatureC, days[1].Rain, days[1].Total));
    }

    [Fact]
    public async Task Numbers_of_ASP_NET_Core_are_written_as_numbers()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using AspNetNumbers.CaseClient client = new(server.CreateOptions<AspNetNumbers.CaseClientOptions>());

        await client.Weatherforecast.CreateAsync(
            new()
            {
                Date = new DateOnly(2026, 1, 2),
                TemperatureC = -7,
                Total = 9007199254740993,
                Rain = 0.5,
                Samples = (int[])[1],
            }
        );

        Assert.Equal(
            """{"date":"2026-01-02","temperatureC":-7,"rain":0.5,"total":9007199254740993,"samples":[1]}""",
            server.SingleRequest.Body
        );
    }

    [Theory]
    [InlineData("\"seven\"")]
    [InlineData("\"1 \"")]
    [InlineData("\"\"")]
    [InlineData("\"2147483648\"")]
    [InlineData("\"1.5\"")]
    public async Task A_text_that_is_no_such_number_is_an_error_at_its_path(string value)
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            $$"""[{"date":"2026-01-02","temperatureC":{{value}},"total":1}]"""
        );
        using AspNetNumbers.CaseClient client = new(server.CreateOptions<AspNetNumbers.CaseClientOptions>());

        ApiResponseFormatException fault = await Assert.ThrowsAsync<ApiResponseFormatException>(async () =>
            await client.Weatherforecast.ListAsync(3).GetPageAsync()
        );

        Assert.Equal("$[0].temperatureC", fault.JsonPath);
        Assert.Contains("expected a number, or a number in a string", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_of_only_a_format_or_a_pattern_has_the_type_of_it()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """
            {"temperatureF":"-7","temperatureD":1.5,"temperatureL":"9007199254740993","list":["4",5],"when":"2026-01-02T03:04:05Z","id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","flags":"B"}
            """
        );
        using AspNetTypeless.CaseClient client = new(server.CreateOptions<AspNetTypeless.CaseClientOptions>());

        AspNetTypeless.Temps temps = await client.Temps.GetAsync(days: 3, new() { Ids = [1, 2] });

        Assert.Equal("/temps?days=3&ids=1&ids=2", server.SingleRequest.Target);
        Assert.Equal((-7, 1.5, 9007199254740993), (temps.TemperatureF, temps.TemperatureD, temps.TemperatureL));
        Assert.Equal([4, 5], temps.List!);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), temps.When);
        Assert.Equal(Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"), temps.Id);
        Assert.Equal("B", temps.Flags?.Value);
    }

    [Fact]
    public async Task The_largest_values_of_each_format_are_read_and_sent()
    {
        const string Money = """
            {"dec":0.1000000000000000000000000001,"money":12.30,"ulong":18446744073709551615,"uint":4294967295,"byte":255,"short":-32768,"bigint":9223372036854775807,"int32num":7,"int64num":8,"cents":18446744073709551615}
            """;
        await using TestServer server = await TestServer.StartAsync(200, Money);
        using Decimals.CaseClient client = new(server.CreateOptions<Decimals.CaseClientOptions>());

        Decimals.Money money = await client.Money.GetAsync();
        await client.Money.CreateAsync(money);

        Assert.Equal(
            (0.1000000000000000000000000001m, 12.30m, ulong.MaxValue, (long)uint.MaxValue),
            (money.Dec, money.MoneyValue, money.Ulong, money.Uint)
        );
        Assert.Equal(
            (255, -32768, long.MaxValue, 7, 8L, ulong.MaxValue),
            (money.Byte, money.Short, money.Bigint, money.Int32num, money.Int64num, money.Cents)
        );
        Assert.Equal(Money.Trim(), server.Requests.Last().Body);
    }

    [Fact]
    public async Task The_limits_of_a_format_are_checked_before_sending()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using Decimals.CaseClient client = new(server.CreateOptions<Decimals.CaseClientOptions>());

        ApiValidationException violation = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Money.CreateAsync(
                new()
                {
                    Byte = 256,
                    Short = -32769,
                    Uint = 4294967296,
                }
            )
        );

        Assert.Equal(["/uint", "/byte", "/short"], violation.Violations.Select(v => v.BodyPointer));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_number_whose_example_is_a_text_is_written_as_text()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using TextNumbers.CaseClient client = new(server.CreateOptions<TextNumbers.CaseClientOptions>());

        await client.Prices.CreateAsync(
            new()
            {
                AsText = -12,
                Plain = 3,
                Pydantic = 1.10m,
                Big = ulong.MaxValue,
                Huge = Int128.MaxValue,
                Map = new Dictionary<string, decimal> { ["a"] = 2.50m },
            }
        );

        Assert.Equal(
            """{"pydantic":1.10,"asText":"-12","plain":3,"big":18446744073709551615,"huge":170141183460469231731687303715884105727,"map":{"a":2.50}}""",
            server.SingleRequest.Body
        );
    }

    [Fact]
    public async Task A_number_or_another_text_stays_a_union()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"pydantic":"3.14","plain":"7","huge":-1,"version":"latest","zip":"01234","either":"x","mixed":{"amount":"2.5"},"map":{"a":"0.1"}}"""
        );
        using TextNumbers.CaseClient client = new(server.CreateOptions<TextNumbers.CaseClientOptions>());

        TextNumbers.Prices prices = await client.Prices.GetAsync(new() { AtMost = 1.5m, XPage = 2 });

        Assert.Equal(("/prices?at-most=1.5", "2"), (server.SingleRequest.Target, server.SingleRequest["X-Page"]));
        Assert.Equal((3.14m, 7L, (Int128)(-1)), (prices.Pydantic, prices.Plain, prices.Huge));
        Assert.Equal(("latest", "01234", "x"), (prices.Version!.Value, prices.Zip!.Value, prices.Either!.Value));
        Assert.Equal(2.5m, Assert.IsType<TextNumbers.PricesMixedAmount>(prices.Mixed!.Value).Amount);
        Assert.Equal(0.1m, prices.Map!["a"]);
    }

    [Fact]
    public async Task The_limits_of_a_text_number_hold_in_a_header()
    {
        await using TestServer server = await TestServer.StartAsync(200, "{}");
        using TextNumbers.CaseClient client = new(server.CreateOptions<TextNumbers.CaseClientOptions>());

        ApiValidationException violation = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Prices.GetAsync(new() { XPage = 10 })
        );

        Assert.Contains("X-Page", violation.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_other_numbers_and_texts_are_read_and_sent()
    {
        const string Money = """
            {"plain":0.1,"dbl":1.5,"flt":0.5,"multiple":0.05,"decString":"1.10","longString":"9007199254740993","plainInt":-1,"i32":-2147483648,"i64":9223372036854775807}
            """;
        await using TestServer server = await TestServer.StartAsync(200, Money);
        using Decimals.CaseClient client = new(server.CreateOptions<Decimals.CaseClientOptions>());

        Decimals.Money money = await client.Money.GetAsync(
            new()
            {
                Min = 0.1000000000000000000000000001m,
                Big = long.MinValue,
                D = 1e-7,
            }
        );
        await client.Money.CreateAsync(money);

        Assert.Equal("/money?min=0.1000000000000000000000000001&big=-9223372036854775808&d=1E-07", server.Requests.First().Target);
        Assert.Equal((0.1, 1.5, 0.5f, 0.05), (money.Plain, money.Dbl, money.Flt, money.Multiple));
        Assert.Equal(("1.10", "9007199254740993"), (money.DecString, money.LongString));
        Assert.Equal((-1L, int.MinValue, long.MaxValue), (money.PlainInt, money.I32, money.I64));
        Assert.Equal(Money.Trim(), server.Requests.Last().Body);
    }
}
