using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CfGen.Corpus.Fuzzing;

/// <summary>A fault, and what it has in common with the same fault of other documents.</summary>
internal sealed record FuzzFault(string Signature, string Detail);

/// <summary>Generates and compiles a text, and finds what must never happen.</summary>
internal static partial class FuzzCheck
{
    private const int FramesOfSignature = 2;

    // The compiler needs more for unions of unions, which have hundreds of types; the generator has them in a second.
    private static readonly TimeSpan s_maximumGeneratorTime = TimeSpan.FromSeconds(5);

    /// <summary>Returns the faults of a text, each signature once.</summary>
    /// <param name="maximum">The allowed number of diagnostics of one id; 0 for any number.</param>
    public static IReadOnlyList<FuzzFault> FindFaults(string text, int maximum)
    {
        try
        {
            CompiledClient compiled = DocumentCompiler.Compile(FuzzCase.ToDocument(text), []);
            IEnumerable<FuzzFault> faults = compiled
                .Generated.Stages.Client.Diagnostics.Where(d => d.Id == DocumentMeasurement.InternalError)
                .Select(d => new FuzzFault("CFG0099 " + Shorten(d.Message), d.Message))
                .Concat(
                    compiled.CompilerErrors.Select(d => new FuzzFault(
                        $"{d.Id} {Shorten(d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))}",
                        Describe(d)
                    ))
                )
                .Concat(FindSlowness(compiled.Generated.Time))
                .Concat(
                    compiled
                        .Generated.Stages.Client.Diagnostics.GroupBy(d => d.Id, StringComparer.Ordinal)
                        .Where(g => maximum > 0 && g.Count() > maximum)
                        .Select(g => new FuzzFault($"more than {maximum} of {g.Key}", $"{g.Count()} of {g.Key}"))
                );
            return [.. faults.GroupBy(f => f.Signature, StringComparer.Ordinal).Select(g => g.First())];
        }
        catch (Exception exception)
        {
            IEnumerable<string> frames = (exception.StackTrace ?? "")
                .Split('\n')
                .Where(l => l.Contains("CfGen", StringComparison.Ordinal))
                .Take(FramesOfSignature)
                .Select(l => l.Trim().Split('(')[0]);
            return [new FuzzFault($"{exception.GetType().Name} {string.Join(' ', frames)}", exception.ToString())];
        }
    }

    private static IEnumerable<FuzzFault> FindSlowness(TimeSpan time) =>
        time > s_maximumGeneratorTime
            ? [new FuzzFault($"the generator needs more than {s_maximumGeneratorTime.TotalSeconds} s", $"{time.TotalSeconds:F1} s")]
            : [];

    private static string Describe(Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree is { } tree
            ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
            : "";
        return $"{diagnostic} | {line}";
    }

    /// <summary>Leaves out what a document names.</summary>
    private static string Shorten(string message) => Number().Replace(Quoted().Replace(message, "'…'"), "0");

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|#/[^ ]*")]
    private static partial Regex Quoted();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
