using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Naming;

/// <summary>Names do not depend on the order of the document, also where two would be the same.</summary>
public class NameOrderTests
{
    private const string Property = "{ type: string }";

    [Fact]
    public void Properties_with_the_same_name_have_it_by_their_text()
    {
        string[] wires = ["user-id", "user_id", "userId", "user.id"];

        Assert.Equal(Names(wires), Names([.. wires.Reverse()]));
        Assert.Equal(4, Names(wires).Split(' ').Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Components_with_the_same_name_have_it_by_their_text()
    {
        (string, string)[] components = [("user_id", "first"), ("user-id", "second"), ("UserId", "third")];

        string names = Types(components);

        Assert.Equal(names, Types([.. components.Reverse()]));
        Assert.Equal(names, Types([components[1], components[2], components[0]]));
    }

    [Fact]
    public void Long_names_that_differ_at_their_end_stay_different_and_the_same()
    {
        string start = new('a', 200);

        string names = Names([start + "1", start + "2"]);

        Assert.Equal(names, Names([start + "2", start + "1"]));
        string[] both = names.Split(' ');
        Assert.Equal(2, both.Distinct(StringComparer.Ordinal).Count());
        Assert.All(both, n => Assert.Equal(120, n.Length));
        // No number that a collision would have given.
        Assert.All(both, n => Assert.Matches("[0-9A-F]{8}$", n));
    }

    /// <summary>The members of a type in the order of their names on the wire.</summary>
    private static string Names(string[] wires)
    {
        string properties = string.Join(", ", wires.Select(w => $"'{w}': {Property}"));
        GeneratorRun run = Run($"    Thing: {{ type: object, properties: {{ {properties} }} }}", "{ $ref: '#/components/schemas/Thing' }");
        string code = string.Concat(run.Sources.Values);
        return string.Join(
            ' ',
            wires
                .Order(StringComparer.Ordinal)
                .Select(wire =>
                {
                    int at = code.IndexOf($"\"{wire}\"u8", StringComparison.Ordinal);
                    string rest = code[(code.IndexOf(") ", at, StringComparison.Ordinal) + 2)..];
                    return rest[..rest.IndexOf(' ', StringComparison.Ordinal)];
                })
        );
    }

    /// <summary>The types of the components, each told by the one property that it has.</summary>
    private static string Types((string Id, string Property)[] components)
    {
        string schemas = string.Join(
            '\n',
            components.Select(c => $"    {c.Id}: {{ type: object, required: [{c.Property}], properties: {{ {c.Property}: {Property} }} }}")
        );
        string use = string.Join(", ", components.Select(c => $"{c.Property}: {{ $ref: '#/components/schemas/{c.Id}' }}"));
        GeneratorRun run = Run(schemas, $"{{ type: object, properties: {{ {use} }} }}");
        return string.Join(
            ' ',
            components
                .Select(c => c.Property)
                .Order(StringComparer.Ordinal)
                .Select(property =>
                {
                    string name = char.ToUpperInvariant(property[0]) + property[1..];
                    INamedTypeSymbol type = Assert.Single(
                        run.Output.GetTypeByMetadataName("Acme.Sample.Names")!.ContainingNamespace.GetTypeMembers(),
                        t => t.GetMembers(name).OfType<IPropertySymbol>().Any(p => p.IsRequired)
                    );
                    return $"{property}={type.Name}";
                })
        );
    }

    private static GeneratorRun Run(string schemas, string response)
    {
        TestDocument document = TestDocument
            .FromPaths(
                $"/things: {{ get: {{ operationId: get-things, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {response} }} }} }} }} }} }}",
                "components:\n  schemas:\n" + schemas
            )
            .With("Namespace", "Acme.Sample")
            .With("ClientName", "Names");
        return GeneratorHost.Generate(document).AssertCompiles();
    }
}
