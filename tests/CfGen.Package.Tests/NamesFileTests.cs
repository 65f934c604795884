namespace CfGen.Package.Tests;

/// <summary>The file of names, from the project file to the code: its place, its diagnostics, and that an edit of it is built.</summary>
public sealed class NamesFileTests
{
    private const string Use =
        "namespace Acme; internal static class Use { public static void Of(Cloudflare.CloudflareClient client) => client.Risk.Users.ReadAsync(account: \"\", \"\"); }";

    private const string Names = """{ "get-risk-score": { "name": "risk.users.read", "parameters": { "account_id": "account" } } }""";

    [Fact]
    public async Task The_names_file_renames_operations_reports_its_faults_and_is_an_input_of_the_build()
    {
        using Consumer consumer = NewConsumer(
            """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" Names="names #1's/names.json" />"""
        );
        consumer.Write("names #1's/names.json", Names);
        Outcome build = (await consumer.BuildAsync()).Succeeded();
        Assert.Empty(build.Lines("warning "));
        Assert.False((await consumer.BuildAsync("--no-restore")).Succeeded().Compiled);

        // An older file in its place counts.
        consumer.Write("names #1's/names.json", Names + "\n");
        File.SetLastWriteTimeUtc(consumer.PathOf("names #1's/names.json"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True((await consumer.BuildAsync("--no-restore")).Succeeded().Compiled);

        consumer.Write("names #1's/names.json", Names.Replace("{ \"get", "{ \"nobody\": \"a.b\",\n\"get", StringComparison.Ordinal));
        build = (await consumer.BuildAsync("--no-restore")).Succeeded();
        Assert.Matches(@"names\.json\(1,13\): warning CFG2007", Assert.Single(build.Lines("warning ")));
    }

    [Fact]
    public async Task A_property_sets_the_names_file_of_all_documents_and_a_missing_file_is_CFG2076()
    {
        using Consumer consumer = NewConsumer(
            """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" /><OpenApiClient Include="other.yaml" Namespace="Acme.Other" />""",
            "<CfGenNames>names.yaml</CfGenNames>"
        );
        consumer.Write("other.yaml", Consumer.Specification);
        consumer.Write("names.yaml", "get-risk-score: { name: risk.users.read, parameters: { account_id: account } }");
        Assert.Empty((await consumer.BuildAsync()).Succeeded().Lines("warning "));

        File.Delete(consumer.PathOf("names.yaml"));
        Outcome build = (await consumer.BuildAsync("--no-restore")).Failed();
        Assert.Contains("names.yaml", Assert.Single(build.Lines("error CFG2076")), StringComparison.Ordinal);
        Assert.False(build.Compiled);
    }

    private static Consumer NewConsumer(string items, string properties = "") => Consumer.CreateLibrary(items, Use, properties);
}
