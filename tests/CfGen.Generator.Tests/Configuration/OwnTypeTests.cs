using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Configuration;

/// <summary>The section <c>types</c> of the <c>Names</c> file: types of the project in the places of components and formats.</summary>
public sealed class OwnTypeTests
{
    private const string NamesPath = "/project/names.json";

    private const string OwnCode = """
        #pragma warning disable CS1591 // documentation
        namespace Acme
        {
            public struct Money : CfGen.IJsonCodec<Money>
            {
                public static Money Read(ref System.Text.Json.Utf8JsonReader reader) => default;
                public static void Write(System.Text.Json.Utf8JsonWriter writer, Money value) => writer.WriteNullValue();
            }
            public sealed class Plain { public sealed class Inner { } }
            public sealed class Box<T> { }
            public sealed class PlainCodec : CfGen.IJsonCodec<Plain>
            {
                public static Plain Read(ref System.Text.Json.Utf8JsonReader reader) => new();
                public static void Write(System.Text.Json.Utf8JsonWriter writer, Plain value) => writer.WriteNullValue();
            }
        }

        """;

    private static readonly TestDocument s_document = TestDocument
        .FromPaths(
            """
            /orders:
              get:
                operationId: get-order
                parameters: [{ name: since, in: query, schema: { type: string, format: date-time } }]
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
              put:
                operationId: put-order
                requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Money' } } } }
                responses: { '204': { description: none } }
              post:
                operationId: post-order
                requestBody: { content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Login' } } } }
                responses: { '204': { description: none } }
            """,
            """
            components:
              schemas:
                Order: { type: object, required: [price], properties: {
                  price: { $ref: '#/components/schemas/Money' }, at: { type: string, format: date-time }, id: { type: string, format: uuid },
                  either: { oneOf: [{ type: string, format: uuid }, { $ref: '#/components/schemas/Money' }] } } }
                Money: { type: object, properties: { amount: { type: string }, currency: { $ref: '#/components/schemas/Currency' } } }
                Currency: { type: string, enum: [EUR, USD] }
                Login: { type: object, properties: { name: { type: string } } }
                Unused: { type: object, properties: { name: { type: string } } }
            """
        )
        .With("Names", NamesPath);

