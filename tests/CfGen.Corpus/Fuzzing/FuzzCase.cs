using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Corpus.Fuzzing;

/// <summary>A document of the fuzzer: the same text for the same seed.</summary>
/// <param name="Kind">mutation or schema.</param>
internal sealed record FuzzCase(string Kind, int Seed)
{
    public const string Mutation = "mutation";
    public const string Schema = "schema";

    private const int MaximumMutations = 5;

    public static FuzzCase Parse(string name) =>
        name.Split(':') is [Mutation or Schema, var seed] && int.TryParse(seed, CultureInfo.InvariantCulture, out int number)
            ? new FuzzCase(name.Split(':')[0], number)
            : throw new ArgumentException($"The case '{name}' is none such as {Mutation}:17 or {Schema}:3.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Seed}");

    public static DocumentText ToDocument(string text) => new("/project/fuzz.yaml", SourceText.From(text));

    public string CreateText(FuzzSources sources)
    {
        SeededRandom random = new(unchecked((ulong)Seed * 2 + (Kind == Schema ? 1UL : 0UL)));
        if (Kind == Schema)
            return ToJson(new RandomSchemas(random).CreateDocument());
        if (random.IsOneOf(6))
            return MutateText(sources.PickText(random), random);
        if (sources.PickTree(random) is not { } tree)
            return MutateText(sources.PickText(random), random);
        TreeMutator mutator = new(tree, random);
        for (int i = random.Next(MaximumMutations); i >= 0; i--)
            mutator.Mutate();
        return FuzzVocabulary.Finish(ToJson(tree));
    }

    private static string MutateText(string text, SeededRandom random)
    {
        for (int i = random.Next(MaximumMutations); i >= 0; i--)
            text = TextMutator.Mutate(text, random);
        return text;
    }

    /// <summary>Writes a tree of any depth.</summary>
    public static string ToJson(JsonNode node)
    {
        using MemoryStream stream = new();
        JsonWriterOptions options = new()
        {
            Indented = true,
            MaxDepth = 2000,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (Utf8JsonWriter writer = new(stream, options))
            node.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
