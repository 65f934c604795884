using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Tests.Emission;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Tests.Words;

/// <summary>
/// The texts that users read keep to the field's terms: emitted documentation, the runtime's documentation, and all messages of exceptions
/// and diagnostics. Words and phrases that the project no longer uses do not come back.
/// </summary>
public class PlainWordsTests
{
    /// <summary>A pattern that is gone, and the text in its place.</summary>
    private static readonly (Regex Pattern, string Instead)[] s_gone =
    [
        Word("answers?|answered|answering", "response, returns"),
        Word("arms?", "union case"),
        Word("twins?", "the method with the response"),
        Word("tells?|told|telling", "reports, names, selects"),
        Word("stands?|stood|standing", "is"),
        Word("faults?|faulted", "error, fails"),
        Word("honou?r(s|ed)?", "supported"),
        Word("says?|said|saying", "defines, states"),
        Word("wanted|meant", "expected"),
        Word("travels?|travell?(ed|ing)", "is sent"),
        Word("gives|giving", "returns"),
        Word("on the wire|in silence|the way out|as it comes|as they come", "sent and received; without a message; the remedy"),
        Word("nobody|anybody|whatever|whoever", "no one, any"),
        Word("beside", "next to, together with"),
        Word("ours|of our own|theirs", "the project's"),
        Word("(is|are|was|were) (none|no)", "is not"),
        Word("what (is|are) not|that is not one", "the subject first"),
        // Inverted sentences: the subject comes first.
        new(new Regex(@"(?:^|[.;:] )(?:What|Whether|Of|Where|As|Who)\b", RegexOptions.CultureInvariant), "a verb or a noun first"),
        new(new Regex(@"; (?:what|whether|of|where|who)\b", RegexOptions.CultureInvariant), "a sentence of its own"),
    ];

    /// <summary>The words that are gone from pages, which have more prose: the others have uses of their own there.</summary>
    private static readonly (Regex Pattern, string Instead)[] s_goneFromPages =
    [
        Word("answers?|answered|answering", "response, returns"),
        Word("arms?", "case"),
        Word("twins?", "the method with the response"),
        Word("tells?|told|telling", "reports, names, distinguishes"),
        Word("stands?|stood|standing", "is"),
        Word("honou?r(s|ed)?", "supported"),
        Word("says?|said|saying", "defines, states"),
        Word("travels?|travell?(ed|ing)", "is sent"),
        Word("nobody|anybody|whatever|whoever", "no one, any"),
        Word("beside", "next to, together with"),
        Word("ours|of our own|theirs", "the project's"),
        Word(
            "on the wire|in silence|the way out|as it comes|as they come|costs its place",
            "sent and received; without a message; the remedy"
        ),
    ];

    /// <summary>Texts that keep such a word, each with its reason.</summary>
    private static readonly Dictionary<string, string> s_allowed = new(StringComparer.Ordinal);

    [Fact]
    public void Emitted_documentation_is_plain() =>
        AssertPlain(
            ContractDocuments
                .WithoutDescriptions.SelectMany(d => GeneratorHost.Generate(d).Sources.Values)
                .SelectMany(code => code.Split('\n'))
                .Select(line => line.Trim())
                // Lines with names and pointers of the document.
                .Where(line => !line.Contains(" '", StringComparison.Ordinal) && !line.Contains("<c>#/", StringComparison.Ordinal))
                .Where(line =>
                    line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("[global::System.Obsolete", StringComparison.Ordinal)
                )
                .Select(line => Regex.Replace(line.TrimStart('/', ' '), "<[^>]*>", ""))
        );

    [Fact]
    public void Documentation_of_the_runtime_is_plain() =>
        AssertPlain(
            XDocument
                .Load(Path.ChangeExtension(RuntimeNames.Runtime.Location, ".xml"))
                .Descendants("member")
                .Where(m => IsForUsers(m.Attribute("name")!.Value))
                .SelectMany(m => m.Elements())
                .Select(e => string.Join(' ', e.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        );

    [Fact]
    public void Messages_of_the_runtime_are_plain() => AssertPlain(FindSentences(RuntimeNames.Runtime));

    [Fact]
    public void Messages_of_the_generator_are_plain() => AssertPlain(FindSentences(typeof(DiagnosticInfo).Assembly));

    [Fact]
    public void Messages_of_the_task_and_the_targets_are_plain()
    {
        string folder = Path.Combine(SharedData.RepositoryRoot, "generator", "build");
        AssertPlain([
            .. Directory
                .EnumerateFiles(Path.Combine(folder, "CfGen.Tasks"), "*.cs")
                .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantTokens())
                .Where(t => t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.InterpolatedStringTextToken))
                .Select(t => t.ValueText)
                .Where(text => text.Contains(' ', StringComparison.Ordinal)),
            .. XDocument.Load(Path.Combine(folder, "CfGen.targets")).Descendants().Attributes("Text").Select(a => a.Value),
        ]);
    }

    [Fact]
    public void Pages_for_users_are_plain() =>
        AssertPlain(
            ((string[])["README.md", "docs"])
                .Select(path => Path.Combine(SharedData.RepositoryRoot, path))
                .SelectMany(path => File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.md", SearchOption.AllDirectories))
                .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "design")
                .SelectMany(ReadProse),
            s_goneFromPages
        );

    /// <summary>Reads the lines of a page outside of code.</summary>
    private static IEnumerable<string> ReadProse(string path)
    {
        bool isCode = false;
        foreach (string line in File.ReadLines(path))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (!isCode)
                yield return Path.GetFileName(path) + ": " + Regex.Replace(line, "`[^`]*`|\"[^\"]*\"", "");
        }
    }

    /// <summary>True for the types of the namespace <c>CfGen</c> that users see, and for their members.</summary>
    private static bool IsForUsers(string id) =>
        RuntimeNames
            .Runtime.GetExportedTypes()
            .Any(t =>
                t.Namespace == "CfGen"
                && (
                    id == $"T:{t.FullName}"
                    || id.StartsWith($"T:{t.FullName}.", StringComparison.Ordinal)
                    || id[2..].StartsWith(t.FullName + ".", StringComparison.Ordinal)
                )
            );

    /// <summary>Finds the literals with words in them, which are texts for people or pieces of such.</summary>
    private static IEnumerable<string> FindSentences(Assembly assembly) =>
        AssemblyStrings.Read(assembly.Location).Where(s => s.Contains(' ', StringComparison.Ordinal));

    private static void AssertPlain(IEnumerable<string> texts, (Regex Pattern, string Instead)[]? gone = null)
    {
        List<string> found = [];
        foreach (string text in texts.Distinct().Where(t => !s_allowed.ContainsKey(t)))
            found.AddRange(
                (gone ?? s_gone)
                    .Where(g => g.Pattern.IsMatch(text))
                    .Select(g => $"'{g.Pattern.Match(text).Value}' (write: {g.Instead}) in: {text}")
            );
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static (Regex, string) Word(string words, string instead) =>
        new(new Regex($@"\b(?:{words})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase), instead);
}
