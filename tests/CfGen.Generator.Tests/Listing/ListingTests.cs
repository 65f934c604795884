using System.Text.Json.Nodes;
using CfGen.Generator.Configuration;
using CfGen.Generator.Listing;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;
using CfGen.Generator.Tests.Hosting;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Listing;

/// <summary>The listing of a client: its lines, their order, and the source file in which the task receives it.</summary>
public class ListingTests(ITestOutputHelper output)
{
    private const string ListingPath = "/project/sub #1/client.api.txt";

    private static readonly TestDocument s_pets = TestDocument.FromPaths(
        """
        /pets:
          get:
            operationId: listPets
            security: [ { key: [] }, {} ]
            parameters:
              - { name: limit, in: query, schema: { type: integer, format: int32, maximum: 100, default: 20 } }
              - { name: X-Trace, in: header, required: true, schema: { type: string, minLength: 3 } }
            responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
          post:
            operationId: addPet
            deprecated: true
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
            responses: { '204': { description: ok } }
        """,
        """
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          schemas:
            Pet:
              type: object
              required: [ name, kind ]
              properties:
                name: { type: string, maxLength: 10, pattern: '^[^" \\]+$' }
                kind: { $ref: '#/components/schemas/Kind' }
                age: { type: integer, format: int32, nullable: true }
                owner: { oneOf: [ { type: string }, { type: object, required: [ id ], properties: { id: { type: string, readOnly: true } } } ] }
            Kind: { type: string, enum: [ cat, dog ] }
        """
    );

