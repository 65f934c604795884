using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Types;

/// <summary>Each place that a type of the project can have compiles, for a class and for a struct, with and without a codec.</summary>
public sealed class OwnTypePlaceTests
{
    private const string NamesPath = "/project/names.json";

    private const string Code = """
        #pragma warning disable CS1591 // documentation
        namespace Acme.Own
        {
            ACCESS sealed class Class { }
            ACCESS struct Struct { }
            ACCESS sealed class SelfClass : CfGen.IJsonCodec<SelfClass>
            {
                public static SelfClass Read(ref System.Text.Json.Utf8JsonReader reader) => new();
                public static void Write(System.Text.Json.Utf8JsonWriter writer, SelfClass value) { }
            }
            ACCESS struct SelfStruct : CfGen.IJsonCodec<SelfStruct>
            {
                public static SelfStruct Read(ref System.Text.Json.Utf8JsonReader reader) => default;
                public static void Write(System.Text.Json.Utf8JsonWriter writer, SelfStruct value) { }
            }
            internal sealed class Codec<T> : CfGen.IJsonCodec<T>
            {
                public static T Read(ref System.Text.Json.Utf8JsonReader reader) => default!;
                public static void Write(System.Text.Json.Utf8JsonWriter writer, T value) { }
            }
        }

        """;

    private const string Types = """{ "types": { "Own": TYPE, "format:own": TYPE, "Other": "System.Version" } }""";

    private static readonly TestDocument s_document = TestDocument
        .FromPaths(
            """
            /all:
              parameters: &shared
                - { name: X-Tenant, in: header, required: true, schema: { type: string, format: own } }
              put:
                operationId: put-all
                requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } }
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } }
              post:
                operationId: post-own
                requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Own' } } } }
                responses:
                  '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Envelope' } } } }
                  '204': { description: none }
                  '409': { description: wrong, content: { application/json: { schema: { $ref: '#/components/schemas/Own' } } } }
                  '410': { description: gone, content: { application/json: { schema: { type: object, properties: { own: { $ref: '#/components/schemas/Own' } } } } } }
              patch:
                operationId: patch-lists
                requestBody: { content: { application/json: { schema: { type: array, items: { type: integer, format: own } } } } }
                responses: { '200': { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Own' } } } } }
            /form/{own}/{list}:
              parameters: *shared
              post:
                operationId: post-form
                parameters:
                  - { name: own, in: path, required: true, schema: { $ref: '#/components/schemas/Own' } }
                  - { name: list, in: path, required: true, style: label, explode: true, schema: { type: array, items: { type: number, format: own } } }
                  - { name: map, in: query, schema: { type: object, additionalProperties: { type: string, format: own } } }
                  - { name: json, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/Own' } } } }
                  - { name: untyped, in: query, required: true, schema: { format: own } }
                requestBody: { content: { application/x-www-form-urlencoded: { schema: {
                  type: object, required: [a], properties: { a: { $ref: '#/components/schemas/Own' }, b: { type: string, format: own, nullable: true }, c: { type: array, items: { type: string, format: own } } } } } } }
                responses: { '204': { description: none } }
              put:
                operationId: put-parts
                parameters:
                  - { name: own, in: path, required: true, schema: { $ref: '#/components/schemas/Own' } }
                  - { name: list, in: path, required: true, schema: { type: array, items: { type: number, format: own } } }
                requestBody: { content: { multipart/form-data: { schema: { type: object, additionalProperties: { type: string, format: own } } } } }
                responses: { '204': { description: none } }
            """,
            """
            components:
              schemas:
                All:
                  type: object
                  required: [tuple, both, alias]
                  additionalProperties: { $ref: '#/components/schemas/Own' }
                  properties:
                    tuple: { $ref: '#/components/schemas/Tuple' }
                    both: { allOf: [{ $ref: '#/components/schemas/Own' }, { type: string }] }
                    described: { allOf: [{ $ref: '#/components/schemas/Own' }], description: One of them }
                    alias: { $ref: '#/components/schemas/Alias' }
                    other: { $ref: '#/components/schemas/Other' }
                    either: { anyOf: [{ $ref: '#/components/schemas/Own' }, { $ref: '#/components/schemas/Other' }, { type: array, items: { type: string, format: own } }] }
                    kinds: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Own' }] }
                    scalars: { type: string, format: own, nullable: true }
                    more: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { own: { $ref: '#/components/schemas/Own' } } }] }
                    deep: { type: array, items: { type: object, additionalProperties: { type: array, items: { type: string, format: own, nullable: true } } } }
                Own: { type: string }
                Alias: { $ref: '#/components/schemas/Own' }
                Other: { $ref: '#/components/schemas/Cat' }
                Cat: { type: object, required: [name], properties: { name: { type: string } } }
                Tuple: { type: array, items: [{ $ref: '#/components/schemas/Own' }, { type: string, format: own, nullable: true }, { type: string }], additionalItems: { type: string, format: own } }
                Envelope: { type: object, required: [success, errors, messages, result], properties: {
                  success: { type: boolean }, errors: { type: array, items: {} }, messages: { type: array, items: {} }, result: { $ref: '#/components/schemas/Own' } } }
            """
        )
        .With("Names", NamesPath)
        .With("ClientParameters", "X-Tenant");

