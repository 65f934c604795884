using System.Globalization;
using CfGen.Cases.Tests.OpenEnums;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Open enums as C# has them: constants, patterns, texts; and enums without a value, which are not sent.</summary>
public class OpenEnumTests
{
    [Fact]
    public void Constants_are_labels_of_a_switch_and_arguments_of_attributes()
    {
        static string Describe(OrderStatus status) =>
            status.Value switch
            {
                OrderStatus.Values.Open => "to do",
                OrderStatus.Values.InTransit => "on its way",
                _ => "other",
            };

        Assert.Equal(("to do", "on its way", "other"), (Describe("open"), Describe(OrderStatus.InTransit), Describe("new")));
        Assert.Equal(
            (5L, "values", "case", "low"),
            (Priority.Values.Value5, OrderStatus.ValuesValue.Value, OrderStatus.Values.Case, Values.ValueConstants.Low)
        );
        Assert.Equal("done", GetCategory());

        static string GetCategory() =>
            (
                (System.ComponentModel.CategoryAttribute)
                    typeof(Tagged).GetCustomAttributes(typeof(System.ComponentModel.CategoryAttribute), inherit: false)[0]
            ).Category;
    }

    [System.ComponentModel.Category(OrderStatus.Values.Done)]
    private sealed class Tagged;

    [Fact]
    public void A_pattern_over_the_nested_enum_is_short()
    {
        OrderStatus status = OrderStatus.Open;

        Assert.True(status.AsKnown is OrderStatus.Known.Open or OrderStatus.Known.Done);
        Assert.True(status == OrderStatus.Open);
        Assert.Equal(OrderStatus.Known.Unrecognized, new OrderStatus("new").AsKnown);
        Assert.Equal((Priority.Known.Value0, Priority.Known.Unrecognized), (new Priority(0).AsKnown, default(Priority).AsKnown));
        Assert.NotEqual(default, new Priority(0));
    }

    [Fact]
    public void An_enum_is_parsed_and_formatted_as_other_values_are()
    {
        Assert.Equal(
            (OrderStatus.Done, new OrderStatus("new"), Priority.Value5),
            (Parse<OrderStatus>("done"), Parse<OrderStatus>("new"), Parse<Priority>("5"))
        );
        Assert.Equal(OrderStatus.Done, ParseSpan<OrderStatus>("done"));
        Assert.Throws<FormatException>(() => Parse<Priority>("five"));
        Assert.Throws<FormatException>(() => Parse<OrderStatus>(""));
        Assert.Equal(
            "open 5 new",
            string.Create(CultureInfo.GetCultureInfo("de-DE"), $"{OrderStatus.Open} {Priority.Value5} {new OrderStatus("new")}")
        );
        Span<char> small = stackalloc char[3];
        Assert.Equal((false, 0), (TryFormat(OrderStatus.Open, small, out int written), written));
        Assert.Equal((true, 1), (TryFormat(Priority.Value5, small, out written), written));
        Assert.Equal("5", Priority.Value5.ToString());

        static T Parse<T>(string text)
            where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
        static T ParseSpan<T>(ReadOnlySpan<char> text)
            where T : ISpanParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
        static bool TryFormat<T>(T value, Span<char> to, out int written)
            where T : ISpanFormattable => value.TryFormat(to, out written, "", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Null_is_no_value()
    {
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => new OrderStatus(null!)).ParamName);
        Assert.Throws<ArgumentNullException>(() => (OrderStatus)(string)null!);
    }

    [Fact]
    public async Task Enums_without_a_value_in_a_body_are_named_and_nothing_is_sent()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        OrderStatus status = default;
        Priority priority = default;

        ApiValidationException thrown = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Orders.CreateAsync(
                new()
                {
                    Status = status,
                    Priority = priority,
                    History = [status, OrderStatus.Open, status],
                    Lines = [new() { Status = OrderStatus.Done }, new() { Status = status }],
                    Labels = new Dictionary<string, OrderStatus> { ["a/b"] = status },
                }
            )
        );

        Assert.Empty(server.Requests);
        Assert.Equal(
            ["/status", "/priority", "/history/0", "/history/2", "/lines/1/status", "/labels/a~1b"],
            thrown.Violations.Select(v => v.BodyPointer!)
        );
        Assert.Equal(("body", "required"), (thrown.ParamName, thrown.Violations[0].Rule));
        Assert.Equal("body at /priority has no value: it is the default of the struct Priority (required).", thrown.Violations[1].Message);
    }

    [Fact]
    public async Task Enums_without_a_value_in_parameters_are_named()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        ApiValidationException query = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Orders.ListAsync(
                default,
                new()
                {
                    Priority = default(Priority),
                    Any = [OrderStatus.Open, default],
                    Filter = new() { Status = default(OrderStatus) },
                }
            )
        );
        ApiValidationException path = await Assert.ThrowsAsync<ApiValidationException>(() => client.Priorities.GetAsync(default));

        Assert.Empty(server.Requests);
        Assert.Equal(
            ["status", "parameters.Priority", "parameters.Any[1]", "parameters.Filter"],
            query.Violations.Select(v => v.Parameter)
        );
        Assert.Equal("/status", query.Violations[3].BodyPointer);
        Assert.Equal(
            "priority has no value: it is the default of the struct Priority (path parameter priority; required, #/components/schemas/Priority).",
            Assert.Single(path.Violations).Message
        );
    }

    [Fact]
    public async Task Enums_without_a_value_in_forms_and_lines_are_named()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        ApiValidationException form = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Forms.CreateAsync(new() { State = default })
        );
        ApiValidationException part = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Uploads.CreateAsync(new() { States = [OrderStatus.Open, default] })
        );
        // Lines are written while they are sent.
        ApiConnectionException line = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Lines.CreateAsync(JsonLines.Of([new Line { Status = default }]))
        );

        Assert.Equal(
            ("/state", "/states/1", "/status"),
            (
                form.Violations[0].BodyPointer,
                part.Violations[0].BodyPointer,
                Assert.IsType<ApiValidationException>(line.InnerException).Violations[0].BodyPointer
            )
        );
    }

    [Fact]
    public async Task One_value_is_a_constant_or_a_plain_value_and_zero_is_a_value()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        string? scope = "order";

        await client.Orders.CreateAsync(
            new()
            {
                Status = OrderStatus.Open,
                Priority = Priority.Value0,
                Scope = scope,
                Scopes = ["order"],
                Level = 3,
                Format = Format.V3,
            }
        );

        Assert.Equal(
            """{"kind":"order","status":"open","priority":0,"scope":"order","format":"v3","scopes":["order"],"level":3}""",
            server.SingleRequest.Body
        );
    }
}
