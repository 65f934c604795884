using System.Text.Json;
using CfGen.Cases.Tests.ErrorBodies;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>The bodies of errors as types of the document.</summary>
public class ErrorBodyTests
{
    private static Task<ApiStatusException> FailAsync(int status, string body, string contentType = "application/json") =>
        FailAsync(c => c.Orders.CreateAsync(), status, body, contentType);

    private static async Task<ApiStatusException> FailAsync(
        Func<CaseClient, Task> call,
        int status,
        string body,
        string contentType = "application/json"
    )
    {
        await using TestServer server = await TestServer.StartAsync(status, body, contentType);
        CaseClientOptions options = server.CreateOptions<CaseClientOptions>();
        options.MaxRetries = 0;
        using CaseClient client = new(options);
        return await Assert.ThrowsAnyAsync<ApiStatusException>(() => call(client));
    }

    [Fact]
    public async Task A_body_is_the_component_of_its_status()
    {
        ApiStatusException e = await FailAsync(404, """{"title":"No such order","status":404}""", "application/problem+json");

        Assert.True(e.TryGetBody(out ProblemDetails? problem));
        Assert.Equal(("No such order", 404), (problem.Title, problem.Status));
        Assert.False(e.TryGetBody<Invalid>(out _)); // a required member is missing
    }

    [Fact]
    public async Task A_body_is_that_of_a_response_component_a_union_or_a_range()
    {
        Assert.True((await FailAsync(400, """{"fields":["a"]}""")).TryGetBody(out Invalid? invalid));
        Assert.Equal(["a"], invalid.Fields);
        Assert.True((await FailAsync(409, """{"version":7}""")).TryGetBody(out Conflict? conflict));
        Assert.True(conflict.TryGet(out Stale? stale));
        Assert.Equal(7, stale.Version);
        Assert.True((await FailAsync(503, """{"title":"Down"}""")).TryGetBody(out ProblemDetails? problem));
        Assert.Equal("Down", problem.Title);
    }

    [Fact]
    public async Task The_default_of_an_operation_with_a_success_is_an_error()
    {
        await using TestServer server = await TestServer.StartAsync(403, """{"code":12}""");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        ApiForbiddenException e = await Assert.ThrowsAsync<ApiForbiddenException>(() => client.Orders.GetAsync("1"));

        Assert.True(e.TryGetBody(out ErrorModel? body));
        Assert.Equal(12, body.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"fields":"text"}""")]
    [InlineData("""{"fields":[]""")]
    [InlineData("""{"fields":["\ud800"]}""")]
    public async Task A_body_that_does_not_fit_is_none(string body)
    {
        ApiStatusException e = await FailAsync(400, body);

        Assert.False(e.TryGetBody(out Invalid? invalid));
        Assert.Null(invalid);
    }

    [Fact]
    public async Task A_problem_has_its_errors_and_extensions_without_a_description()
    {
        ApiStatusException e = await FailAsync(
            422,
            """{"type":"about:blank","title":"Invalid","status":422,"detail":"d","instance":"/i","errors":{"Name":["a","b"],"Age":"c"},"traceId":"t"}""",
            "application/problem+json"
        );

        Assert.True(e.TryGetBody(out ApiProblem? problem));
        Assert.Equal(
            ("about:blank", "Invalid", 422, "d", "/i"),
            (problem.Type, problem.Title, problem.Status, problem.Detail, problem.Instance)
        );
        Assert.Equal(["a", "b"], problem.Errors["Name"]);
        Assert.Equal(["c"], problem.Errors["Age"]);
        Assert.Equal(["traceId"], problem.Extensions.Keys);
        Assert.Equal("t", problem.Extensions["traceId"].GetString());
    }

    [Fact]
    public async Task A_member_of_a_problem_with_another_type_is_an_extension()
    {
        ApiStatusException e = await FailAsync(400, """{"status":"400","title":5,"errors":[{"pointer":"#/a"}]}""");

        Assert.True(e.TryGetBody(out ApiProblem? problem));
        Assert.Equal((null, null, 0), (problem.Title, problem.Status, problem.Errors.Count));
        Assert.Equal(["errors", "status", "title"], problem.Extensions.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""["body","items",0,"price"]""", "items[0].price")]
    [InlineData("""["query","page"]""", "page")]
    [InlineData("""["body"]""", "body")]
    [InlineData("""["body",3]""", "[3]")]
    [InlineData("[]", null)]
    [InlineData("\"body\"", null)]
    public async Task The_location_of_FastAPI_is_the_field(string location, string? field)
    {
        ApiStatusException e = await FailAsync(422, $$"""{"detail":[{"loc":{{location}},"msg":"wrong","type":"missing"}]}""");

        Assert.Equal(field, Assert.Single(e.Errors).Field);
    }

