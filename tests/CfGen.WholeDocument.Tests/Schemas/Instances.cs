using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>
/// The values of schemas that matter: full, minimal, and one for each choice that the document leaves, once for each direction.
/// </summary>
internal sealed class Instances(RawDocument document)
{
    private readonly HashSet<(Type, Direction, string, int)> _made = [];
    private readonly Dictionary<Direction, SchemaValidator> _validators = Enum.GetValues<Direction>()
        .ToDictionary(d => d, d => new SchemaValidator(document, d));

    /// <summary>Schemas that no value satisfies, and why.</summary>
    public SortedDictionary<string, string> Unsatisfiable { get; } = new(StringComparer.Ordinal);

    /// <summary>The examples of a media type that are valid against its schema.</summary>
    public IEnumerable<(string Label, JsonNode? Value)> GetExamples(DocumentNode media, Direction direction)
    {
        SchemaValidator validator = _validators[direction];
        IEnumerable<JsonNode?> examples = media
            .GetMembers("examples")
            .Select(e => document.Resolve(e.Place)["value"])
            .Append(media["example"]);
        return examples
            .Where(e => e is not null && validator.FindError(media.GetChild("schema"), e) is null)
            .Select(e => ("media type" + InstanceMaker.Example, e?.DeepClone()));
    }

    /// <summary>The fullest first. Choices that were made below the same type are not made again.</summary>
    public IEnumerable<(string Label, JsonNode? Value)> CreateInstances(SchemaIntersection schema, Type type, Direction direction)
    {
        Queue<Variant> todo = new([new("full", true, [], default), new("minimal", false, [], default)]);
        HashSet<(string, int)> asked = [];
        while (todo.TryDequeue(out Variant? next))
        {
            InstanceMaker maker = new(_validators[direction], next.Full, next.Forced);
            JsonNode? value;
            try
            {
                value = maker.CreateInstance(schema);
            }
            catch (UnsatisfiableException e)
            {
                // A branch that what stands around it forbids is none.
                if (next.Forced.Count == 0)
                    Unsatisfiable[$"{direction} {schema.Key}"] = e.Message;
                continue;
            }

            if (next.Forced.Count > 0 && !_made.Add((type, direction, next.Last.Key, next.Last.Choice)))
                continue;

            yield return (next.Label, value);
            if (!next.Full)
                continue;
            foreach ((string key, int count) in maker.SelectedBranches)
            {
                for (int i = 1; i < count; i++)
                {
                    if (!_made.Contains((type, direction, key, i)) && asked.Add((key, i)))
                        todo.Enqueue(new($"{key} {i}", true, new(next.Forced) { [key] = i }, (key, i)));
                }
            }
        }
    }

    private sealed record Variant(string Label, bool Full, Dictionary<string, int> Forced, (string Key, int Choice) Last);
}
