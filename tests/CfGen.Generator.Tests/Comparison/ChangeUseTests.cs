using System.Globalization;
using CfGen.Generator.Configuration;
using CfGen.Generator.Tests.Hosting;
using CfGen.Generator.Tests.Usage;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Comparison;

/// <summary>The places where code uses what changed. What is used is never reported as not used.</summary>
public class ChangeUseTests
{
    private const string ListingPath = "/project/client.api.txt";
    private const string None = "the project does not use it";

    // The changes are to the names of nothing: the code compiles with both.
    private static readonly TestDocument s_pets = TestDocument
        .FromPaths(
            """
            /pets:
              get:
                parameters: [ { name: limit, in: query, schema: { type: integer, format: int32 } } ]
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
              post:
                requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                responses: { '204': { description: ok } }
            /owners:
              get:
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } } }
            /shelters:
              get:
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Shelter' } } } } }
            """,
            """
            components:
              schemas:
                Pet: { type: object, required: [ name ], properties: { name: { type: string }, kind: { $ref: '#/components/schemas/Kind' } } }
                Owner: { type: object, properties: { name: { type: string }, pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
                Shelter: { type: object, properties: { name: { type: string }, tag: { oneOf: [ { $ref: '#/components/schemas/Chip' }, { type: string } ] } } }
                Chip: { type: object, required: [ code ], properties: { code: { type: string } } }
                Kind: { type: string, enum: [ cat, dog ] }
            """
        )
        .With("ApiListing", ListingPath)
        .With("Interfaces", "true");

    [Theory]
    // Two resources have the method, and one is used.
    [InlineData("static object F(SampleClient c) => c.Owners.GetAsync();", "OwnersResource.GetAsync", "once, at Program.cs(3)")]
    [InlineData("static object F(SampleClient c) => c.Owners.GetAsync();", "PetsResource.GetAsync", None)]
    [InlineData("static object F(SampleClient c) => c.Owners.GetWithResponseAsync();", "OwnersResource.GetAsync", "once")]
    [InlineData("static object F(SampleClient c) => c.Owners.GetWithResponseAsync();", "PetsResource.GetAsync", None)]
    [InlineData("static object F(ISampleClient c) => c.Owners.GetAsync();", "OwnersResource.GetAsync", "once")]
    [InlineData("static object F(IOwnersResource r) => r.GetAsync();", "OwnersResource.GetAsync", "once")]
    [InlineData("static object F(IOwnersResource r) => r.GetAsync();", "PetsResource.GetAsync", None)]
    [InlineData("static object F(SampleClient c) { var r = c.Owners; return r.GetAsync(); }", "OwnersResource.GetAsync", "once")]
    // Two types have the member, and one is used.
    [InlineData("static object? F(Pet p) => p.Name;", "Pet.Name", "once")]
    [InlineData("static object? F(Pet p) => p.Name;", "Owner.Name", None)]
    [InlineData("static async Task<object?> F(SampleClient c) { var o = await c.Owners.GetAsync(); return o.Name; }", "Owner.Name", "once")]
    [InlineData("static async Task<object?> F(SampleClient c) { var o = await c.Owners.GetAsync(); return o.Name; }", "Pet.Name", None)]
    [InlineData("static async Task<object?> F(SampleClient c) => (await c.Owners.GetAsync()).Pets?[0].Name;", "Pet.Name", "once")]
    [InlineData(
        "static async Task<object?> F(SampleClient c) => (await c.Owners.GetWithResponseAsync()).Value?.Name;",
        "Owner.Name",
        "once"
    )]
    [InlineData("static object? F(Owner o) => o.Pets?.Select(p => p.Name).Where(n => n != o.Name);", "Pet.Name", "once")]
    [InlineData("static object F(object o) => o is Pet { Name: \"a\" } or Owner { Name: \"b\" };", "Pet.Name", "once")]
    [InlineData("static Task F(SampleClient c) => c.Pets.CreateAsync(new() { Name = \"a\" });", "Pet.Name", "once")]
    [InlineData("static Task F(SampleClient c) => c.Pets.CreateAsync(new() { Name = \"a\" });", "Owner.Name", None)]
    [InlineData("const string F = nameof(Pet.Name);", "Pet.Name", "once")]
    [InlineData("static Pet F(Pet p) => p with { Name = \"a\" };", "Pet.Name", "once")]
    [InlineData("/// <summary>As <see cref=\"Pet.Name\"/>.</summary>\nsealed class S;", "Pet.Name", "once")]
    [InlineData("static object? F(Shelter s) => s.Tag?.Match<object>(c => c.Code, t => t, u => u);", "Chip.Code", "once")]
    [InlineData("static object F(SampleClient c) => c.Pets.GetAsync(new() { Limit = 1 });", "PetsGetParameters.Limit", "once")]
    // Code of the project with the same names.
    [InlineData("sealed class S { public string Name = \"\"; public object Get() => Name; }", "Pet.Name", None)]
    [InlineData("static object GetAsync() => GetAsync();", "PetsResource.GetAsync", None)]
    [InlineData("static object F(object o) => new { Name = o }; static void G(int Name) => G(Name: 1);", "Pet.Name", None)]
    [InlineData("static (int Name, int B) F() => (Name: 1, B: 2);", "Pet.Name", None)]
    // A value whose type the code does not tell.
    [InlineData("static object F(SampleClient c) { dynamic r = c.Pets; return r.GetAsync(); }", "PetsResource.GetAsync", "once")]
    [InlineData("static object F(SampleClient c) { dynamic r = c.Pets; return r.GetAsync(); }", "OwnersResource.GetAsync", None)]
    [InlineData("static object F(Unknown u) => u.Name;", "Pet.Name", None)]
    // What code of the project takes from the client.
    [InlineData("abstract class Fake : OwnersResource { public override object GetAsync() => null!; }", "OwnersResource.GetAsync", "once")]
    [InlineData("abstract class Fake : IOwnersResource { public object GetAsync() => null!; }", "OwnersResource.GetAsync", "once")]
    [InlineData("abstract class Fake : IOwnersResource { public object GetAsync() => null!; }", "PetsResource.GetAsync", None)]
    public void A_member_is_used_where_code_uses_that_of_its_type(string code, string member, string use) =>
        Assert.Contains(use, FindUse(Run(s_pets, code), member), StringComparison.Ordinal);

