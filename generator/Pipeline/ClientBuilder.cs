using CfGen.Generator.Binding;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;

namespace CfGen.Generator.Pipeline;

/// <summary>Reads and binds one document. The last place where a fault of ours is caught: it becomes a diagnostic, never an exception.</summary>
internal static class ClientBuilder
{
    public static BuiltClient Build(DocumentInput input, EquatableArray<DocumentText> references, CancellationToken ct)
    {
        string path = input.Document.Path;
        List<DiagnosticInfo> diagnostics = [];
        try
        {
            if (input.Metadata.ToSettings(path, diagnostics) is not { } settings)
                return new BuiltClient(new NamespaceClaim("", path), [], diagnostics.ToEquatable());
            if (input.Metadata.Names.Length > 0 && input.Names is null)
                diagnostics.Add(new DiagnosticInfo("CFG2006", LocationInfo.StartOf(path), "#", input.Metadata.Names, "the compiler was not given the file"));
            ReadingOptions options = new(settings.Operations) { ProjectDirectory = input.Metadata.ProjectDirectory };
            ReadDocument read = DocumentReader.Read(input.Document, [.. references], options, ct);
            NamesFile? names = input.Names is { } file ? NamesFile.Read(file, ct) : null;
            BoundClient bound = ClientBinder.Bind(read, settings, names, ct);
            diagnostics.AddRange(bound.Findings.Select(f => f.ToDiagnosticInfo(read.Positions)));
            return new BuiltClient(new NamespaceClaim(bound.Namespace, path), bound.Units, diagnostics.ToEquatable());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            diagnostics.Add(new DiagnosticInfo("CFG0099", LocationInfo.StartOf(path), "#", "the whole document", $"{fault.GetType().Name}: {fault.Message}"));
            return new BuiltClient(new NamespaceClaim("", path), [], diagnostics.ToEquatable());
        }
    }
}
