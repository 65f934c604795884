using CfGen.Cases.Tests.ErrorBodies;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>The bodies of errors as types of the document.</summary>
public class ErrorBodyTests
{
    private static async Task<ApiStatusException> FailAsync(int status, string body, string contentType = "application/json")
    {
        await using TestServer server = await TestServer.StartAsync(status, body, contentType);
        CaseClientOptions options = server.CreateOptions<CaseClientOptions>();
        options.MaxRetries = 0;
        using CaseClient client = new(options);
        return await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.Orders.CreateAsync());
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
    public void Only_bodies_of_components_have_types_of_their_own()
    {
        IEnumerable<string> types = typeof(CaseClient)
            .Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(CaseClient).Namespace)
            .Select(t => t.Name);

        Assert.DoesNotContain("Failure", types);
        Assert.DoesNotContain(types, t => t.Contains("Error", StringComparison.Ordinal) && t != "ErrorModel");
    }
}
