using System.Text.RegularExpressions;

namespace CfGen.Generator.Tests.Documentation;

/// <summary>The page that shows typical calls beside those of vendors' SDKs: a section for each document.</summary>
internal static partial class CallsPage
{
    /// <summary>Reads the sections, in their order.</summary>
    public static IReadOnlyList<CallsSection> Read()
    {
        string path = Path.Combine(SharedData.RepositoryRoot, "docs", "reference", "calls.md");
        string[] sections = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ")[1..];
        return [.. sections.Select(s => ReadSection(s[..s.IndexOf('\n', StringComparison.Ordinal)], Block().Matches(s)))];
    }

    private static CallsSection ReadSection(string name, MatchCollection blocks)
    {
        Assert.True(blocks.Count == 2, $"The section {name} has {blocks.Count} blocks of code. Write one for CfGen and one for the SDK.");
        Match own = blocks[0];
        Assert.Equal("csharp", own.Groups["language"].Value);
        // "csharp" is code that compiles, here and in the tests of the packages.
        Assert.NotEqual("csharp", blocks[1].Groups["language"].Value);
        return new CallsSection(name, own.Groups["text"].Value, blocks[1].Groups["text"].Value);
    }

    [GeneratedRegex("^```(?<language>\\w+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}

/// <summary>The calls of one document.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Calls">The calls of the generated client, as C#.</param>
/// <param name="SdkCalls">The calls of the vendor's SDK.</param>
internal sealed partial record CallsSection(string Name, string Calls, string SdkCalls)
{
    /// <summary>The numbers that the comments of a block give its calls.</summary>
    public static IEnumerable<string> Numbers(string block) => Number().Matches(block).Select(m => m.Groups["number"].Value);

    /// <summary>Makes a file of the calls, as a consumer with implicit usings has it.</summary>
    public string ToProgram()
    {
        string directives = string.Concat(Directive().Matches(Calls).Select(m => m.Value));
        return $$"""
            global using System;
            global using System.Collections.Generic;
            global using System.IO;
            global using System.Linq;
            global using System.Net.Http;
            global using System.Threading;
            global using System.Threading.Tasks;
            {{directives}}
            namespace Acme;

            internal static class Program
            {
                internal static async Task RunAsync()
                {
            #line 1 "docs/reference/calls.md"
            {{Directive().Replace(Calls, "")}}
                }
            }
            """;
    }

    [GeneratedRegex("^using [\\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex("^(//|#) (?<number>[0-9])\\b", RegexOptions.Multiline)]
    private static partial Regex Number();
}
