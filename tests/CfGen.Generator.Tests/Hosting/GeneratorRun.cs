using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CfGen.Generator.Tests.Hosting;

/// <summary>The result of one run of the driver.</summary>
internal sealed class GeneratorRun
{
    private readonly Lazy<CSharpCompilation> _output;
    private readonly Lazy<Compiled> _compiled;

    public GeneratorRun(GeneratorDriverRunResult result, CSharpCompilation input)
    {
        Result = result.Results.Single();
        _output = new(() => input.AddSyntaxTrees(result.GeneratedTrees));
        _compiled = new(Compile);
        // The driver turns an exception of a generator into CS8785, a warning that nobody reads.
        Assert.Null(Result.Exception);
    }

    public GeneratorRunResult Result { get; }

    /// <summary>The diagnostics of the generator.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated texts by hint name.</summary>
    public Dictionary<string, string> Sources => Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>The consumer's compilation with the generated trees in it.</summary>
    public CSharpCompilation Output => _output.Value;

    /// <summary>The diagnostics of the compiler for the consumer and the generated code; warnings are errors.</summary>
    public IEnumerable<Diagnostic> CompilerDiagnostics => _compiled.Value.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info);

    /// <summary>All values of the named steps, with the reason that the driver gives for each.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> GetStepOutputs(string name) =>
        Result.TrackedSteps.TryGetValue(name, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? steps.SelectMany(s => s.Outputs)
            : [];

    /// <summary>The reason why each source file was emitted or not, by hint name.</summary>
    public Dictionary<string, IncrementalStepRunReason> SourceOutputs =>
        GetOutputs<SourceFileModel>().ToDictionary(o => o.Input.HintName, o => o.Reason);

    /// <summary>The reason why each diagnostic was reported or not.</summary>
    public IEnumerable<(DiagnosticInfo Diagnostic, IncrementalStepRunReason Reason)> DiagnosticOutputs => GetOutputs<DiagnosticInfo>();

    /// <summary>Says what the compiler found, with the generated line it points at.</summary>
    public GeneratorRun AssertCompiles()
    {
        List<string> wrong = [.. CompilerDiagnostics.Take(20).Select(d => $"{d}\n    {GetSourceLine(d)}")];
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        return this;
    }

    public GeneratorRun AssertNoDiagnostics()
    {
        Assert.Empty(Diagnostics);
        return this;
    }

    /// <summary>The compiled consumer, for as long as the context lives.</summary>
    public LoadedConsumer Load() => new(AssertCompiles()._compiled.Value);

    private Compiled Compile()
    {
        using MemoryStream image = new();
        using MemoryStream docs = new();
        EmitResult emitted = Output.Emit(image, xmlDocumentationStream: docs);
        return new Compiled(emitted.Diagnostics, image.ToArray(), docs.ToArray());
    }

    private IEnumerable<(T Input, IncrementalStepRunReason Reason)> GetOutputs<T>()
    {
        foreach (IncrementalGeneratorRunStep step in Result.TrackedOutputSteps.Values.SelectMany(s => s))
        {
            (IncrementalGeneratorRunStep source, int index) = step.Inputs.Single();
            if (source.Outputs[index].Value is T input)
                yield return (input, step.Outputs.Single().Reason);
        }
    }

    private static string GetSourceLine(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree
            ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString()
            : "";
}

/// <summary>The files that csc would write.</summary>
internal sealed record Compiled(ImmutableArray<Diagnostic> Diagnostics, byte[] Image, byte[] Docs);

/// <summary>An assembly made of generated code, in a context of its own, so that hundreds of them do not stay.</summary>
internal sealed class LoadedConsumer : IDisposable
{
    private readonly AssemblyLoadContext _context = new("consumer", isCollectible: true);

    public LoadedConsumer(Compiled compiled)
    {
        Assembly = _context.LoadFromStream(new MemoryStream(compiled.Image));
        Docs = System.Xml.Linq.XDocument.Load(new MemoryStream(compiled.Docs), System.Xml.Linq.LoadOptions.PreserveWhitespace);
    }

    public Assembly Assembly { get; }

    /// <summary>The documentation file that the compiler made of it.</summary>
    public System.Xml.Linq.XDocument Docs { get; }

    public Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    public void Dispose() => _context.Unload();
}