    [Fact]
    public void Each_member_has_a_line()
    {
        string[] lines = Write(s_pets).Split('\n');

        Assert.Equal("cfgen-api 1 Acme.Sample.SampleClient", lines[0]);
        Assert.StartsWith("# ", lines[1], StringComparison.Ordinal);
        string[] expected =
        [
            "Kind enum schema=Kind sent received of=String",
            "Kind.Cat value known=1 value=cat",
            "Kind.Dog value known=2 value=dog",
            "Pet record schema=Pet sent received sets-null keeps-unknown",
            "Pet.Age member type=int? name=age nullable sets-null",
            "Pet.Kind member type=Kind name=kind required",
            """Pet.Name member type=string name=name required max-length=10 pattern="^[^\" \\\\]+$" """.TrimEnd(),
            "Pet.Owner member type=PetOwner? name=owner",
            "PetsGetParameters parameters operation=\"GET /pets\" id=listPets sent",
            "PetsGetParameters.Limit parameter type=int? in=Query name=limit default=20 maximum=100",
            "PetsResource.CreateAsync method operation=\"POST /pets\" id=addPet call=body returns=void deprecated",
            "PetsResource.CreateAsync(body) body type=Pet content=Json required",
            "PetsResource.GetAsync method operation=\"GET /pets\" id=listPets call=xTrace,parameters? returns=Pet auth=ApiKey|none",
            "PetsResource.GetAsync(parameters) optional type=PetsGetParameters?",
            "PetsResource.GetAsync(xTrace) argument type=string in=Header name=X-Trace min-length=3",
            "SampleClient.Pets resource type=PetsResource",
            "SampleClientOptions.ApiKey credential type=string? kind=ApiKeyHeaderScheme name=X-Key",
        ];
        string[] found = [.. lines.Select(l => l.Split(" environment=")[0])];
        Assert.Equal(expected, expected.Intersect(found));
        Assert.Contains(lines, l => l.StartsWith("PetOwner union sent received cases=", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_are_those_of_what_is_sent()
    {
        string[] lines = Write(
                TestDocument.FromPaths(
                    """
                    /a:
                      post:
                        requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Sent' } } } }
                        responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Received' } } } } }
                    """,
                    """
                    components:
                      schemas:
                        Sent: { type: object, properties: { a: { type: string, maxLength: 5 }, b: { type: string, maxLength: 6, readOnly: true } } }
                        Received: { type: object, properties: { a: { type: string, maxLength: 7 } } }
                    """
                )
            )
            .Split('\n');

        Assert.Contains("Sent.A member type=string? name=a max-length=5", lines);
        Assert.DoesNotContain(lines, l => l.Contains("max-length=6", StringComparison.Ordinal));
        Assert.Contains("Received.A member type=string? name=a", lines);
    }

    [Fact]
    public void Lines_are_in_ordinal_order_and_end_with_a_line_feed()
    {
        string text = Write(s_pets);
        string[] lines = text.TrimEnd('\n').Split('\n')[2..];
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Theory]
    [InlineData("redocly-museum.yaml")]
    [InlineData("google-drive-v3.yaml")]
    [InlineData("qdrant-1.18.json")]
    [InlineData("readme-api.json")]
    [InlineData("spotify-web-official.yaml")]
    public void A_document_in_another_order_has_the_same_listing(string name)
    {
        if (SharedData.Find("corpus/" + name, output) is not { } path)
            return;
        string text = File.ReadAllText(path);
        TestDocument document = new("/project/" + name, text);
        JsonNode root = TextParser.Parse(DocumentLoading.CreateText(document.Text), CancellationToken.None).Root!;
        string listing = Write(document with { Text = root.ToJsonString() });
        Assert.Equal(listing, Write(document with { Text = Reverse(root)!.ToJsonString() }));
        Assert.Equal(listing, Write(document));
    }

    /// <summary>Names that the first of several properties gives stay by the listing.</summary>
    [Theory]
    [InlineData("docker-engine-v2.yaml")]
    [InlineData("linode-v4-2023-12.yaml")]
    [InlineData("lob-bundled.yaml")]
    [InlineData("mistral-api.yaml")]
    [InlineData("netlify-api-v2.yaml")]
    [InlineData("opencode-3.1.yaml")]
    [InlineData("vonage-reports.yaml")]
    public void A_document_in_another_order_keeps_its_listing(string name)
    {
        if (SharedData.Find("corpus/" + name, output) is not { } path)
            return;
        TestDocument document = new("/project/" + name, File.ReadAllText(path));
        JsonNode root = TextParser.Parse(DocumentLoading.CreateText(document.Text), CancellationToken.None).Root!;
        string listing = Write(document);
        Assert.Equal(listing, Write(document with { Text = Reverse(root)!.ToJsonString() }, listing));
    }

    [Theory]
    [InlineData("redocly-museum.yaml")]
    [InlineData("docker-engine-v2.yaml")]
    [InlineData("qdrant-1.18.json")]
    [InlineData("google-drive-v3.yaml")]
    [InlineData("netlify-api-v2.yaml")]
    public void Each_line_of_a_real_document_is_read_as_it_was_written(string name)
    {
        if (SharedData.Find("corpus/" + name, output) is not { } path)
            return;
        string[] lines = Write(new TestDocument("/project/" + name, File.ReadAllText(path))).TrimEnd('\n').Split('\n')[2..];
        Assert.Equal(lines.Length, lines.Distinct(StringComparer.Ordinal).Count());
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            ListedMember? member = ListedMember.TryParse(new ListingLine(line, ""));
            Assert.NotNull(member);
            Assert.True(names.Add(member.Name), line);
            Assert.Equal(line, Rewrite(member));
        }
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with a space")]
    [InlineData("\"quoted\"")]
    [InlineData("back\\slash \\u0041")]
    [InlineData("a\nb\r\tc\u2028d\u0085e\u200bf")]
    [InlineData("\ud83d\ude00 \ud83d")]
    [InlineData("=")]
    [InlineData("a=b c")]
    [InlineData("grün")]
    public void A_value_of_any_text_survives(string value)
    {
        LineWriter writer = new();
        writer.Begin("A.B", "member", "#").Add("one", value).Add("two", true).End();
        Assert.Equal(1, writer.Count);
        ListingLine line = new(writer.GetText(0).ToString(), "#");
        Assert.DoesNotContain('\n', line.Text);
        ListedMember? member = ListedMember.TryParse(line);
        Assert.Equal(value, member!["one"]);
        Assert.True(member.Has("two"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Pet")]
    [InlineData(" Pet")]
    [InlineData("Pet ")]
    [InlineData("Pet record a=\"")]
    [InlineData("Pet record a=\"b\"c")]
    [InlineData("Pet record a=\"\\x\"")]
    [InlineData("Pet record a=\"\\u12\"")]
    [InlineData("Pet record  a")]
    [InlineData("Pet record =a")]
    [InlineData("Pet record a ")]
    public void Another_text_is_no_line(string text) => Assert.Null(ListedMember.TryParse(new ListingLine(text, "")));

    [Fact]
    public void The_task_reads_what_the_generator_hands_over()
    {
        GeneratorRun run = Run(s_pets);
        Assert.Equal(["Acme.Sample.SampleClient.ApiListing.g.cs"], run.Sources.Keys);
        run.AssertNoDiagnostics().AssertCompiles();
        KeyValuePair<string, string>? read = ListingSource.TryRead(run.Sources.Values.Single());
        Assert.Equal(ListingPath, read!.Value.Key);
        Assert.StartsWith("cfgen-api 1 Acme.Sample.SampleClient\n# ", read.Value.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_metadata_nothing_is_handed_over()
    {
        Assert.DoesNotContain(GeneratorHost.Generate(s_pets).Sources.Keys, k => k.Contains("ApiListing", StringComparison.Ordinal));
        Assert.Empty(new GeneratorHost(s_pets).WithWrittenListings().Run().Sources);
    }

    /// <summary>Returns the listing of a document.</summary>
    private static string Write(TestDocument document, string? committed = null) =>
        ListingSource.TryRead(Run(document, committed).Sources.Values.Single())!.Value.Value;

    private static GeneratorRun Run(TestDocument document, string? committed = null)
    {
        TestDocument client = document.With("ApiListing", ListingPath);
        TestDocument[] documents = committed is null ? [client] : [client, new(ListingPath, committed) { IsListing = true }];
        return new GeneratorHost(documents).WithWrittenListings().Run();
    }

    private static string Rewrite(ListedMember member)
    {
        LineWriter writer = new();
        writer.Begin(member.Name, member.Kind, "");
        foreach ((string fact, string value) in member.Facts)
            _ = value.Length > 0 ? writer.Add(fact, value) : writer.Add(fact, true);
        writer.End();
        return writer.GetText(0).ToString();
    }

    // Lists have an order of their own, objects have none. Of several media types, the first is used.
    private static JsonNode? Reverse(JsonNode? node) =>
        node switch
        {
            JsonObject properties => new JsonObject(
                (IsContent(properties) ? properties : properties.Reverse()).Select(p => new KeyValuePair<string, JsonNode?>(
                    p.Key,
                    Reverse(p.Value)
                ))
            ),
            JsonArray items => new JsonArray([.. items.Select(Reverse)]),
            JsonValue value => value.DeepClone(),
            _ => null,
        };

    private static bool IsContent(JsonObject node) => node.Parent is JsonObject && node.GetPropertyName() == "content";
}