    [Theory]
    [InlineData("\"Acme.Own.Class\"")]
    [InlineData("\"Acme.Own.Struct\"", "Json", "both")]
    [InlineData("\"Acme.Own.SelfClass\"", "Json", "used")]
    [InlineData("\"Acme.Own.SelfStruct\"", "Models", "class")]
    [InlineData("""{ "type": "Acme.Own.Class", "codec": "Acme.Own.Codec<Acme.Own.Class>" }""", "Interfaces", "true")]
    [InlineData("""{ "type": "Acme.Own.Struct", "codec": "Acme.Own.Codec<Acme.Own.Struct>" }""", "Access", "internal")]
    [InlineData("\"string\"")]
    [InlineData("\"System.Version\"")]
    [InlineData("\"System.Text.Json.JsonElement\"")]
    public void Every_place_compiles(string type, string metadata = "Models", string value = "record")
    {
        string access = value == "internal" ? "internal" : "public";
        GeneratorHost host = new(s_document.With(metadata, value), CreateNamesFile(Types.Replace("TYPE", type, StringComparison.Ordinal)));

        GeneratorRun run = host.WithReferences(SdkPaths.Web)
            .EditCode(Code.Replace("ACCESS", access, StringComparison.Ordinal))
            .Run()
            .AssertCompiles();

        Assert.DoesNotContain(run.Diagnostics, d => d.Id.StartsWith("CFG217", StringComparison.Ordinal));
    }

    [Fact]
    public void An_alias_can_have_another_type_than_its_component()
    {
        GeneratorRun run = new GeneratorHost(
            s_document,
            CreateNamesFile("""{ "types": { "Own": "System.Version", "Alias": "System.Guid" } }""")
        )
            .Run()
            .AssertCompiles();

        string text = run.Sources["Acme.Sample.AllResource.g.cs"];
        Assert.Contains("required _own0 Both ", text, StringComparison.Ordinal);
        Assert.Contains("_own0? Described ", text, StringComparison.Ordinal);
        Assert.Contains("required _own1 Alias ", text, StringComparison.Ordinal);
        Assert.Contains("using _own0 = global::System.Version;", text, StringComparison.Ordinal);
        Assert.Contains("using _own1 = global::System.Guid;", text, StringComparison.Ordinal);
    }

    // Objects that differ in nothing but a type of the project are no equal types.
    [Fact]
    public void Types_of_the_project_tell_inline_types_apart()
    {
        GeneratorRun run = new GeneratorHost(
            TestDocument
                .FromPaths(
                    """
                    /a: { get: { operationId: get-a, responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: {
                      x: { type: object, properties: { part: { type: object, properties: { at: { type: string, format: one } } } } },
                      y: { type: object, properties: { part: { type: object, properties: { at: { type: string, format: two } } } } } } } } } } } } }
                    """
                )
                .With("Names", NamesPath),
            CreateNamesFile("""{ "types": { "format:one": "System.Version", "format:two": "System.Guid" } }""")
        ).Run();

        string text = run.AssertCompiles().Sources["Acme.Sample.AResource.g.cs"];
        Assert.Contains("_own0? At ", text, StringComparison.Ordinal);
        Assert.Contains("_own1? At ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_file_stays_in_its_comment()
    {
        GeneratorRun run = new GeneratorHost(
            TestDocument
                .FromPaths(
                    """
                    /a: { get: { operationId: get-a, responses: { '200': { description: ok, content: { application/json: { schema: {
                      type: object, properties: { a: { type: string, format: "x\ny\u2028z\"*/" } } } } } } } } }
                    """
                )
                .With("Names", NamesPath),
            CreateNamesFile("""{ "types": { "format:x\ny\u2028z\"*/": "System.Version" } }""")
        ).Run();

        Assert.Empty(run.AssertCompiles().Diagnostics);
        Assert.Contains("_own0? A ", run.Sources["Acme.Sample.AResource.g.cs"], StringComparison.Ordinal);
    }

    private static TestDocument CreateNamesFile(string text) => new(NamesPath, text) { IsNames = true };
}
