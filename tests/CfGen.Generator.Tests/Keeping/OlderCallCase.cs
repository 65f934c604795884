using System.Globalization;
using CfGen.Generator.Configuration;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Tests.Keeping;

/// <summary>A document with one operation, whose parameters and body a test replaces, and what the client of it keeps.</summary>
internal static class OlderCallCase
{
    public const string ListingPath = "/project/client.api.txt";
    private const string Id = "{ name: id, in: path, required: true, schema: { type: string, format: uuid } }";
    public const string Body =
        "requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }";
    public const string OptionalBody = "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }";

    // One operation, which each case replaces.
    private static readonly TestDocument s_things = TestDocument
        .FromPaths(
            """
            /things/{id}:
              put:
                operationId: putThing
                x-cfgen-name: things.put
                parameters: [ PARAMETERS ]
                BODY
                responses: { '204': { description: ok } }
            /others:
              get:
                x-cfgen-name: others.list
                parameters: [ { name: X-Tenant, in: header, schema: { type: string } } ]
                responses: { '204': { description: ok } }
            """,
            """
            components:
              schemas:
                Thing: { type: object, required: [ name ], properties: { name: { type: string } } }
                State: { type: string, enum: [ open, closed ] }
            """
        )
        .With("ApiListing", ListingPath);

    public static TestDocument Create(string parameters, string body)
    {
        string all = parameters.Length > 0 ? $"{Id}, {parameters}" : Id;
        string text = s_things.Text.Replace("PARAMETERS", all, StringComparison.Ordinal);
        return s_things with { Text = text.Replace("BODY", body.Length > 0 ? body : "description: none", StringComparison.Ordinal) };
    }

    public static TestDocument List(params TestDocument[] documents)
    {
        GeneratorRun run = new GeneratorHost(documents).WithWrittenListings().Run();
        return new TestDocument(ListingPath, ListingSource.TryRead(run.Sources.Values.Single())!.Value.Value) { IsListing = true };
    }

    /// <summary>Returns the overloads of older signatures: their arguments and those that they pass, without those that all have.</summary>
    public static string[] GetOlder(GeneratorRun run) =>
        [
            .. GetHidden(run)
                .Where(m => !m.AttributeLists.ToString().Contains("(-1)", StringComparison.Ordinal))
                .Select(m =>
                    Replace(
                        $"{m.Identifier}{m.ParameterList} => {m.ExpressionBody!.Expression.ToString()[m.Identifier.ValueText.Length..]}",
                        ", _cfgen::RequestOptions? options = null, _threading::CancellationToken cancellationToken = default",
                        "",
                        ", options, cancellationToken",
                        ""
                    )
                ),
        ];

    public static IEnumerable<MethodDeclarationSyntax> GetHidden(GeneratorRun run) =>
        run
            .Output.SyntaxTrees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(m => m.AttributeLists.ToString().Contains("OverloadResolutionPriority", StringComparison.Ordinal));

    public static string Replace(string text, string first, string firstWith, string second, string secondWith) =>
        text.Replace(first, firstWith, StringComparison.Ordinal).Replace(second, secondWith, StringComparison.Ordinal);

    public static string GetMessage(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
