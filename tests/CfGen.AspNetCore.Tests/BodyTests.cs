using System.Text.Json;
using CfGen.AspNetCore.Tests.Client;

namespace CfGen.AspNetCore.Tests;

/// <summary>Bodies of each type that System.Text.Json writes, sent to an API of ASP.NET Core and back.</summary>
public class BodyTests(ExampleServer server) : IClassFixture<ExampleServer>
{
    private static readonly Address s_home = new() { Street = "Main", City = null };

    private static readonly Order s_order = new()
    {
        Id = Guid.NewGuid(),
        Customer = "Bob",
        Total = 0.1,
        At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(-5)),
        Color = Color.DarkGreen,
        ShipTo = s_home,
    };

    private EchoResource Echo => server.Client.Echo;

    [Fact]
    public async Task Numbers_come_back()
    {
        await ExampleServer.AssertEchoAsync(
            new Numbers
            {
                Byte = byte.MaxValue,
                SByte = sbyte.MinValue,
                Short = short.MinValue,
                UShort = ushort.MaxValue,
                Int = int.MinValue,
                UInt = uint.MaxValue,
                Long = long.MinValue,
                ULong = ulong.MaxValue,
                Float = float.MaxValue,
                Double = double.Epsilon,
                Decimal = 79228162514264.25,
            },
            body => Echo.Numbers.BulkCreateAsync(body)
        );
        await ExampleServer.AssertEchoAsync([1, -2], (IReadOnlyList<int> body) => Echo.NumberList.CreateAsync(body));
        await ExampleServer.AssertEchoAsync(-7, body => Echo.Numbers.CreateAsync(body));
        await ExampleServer.AssertEchoAsync(
            new Dictionary<string, double> { ["a"] = 1.5 },
            (IReadOnlyDictionary<string, double> body) => Echo.Decimals.CreateAsync(body)
        );
    }

    [Fact]
    public async Task Texts_and_times_come_back()
    {
        await ExampleServer.AssertEchoAsync(
            new Texts
            {
                Text = "äöü \"\\\n\u2028😀",
                Letter = "ß",
                Id = Guid.NewGuid(),
                Link = new Uri("https://example.org/a?b=c#d"),
                Version = "1.2.3.4",
                Flag = true,
                Bytes = [0, 1, 254, 255],
            },
            body => Echo.Texts.BulkCreateAsync(body)
        );
        await ExampleServer.AssertEchoAsync("text", body => Echo.Texts.CreateAsync(body));
        await ExampleServer.AssertEchoAsync(
            new Times
            {
                Local = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)).AddTicks(1234567),
                Day = new DateOnly(9999, 12, 31),
                Hour = new TimeOnly(23, 59, 58, 999),
                Elapsed = new TimeSpan(-400, 1, 2, 3, 4),
            },
            body => Echo.Times.CreateAsync(body)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nullable_values_come_back(bool isNull)
    {
        await ExampleServer.AssertEchoAsync(
            isNull
                ? new Nullables
                {
                    Number = null,
                    Amount = null,
                    Flag = null,
                    Id = null,
                    Day = null,
                    Hour = null,
                    Elapsed = null,
                    At = null,
                    Text = null,
                    Bytes = null,
                    Color = null,
                    Level = null,
                    Address = null,
                    Names = null,
                    Counts = null,
                }
                : new Nullables
                {
                    Number = 1,
                    Amount = 2.5,
                    Flag = false,
                    Id = Guid.NewGuid(),
                    Day = new DateOnly(2026, 1, 2),
                    Hour = new TimeOnly(4, 5),
                    Elapsed = TimeSpan.FromDays(2),
                    At = DateTimeOffset.UnixEpoch,
                    Text = "",
                    Bytes = [],
                    Color = Color.Blue,
                    Level = 5,
                    Address = s_home,
                    Names = ["a"],
                    Counts = new Dictionary<string, int?> { ["a"] = null, ["b"] = 1 },
                },
            body => Echo.Nullables.CreateAsync(body)
        );
    }

    [Fact]
    public async Task Required_members_are_sent_and_others_take_the_default_of_the_server()
    {
        Requirements response = await Echo.Requirements.CreateAsync(
            new()
            {
                Keyword = "k",
                KeywordNullable = null,
                Attribute = "a",
                Json = 0,
            }
        );

        Assert.Equal(("k", null, "a", 0), (response.Keyword, response.KeywordNullable, response.Attribute, response.Json));
        Assert.Equal((7, "optional", "read-only"), (response.Defaulted, response.Optional, response.ReadOnly));
        await ExampleServer.AssertEchoAsync(response with { ReNamed = "r", Defaulted = 8 }, body => Echo.Requirements.CreateAsync(body));
    }

    [Fact]
    public async Task Lists_and_dictionaries_come_back()
    {
        await ExampleServer.AssertEchoAsync(
            new Collections
            {
                List = [1, 2],
                Array = [Guid.NewGuid()],
                Set = ["a", "b"],
                Objects = [s_home],
                Amounts = new Dictionary<string, double> { ["a b"] = 0.25 },
                ByColor = new Dictionary<string, int> { ["DarkGreen"] = 1 },
                ByNumber = new Dictionary<string, string> { ["-1"] = "minus" },
                ById = new Dictionary<string, Address> { [Guid.NewGuid().ToString()] = s_home },
                Nested = new Dictionary<string, IReadOnlyDictionary<string, long>>
                {
                    ["a"] = new Dictionary<string, long> { ["b"] = long.MaxValue },
                },
                Days = new Dictionary<string, IReadOnlyList<DateOnly>> { ["a"] = [DateOnly.MinValue] },
                Matrix =
                [
                    [1],
                    [],
                    [2, 3],
                ],
                Maps = [new Dictionary<string, string> { ["a"] = "b" }],
            },
            body => Echo.Collections.CreateAsync(body)
        );
        await ExampleServer.AssertEchoAsync(new PageOfOrder { Items = [s_order, s_order], Total = 2 }, body => Echo.Page.CreateAsync(body));
        await ExampleServer.AssertEchoAsync(new PairOfAddressAndOrder { Left = s_home, Right = null }, body => Echo.Pair.CreateAsync(body));
        await ExampleServer.AssertEchoAsync(new Employee { Name = "n", Salary = 1.5 }, body => Echo.Employee.CreateAsync(body));
        Tree leaf = new()
        {
            Name = "leaf",
            Children = [],
            Parent = null,
        };
        await ExampleServer.AssertEchoAsync(
            new Tree
            {
                Name = "root",
                Children = [leaf, leaf],
                Parent = leaf,
            },
            body => Echo.Tree.CreateAsync(body)
        );
    }

    [Fact]
    public async Task Enums_come_back_as_texts_and_numbers()
    {
        await ExampleServer.AssertEchoAsync(
            new Enums
            {
                Color = Color.DarkGreen,
                MaybeColor = null,
                Level = 5,
                MaybeLevel = 10,
                Access = 3,
                Colors = [Color.Red, Color.Blue],
                Levels = [0, 10],
                Priority = Priority.VeryHigh,
            },
            body => Echo.Enums.CreateAsync(body)
        );
        Assert.Equal(Color.Blue, await Echo.Color.CreateAsync(Color.Blue));
    }

    [Fact]
    public async Task Any_JSON_comes_back()
    {
        JsonElement any = JsonSerializer.SerializeToElement(new { a = 1, b = new object?[] { null, "x" } });
        await ExampleServer.AssertEchoAsync(
            new Anything
            {
                Element = any,
                Node = any,
                Object = any,
                Array = [any],
                Value = any,
            },
            body => Echo.Anything.CreateAsync(body)
        );
        await ExampleServer.AssertEchoAsync(new Open { Name = "n" }, body => Echo.OpenAsync(body));
    }

    [Fact]
    public async Task Bodies_of_other_methods_and_optional_bodies_arrive()
    {
        await ExampleServer.AssertEchoAsync(s_home, body => Echo.Body.DeleteAsync(body));
        await ExampleServer.AssertEchoAsync(s_home, body => Echo.Body.UpdateAsync(body));
        Assert.Equal("none", await Echo.Optional.CreateAsync());
        Assert.Equal("Main", await Echo.Optional.CreateAsync(s_home));
        await ExampleServer.AssertEchoAsync(
            new Rules
            {
                Number = 10,
                Share = 0.5,
                Text = "ab",
                Code = "ABC",
                Tags = ["t"],
                Email = "a@example.org",
                Link = new Uri("https://example.org/"),
            },
            body => Echo.Rules.CreateAsync(body)
        );
    }
}
