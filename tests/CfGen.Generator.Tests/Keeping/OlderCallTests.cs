using System.Globalization;
using CfGen.Generator.Configuration;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static CfGen.Generator.Tests.Keeping.OlderCallCase;

namespace CfGen.Generator.Tests.Keeping;

/// <summary>The signatures of a listing that the client keeps as hidden overloads.</summary>
public class OlderCallTests
{
    /// <summary>Parameters and body before and after, and the overloads that stay: their arguments, and those of the call.</summary>
    public static TheoryData<string, string, string, string, string[]> Kept =>
        new()
        {
            {
                "{ name: q, in: query, required: true, schema: { type: string } }",
                "",
                "{ name: q, in: query, schema: { type: string } }",
                "",
                ["(string id, string q) => (id, new _api::ThingsPutParameters { Q = q })"]
            },
            {
                "{ name: q, in: query, required: true, schema: { type: string } }, { name: r, in: query, schema: { type: boolean } }",
                Body,
                "{ name: q, in: query, schema: { type: string } }, { name: r, in: query, schema: { type: boolean } }, { name: s, in: query, schema: { type: string } }",
                Body,
                [
                    "(string id, _api::Thing body, string q) => (id, body, new _api::ThingsPutParameters { Q = q })",
                    "(string id, _api::Thing body, string q, _api::ThingsPutParameters? parameters = null) => (id, body, new _api::ThingsPutParameters { Q = q, R = parameters?.R, S = parameters?.S })",
                ]
            },
            {
                "{ name: r, in: query, schema: { type: boolean } }",
                "",
                "{ name: r, in: query, schema: { type: boolean } }",
                OptionalBody,
                ["(string id, _api::ThingsPutParameters? parameters = null) => (id, null, parameters)"]
            },
            {
                "{ name: r, in: query, schema: { type: boolean } }",
                Body,
                "{ name: r, in: query, schema: { type: boolean } }",
                OptionalBody,
                ["(string id, _api::Thing body) => (id, body, null)"]
            },
            {
                "{ name: size, in: query, required: true, schema: { type: integer, format: int32 } }",
                "",
                "{ name: size, in: query, schema: { type: number, format: double } }",
                "",
                ["(string id, int size) => (id, new _api::ThingsPutParameters { Size = size })"]
            },
            {
                "{ name: state, in: query, required: true, schema: { type: string } }",
                "",
                "{ name: state, in: query, schema: { $ref: '#/components/schemas/State' } }",
                "",
                ["(string id, string state) => (id, new _api::ThingsPutParameters { State = state })"]
            },
            {
                "{ name: q, in: query, required: true, schema: { type: string } }, { name: p, in: query, required: true, schema: { type: boolean } }",
                "",
                "{ name: p, in: query, required: true, schema: { type: boolean } }, { name: q, in: query, required: true, schema: { type: string } }",
                "",
                ["(string id, string q, bool p) => (id, p, q)"]
            },
            // A signature that a shorter overload has is there already.
            { "", "", "{ name: r, in: query, schema: { type: boolean } }", "", [] },
            { "", "", "", OptionalBody, [] },
            {
                "{ name: r, in: query, schema: { type: boolean } }",
                "",
                "{ name: r, in: query, schema: { type: boolean } }, { name: s, in: query, schema: { type: boolean } }",
                "",
                []
            },
            // What has to be passed now cannot be invented.
            { "", "", "{ name: q, in: query, required: true, schema: { type: string } }", "", [] },
            { "", "", "", Body, [] },
            { "", OptionalBody, "", Body, [] },
            {
                "{ name: q, in: query, schema: { type: string } }",
                "",
                "{ name: q, in: query, required: true, schema: { type: string } }",
                "",
                []
            },
            {
                "{ name: q, in: query, required: true, schema: { type: string } }",
                OptionalBody,
                "{ name: q, in: query, schema: { type: string } }",
                Body,
                []
            },
            // What is gone cannot be sent.
            { "{ name: q, in: query, required: true, schema: { type: string } }", "", "", "", [] },
            {
                "{ name: q, in: query, required: true, schema: { type: string } }",
                "",
                "{ name: r, in: query, schema: { type: string } }",
                "",
                []
            },
            // The type is another one.
            {
                "{ name: q, in: query, required: true, schema: { type: string } }",
                "",
                "{ name: q, in: query, schema: { type: integer } }",
                "",
                []
            },
            // C# would take the old call for one of the present method, with other values.
            {
                "{ name: q, in: query, required: true, schema: { type: string } }, { name: p, in: query, required: true, schema: { type: string } }",
                "",
                "{ name: p, in: query, required: true, schema: { type: string } }, { name: q, in: query, required: true, schema: { type: string } }",
                "",
                []
            },
            {
                "{ name: q, in: query, required: true, schema: { type: integer } }, { name: p, in: query, required: true, schema: { type: number } }",
                "",
                "{ name: p, in: query, required: true, schema: { type: number } }, { name: q, in: query, required: true, schema: { type: integer } }",
                "",
                []
            },
            {
                "{ name: q, in: query, required: true, schema: { $ref: '#/components/schemas/State' } }, { name: p, in: query, required: true, schema: { type: string } }",
                "",
                "{ name: p, in: query, required: true, schema: { type: string } }, { name: q, in: query, required: true, schema: { $ref: '#/components/schemas/State' } }",
                "",
                []
            },
        };

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_signature_stays_where_the_present_method_takes_its_arguments(
        string oldParameters,
        string oldBody,
        string parameters,
        string body,
        string[] expected
    )
    {
        GeneratorRun run = GeneratorHost.Generate(Create(parameters, body), List(Create(oldParameters, oldBody)));

        Assert.Empty(run.CompilerDiagnostics);
        string[] found = GetOlder(run);
        Assert.Equal(
            expected
                .Concat(expected.Select(e => Replace(e, "(string id", "(global::System.Guid id", "(id", "(id.ToString()")))
                .Order(StringComparer.Ordinal),
            found
                .Where(f => f.StartsWith("PutAsync", StringComparison.Ordinal))
                .Select(f => f["PutAsync".Length..])
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(found.Length / 2, found.Count(f => f.StartsWith("PutWithResponseAsync", StringComparison.Ordinal)));
        // Nothing is kept without a listing.
        Assert.Empty(GetOlder(GeneratorHost.Generate(Create(parameters, body).With("ApiListing", ""))));
    }

    /// <summary>The present method takes texts that need not be UUIDs, and no Guid any more.</summary>
    [Fact]
    public void An_overload_for_a_uuid_stays()
    {
        TestDocument after = Create("", "").Replace(", format: uuid", "");
        GeneratorRun run = GeneratorHost.Generate(after, List(Create("", ""))).AssertCompiles();

        Assert.Equal(
            ["PutAsync(global::System.Guid id) => (id.ToString())", "PutWithResponseAsync(global::System.Guid id) => (id.ToString())"],
            GetOlder(run)
        );
        Assert.DoesNotContain(run.Diagnostics, d => GetMessage(d).Contains("breaks the source", StringComparison.Ordinal));
    }

    /// <summary>The argument has another C# name, and no type changed: an overload cannot have the old one.</summary>
    [Fact]
    public void A_signature_with_other_names_alone_is_no_overload()
    {
        TestDocument after = Create("", "").Replace("{id}", "{thing-id}").Replace("name: id,", "name: thing-id,");
        Assert.Empty(GetOlder(GeneratorHost.Generate(after, List(Create("", "")))));
    }

    [Fact]
    public void An_option_of_the_client_that_is_new_is_left_out()
    {
        const string Query = "{ name: r, in: query, schema: { type: boolean } }";
        TestDocument before = Create(Query, OptionalBody).With("ClientParameters", "X-Tenant");
        TestDocument after = Create(Query + ", { name: X-Tenant, in: header, schema: { type: string } }", OptionalBody)
            .With("ClientParameters", "X-Tenant");
        GeneratorRun run = GeneratorHost.Generate(after, List(before)).AssertCompiles();

        string[] found = [.. GetOlder(run).Where(f => f.StartsWith("PutAsync(string", StringComparison.Ordinal))];
        Assert.Equal(
            [
                "PutAsync(string id) => (id, null, null, null)",
                "PutAsync(string id, _api::Thing? body = null, _api::ThingsPutParameters? parameters = null) => (id, body, parameters, null)",
            ],
            found
        );
    }

    /// <summary>An overload of the same types is there, and needs the argument that the old signature could leave out.</summary>
    [Fact]
    public void A_signature_takes_the_place_of_the_shorter_overload()
    {
        const string Tenant = "{ name: X-Tenant, in: header, schema: { type: string } }";
        TestDocument before = Create(Tenant, "").With("ClientParameters", "X-Tenant");
        TestDocument after = Create(Tenant, OptionalBody).With("ClientParameters", "X-Tenant");
        GeneratorHost host = new(after, List(before));
        host.EditCode(
            """
            internal static class Use
            {
                internal static System.Threading.Tasks.Task Call(Acme.Sample.SampleClient client) => client.Things.PutAsync("1", "tenant");
            }
            """
        );
        GeneratorRun run = host.Run().AssertCompiles();

        Assert.Contains("PutAsync(string id, string? xTenant = null) => (id, null, xTenant)", GetOlder(run));
        Assert.Equal(3, GetHidden(run).Count(m => m.Identifier.ValueText == "PutAsync") + 1);
    }
}
