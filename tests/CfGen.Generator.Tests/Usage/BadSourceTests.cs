using System.Text;
using CfGen.Generator.Tests.Hosting;
using CfGen.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Tests.Usage;

/// <summary>Sources that are wrong, large or many: nothing fails, and what they call stays.</summary>
public class BadSourceTests
{
    private const string Get = "ZonesResource.GetAsync";
    private const string Call = "using Acme.Api; internal static class Calls { static object F(ApiClient c) => c.Zones.GetAsync(\"1\"); }";

    [Theory]
    [InlineData("class A { void F(Acme.Api.ApiClient c) { c.Zones.GetAsync(")]
    [InlineData("class A { void F(Acme.Api.ApiClient c) => c.Zones..GetAsync((((((\"1\"; }}}")]
    [InlineData("}}}} c.Zones.GetAsync(\"1\");")]
    [InlineData("<<<<<<< HEAD\nc.Zones.GetAsync();\n=======\n>>>>>>> other")]
    [InlineData("c.Zones.GetAsync(); \"unterminated")]
    [InlineData("#region\n#endif\n#nothing\nclass A { object F(Acme.Api.ApiClient c) => c.Zones\n#if true\n.GetAsync(\"1\");")]
    [InlineData("$\"{c.Zones.GetAsync($\"{\"")]
    [InlineData("c.Zones.GetAsync(); /* unterminated")]
    [InlineData("\0c\0.\0Zones.GetAsync\u0001(\uD800)\uFFFF")]
    [InlineData("[assembly: InternalsVisibleTo(c.Zones.GetAsync(")]
    public void What_a_broken_file_calls_stays(string code) => Assert.Contains(Get, UsageProject.GetMethods(UsageProject.Run(code)));

    [Theory]
    [InlineData("\\u")]
    [InlineData("\\u00")]
    [InlineData("\\uZZZZ")]
    [InlineData("\\U0010FFFF \\UFFFFFFFF")]
    [InlineData("\uD800\u200D\\u0041")]
    [InlineData("[assembly: InternalsVisibleTo]\n[assembly: InternalsVisibleTo(1 + )]\n[assembly: InternalsVisibleTo(null, \"a\")]")]
    public void A_broken_file_beside_a_call_changes_nothing(string code) =>
        Assert.Contains(
            Get,
            UsageProject.GetMethods(UsageProject.CreateHost(Call, UsageProject.Document).AddCode("Broken.cs", code).Run())
        );

    [Theory]
    [InlineData("int x = 1; ", 500_000)]
    [InlineData("string s = \"Zones GetAsync\"; ", 200_000)]
    [InlineData("/* Records ListAsync */ ", 250_000)]
    [InlineData("Zones.GetAsync.", 300_000)]
    public void A_file_of_5_MB_in_one_line_is_read(string repeated, int count)
    {
        StringBuilder text = new("using Acme.Api; internal static class Program { static object G(ApiClient c) { ");
        for (int i = 0; i < count; i++)
            text.Append(repeated);
        text.Append(" } static object F(ApiClient c) => c.Zones.GetAsync(\"1\"); }");
        Assert.Contains(Get, UsageProject.GetMethods(UsageProject.Run(text.ToString())));
    }

