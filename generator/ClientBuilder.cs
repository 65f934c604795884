using CfGen.Generator.Binding;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator;

/// <summary>Reads and binds one document. The last place where a fault of ours is caught: it becomes a diagnostic, never an exception.</summary>
internal static class ClientBuilder
{
    public static GeneratedClient Build(DocumentInput input, EquatableArray<DocumentText> references, CancellationToken ct)
    {
        string path = input.Document.Path;
        List<DiagnosticInfo> diagnostics = [];
        try
        {
            if (input.Metadata.ToOptions(diagnostics) is not { } settings)
                return new GeneratedClient(new NamespaceReservation("", path), [], diagnostics.ToEquatable());
            if (input.Metadata.Names.Length > 0 && input.Names is null)
                diagnostics.Add(
                    new DiagnosticInfo(
                        "CFG2006",
                        input.Metadata.ProjectLocation,
                        "#",
                        input.Metadata.Names,
                        "the compiler was not given the file"
                    )
                );
            DocumentLoadOptions options = new(settings.Operations) { ProjectDirectory = input.Metadata.ProjectDirectory };
            LoadedDocument read = DocumentLoader.Load(input.Document, [.. references], options, ct);
            NamesFile? names = input.Names is { } file ? NamesFile.Read(file, ct) : null;
            BoundClient bound = ClientBinder.Bind(read, settings, names, ct);
            diagnostics.AddRange(bound.Findings.Select(f => f.ToDiagnosticInfo(read.SourceMap)));
            return new GeneratedClient(new NamespaceReservation(bound.Namespace, path), bound.SourceFiles, diagnostics.ToEquatable());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            diagnostics.Add(
                new DiagnosticInfo(
                    "CFG0099",
                    LocationInfo.ForFile(path),
                    "#",
                    "the whole document",
                    $"{fault.GetType().Name}: {fault.Message}"
                )
            );
            return new GeneratedClient(new NamespaceReservation("", path), [], diagnostics.ToEquatable());
        }
    }
}
