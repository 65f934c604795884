using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CfGen.Generator.Schemas.Patterns;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>Patterns of documents, and what their expressions in .NET match.</summary>
public class PatternTranslatorTests
{
    private static readonly Dictionary<string, (string[] Matches, string[] Others)> s_ecmaScript = ReadEcmaScript();

    public static TheoryData<string> EcmaScriptPatterns => new(s_ecmaScript.Keys.Select(ToAscii));

    [Theory]
    [MemberData(nameof(EcmaScriptPatterns))]
    public void Values_match_as_in_ECMAScript(string escapedPattern)
    {
        string pattern = Regex.Unescape(escapedPattern);
        Regex compiled = Compile(pattern);

        Assert.Equal([], s_ecmaScript[pattern].Matches.Where(v => !compiled.IsMatch(v)).Select(ToAscii));
        Assert.Equal([], s_ecmaScript[pattern].Others.Where(v => compiled.IsMatch(v)).Select(ToAscii));
    }

    [Theory]
    // Not of ECMAScript, and of one meaning.
    [InlineData("(?i)^ab$", "AB", "AC")]
    [InlineData("^(?i:a)b$", "Ab", "AB")]
    [InlineData("^(?i)a(?-i)b$", "Ab", "AB")]
    [InlineData("^((?i)a)b$", "Ab", "AB")]
    [InlineData("^a.b$", "a b", "a\nb")]
    [InlineData("(?s)^a.b$", "a\nb", "ab")]
    [InlineData("(?s)^a.(?-s).b$", "a\nbb", "a\n\nb")]
    [InlineData("(?m)^b$", "a\nb", "ab")]
    [InlineData("(?m)^a$", "a\nb", "ab")]
    [InlineData("^(?m:a$)[^]*$", "a\nb", "ab")]
    [InlineData("/^[a-z]+$/", "ab", "/ab/")]
    [InlineData("/^[a-z]+$/i", "AB", "1")]
    [InlineData("/^a\\/b[/]$/", "a/b/", "a/b")]
    [InlineData("^/a/b$", "/a/b", "a")]
    [InlineData("/a/b/", "/a/b/", "a/b")]
    [InlineData("/a/q", "/a/q", "a")]
    [InlineData(@"\A[a-z]\z", "a", "a\n")]
    [InlineData(@"\A[a-z]\Z", "a\n", "ab")]
    [InlineData("^[[:alpha:]_]+$", "aZ_", "1")]
    [InlineData("^[^[:digit:][:space:]]+$", "aZ_", "1")]
    [InlineData("^[[:xdigit:]]+$", "afAF09", "g")]
    [InlineData("^(?P<x>a|b)(?P=x)$", "aa", "ab")]
    [InlineData(@"^\x{61}\pL$", "ab", "a1")]
    [InlineData(@"^\p{IsGreek}+$", "αβ", "a")]
    [InlineData(@"^\p{sc=Grek}|\p{Greek}$", "α", "a")]
    [InlineData(@"^(?>a+)b$", "aab", "aa")]
    // Escapes of a name and its octal number.
    [InlineData(@"^\u{000061}$", "a", "u")]
    [InlineData(@"^\ca$", "\u0001", "a")]
    public void Other_forms_are_understood(string pattern, string match, string other)
    {
        Regex compiled = Compile(pattern);

        Assert.Equal((true, false), (compiled.IsMatch(match), compiled.IsMatch(other)));
    }