    [Theory]
    [InlineData("static object F(Pet p) => p;", "Pet", "once")]
    [InlineData("static async Task F(SampleClient c) => System.Console.Write(await c.Pets.GetAsync());", "Pet", "once, at Program.cs(3)")]
    [InlineData("static async Task F(SampleClient c) => System.Console.Write(await c.Owners.GetAsync());", "Pet", "once")]
    [InlineData("static async Task F(SampleClient c) => System.Console.Write(await c.Owners.GetAsync());", "Kind", "once")]
    [InlineData("static async Task F(SampleClient c) => System.Console.Write(await c.Owners.GetAsync());", "Shelter", None)]
    [InlineData("static object F(Shelter s) => s;", "Chip", "once")]
    [InlineData("static object F(SampleClient c) => c.Pets.GetAsync();", "PetsGetParameters", "once")]
    [InlineData("static object F(SampleClient c) => c;", "Pet", None)]
    public void A_type_is_used_where_code_has_its_values(string code, string type, string use) =>
        Assert.Contains(use, FindUse(Run(s_pets, code), type), StringComparison.Ordinal);

    [Theory]
    [InlineData("required: [ name ]", "required: [ name, kind ]", "CFG5027", "c.Pets.CreateAsync(new() { Name = \"a\" })")]
    [InlineData("[ cat, dog ]", "[ cat, dog, fox ]", "CFG5043", "c.Owners.GetAsync()")]
    [InlineData("name: limit, in: query", "name: limit, required: true, in: query", "CFG5024", "c.Pets.GetAsync()")]
    [InlineData("name: limit, in: query, schema: {", "name: limit, in: query, schema: { default: 5,", "CFG5034", "c.Pets.GetAsync()")]
    public void A_change_that_code_notices_without_the_name_is_used(string old, string with, string id, string code)
    {
        GeneratorHost host = new(s_pets.Replace(old, with), List(s_pets));
        string message = GetMessage(
            Assert.Single(host.EditCode(Wrap($"static object F(SampleClient c) => {code};")).Run().Diagnostics, d => d.Id == id)
        );
        Assert.Contains("the project uses it", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static object F(Kind k) => k == Kind.Cat ? 1 : k.AsKnown == Kind.Known.Cat ? 2 : 3;", "Kind.Cat", "2 times")]
    [InlineData("static object F(Kind k) => k == Kind.Cat;", "Kind.Dog", None)]
    [InlineData("static object F(string k) => k switch { Kind.Values.Dog => 1, _ => 2 };", "Kind.Dog", "once")]
    public void A_value_of_an_enum_is_used_in_each_of_its_forms(string code, string value, string use)
    {
        GeneratorHost host = new(s_pets.Replace("[ cat, dog ]", "[ fox ]"), List(s_pets));
        GeneratorRun run = host.EditCode(Wrap(code)).Run();
        Diagnostic change = Assert.Single(
            run.Diagnostics,
            d => d.Id == "CFG5013" && GetMessage(d).Contains(value, StringComparison.Ordinal)
        );
        Assert.Contains(use, GetMessage(change), StringComparison.Ordinal);
    }

    /// <summary>The code was written for the listed client, and no longer compiles.</summary>
    [Fact]
    public void A_member_that_is_gone_is_used()
    {
        GeneratorHost host = new(
            s_pets.Replace("Owner: { type: object, properties: { name:", "Owner: { type: object, properties: { title:"),
            List(s_pets)
        );
        GeneratorRun run = host.EditCode(Wrap("static async Task<object?> F(SampleClient c) => (await c.Owners.GetAsync()).Name;")).Run();
        Diagnostic change = Assert.Single(run.Diagnostics, d => d.Id is "CFG5007" or "CFG5008");
        Assert.Contains("the project uses it once, at Program.cs(3).", GetMessage(change), StringComparison.Ordinal);
        Assert.NotEqual(DiagnosticSeverity.Info, change.Severity);
    }

    [Theory]
    [InlineData(
        "/project/Pages/Pets.razor",
        "@inject SampleClient Client\n<p>@((await Client.Pets.GetAsync()).Name)</p>",
        "once, at Pets.razor(2)"
    )]
    [InlineData(
        "/project/Pages/Pets.cshtml",
        "@model SampleClient\n<p>@(Model.Pets.GetAsync().Result.Name)</p>",
        "once, at Pets.cshtml(2)"
    )]
    [InlineData("/project/Pages/Other.razor", "<p>Name</p>", None)]
    public void A_name_in_a_page_is_a_use_if_the_project_can_have_the_type(string path, string text, string use)
    {
        GeneratorHost host = new(s_pets, Toggle(s_pets));
        GeneratorRun run = host.WithUndeclared(new TestDocument(path, text)).Run();
        Assert.Contains(use, FindUse(run, "Pet.Name"), StringComparison.Ordinal);
        Assert.Contains(None, FindUse(run, "OwnersResource.GetAsync"), StringComparison.Ordinal);
    }

    public static TheoryData<string> Cases =>
        [
            // Their methods are others than those that the code has, or it uses members that no listing has.
            .. UsageCase.All.Keys.Except(
                ["a variant", "the first of variants", "the parameters type alone", "a private member", "a private field"],
                StringComparer.Ordinal
            ),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_code_uses_in_any_way_is_used(string name)
    {
        UsageCase way = UsageCase.All[name];
        TestDocument document = UsageProject.Document.With("ApiListing", ListingPath).With("Emit", "all");
        GeneratorRun run = new GeneratorHost(document, Toggle(document)).EditCode(way.Code).Run();

        Assert.Contains("the project uses it", FindUse(run, way.Method + way.Type), StringComparison.Ordinal);
        // What no case uses.
        Assert.Contains(None, FindUse(run, "UsersResource.DeleteAsync"), StringComparison.Ordinal);
        Assert.Contains(None, FindUse(run, "ApiClient.VersionAsync"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_change_no_code_is_read()
    {
        GeneratorRun run = new GeneratorHost(s_pets, List(s_pets)).EditCode(Wrap("static object? F(Pet p) => p.Name;")).Run();
        Assert.Empty(run.GetStepOutputs(Steps.MemberUses));
        Assert.NotEmpty(Run(s_pets, "static object? F(Pet p) => p.Name;").GetStepOutputs(Steps.MemberUses));
    }

    private static GeneratorRun Run(TestDocument document, string member) =>
        new GeneratorHost(document, Toggle(document)).EditCode(Wrap(member)).Run();

    private static string Wrap(string member) =>
        $"using Acme.Sample; using System.Linq; using System.Threading.Tasks;\n#nullable enable\ninternal static class Program {{ {member} }}\n";

    /// <summary>Returns the message of the change of a member.</summary>
    private static string FindUse(GeneratorRun run, string member) =>
        GetMessage(
            Assert.Single(
                run.Diagnostics,
                d => d.Id is "CFG5040" or "CFG5041" && GetMessage(d).Contains($" {member} ", StringComparison.Ordinal)
            )
        );

    /// <summary>Returns a listing in which all members are deprecated that the document does not deprecate, and the other way round.</summary>
    private static TestDocument Toggle(TestDocument document)
    {
        TestDocument listing = List(document);
        string[] lines = listing.Text.TrimEnd('\n').Split('\n');
        for (int i = 2; i < lines.Length; i++)
            lines[i] = lines[i].Contains(" deprecated", StringComparison.Ordinal)
                ? lines[i].Replace(" deprecated", "", StringComparison.Ordinal)
                : lines[i] + " deprecated";
        return listing with { Text = string.Join('\n', lines) + "\n" };
    }

    private static TestDocument List(TestDocument document)
    {
        GeneratorRun run = new GeneratorHost(document).WithWrittenListings().Run();
        return new TestDocument(ListingPath, ListingSource.TryRead(run.Sources.Values.Single())!.Value.Value) { IsListing = true };
    }

    private static string GetMessage(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
