using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using CfGen.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator;

/// <summary>The pipeline from declared documents to source texts: stages and their names, nothing else.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Declared documents only, told by their metadata before their text is touched.
        IncrementalValuesProvider<DocumentInput> inputs = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => DocumentInput.IsDeclared(pair.Left, pair.Right))
            .Select(static (pair, ct) => DocumentInput.Create(pair.Left, pair.Right, ct))
            .WithTrackingName(Steps.Inputs);

        IncrementalValueProvider<EquatableArray<DocumentText>> references = SelectDocuments(inputs, InputKind.Reference, Steps.References);

        // Reading and binding, down to texts to be and findings; equal again where the edit changed neither.
        IncrementalValuesProvider<GeneratedClient> clients = SelectItems(inputs)
            .Combine(references)
            .Select(static (pair, ct) => ClientBuilder.Build(pair.Left, pair.Right, ct))
            .WithTrackingName(Steps.Clients);

        // Two documents in one namespace: only the namespaces are compared, so an edit of a document does not reach the others.
        IncrementalValueProvider<NamespaceReservations> owners = clients
            .Select(static (client, _) => client.Reservation)
            .WithTrackingName(Steps.Namespaces)
            .Collect()
            .Select(static (claims, _) => NamespaceReservations.Create(claims))
            .WithTrackingName(Steps.Owners);

        // Every edit of C# makes a new compilation; only what matters of it goes on.
        IncrementalValueProvider<ConsumerProject> project = context
            .CompilationProvider.Select(static (compilation, _) => ConsumerProject.Create(compilation))
            .WithTrackingName(Steps.Project);

        IncrementalValueProvider<UsedNames> used = SelectUsedNames(context, clients);
        IncrementalValuesProvider<SourceFileModel> units = clients
            .Combine(owners)
            .Combine(project)
            .Combine(used)
            .SelectMany(static (pair, _) => pair.Left.Left.Left.SelectUnits(pair.Left.Left.Right, pair.Left.Right, pair.Right))
            .WithTrackingName(Steps.Units);

        context.RegisterSourceOutput(
            units,
            static (output, unit) => output.AddSource(unit.HintName, SourceTexts.Create(SourceFileEmitter.Emit(unit)))
        );

        context.RegisterSourceOutput(
            clients.Combine(owners).SelectMany(static (pair, _) => pair.Left.SelectListing(pair.Right)),
            static (output, listing) => output.AddSource(listing.HintName, SourceTexts.Create(listing.ToSourceText()))
        );

        // Diagnostics leave apart from code, so that a line that moved regenerates nothing.
        IncrementalValuesProvider<DiagnosticInfo> diagnostics = clients
            .Combine(owners)
            .Combine(project)
            .Combine(used)
            .SelectMany(static (pair, _) => pair.Left.Left.Left.SelectDiagnostics(pair.Left.Left.Right, pair.Left.Right, pair.Right))
            .WithTrackingName(Steps.Diagnostics);

        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        RegisterChanges(context, clients, owners, project);
    }

    /// <summary>
    /// Reports the differences from listings. The comparison is done with the client; here code is read, if there is a difference.
    /// </summary>
    private static void RegisterChanges(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<GeneratedClient> clients,
        IncrementalValueProvider<NamespaceReservations> owners,
        IncrementalValueProvider<ConsumerProject> project
    )
    {
        IncrementalValueProvider<EquatableArray<ChangedClient>> changed = clients
            .Where(static client => client.Changes is not null)
            .Select(static (client, _) => client.Changes!.Client)
            .Collect()
            .Select(static (found, _) => found.ToEquatable())
            .WithTrackingName(Steps.ChangedClients);
        IncrementalValueProvider<NameTable> table = changed
            .Select(static (found, _) => NameTable.Create(found.Select(c => c.GetIdentifiers())))
            .WithTrackingName(Steps.ChangedNames);
        IncrementalValueProvider<EquatableArray<OtherPlaces>> others = SelectOtherCode(context)
            .Combine(table)
            .Select(static (pair, ct) => OtherPlaces.Read(pair.Left.File, pair.Right, ct))
            .Collect()
            .Select(static (files, _) => files.ToEquatable());
        IncrementalValueProvider<MemberUses> uses = context
            .CompilationProvider.Combine(changed)
            .Combine(table)
            .Combine(others)
            .Select(static (pair, ct) => UseFinder.Find(pair.Left.Left.Left, pair.Left.Left.Right, pair.Left.Right, pair.Right, ct))
            .WithTrackingName(Steps.MemberUses);
        context.RegisterSourceOutput(
            clients
                .Where(static client => client.Changes is not null)
                .Combine(owners)
                .Combine(project)
                .Combine(uses)
                .SelectMany(static (pair, _) => pair.Left.Left.Left.SelectChanges(pair.Left.Left.Right, pair.Left.Right, pair.Right)),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic())
        );
    }

    /// <summary>Selects the items with a client, each with the other files that it names.</summary>
    private static IncrementalValuesProvider<DocumentInput> SelectItems(IncrementalValuesProvider<DocumentInput> inputs) =>
        inputs
            .Where(static input => input.Kind == InputKind.Client)
            .Combine(SelectDocuments(inputs, InputKind.Names, Steps.NamesFiles))
            .Combine(SelectDocuments(inputs, InputKind.Overlay, Steps.Overlays))
            .Combine(SelectDocuments(inputs, InputKind.Listing, Steps.Listings))
            .Select(
                static (pair, _) =>
                    pair.Left.Left.Left.WithNamesFile(pair.Left.Left.Right).WithOverlays(pair.Left.Right).WithListing(pair.Right)
            )
            .WithTrackingName(Steps.Items);

    /// <summary>Selects the additional files that may use clients.</summary>
    private static IncrementalValuesProvider<(AdditionalText File, AnalyzerConfigOptionsProvider Options)> SelectOtherCode(
        IncrementalGeneratorInitializationContext context
    ) =>
        context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => OtherCode.IsIn(pair.Left, pair.Right));

    /// <summary>The names of clients in the code of the project. No code is read unless a client with Emit="used" is built.</summary>
    private static IncrementalValueProvider<UsedNames> SelectUsedNames(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<GeneratedClient> clients
    )
    {
        IncrementalValueProvider<bool> readsCode = context
            .ParseOptionsProvider.Select(static (options, _) => CodeReading.IsEnabled(options))
            .WithTrackingName(Steps.ReadsCode);

        IncrementalValueProvider<NameTable> table = clients
            .Combine(readsCode)
            .Select(static (pair, _) => pair.Right ? pair.Left.GetMemberNames() : [])
            .WithTrackingName(Steps.MemberNames)
            .Collect()
            .Select(static (names, _) => NameTable.Create(names))
            .WithTrackingName(Steps.NameTable);

        IncrementalValueProvider<OtherCode> other = SelectOtherCode(context)
            .Combine(table)
            .Select(static (pair, ct) => OtherCode.Read(pair.Left.File, pair.Left.Options, pair.Right, ct))
            .Collect()
            .Select(static (files, _) => OtherCode.Merge(files))
            .WithTrackingName(Steps.OtherCode);

        return context
            .CompilationProvider.Combine(table)
            .Combine(other)
            .Select(static (pair, ct) => UsedNames.Find(pair.Left.Left, pair.Left.Right, pair.Right, ct))
            .WithTrackingName(Steps.UsedNames);
    }

    private static IncrementalValueProvider<EquatableArray<DocumentText>> SelectDocuments(
        IncrementalValuesProvider<DocumentInput> inputs,
        InputKind kind,
        string step
    ) =>
        inputs
            .Where(input => input.Kind == kind)
            .Select(static (input, _) => input.Document)
            .Collect()
            .Select(static (documents, _) => documents.ToEquatable())
            .WithTrackingName(step);
}