    [Fact]
    public void Ten_thousand_files_are_read_once()
    {
        NameTable table = NameTable.Create([
            ["Zones", "GetAsync"],
        ]);
        CSharpCompilation compilation = ConsumerOptions
            .CreateProject()
            .AddSyntaxTrees(Enumerable.Range(0, 10_000).Select(i => GeneratorHost.Parse($"class C{i} {{ int Zone{i}; }}", $"C{i}.cs")))
            .AddSyntaxTrees(GeneratorHost.Parse(Call, "Calls.cs"));
        UsedNames first = UsedNames.Find(compilation, table, OtherCode.Empty, CancellationToken.None);
        Assert.Equal(["GetAsync", "Zones"], first.Names);

        // An edit of one file leaves what is known of the others.
        List<TreeNames> known = [.. compilation.SyntaxTrees.Select(t => TreeNames.Find(t, table, CancellationToken.None))];
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0],
            GeneratorHost.Parse("class Edited { int Zones; }", "Program.cs")
        );
        Assert.Equal(first, UsedNames.Find(edited, table, OtherCode.Empty, CancellationToken.None));
        Assert.All(
            edited.SyntaxTrees.Skip(1).Zip(known.Skip(1)),
            pair => Assert.Same(pair.Second, TreeNames.Find(pair.First, table, CancellationToken.None))
        );
        // Another client has other names, and all files are read again.
        NameTable other = NameTable.Create([
            ["F", "Zones"],
        ]);
        Assert.Equal(["F", "Zones"], UsedNames.Find(edited, other, OtherCode.Empty, CancellationToken.None).Names);
    }

    [Fact]
    public void A_name_in_every_alphabet_is_found()
    {
        string[] names =
        [
            "зона",
            "ζώνη",
            "区域",
            "ゾーン",
            "구역",
            "منطقة",
            "אזור",
            "क्षेत्र",
            "โซน",
            "գոտի",
            "ზონა",
            "ዞን",
            "zoná",
            "große",
            "ığdır",
            "Ⅷen",
            "zo_ne",
            "a١٢",
        ];
        string paths = string.Join(
            '\n',
            names.Select(
                (n, i) =>
                    $"/p{i}: {{ get: {{ tags: [{n}], operationId: {n}, responses: {{ '200': {{ description: a, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{n}' }} }} }} }} }} }} }}"
            )
        );
        string schemas = string.Join('\n', names.Select(n => $"    {n}: {{ type: object, properties: {{ {n}: {{ type: string }} }} }}"));
        TestDocument document = TestDocument
            .FromPaths(paths, $"components:\n  schemas:\n{schemas}\n")
            .With("Namespace", UsageProject.Namespace)
            .With("ClientName", "ApiClient")
            .With("Access", "internal")
            .With("Naming", "operationId")
            .With("Emit", "used");
        GeneratorRun whole = new GeneratorHost(document.With("Emit", "all")).Run();
        List<string> methods = [.. UsageProject.GetMethods(whole).Where(m => m != "ApiClient.SendAsync").Order(StringComparer.Ordinal)];
        Assert.True(methods.Count >= names.Length);

        // Each method alone, as it is and with an escape in its name.
        foreach (string method in methods)
        {
            string name = method.Split('.')[1];
            AssertFound(document, method, name, methods.Count);
            AssertFound(document, method, $"\\u{(int)name[0]:x4}{name[1..]}", methods.Count);
        }
    }

    [Theory]
    [InlineData("Zones", "Zones:0")]
    [InlineData(" Zones.GetAsync ", "Zones:1 GetAsync:7")]
    [InlineData("ZonesGetAsync Zones2 _Zones xZones éZones Zonesé Zones\u0301", "")]
    [InlineData("-Zones+\"Zones\"<Zones>", "Zones:1 Zones:8 Zones:15")]
    [InlineData("Zo\u00ADnes", "?")]
    [InlineData("Zone\\u0073", "?")]
    [InlineData("\\Zones \\d", "Zones:1")]
    public void Words_are_whole(string text, string expected)
    {
        NameTable table = NameTable.Create([
            ["Zones", "GetAsync"],
        ]);
        List<string> found = [];
        bool hasOtherForms = WordScanner.Scan(text, table, (index, position) => found.Add($"{table[index]}:{position}"));
        if (hasOtherForms)
            found.Add("?");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("Z\\u006fnes", "Zones")]
    [InlineData("Z\\U0000006fnes", "Zones")]
    [InlineData("Z\u00ADo\u200Bnes", "Zones")]
    [InlineData("\\u00", "\\u00")]
    [InlineData("\\uZZZZa", "\\uZZZZa")]
    [InlineData("\\U0010FFFFa", "\\U0010FFFFa")]
    [InlineData("a\\", "a\\")]
    public void Escapes_become_characters(string text, string expected) => Assert.Equal(expected, WordScanner.Unescape(text));

    private static void AssertFound(TestDocument document, string method, string written, int count)
    {
        GeneratorRun run = UsageProject
            .CreateHost(
                $"internal static class Program {{ const string F = nameof(Acme.Api.{method.Split('.')[0]}.{written}); }}",
                document
            )
            .Run()
            .AssertCompiles();
        Assert.Contains(method, UsageProject.GetMethods(run));
        Assert.True(UsageProject.GetMethods(run).Count < count);
    }
}