    [Fact]
    public async Task A_body_that_an_operation_describes_in_place_is_one_type_where_others_have_the_same()
    {
        const string Body = """{"error":{"code":7,"hints":[{"text":"a"}]}}""";
        ApiStatusException[] same =
        [
            await FailAsync(c => c.Orders.UpdateAsync("1"), 400, Body),
            await FailAsync(c => c.Orders.UpdateAsync("1"), 500, Body),
            await FailAsync(c => c.Orders.DeleteAsync("1"), 404, Body),
        ];

        foreach (ApiStatusException e in same)
        {
            Assert.True(e.TryGetBody(out OrdersError? body));
            Assert.Equal((7, "a"), (body.Error.Code, body.Error.Hints![0].Text));
        }

        ApiStatusException other = await FailAsync(c => c.Orders.UpdateAsync("1"), 409, """{"version":3}""");
        Assert.True(other.TryGetBody(out OrdersUpdateConflictError? conflict));
        Assert.Equal(3, conflict.Version);
        Assert.False(other.TryGetBody<OrdersError>(out _));
    }

    [Fact]
    public async Task A_body_of_several_resources_is_called_after_the_API()
    {
        const string Body = """{"inPlace":"x"}""";

        Assert.True((await FailAsync(422, Body)).TryGetBody(out CaseError? body));
        Assert.Equal("x", body.InPlace);
        Assert.True((await FailAsync(c => c.Items.GetAsync(), 418, Body)).TryGetBody(out body));
        Assert.Equal("x", body.InPlace);
    }

    [Fact]
    public async Task A_body_is_a_list_a_map_or_a_scalar()
    {
        ApiStatusException list = await FailAsync(c => c.Orders.UpdateAsync("1"), 403, """[{"reason":"a"},{"reason":"b"}]""");
        Assert.True(list.TryGetBodyList(out IReadOnlyList<OrdersUpdateError>? reasons));
        Assert.Equal(["a", "b"], reasons.Select(r => r.Reason));
        Assert.False(list.TryGetBodyMap<ErrorModel>(out _));
        Assert.False(list.TryGetBody<OrdersUpdateError>(out _));

        ApiStatusException component = await FailAsync(c => c.Orders.UpdateAsync("1"), 418, """[{"title":"t"}]""");
        Assert.True(component.TryGetBodyList(out IReadOnlyList<Problem>? problems));
        Assert.Equal("t", Assert.Single(problems).Title);

        ApiStatusException map = await FailAsync(c => c.Orders.UpdateAsync("1"), 404, """{"a":{"code":1}}""");
        Assert.True(map.TryGetBodyMap(out IReadOnlyDictionary<string, ErrorModel>? byName));
        Assert.Equal(1, byName["a"].Code);
        Assert.False(map.TryGetBodyList<ErrorModel>(out _));

        ApiStatusException text = await FailAsync(c => c.Orders.UpdateAsync("1"), 410, "\"gone\\n\"");
        Assert.True(text.TryGetBody(out string? gone));
        Assert.Equal("gone\n", gone);

        ApiStatusException numbers = await FailAsync(c => c.Orders.UpdateAsync("1"), 423, "[1,2]");
        Assert.True(numbers.TryGetBody(out JsonElement json));
        Assert.Equal(2, json.GetArrayLength());
        Assert.False(numbers.TryGetBody(out string? none));
        Assert.Null(none);
    }

