using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Tests.Emission;

/// <summary>The registration of a client: where it is emitted, and that it compiles in every project.</summary>
public class RegistrationTests
{
    private const string HintName = "Acme.Sample.SampleClient.DependencyInjection.g.cs";

    // A client parameter of each type that a configuration can hold or not, and an operation with a server of its own.
    private static readonly TestDocument s_document = TestDocument
        .FromPaths(
            """
            /a:
              get:
                operationId: get-a
                servers: [{ url: 'https://other.example' }]
                parameters:
                  - { name: text, in: query, schema: { type: string } }
                  - { name: number, in: query, schema: { type: number } }
                  - { name: whole, in: query, schema: { type: integer, format: int32 } }
                  - { name: flag, in: query, schema: { type: boolean } }
                  - { name: id, in: query, schema: { type: string, format: uuid } }
                  - { name: day, in: query, schema: { type: string, format: date } }
                  - { name: moment, in: query, schema: { type: string, format: date-time } }
                  - { name: clock, in: query, schema: { type: string, format: time } }
                  - { name: span, in: query, schema: { type: string, format: time-span } }
                  - { name: duration, in: query, schema: { type: string, format: duration } }
                  - { name: link, in: query, schema: { type: string, format: uri } }
                  - { name: bytes, in: query, schema: { type: string, format: byte } }
                  - { name: color, in: query, schema: { type: string, enum: [red, green] } }
                  - { name: size, in: query, schema: { type: integer, enum: [1, 2] } }
                  - { name: list, in: query, schema: { type: array, items: { type: string } } }
                responses: { '204': { description: none } }

            """
        )
        .With("ClientParameters", "text;number;whole;flag;id;day;moment;clock;span;duration;link;bytes;color;size;list");

    [Fact]
    public void A_web_project_registers_clients_with_every_kind_of_parameter()
    {
        GeneratorRun run = GeneratorHost.GenerateForWeb(s_document.With("Interfaces", "true")).AssertCompiles();

        string text = run.Sources[HintName];
        Assert.Contains("GetFactory(provider, name), false)", text, StringComparison.Ordinal);
        Assert.Contains("ISampleClient>(services, provider", text, StringComparison.Ordinal);
        Assert.Equal(
            ["AddSampleClient", "AddSampleClient", "AddSampleClient", "AddSampleClient"],
            GetMethods(run).Where(m => !m.Name.StartsWith("AddKeyed", StringComparison.Ordinal)).Select(m => m.Name)
        );
        Assert.Equal(8, GetMethods(run).Count);
        Assert.All(
            GetMethods(run),
            m => Assert.Equal("Microsoft.Extensions.DependencyInjection.IHttpClientBuilder", m.ReturnType.ToDisplayString())
        );
        Assert.DoesNotContain(text.Split('\n'), line => line.Contains("options.List =", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Microsoft.Extensions.Http")]
    [InlineData("Microsoft.Extensions.Options")]
    [InlineData("Microsoft.Extensions.Configuration.Abstractions")]
    [InlineData("Microsoft.Extensions.DependencyInjection.Abstractions")]
    public void Without_a_reference_that_it_needs_nothing_is_emitted(string missing)
    {
        GeneratorRun with = GeneratorHost.GenerateForWeb(s_document);
        GeneratorRun without = new GeneratorHost(s_document)
            .WithReferences(SdkPaths.Web.Where(r => Path.GetFileNameWithoutExtension(r.Display) != missing))
            .Run();

        Assert.Equal([HintName], with.Sources.Keys.Except(without.Sources.Keys));
        Assert.All(without.Sources, source => Assert.Equal(with.Sources[source.Key], source.Value));
    }

    [Theory]
    [InlineData("8.0.0.0", true)]
    [InlineData("7.0.0.0", false)]
    public void A_version_without_keyed_services_counts_as_missing(string version, bool isEmitted)
    {
        const string Name = "Microsoft.Extensions.DependencyInjection.Abstractions";
        CSharpCompilation other = CSharpCompilation.Create(
            Name,
            [GeneratorHost.Parse($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]")],
            SdkPaths.Framework,
            ConsumerOptions.Compilation
        );
        GeneratorRun run = new GeneratorHost(s_document)
            .WithReferences([.. SdkPaths.Web.Where(r => Path.GetFileNameWithoutExtension(r.Display) != Name), other.ToMetadataReference()])
            .Run();

        Assert.Equal(isEmitted, run.Sources.ContainsKey(HintName));
    }

    [Fact]
    public void Clients_of_one_name_are_registered_by_methods_of_two_classes()
    {
        TestDocument other = new("/project/other.yaml", s_document.Text);
        GeneratorRun run = GeneratorHost
            .GenerateForWeb(
                s_document.With("Namespace", "Acme.One").With("Access", "internal"),
                other.With("Namespace", "Acme.Two").With("ClientName", "SampleClient")
            )
            .AssertCompiles();

        Assert.Equal(
            [("Acme_One_SampleClientServiceCollectionExtensions", false), ("Acme_Two_SampleClientServiceCollectionExtensions", true)],
            GetMethods(run)
                .Select(m => (m.ContainingType.Name, m.ContainingType.DeclaredAccessibility == Accessibility.Public))
                .Distinct()
                .Order()
        );
    }

    [Theory]
    [InlineData("A_B.C", "SampleClient", "A.B_C", "SampleClient")]
    [InlineData("A.B", "C_SampleClient", "A.B.C", "SampleClient")]
    [InlineData("A_.B", "SampleClient", "A._B", "SampleClient")]
    [InlineData("A_0B", "SampleClient", "A._0B", "SampleClient")]
    public void Names_that_differ_in_dots_and_underscores_are_classes_of_their_own(
        string oneNamespace,
        string oneClient,
        string otherNamespace,
        string otherClient
    )
    {
        TestDocument other = new("/project/other.yaml", s_document.Text);
        GeneratorRun run = GeneratorHost
            .GenerateForWeb(
                s_document.With("Namespace", oneNamespace).With("ClientName", oneClient),
                other.With("Namespace", otherNamespace).With("ClientName", otherClient)
            )
            .AssertCompiles();

        Assert.Equal(2, GetMethods(run).Select(m => m.ContainingType.Name).Distinct().Count());
    }

    [Fact]
    public void A_project_with_types_of_the_same_names_compiles()
    {
        GeneratorRun run = new GeneratorHost(s_document.With("Namespace", "Acme.Microsoft.System"))
            .WithReferences(SdkPaths.Web)
            .EditCode(
                "namespace Acme { internal class IServiceCollection; internal class Action; internal class IServiceProvider; internal class HttpClient; }"
            )
            .Run();

        run.AssertCompiles();
        Assert.Equal(8, GetMethods(run).Count);
    }

    private static List<IMethodSymbol> GetMethods(GeneratorRun run) =>
        [
            .. run
                .Output.GetSymbolsWithName(
                    name => name.EndsWith("ServiceCollectionExtensions", StringComparison.Ordinal),
                    SymbolFilter.Type
                )
                .OfType<INamedTypeSymbol>()
                .SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
                .Where(m => m.IsExtensionMethod),
        ];
}