    [Theory]
    [InlineData("Acme.Money")]
    [InlineData("global::Acme.Money")]
    [InlineData("Acme.Plain")]
    [InlineData("Acme.Plain.Inner")]
    [InlineData("Acme.Plain+Inner")]
    [InlineData("Acme.Box<int>")]
    [InlineData("Acme.Box< Acme.Box<string?>, >", false)]
    [InlineData("Acme.Box<Acme.Box<System.Guid[]>>")]
    [InlineData("System.Collections.Generic.Dictionary<string, Acme.Money?>")]
    [InlineData("decimal")]
    [InlineData("System.Guid")]
    [InlineData("byte[]")]
    [InlineData("System.Text.Json.JsonElement")]
    [InlineData("Acme.Money?", false)]
    [InlineData("Acme..Money", false)]
    [InlineData("Acme.Money; class X {}", false)]
    [InlineData("Acme.Money /* x */", false)]
    [InlineData("1Acme", false)]
    [InlineData("", false)]
    public void The_name_is_that_of_a_type(string type, bool isType = true)
    {
        GeneratorHost host = Host($$"""{ "types": { "Money": "{{type}}" } }""");

        GeneratorRun run = host.EditCode(OwnCode).Run().AssertCompiles();

        Assert.Equal(isType ? [] : ["CFG2174"], run.Diagnostics.Select(d => d.Id));
        Assert.Equal(!isType, run.Sources["Acme.Sample.OrdersResource.g.cs"].Contains("record Money", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_in_place_is_emitted_nowhere_with_all_that_only_it_needs()
    {
        GeneratorRun run = Host("""{ "types": { "Money": { "type": "Acme.Plain", "codec": "Acme.PlainCodec" } } }""")
            .EditCode(OwnCode)
            .Run();

        Assert.Empty(run.AssertCompiles().Diagnostics);
        string all = string.Concat(run.Sources.Values);
        Assert.DoesNotContain("record Money", all, StringComparison.Ordinal);
        Assert.DoesNotContain("struct Currency", all, StringComparison.Ordinal);
        Assert.Contains("Acme.Sample.SampleClient.OwnTypes.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void A_client_without_own_types_has_no_line_for_them()
    {
        string all = string.Concat(Host("""{ "get-order": "orders.read", "types": {} }""").Run().AssertCompiles().Sources.Values);

        Assert.DoesNotContain("_own", all, StringComparison.Ordinal);
        Assert.DoesNotContain("_Own", all, StringComparison.Ordinal);
        Assert.Equal(string.Concat(Host("""{ "get-order": "orders.read" }""").Run().Sources.Values), all);
    }

    // The alias of the second type begins as that of the eleventh.
    [Fact]
    public void A_file_names_the_types_that_it_has()
    {
        string properties = string.Join(", ", Enumerable.Range(0, 11).Select(i => $"p{i}: {{ type: string, format: f{i} }}"));
        string types = string.Join(
            ", ",
            Enumerable
                .Range(0, 11)
                .Select(i =>
                    $"\"format:f{i}\": \"Acme.Box<Acme.Box<System.Tuple<int{string.Concat(Enumerable.Repeat(", int", i % 7))}>{(i > 6 ? "[]" : "")}>>\""
                )
        );
        TestDocument document = TestDocument
            .FromPaths(
                $$"""
                /a: { get: { operationId: get-a, responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { {{properties}} } } } } } } } }
                /b: { get: { operationId: get-b, responses: { '200': { description: ok, content: { application/json: { schema: { type: string, format: f10 } } } } } } }
                """
            )
            .With("Names", NamesPath);

        GeneratorRun run = new GeneratorHost(document, CreateNamesFile("{ \"types\": { " + types + " } }")).EditCode(OwnCode).Run();

        string text = run.AssertCompiles().Sources["Acme.Sample.BResource.g.cs"];
        Assert.Contains("using _own10 = ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("using _own1 = ", text, StringComparison.Ordinal);
    }

    // The format of a schema may be one that the generator infers from an example, a pattern or a second type.
    [Fact]
    public void A_format_is_that_of_the_document()
    {
        TestDocument document = TestDocument
            .FromPaths(
                """
                /a: { get: { operationId: get-a, responses: { '200': { description: ok, content: { application/json: { schema: {
                  type: object, properties: {
                    span: { type: string, format: duration, example: '01:02:03' },
                    price: { pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?$', type: [number, string] },
                    exact: { type: number, format: decimal } } } } } } } } }
                """
            )
            .Replace("3.0.3", "3.1.0")
            .With("Names", NamesPath);
        GeneratorRun run = new GeneratorHost(
            document,
            CreateNamesFile("""{ "types": { "format:duration": "System.Version", "format:decimal": "System.Half" } }""")
        ).Run();

        string text = run.AssertCompiles().Sources["Acme.Sample.AResource.g.cs"];
        Assert.Contains("_own0? Span ", text, StringComparison.Ordinal);
        Assert.Contains("decimal? Price ", text, StringComparison.Ordinal);
        Assert.Contains("_own1? Exact ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{ "types": { "Mony": "Acme.Money" } }""",
        "CFG2171",
        "(1,22)",
        "The document has no component 'Mony' (#/types/Mony). The entry is ignored; write 'Money'."
    )]
    [InlineData(
        """{ "types": { "Nothing like it": "Acme.Money" } }""",
        "CFG2171",
        "(1,33)",
        "The document has no component 'Nothing like it' (#/types/Nothing like it). The entry is ignored; name a schema of the document's components, or write 'format:' before a format."
    )]
    [InlineData(
        """{ "types": { "format:datetime": "Acme.Money" } }""",
        "CFG2172",
        "(1,33)",
        "The document has no string or number of the format 'datetime' (#/types/format:datetime). The entry is ignored; write 'date-time'."
    )]
    [InlineData(
        """{ "types": { "Money": 3 } }""",
        "CFG2173",
        "(1,23)",
        "The entry for 'Money' is neither the name of a type nor an object with 'type' and 'codec' (#/types/Money). The entry is ignored; write \"Money\": \"Acme.Type\" or \"Money\": { \"type\": \"Acme.Type\", \"codec\": \"Acme.TypeCodec\" }."
    )]
    [InlineData("""{ "types": { "Money": { "codec": "Acme.PlainCodec" } } }""", "CFG2173", "(1,14)", null)]
    [InlineData("""{ "types": { "Money": { "type": "Acme.Money", "codec": 1 } } }""", "CFG2173", "(1,14)", null)]
    [InlineData(
        """{ "types": { "Money": { "type": "Acme.Money", "codec": "Acme Codec" } } }""",
        "CFG2174",
        "(1,56)",
        "The name 'Acme Codec' is not the full name of a C# type (#/types/Money/codec). The entry for 'Money' is ignored; write the namespace and the name, such as Acme.Money, Acme.Box<int> or Acme.Outer.Inner."
    )]
    [InlineData(
        """{ "types": { "Money": { "type": "Acme.Money", "converter": "x" } } }""",
        "CFG2175",
        "(1,60)",
        "The entry for 'Money' has the member 'converter', which does not exist (#/types/Money/converter). It is ignored; the members are 'type' and 'codec'."
    )]
    [InlineData(
        """{ "types": { "Login": "Acme.Money" } }""",
        "CFG2176",
        "(1,23)",
        "The component 'Login' is sent as a form by '#/paths/~1orders/post/requestBody/content/application~1x-www-form-urlencoded/schema', and Acme.Money has no form (#/types/Login). There the form has the generated type; use JSON, or map the components of its members."
    )]
    [InlineData(
        """{ "types": { "Unused": "Acme.Money" } }""",
        "CFG2177",
        "(1,24)",
        "No selected operation has a value of 'Unused' (#/types/Unused). The entry has no effect; remove it if no other selection needs it."
    )]
    [InlineData("""{ "types": [] }""", "CFG2020", "(1,3)", null)]
    public void An_entry_that_cannot_be_used_is_reported_at_its_place(string names, string id, string place, string? message)
    {
        GeneratorRun run = Host(names).EditCode(OwnCode).Run().AssertCompiles();

        Diagnostic diagnostic = Assert.Single(run.Diagnostics, d => d.Id == id);
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal(NamesPath, span.Path);
        Assert.Equal(place, $"({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})");
        if (message is not null)
            Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    // The generator sees no type of the project, so the compiler reports what is missing, in lines that say whose names they have.
    [Theory]
    [InlineData(
        """{ "types": { "Money": "Acme.Mony" } }""",
        "CS0234",
        "using _own0 = global::Acme.Mony; // \"Money\" in line 1 of \"names.json\" names this type"
    )]
    [InlineData(
        """{ "types": { "Money": "Money" } }""",
        "CS0400",
        "using _own0 = global::Money; // \"Money\" in line 1 of \"names.json\" names this type"
    )]
    public void A_type_that_does_not_exist_is_an_error_in_a_line_that_names_the_entry(string names, string id, string line)
    {
        GeneratorRun run = Host(names).EditCode(OwnCode).Run();

        Assert.All(run.CompilerDiagnostics, d => Assert.Equal((id, line), (d.Id, GetLine(d))));
        // One in each file that has the type.
        Assert.Equal(2, run.CompilerDiagnostics.Count());
    }

    [Theory]
    [InlineData("Acme.Nobody", "CS0234")]
    [InlineData("Acme.Money", "CS0315")] // no codec of Plain
    public void A_codec_that_does_not_exist_is_an_error_below_a_line_that_names_the_entry(string codec, string id)
    {
        GeneratorRun run = Host($$"""{ "types": { "Money": { "type": "Acme.Plain", "codec": "{{codec}}" } } }""").EditCode(OwnCode).Run();

        Assert.All(
            run.CompilerDiagnostics,
            d =>
            {
                Assert.Equal((id, "Acme.Sample.SampleClient.OwnTypes.g.cs"), (d.Id, Path.GetFileName(d.Location.SourceTree!.FilePath)));
                Assert.Contains("// \"Money\" in line 1 of \"names.json\" names the codec.", GetLine(d), StringComparison.Ordinal);
            }
        );
        Assert.Equal(4, run.CompilerDiagnostics.Count());
    }

    [Fact]
    public void Two_components_with_one_type_are_one_case_of_a_union()
    {
        GeneratorRun run = Host("""{ "types": { "Money": "System.Guid" } }""").EditCode(OwnCode).Run().AssertCompiles();

        Assert.Contains(
            "public OrderEither(_own0 value)",
            run.Sources["Acme.Sample.OrdersResource.g.cs"].Replace("global::System.Guid", "_own0"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Code_that_is_typed_and_lines_that_move_emit_nothing()
    {
        GeneratorHost host = Host("""{ "types": { "Money": "Acme.Money" } }""").EditCode(OwnCode);
        host.Run();

        GeneratorRun typed = host.EditCode(OwnCode + "class More { }").Run();
        GeneratorRun moved = host.Edit(CreateNamesFile("{\n\n\"types\": { \"Money\": \"Acme.Money\" } }")).Run();
        GeneratorRun changed = host.Edit(CreateNamesFile("""{ "types": { "Money": "Acme.Plain" } }""")).Run();

        Assert.All(typed.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(moved.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Contains(IncrementalStepRunReason.Modified, changed.SourceOutputs.Values);
    }

    private static string GetLine(Diagnostic diagnostic)
    {
        Microsoft.CodeAnalysis.Text.SourceText text = diagnostic.Location.SourceTree!.GetText();
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        while (line > 0 && !text.Lines[line].ToString().Contains("//", StringComparison.Ordinal))
            line--;
        return text.Lines[line].ToString();
    }

    private static GeneratorHost Host(string names) => new(s_document, CreateNamesFile(names));

    private static TestDocument CreateNamesFile(string text) => new(NamesPath, text) { IsNames = true };
}
