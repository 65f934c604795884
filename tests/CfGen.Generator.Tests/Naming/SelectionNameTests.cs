using System.Text.RegularExpressions;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Naming;

/// <summary>An operation has the same name in generated code, whether the project selects it alone or the whole document.</summary>
public sealed partial class SelectionNameTests
{
    private const string Response =
        "responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } }";

    [Theory]
    // The last operation gives up its name to the first.
    [InlineData("/sites|", "/{account_slug}/sites|")]
    // Versions are in conflict.
    [InlineData("/images/v1|", "/images/v2|")]
    // Two operations have the same id, which names only one of them.
    [InlineData("/a|operationId: pets.list", "/b|operationId: pets.list")]
    // A resource has the name of the method.
    [InlineData("/x|x-cfgen-name: a.b", "/y|x-cfgen-name: a.b_async.get")]
    // Two resources have the same name: the one nearer to the root keeps the class name.
    [InlineData("/x|x-cfgen-name: rules.get", "/y|x-cfgen-name: dns.rules.get")]
    // The extension of another vendor names the operation.
    [InlineData("/pets|x-ms-client-name: Pets_Find", "/pets/{id}|")]
    // An operation that is skipped: its reference leads nowhere.
    [InlineData("/sites|broken", "/{account_slug}/sites|")]
    public void A_selection_changes_no_name(string one, string other)
    {
        TestDocument whole = TestDocument.FromPaths(string.Join('\n', new[] { one, other }.Select(CreateOperation)));
        string[] all = [.. GetMethods(whole)];
        foreach (
            string path in new[] { one, other }.Where(o => !o.EndsWith("broken", StringComparison.Ordinal)).Select(o => o.Split('|')[0])
        )
        {
            string[] alone = [.. GetMethods(whole.With("Operations", "path:" + path))];
            Assert.NotEmpty(alone);
            Assert.Equal(all.Where(m => m.EndsWith($"\"{path}\"", StringComparison.Ordinal)), alone);
        }
    }

    private static string CreateOperation(string text)
    {
        string[] parts = text.Split('|');
        string more = parts[1] switch
        {
            "" => Response,
            "broken" => Response + ", parameters: [{ $ref: '#/components/parameters/gone' }]",
            { } name => name + ", " + Response,
        };
        string parameters = string.Concat(
            ParameterPattern()
                .Matches(parts[0])
                .Select(p => $"{{ name: {p.Groups[1].Value}, in: path, required: true, schema: {{ type: string }} }}")
        );
        return $"{parts[0]}: {{ parameters: [{parameters}], get: {{ {more} }} }}";
    }

    // The class, the method, and the operation that it calls.
    private static IEnumerable<string> GetMethods(TestDocument document) =>
        GeneratorHost
            .Generate(document)
            .Sources.SelectMany(s => MethodPattern().Matches(s.Value).Select(m => $"{s.Key} {m.Groups[2].Value} {m.Groups[1].Value}"));

    [GeneratedRegex("{([^}]*)}")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex("""ApiOperation\(.*"GET", ("[^"]*")\)\]\n.*? (\w+Async)\(""")]
    private static partial Regex MethodPattern();
}
