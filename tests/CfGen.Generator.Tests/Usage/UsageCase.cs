namespace CfGen.Generator.Tests.Usage;

/// <summary>Code that uses a client in one way, and the method that has to be emitted for it.</summary>
/// <param name="Method">The method, as <c>ZonesResource.GetAsync</c>; empty where a type is needed.</param>
/// <param name="Type">The type; empty where a method is needed.</param>
/// <param name="Code">The C#.</param>
internal sealed record UsageCase(string Method, string Type, string Code)
{
    private const string Get = "ZonesResource.GetAsync";

    /// <summary>All ways, by name.</summary>
    public static IReadOnlyDictionary<string, UsageCase> All { get; } =
        new Dictionary<string, UsageCase>
        {
            ["a call"] = Of(Get, "static Task<Zone> F(ApiClient c) => c.Zones.GetAsync(\"x\");"),
            ["var"] = Of(Get, "static async Task F(ApiClient c) { var z = c.Zones; var g = await z.GetAsync(\"x\"); _ = g.Owner?.Plans; }"),
            ["a conditional access"] = Of(Get, "static Task<Zone>? F(ApiClient? c) => c?.Zones?.GetAsync(\"x\");"),
            ["a generic method"] = Of(
                Get,
                "static Task<T> Run<T>(ApiClient c, System.Func<ApiClient, Task<T>> f) => f(c); static Task F(ApiClient c) => Run(c, x => x.Zones.GetAsync(\"x\"));"
            ),
            ["a type argument"] = Of(Get, "static Task<Zone> F<T>(T z) where T : ZonesResource => z.GetAsync(\"x\");"),
            ["a method group"] = Of(
                Get,
                "static System.Func<string, CfGen.RequestOptions?, System.Threading.CancellationToken, Task<Zone>> F(ApiClient c) => c.Zones.GetAsync;"
            ),
            ["nameof"] = Of(Get, "const string F = nameof(ZonesResource.GetAsync);"),
            ["an interpolation"] = Of(Get, "static string F(ApiClient c) => $\"a {c.Zones.GetAsync($\"{1}\").Id,3:x} Zones\";"),
            ["a raw interpolation"] = Of(Get, "static string F(ApiClient c) => $$\"\"\"{ {{c.Zones.GetAsync(\"x\").Id}} }\"\"\";"),
            ["verbatim names"] = Of(Get, "static Task<Zone> F(ApiClient c) => c.@Zones.@GetAsync(\"x\");"),
            ["unicode escapes"] = Of(Get, @"static Task<Zone> F(ApiClient c) => c.Z\u006fnes.\U00000047etAsync(""x"");"),
            ["a format character"] = Of(Get, "static Task<Zone> F(ApiClient c) => c.Zo\u00ADnes.Get\u200BAsync(\"x\");"),
            ["dynamic"] = Of(Get, "static Task F(ApiClient c) { dynamic z = c.Zones; return z.GetAsync(\"x\"); }"),
            ["an active #if"] = Of(Get, "\n#if NET9_0_OR_GREATER\nstatic Task F(ApiClient c) => c.Zones.GetAsync(\"x\");\n#endif\n"),
            ["a pattern"] = Of(Get, "static Task? F(object o) => o is ApiClient { Zones: { } z } ? z.GetAsync(\"x\") : null;"),
            ["a query"] = new(
                Get,
                "",
                Wrap("static object F(ApiClient[] a) => from c in a select c.Zones.GetAsync(\"x\");", "using System.Linq;")
            ),
            ["an attribute"] = Of(Get, "[System.Obsolete(nameof(ZonesResource.GetAsync))] static void F() { }"),
            ["the other method"] = Of(Get, "static Task F(ApiClient c) => c.Zones.GetWithResponseAsync(\"x\");"),
            ["an injected resource"] = Of(Get, "sealed class S(ZonesResource zones) { public Task F() => zones.GetAsync(\"x\"); }"),
            ["a cref"] = Of(Get, "/// <summary>As <see cref=\"ZonesResource.GetAsync\"/>.</summary>\nsealed class S;"),
            ["a fake class"] = Of(
                Get,
                "sealed class Fake : ZonesResource { public override Task<Zone> GetAsync(string id, CfGen.RequestOptions? options = null, System.Threading.CancellationToken cancellationToken = default) => Task.FromResult(new Zone { Name = id }); }"
            ),
            ["a list"] = Of(
                "ZonesResource.ListAsync",
                "static async Task F(ApiClient c) { await foreach (var z in c.Zones.ListAsync(new() { Order = \"a\" })) _ = z.Name; }"
            ),
            ["a resource of a resource"] = Of(
                "RecordsResource.ListAsync",
                "static async Task F(ApiClient c) { await foreach (var r in c.Zones.Records.ListAsync(\"x\")) _ = r.ToString(); }"
            ),
            ["a resource that is passed on"] = Of(
                "RecordsResource.ListAsync",
                "static RecordsResource F(ApiClient c) => c.Zones.Records; static object G(RecordsResource r) => r.ListAsync(\"x\");"
            ),
            ["the client itself"] = Of("ApiClient.PingAsync", "static async Task F(ApiClient c) => _ = (await c.PingAsync()).At;"),
            ["a target-typed body"] = Of(
                "UsersResource.CreateAsync",
                "static Task F(ApiClient c) => c.Users.CreateAsync(new() { Name = \"a\", Role = new(\"admin\") });"
            ),
            ["a deprecated operation"] = Of(
                "ZonesResource.PurgeAsync",
                "\n#pragma warning disable CS0618, CS0612\nstatic Task F(ApiClient c) => c.Zones.PurgeAsync(\"x\", new() { Everything = true });"
            ),
            ["a variant"] = Of("ThingsResource.SendAsync", "static object F(ApiClient c) => c.Things.SendWithFilesStreamingAsync();"),
            ["the first of variants"] = Of("ThingsResource.SendWithFilesAsync", "static object F(ApiClient c) => c.Things.SendAsync();"),
            ["the parameters type alone"] = Of("ZonesResource.ListAsync", "static ZonesListParameters F() => new() { Order = \"a\" };"),
            ["a type alone"] = OfType("Owner", "static Owner F() => new() { Name = \"a\" };"),
            ["a type argument alone"] = OfType(
                "Plan",
                "\n#pragma warning disable CS0618\nstatic System.Type F() => typeof(System.Lazy<Plan>);"
            ),
            ["a type of a type"] = OfType("Limit", "static object? F(Owner o) => o.Plans?[0].Limits?[\"a\"].Count;"),
            ["an alias"] = new(Get, "", Wrap("static Task F(Z z) => z.GetAsync(\"x\");", "using Z = Acme.Api.ZonesResource;")),
            ["a qualified name"] = Of(Get, "static Task F(global::Acme.Api.ZonesResource z) => z.GetAsync(\"x\");"),
            ["extension members"] = new(
                Get,
                "",
                Wrap("") + "internal static class E { extension(ZonesResource z) { public Task<Zone> First() => z.GetAsync(\"1\"); } }"
            ),
            ["a part of a resource"] = new(
                Get,
                "",
                Wrap("") + "namespace Acme.Api { partial class ZonesResource { public Task<Zone> FirstAsync() => GetAsync(\"1\"); } }"
            ),
            ["a private member"] = new(
                Get,
                "",
                Wrap("") + "namespace Acme.Api { partial class ZonesResource { private object First() => CreateGetRequest(\"1\", null); } }"
            ),
            ["a private field"] = new(
                Get,
                "",
                Wrap("") + "namespace Acme.Api { partial class ZonesResource { private object First() => s_get; } }"
            ),
            ["a field of a resource"] = new(
                "RecordsResource.ListAsync",
                "",
                Wrap("")
                    + "namespace Acme.Api { partial class ZonesResource { internal object? First() => _recordsResource?.ListAsync(\"1\"); } }"
            ),
            ["a part of a model"] = new(
                "",
                "Owner",
                Wrap("") + "namespace Acme.Api { partial record Owner { public string Label => Name; } }"
            ),
            ["a disposed part of the client"] = new(
                "ApiClient.PingAsync",
                "",
                Wrap("") + "namespace Acme.Api { partial class ApiClient { public Task WarmAsync() => PingAsync(); } }"
            ),
        };

    public static UsageCase Of(string method, string member) => new(method, "", Wrap(member));

    public static UsageCase OfType(string type, string member) => new("", type, Wrap(member));

    private static string Wrap(string member, string directive = "") =>
        $"{directive}\nusing Acme.Api; using System.Threading.Tasks;\n#nullable enable\ninternal static class Program {{ {member} }}\n";
}
