using CfGen.Generator.Tests.Hosting;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Documentation;

/// <summary>The calls of <c>docs/reference/calls.md</c> compile against the clients of the documents that the page names.</summary>
public sealed class TypicalCallsTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<CallsSection> s_sections = CallsPage.Read();

    /// <summary>The section, the namespace, the document, and the operations that the page calls: whole documents take minutes.</summary>
    public static TheoryData<string, string, string, string> Documents { get; } =
        new()
        {
            {
                "Cloudflare",
                "Cloudflare",
                "corpus/cloudflare-api-2024-08-06.json",
                "path:/zones/*/dns_records;path:/zones/*/dns_records/*;path:/zones/*/purge_cache"
            },
            {
                "Stripe",
                "Stripe",
                "corpus/stripe-2023-09-12.yaml",
                "path:/v1/customers;path:/v1/customers/*;path:/v1/payment_intents;path:/v1/refunds"
            },
            { "Netlify", "Netlify", "corpus/netlify-api-v2.yaml", "path:/sites;path:/sites/*;path:/deploys/**" },
            { "OpenAI", "OpenAI", "corpus/openai-api-2.3.0.json", "path:/files;path:/files/*;path:/responses" },
            {
                "Kubernetes",
                "Kubernetes",
                "corpus/kubernetes-2018-12-27-v2.json",
                "path:/api/v1/namespaces/*/pods/**;path:/api/v1/namespaces/*/pods;path:/api/v1/namespaces/*/configmaps;path:/apis/apps/v1/**"
            },
            {
                "Okta",
                "Okta",
                "corpus/okta-management-oneof.yaml",
                "path:/api/v1/users;path:/api/v1/users/*;path:/api/v1/users/*/lifecycle/**"
            },
            { "Spotify", "Spotify", "corpus/spotify-web-official.yaml", "path:/me/**;path:/playlists/*" },
            {
                "DigitalOcean",
                "DigitalOcean",
                "corpus/digitalocean-public-v2/DigitalOcean-public.v2.yaml",
                "path:/v2/droplets;path:/v2/droplets/*;path:/v2/droplets/*/actions;path:/v2/domains/*/records/*"
            },
            { "Docker", "Docker", "corpus/docker-engine-3.0.yaml", "path:/containers/**" },
            { "Discord", "Discord", "corpus/discord-http-v10.json", "path:/channels/*/messages;path:/channels/*/messages/*" },
            { "Vonage", "Vonage", "corpus/vonage-voice.yaml", "" },
            { "ASP.NET Core", "Shop", "cases/aspnet-shop.json", "" },
        };

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_calls_compile(string section, string name, string document, string operations)
    {
        CallsSection calls = Assert.Single(s_sections, s => s.Name == section);
        if (SharedData.Find(document, output) is not { } path)
            return;
        TestDocument client = new TestDocument(path, File.ReadAllText(path))
            .With("Namespace", "Acme." + name)
            .With("ClientName", name + "Client")
            .With("Operations", operations);
        new GeneratorHost([client, .. References(path)]).EditCode(calls.ToProgram()).Run().AssertCompiles();
    }

    [Fact]
    public void Every_section_has_five_calls_and_the_same_ones_of_an_sdk()
    {
        Assert.Equal(Documents.Select(d => (string)d[0]), s_sections.Select(s => s.Name));
        foreach (CallsSection section in s_sections)
        {
            Assert.Equal(["1", "2", "3", "4", "5"], CallsSection.Numbers(section.Calls));
            Assert.Equal(["1", "2", "3", "4", "5"], CallsSection.Numbers(section.SdkCalls));
        }
    }

    /// <summary>The documents that a document in a folder of its own refers to.</summary>
    private static IEnumerable<TestDocument> References(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (Path.GetFileName(folder) is "corpus" or "cases")
            return [];
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => f != path)
            .Order(StringComparer.Ordinal)
            .Select(f => new TestDocument(f, File.ReadAllText(f)) { IsReference = true });
    }
}
