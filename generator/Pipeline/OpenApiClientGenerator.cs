using CfGen.Generator.Binding;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Pipeline;

/// <summary>The pipeline from declared documents to source texts: stages and their names, nothing else.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Declared documents only, told by their metadata before their text is touched.
        IncrementalValuesProvider<DocumentInput> inputs = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => DocumentInput.IsDeclared(pair.Left, pair.Right))
            .Select(static (pair, ct) => DocumentInput.Of(pair.Left, pair.Right, ct))
            .WithTrackingName(Steps.Inputs);

        IncrementalValueProvider<EquatableArray<DocumentText>> references = Documents(inputs, InputKind.Reference, Steps.References);
        IncrementalValueProvider<EquatableArray<DocumentText>> names = Documents(inputs, InputKind.Names, Steps.NamesFiles);

        // Reading and binding, down to texts to be and findings; equal again where the edit changed neither.
        IncrementalValuesProvider<BuiltClient> clients = inputs
            .Where(static input => input.Kind == InputKind.Client)
            .Combine(names)
            .Select(static (pair, _) => pair.Left.With(pair.Right))
            .WithTrackingName(Steps.Items)
            .Combine(references)
            .Select(static (pair, ct) => ClientBuilder.Build(pair.Left, pair.Right, ct))
            .WithTrackingName(Steps.Clients);

        // Two documents in one namespace: only the namespaces are compared, so an edit of a document does not reach the others.
        IncrementalValueProvider<NamespaceOwners> owners = clients
            .Select(static (client, _) => client.Claim)
            .WithTrackingName(Steps.Namespaces)
            .Collect()
            .Select(static (claims, _) => NamespaceOwners.Of(claims))
            .WithTrackingName(Steps.Owners);

        IncrementalValuesProvider<UnitModel> units = clients
            .Combine(owners)
            .SelectMany(static (pair, _) => pair.Right.Admits(pair.Left.Claim) ? pair.Left.Units : EquatableArray<UnitModel>.Empty)
            .WithTrackingName(Steps.Units);

        context.RegisterSourceOutput(units, static (output, unit) => output.AddSource(unit.HintName, SourceTexts.Of(UnitEmitter.Emit(unit))));

        // Diagnostics leave apart from code, so that a line that moved regenerates nothing.
        IncrementalValuesProvider<DiagnosticInfo> diagnostics = clients
            .Combine(owners)
            .SelectMany(static (pair, _) => pair.Left.Diagnostics.Concat(pair.Right.Refusals(pair.Left.Claim)))
            .WithTrackingName(Steps.Diagnostics);

        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }

    private static IncrementalValueProvider<EquatableArray<DocumentText>> Documents(IncrementalValuesProvider<DocumentInput> inputs, InputKind kind, string step) => inputs
        .Where(input => input.Kind == kind)
        .Select(static (input, _) => input.Document)
        .Collect()
        .Select(static (documents, _) => documents.ToEquatable())
        .WithTrackingName(step);
}