    [Theory]
    [InlineData("^[z-a]$", "a range of a class ends before it begins")]
    [InlineData("(a", "a group is not closed")]
    [InlineData("a)", "a closing parenthesis has no opening one")]
    [InlineData("[a", "it ends too early")]
    [InlineData("a\\", "it ends too early")]
    [InlineData("a**", "it is not a valid regular expression")]
    [InlineData("*", "it is not a valid regular expression")]
    [InlineData("a{2,1}", "it is not a valid regular expression")]
    [InlineData("a{99999999999}", "it is not a valid regular expression")]
    [InlineData(@"\h", @"'\h' has no meaning in ECMAScript")]
    [InlineData(@"[\e]", @"'\e' has no meaning in ECMAScript")]
    [InlineData(@"\xg1", @"'\x' is not followed by hexadecimal digits")]
    [InlineData(@"\u12", @"'\u' is not followed by hexadecimal digits")]
    [InlineData(@"\u{110000}", @"'\u{...}' does not hold the number of a character")]
    [InlineData(@"\u{}x\u{zz}", @"'\u{...}' does not hold the number of a character")]
    [InlineData(@"\p{Script=Vai}", "the script 'Vai' has no counterpart in .NET")]
    [InlineData(@"\p{Emoji}", "it is not a valid regular expression")]
    [InlineData(@"\k<x>", "it refers to a group that it does not have")]
    [InlineData("(?<x", "'>' is missing")]
    [InlineData("(?#a)", "it has a kind of group that .NET does not have")]
    [InlineData("(?R)", "it has a kind of group that .NET does not have")]
    public void A_pattern_without_a_counterpart_has_an_error(string pattern, string error) =>
        Assert.Equal((null, error), (new PatternCompiler().Compile(pattern).Expression, new PatternCompiler().Compile(pattern).Error));

    [Fact]
    public void A_pattern_without_a_counterpart_is_no_rule()
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                """
                /things: { get: { parameters: [
                  { name: bad, in: query, required: true, schema: { type: string, maxLength: 7, pattern: '(' } },
                  { name: good, in: query, required: true, schema: { type: string, pattern: '^a' } },
                  { name: other, in: query, required: true, schema: { type: string, pattern: '^\_$' } }
                ], responses: { '204': { description: ok } } } }
                """.ReplaceLineEndings(" ")
            )
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics, d => d.Id == "CFG1060");
        Assert.Equal(
            "The pattern '(' at #/paths/~1things/get/parameters/0/schema/pattern is not checked, because a group is not closed. "
                + "Values are sent without this check; correct the pattern.",
            diagnostic.GetMessage(CultureInfo.InvariantCulture)
        );
        string code = string.Concat(run.Sources.Values);
        Assert.Contains("maxLength: 7", code, StringComparison.Ordinal);
        Assert.DoesNotContain("pattern: \"(\"", code, StringComparison.Ordinal);
        Assert.Contains("pattern: \"^a\"", code, StringComparison.Ordinal);
        Assert.Contains("StringPattern.Create(\"^\\\\_$\", \"^_\\\\z\")", code, StringComparison.Ordinal);
    }

    private static Regex Compile(string pattern)
    {
        CompiledPattern compiled = new PatternCompiler().Compile(pattern);
        Assert.Null(compiled.Error);
        return new Regex(compiled.Expression!, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    private static Dictionary<string, (string[] Matches, string[] Others)> ReadEcmaScript()
    {
        using Stream stream = typeof(PatternTranslatorTests).Assembly.GetManifestResourceStream("ecmascript-patterns.json")!;
        using JsonDocument json = JsonDocument.Parse(stream);
        return json
            .RootElement.EnumerateArray()
            .ToDictionary(e => e[0].GetString()!, e => (ReadStrings(e[1]), ReadStrings(e[2])), StringComparer.Ordinal);
    }

    private static string[] ReadStrings(JsonElement array) => [.. array.EnumerateArray().Select(ReadString)];

    /// <summary>Reads a string that may have half a character, which JSON's own reader refuses.</summary>
    private static string ReadString(JsonElement element) =>
        Regex.Replace(
            element.GetRawText()[1..^1],
            @"\\(?:u([0-9a-fA-F]{4})|(.))",
            m =>
                m.Groups[1].Success ? ((char)int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
                : m.Groups[2].Value is ['b' or 'f' or 'n' or 'r' or 't'] ? Regex.Unescape(m.Value == @"\b" ? @"\x08" : m.Value)
                : m.Groups[2].Value
        );

    /// <summary>Escapes the text, so that names of tests are ASCII.</summary>
    private static string ToAscii(string text) =>
        string.Concat(Regex.Escape(text).Select(c => c is >= ' ' and <= '~' ? c.ToString() : $@"\u{(int)c:x4}"));
}