    [Theory]
    [InlineData("[{}]")]
    [InlineData("""[{"reason":"a"}""")]
    [InlineData("""[{"reason":"a"}] trailing""")]
    [InlineData("""[null]""")]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_list_that_does_not_fit_is_none(string body)
    {
        ApiStatusException e = await FailAsync(c => c.Orders.UpdateAsync("1"), 403, body);

        Assert.False(e.TryGetBodyList(out IReadOnlyList<OrdersUpdateError>? list));
        Assert.Null(list);
    }

    [Theory]
    [InlineData("Gone")]
    [InlineData("\"Gone")]
    [InlineData("\"Gone\" or not")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_text_that_is_no_JSON_is_only_in_the_raw_body(string body)
    {
        ApiStatusException e = await FailAsync(c => c.Orders.UpdateAsync("1"), 410, body);

        Assert.False(e.TryGetBody(out string? text));
        Assert.Null(text);
        Assert.Equal(body, e.RawBody);
    }

    [Fact]
    public async Task A_body_of_a_range_is_a_union()
    {
        ApiStatusException e = await FailAsync(c => c.Orders.UpdateAsync("1"), 451, """{"lockedBy":"me"}""");

        Assert.True(e.TryGetBody(out OrdersUpdateClientError? body));
        Assert.True(body.TryGet(out Locked? locked));
        Assert.Equal("me", locked.LockedBy);
    }

    [Theory]
    [InlineData(418)] // of a component
    [InlineData(409)] // of a success and a failure
    public async Task An_envelope_is_that_of_the_runtime(int status)
    {
        ApiStatusException e = await FailAsync(
            c => status == 409 ? c.Orders.DeleteAsync("1") : c.Orders.CreateAsync(),
            status,
            """{"success":false,"errors":[{"code":1003,"message":"bad"}],"messages":["note"],"result":null,"result_info":{"page":2}}"""
        );

        Assert.True(e.TryGetBody(out ApiEnvelope? envelope));
        Assert.False(envelope.Success);
        Assert.Equal((1003, "bad"), (envelope.Errors[0].Code, envelope.Errors[0].Message));
        Assert.Equal((1, 1, "note"), (envelope.ErrorCount, envelope.MessageCount, envelope.Messages[0].Message));
        Assert.Equal(2, envelope.ResultInfo?.Page);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"success":"no","errors":[]}""")]
    [InlineData("[]")]
    public async Task A_body_without_success_is_no_envelope(string body)
    {
        Assert.False((await FailAsync(418, body)).TryGetBody<ApiEnvelope>(out _));
    }

    [Fact]
    public async Task An_envelope_with_a_result_has_a_type_of_its_own()
    {
        ApiStatusException e = await FailAsync(
            c => c.Orders.DeleteAsync("1"),
            422,
            """{"success":false,"errors":[],"result":{"retryAfter":5}}"""
        );

        Assert.True(e.TryGetBody(out OrdersDeleteError? body));
        Assert.Equal(5, body.Result?.RetryAfter);
    }

    [Fact]
    public void Errors_add_their_types_and_no_other()
    {
        IEnumerable<string> types = typeof(CaseClient)
            .Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(CaseClient).Namespace && t.Name.Contains("Error", StringComparison.Ordinal))
            .Select(t => t.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "CaseError",
                "ErrorModel",
                "ItemsError", // of the result of the list: errors do not take its name
                "OrdersDeleteError",
                "OrdersDeleteErrorResult",
                "OrdersError",
                "OrdersErrorError",
                "OrdersErrorErrorHint",
                "OrdersUpdateClientError",
                "OrdersUpdateConflictError",
                "OrdersUpdateError",
            ],
            types
        );
    }
}
