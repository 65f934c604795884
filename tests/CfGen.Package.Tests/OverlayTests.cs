namespace CfGen.Package.Tests;

/// <summary>Overlays, from the project file to the code: their places, their diagnostics, and that an edit of one is built.</summary>
public sealed class OverlayTests
{
    private const string Use =
        "namespace Acme; internal static class Use { public static void Of(Cloudflare.CloudflareClient client) => client.Risk.Users.ReadAsync(\"\", \"\"); }";

    private const string Head = "overlay: 1.1.0\ninfo: { title: Ours, version: '1' }\nactions:\n";
    private const string Rename = "- { target: '$..[?@.operationId == \"get-risk-score\"]', update: { x-cfgen-name: risk.users.read } }\n";

    [Fact]
    public async Task Overlays_are_applied_in_order_and_are_inputs_of_the_build()
    {
        using Consumer consumer = NewConsumer(
            """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" Overlay="overlays #1's/wrong.yaml; ours.json" />"""
        );
        consumer.Write("overlays #1's/wrong.yaml", Head + Rename.Replace("risk.users.read", "not.this", StringComparison.Ordinal));
        consumer.Write(
            "ours.json",
            """
            {
              "overlay": "1.0.0", "info": { "title": "Ours", "version": "1" },
              "actions": [ { "target": "$..[?@.operationId == 'get-risk-score']", "update": { "x-cfgen-name": "risk.users.read" } } ]
            }
            """
        );
        Outcome build = (await consumer.BuildAsync()).Succeeded();
        Assert.Empty(build.Lines("warning "));
        Assert.False((await consumer.BuildAsync("--no-restore")).Succeeded().Compiled);

        // An older file in its place counts.
        string edited = Head + Rename + "- { target: $.nowhere, remove: true }\n";
        consumer.Write("overlays #1's/wrong.yaml", edited);
        File.SetLastWriteTimeUtc(consumer.PathOf("overlays #1's/wrong.yaml"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        build = (await consumer.BuildAsync("--no-restore")).Succeeded();
        Assert.True(build.Compiled);
        Assert.Matches(@"wrong\.yaml\(5,13\): warning CFG1090", Assert.Single(build.Lines("warning ")));
    }

    [Fact]
    public async Task A_property_sets_the_overlays_of_all_documents_and_a_missing_file_is_CFG2076()
    {
        using Consumer consumer = NewConsumer(
            """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" /><OpenApiClient Include="other.yaml" Namespace="Acme.Other" />""",
            "<CfGenOverlay>ours.yaml;more.yaml</CfGenOverlay>"
        );
        consumer.Write("other.yaml", Consumer.Specification);
        consumer.Write("ours.yaml", Head + Rename);
        consumer.Write("more.yaml", Head + "- { target: $.info, update: { description: Ours } }\n");
        Assert.Empty((await consumer.BuildAsync()).Succeeded().Lines("warning "));

        File.Delete(consumer.PathOf("more.yaml"));
        Outcome build = (await consumer.BuildAsync("--no-restore")).Failed();
        string error = Assert.Single(build.Lines("error CFG2076"));
        Assert.Contains("more.yaml", error, StringComparison.Ordinal);
        Assert.DoesNotContain("ours.yaml", error, StringComparison.Ordinal);
        Assert.False(build.Compiled);
    }

    private static Consumer NewConsumer(string items, string properties = "") => Consumer.CreateLibrary(items, Use, properties);
}
