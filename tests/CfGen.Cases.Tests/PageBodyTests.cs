using CfGen.Cases.Tests.PageBodies;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>The objects that hold the items of a list, and have more.</summary>
public class PageBodyTests
{
    [Fact]
    public async Task The_object_of_a_page_has_its_other_properties_and_its_items()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"42","continue":"","later":1},"items":[{"name":"a"},{"name":"b"}]}"""
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Page<Pod> page = await client.Pods.ListAsync().GetPageAsync();
        PodList body = page.GetBody<PodList>();

        Assert.Equal(("42", "v1", "PodList"), (body.Metadata.ResourceVersion, body.ApiVersion, body.Kind));
        Assert.Equal(["a", "b"], body.Items.Select(p => p.Name));
        Assert.Same(body, page.GetBody<PodList>());
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public async Task The_object_within_an_envelope_is_the_result()
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
                TestServer.RespondAsync(
                    context,
                    200,
                    context.Request.Query.ContainsKey("page")
                        ? """{"success":true,"errors":[],"messages":[],"result":{"rules":[],"prev":"1"}}"""
                        : """{"success":true,"errors":[],"messages":[],"result":{"prev":null,"rules":[{"id":"r1"}]}}"""
                )
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        List<string?> previous = [];
        await foreach (var page in client.Rules.ListAsync().AsPages())
            previous.Add(page.GetBody<RuleList>().Prev);

        Assert.Equal([null, "1"], previous);
    }

    /// <summary>The items were read: only who asks for the rest sees that it is wrong.</summary>
    [Fact]
    public async Task A_wrong_object_fails_when_it_is_asked_for()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"items":[{"name":"a"}],"metadata":[]}""");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Page<Pod> page = await client.Pods.ListAsync().GetPageAsync();
        ApiResponseFormatException e = Assert.Throws<ApiResponseFormatException>(page.GetBody<PodList>);

        Assert.Equal("a", Assert.Single(page.Items).Name);
        Assert.Equal(("$.metadata", "listPods"), (e.JsonPath, e.OperationId));
    }

    [Fact]
    public async Task An_object_that_has_nothing_else_has_no_type()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"items":["a"],"page":1,"total":1}""");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Page<string> page = await client.Plain.ListAsync().GetPageAsync();

        Assert.Equal(1, page.TotalCount);
        Assert.Throws<InvalidOperationException>(page.GetBody<PodList>);
        Assert.DoesNotContain(typeof(PodList).Assembly.GetTypes(), t => t.FullName == "CfGen.Cases.Tests.PageBodies.PlainListResponse");
    }
}
