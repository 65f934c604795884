using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Documents;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Tests.Emission;

/// <summary>Text of a document stays text, whatever it is and wherever it stands.</summary>
public class InjectionTests
{
    // Compiling is what takes the time here.
    private static readonly ConcurrentDictionary<string, GeneratorRun> s_runs = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. InjectionDocument.Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_stays_in_its_comment_or_literal(string name)
    {
        string text = InjectionDocument.Texts[name];
        GeneratorRun run = GetRun(name).AssertCompiles();

        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        foreach (SyntaxTree tree in run.Result.GeneratedSources.Select(s => s.SyntaxTree))
        {
            SyntaxNode root = tree.GetRoot();
            Assert.DoesNotContain(
                root.DescendantTokens(),
                t =>
                    t.IsKind(SyntaxKind.IdentifierToken)
                    && t.ValueText.StartsWith(InjectionDocument.Leak, StringComparison.Ordinal)
                    && !IsParameter(t)
            );
            // The two directives that every text starts with, and no other comment than documentation.
            Assert.All(
                root.DescendantTrivia().Where(t => t.IsDirective),
                t => Assert.True(t.SpanStart < 400 || t.ToString().TrimEnd() is "#if NET9_0_OR_GREATER" or "#endif", t.ToString())
            );
            Assert.DoesNotContain(
                root.DescendantTrivia(),
                t =>
                    t.IsKind(SyntaxKind.MultiLineCommentTrivia)
                    || t.IsKind(SyntaxKind.DisabledTextTrivia)
                    || t.IsKind(SyntaxKind.SkippedTokensTrivia)
            );
            AssertEverySeparatorIsTheWriters(tree.GetText().ToString());
        }
    }

    /// <summary>Braces in a path are a parameter, whose name an argument has. It is an identifier and nothing else.</summary>
    private static bool IsParameter(SyntaxToken token) =>
        token.Parent is ParameterSyntax { Type: not null } or IdentifierNameSyntax { Parent: ArgumentSyntax or XmlNameAttributeSyntax };

    /// <summary>JSON can write half a surrogate pair, and no UTF-8 can: the document is refused, at the place.</summary>
    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ude00")]
    public void An_unpaired_surrogate_is_rejected(string escaped)
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument(
                "/project/half.json",
                $$"""
                { "openapi": "3.0.3",
                  "info": { "title": "a{{escaped}} b", "version": "1" },
                  "paths": { "/a": { "get": { "responses": { "200": { "description": "ok" } } } } } }
                """
            )
        );

        Assert.Empty(run.Sources);
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CFG0001", diagnostic.Id);
        Assert.Equal(1, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Literals_hold_the_text_exactly(string name)
    {
        string text = InjectionDocument.Texts[name];
        GeneratorRun run = GetRun(name);
        using LoadedConsumer consumer = run.Load();

        List<ApiOperationAttribute> operations =
        [
            .. consumer.Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(m => m.GetCustomAttributes<ApiOperationAttribute>()),
        ];
        Assert.Contains(operations, o => o.Id == text && o.Path == "/id");
        Assert.Contains(operations, o => o.Id == "words" && o.Path == "/words");
        Assert.Contains(operations, o => o.Id == "schema");
        Assert.Contains(operations, o => o.Id == "name");
        Assert.Contains(operations, o => o.Id == "fern");
        Assert.Contains(operations, o => o.Id == "query");
        Assert.Contains(operations, o => o.Id == "parameter");
        // Where the text makes no template of its own, the path is what the document has.
        // No request line can carry a control character, so that the operation is skipped.
        if (text.Any(char.IsControl))
        {
            Assert.DoesNotContain(operations, o => o.Id is "segment" or "template");
        }
        else if (text.IndexOfAny(['{', '}', '/']) < 0)
        {
            Assert.Contains(operations, o => o.Id == "segment" && o.Path == "/at/" + text);
            Assert.Contains(operations, o => o.Id == "template" && o.Path == $"/in/{{{text}}}/x");
        }

        Type values = Assert.Single(consumer.Assembly.GetTypes(), t => t.IsValueType && t.Name == "Enumeration");
        IEnumerable<string?> listed = values
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(p => (string?)values.GetProperty("Value")!.GetValue(p.GetValue(null)));
        Assert.Equal(
            new[] { text, text + "_", "_" + text, "", "value" }.Distinct().Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Serialized_names_are_those_of_the_document(string name)
    {
        string text = InjectionDocument.Texts[name];
        using LoadedConsumer consumer = GetRun(name).Load();

        // A record reads and writes its properties under the document's names, the hostile ones too.
        Type record = consumer.Type(consumer.Assembly.GetTypes().Single(t => t.Name == "NamedByProperties").FullName!);
        JsonObject sent = new()
        {
            [text] = "1",
            [text + "_"] = 2,
            ["_" + text] = true,
            ["class"] = text,
            ["inner"] = new JsonObject { [text] = "3" },
        };
        object? read = JsonSerializer.Deserialize(sent, record);
        Assert.True(JsonNode.DeepEquals(sent, JsonSerializer.SerializeToNode(read, record)), JsonSerializer.Serialize(read, record));
        Assert.Equal(sent.Count, record.GetProperties().Count(p => p.GetValue(read) is not null && p.Name != "EqualityContract"));

        // Credentials go under the document's names: a header, a query parameter and a cookie.
        object definition = consumer
            .Assembly.GetTypes()
            .Single(t => t.Name.EndsWith("ClientOptions", StringComparison.Ordinal))
            .GetField("s_definition", BindingFlags.NonPublic | BindingFlags.Static)!
            .GetValue(null)!;
        List<string> told = [.. GetStrings(definition, 0)];
        // Names that HTTP does not allow are left out.
        int allowed = 1 + (HttpText.IsToken(text) ? 1 : 0) + (HttpText.IsCookieName(text) ? 1 : 0);
        if (!string.IsNullOrWhiteSpace(text))
            Assert.Equal(allowed, told.Count(t => t == text));
    }

    /// <summary>Names that C# or a record has taken, for everything that has a name; each document names all of its things alike.</summary>
    private static GeneratorRun GetRun(string name) =>
        s_runs.GetOrAdd(
            name,
            static n => GeneratorHost.Generate(InjectionDocument.CreateDocument(InjectionDocument.Texts[n]).With("Json", "both"))
        );

    private static IEnumerable<string> GetStrings(object value, int depth)
    {
        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            object? held = field.GetValue(value);
            if (held is string text)
                yield return text;
            else if (held is System.Collections.IEnumerable items && depth < 3)
            {
                foreach (string inner in items.Cast<object>().SelectMany(i => i is string s ? [s] : GetStrings(i, depth + 1)))
                    yield return inner;
            }
        }
    }

    private static void AssertEverySeparatorIsTheWriters(string code)
    {
        int at = code.IndexOfAny(['\r', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0']);
        Assert.True(at < 0, at < 0 ? "" : $"U+{(int)code[at]:X4} in: {code.Substring(Math.Max(0, at - 100), Math.Min(100, at))}");
    }
}
