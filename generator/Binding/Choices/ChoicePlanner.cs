using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Choices;

/// <summary>
/// Decides what a oneOf or anyOf, or a schema of several JSON types, comes to: alternatives of one scalar type are one, a choice
/// among choices is one choice, and what is left are arms that a reader can tell apart.
/// </summary>
internal sealed class ChoicePlanner(ShapeResolver shapes)
{
    // Choices of choices: beyond this many arms nobody is served by a type.
    private const int MostArms = 250;

    // Choices that multiply, or lead back into themselves by ever new ways, find no arm for long: nobody waits for them.
    private const int MostSteps = 4 * MostArms;

    private const JsonSchemaType Numbers = JsonSchemaType.Number | JsonSchemaType.Integer;

    private static readonly JsonSchemaType[] s_kinds =
        [JsonSchemaType.Object, JsonSchemaType.Array, JsonSchemaType.String, JsonSchemaType.Number, JsonSchemaType.Integer, JsonSchemaType.Boolean];

    private readonly Dictionary<Conjunction, ChoicePlan> _known = new(ConjunctionComparer.Instance);

    public ChoicePlan Plan(Conjunction conjunction, Shape shape)
    {
        if (!_known.TryGetValue(conjunction, out ChoicePlan? plan))
            _known.Add(conjunction, plan = Decide(conjunction, shape));
        return plan;
    }

    private ChoicePlan Decide(Conjunction conjunction, Shape shape)
    {
        Expansion found = new();
        if (!Expand(conjunction, shape, found))
            return ChoicePlan.TooMany;

        List<Alternative> arms = Merge(found.Alternatives);
        bool anyObject = arms.Exists(a => a.Kind == JsonSchemaType.Object);
        // Any JSON, or a string: that is any JSON. Any JSON, or this object: the object is worth knowing.
        if (arms.Count == 0 || (found.Free && !anyObject))
            return ChoicePlan.Untyped;
        if (arms.Count == 1 && !found.Free)
            return new ChoicePlan(arms, Single: true);
        return Tags.Add(arms, shape.Choices.Count == 1 ? shape.Choices[0].Discriminator : null, shapes);
    }

    /// <summary>Adds the alternatives, those of choices among them in their place. False where there are too many.</summary>
    private bool Expand(Conjunction conjunction, Shape shape, Expansion found)
    {
        if (found.Alternatives.Count > MostArms || ++found.Steps > MostSteps)
            return false;
        if (found.Open.Exists(o => ConjunctionComparer.Instance.Equals(o, conjunction)))
            return true;
        found.Open.Add(conjunction);
        bool fits = true;
        if (shape.Choices.Count > 0)
        {
            foreach (Conjunction alternative in Alternatives(conjunction, shape))
                fits = fits && Expand(alternative, shapes.Resolve(alternative), found);
        }
        else if (shape.HasSeveralTypes)
        {
            foreach (JsonSchemaType kind in s_kinds.Where(k => (shape.Types & k) != 0 && !(k == JsonSchemaType.Integer && (shape.Types & JsonSchemaType.Number) != 0)))
            {
                Conjunction narrowed = conjunction.And(new SchemaSite(new OpenApiSchema { Type = kind }, conjunction.Pointer, withoutChoice: true));
                found.Add(narrowed, shapes.Resolve(narrowed));
            }
        }
        else
        {
            found.Add(conjunction, shape);
        }

        found.Open.RemoveAt(found.Open.Count - 1);
        return fits;
    }

    /// <summary>Each way through all choices of the schema, together with what it says beside them.</summary>
    private List<Conjunction> Alternatives(Conjunction conjunction, Shape shape)
    {
        Conjunction beside = conjunction.WithoutChoice;
        Shape rest = shapes.Resolve(beside);
        bool plain = rest.Properties.Count == 0 && rest.Items is null && rest.Additional is null && rest.Enum is null;
        // `anyOf: [{ required: [a] }, { required: [b] }]` is a rule, no choice of types.
        if (!plain && shape.Choices.All(c => c.Alternatives.All(SaysNothing)))
            return [beside];

        List<Conjunction> ways = plain ? [new Conjunction([])] : [beside];
        foreach (Choice choice in shape.Choices)
        {
            // Properties or items beside a choice say what its values are: an alternative of another JSON type is none of them.
            List<Conjunction> fitting = rest.Properties.Count > 0 || rest.Items is not null ? [.. choice.Alternatives.Where(a => Meets(a, rest.Types))] : [];
            ways = [.. ways.SelectMany(way => (fitting.Count > 0 ? fitting : choice.Alternatives).Select(way.And)).Take(MostArms + 1)];
        }

        return ways;
    }

    private bool Meets(Conjunction alternative, JsonSchemaType? types) =>
        types is not { } stated || shapes.Resolve(alternative).Types is not { } own || (own & stated) != 0;

    private bool SaysNothing(Conjunction alternative)
    {
        Shape shape = shapes.Resolve(alternative);
        return shape.IsBare && (shape.Types ?? JsonSchemaType.Object) == JsonSchemaType.Object;
    }

    /// <summary>Of each scalar type, of arrays and of maps one arm, and each object once; in the order of the document.</summary>
    private static List<Alternative> Merge(List<Alternative> all)
    {
        List<Alternative> arms = [];
        foreach (Alternative alternative in all)
        {
            bool known = alternative.Kind == JsonSchemaType.Object && alternative.Shape.Properties.Count > 0
                ? arms.Exists(a => ConjunctionComparer.Instance.Equals(a.Conjunction, alternative.Conjunction))
                : arms.Exists(a => a.Kind == alternative.Kind && a.Shape.Properties.Count == 0);
            if (!known)
                arms.Add(MergedInto(alternative, all));
        }

        return arms;
    }

    private static Alternative MergedInto(Alternative first, List<Alternative> all)
    {
        if (first.Shape.Properties.Count > 0)
            return first;
        List<Alternative> same = [.. all.Where(a => a.Kind == first.Kind && a.Shape.Properties.Count == 0)];
        if (same.Count == 1)
            return first;
        return first.Kind switch
        {
            JsonSchemaType.String => Strings(first, same),
            JsonSchemaType.Number when same.Find(a => a.Shape.Enum is null && a.Shape.Types != JsonSchemaType.Integer) is { } number => WideEnough(number, same),
            JsonSchemaType.Number => same.Find(a => a.Shape.Enum is null) ?? Listed(first, same),
            JsonSchemaType.Array => Synthetic(first, new OpenApiSchema { Type = JsonSchemaType.Array, Items = Elements(same, s => s.Items) }),
            JsonSchemaType.Object => Synthetic(first, new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Elements(same, s => s.Additional) }),
            _ => first,
        };
    }

    /// <summary>A <c>float</c> beside integers, or beside wider numbers, would round them: one of no format holds both.</summary>
    private static Alternative WideEnough(Alternative number, List<Alternative> same) =>
        number.Shape.Format == "float" && same.Exists(a => a.Shape.Format != "float") ? Synthetic(number, new OpenApiSchema { Type = JsonSchemaType.Number }) : number;

    /// <summary>Alternatives of one number each are a list of them; their titles are what the numbers are called, where each has one.</summary>
    private static Alternative Listed(Alternative first, List<Alternative> same)
    {
        List<JsonNode> values = [];
        JsonArray names = [];
        foreach (Alternative alternative in same)
        {
            foreach (JsonNode? value in alternative.Shape.Enum!)
            {
                if (value is null || values.Exists(v => JsonNode.DeepEquals(v, value)))
                    continue;
                values.Add(value.DeepClone());
                if (alternative.Shape is { Enum.Count: 1, Title: { Length: > 0 } title })
                    names.Add(title);
            }
        }

        OpenApiSchema schema = new() { Type = Types(same), Enum = values };
        if (names.Count == values.Count)
            schema.Extensions = new Dictionary<string, IOpenApiExtension> { ["x-enum-varnames"] = new JsonNodeExtension(names) };
        return Synthetic(first, schema);
    }

    private static JsonSchemaType Types(List<Alternative> same)
    {
        JsonSchemaType types = 0;
        foreach (Alternative alternative in same)
            types |= alternative.Shape.Types ?? 0;
        return types == Numbers ? JsonSchemaType.Number : types;
    }

    /// <summary>Listed values and any string are an open enum; two formats are a string.</summary>
    private static Alternative Strings(Alternative first, List<Alternative> same)
    {
        List<JsonNode> values = [];
        foreach (JsonNode? value in same.SelectMany(a => a.Shape.Enum ?? []))
        {
            if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && !values.Exists(v => JsonNode.DeepEquals(v, text)))
                values.Add(text);
        }

        if (values.Count > 0)
            return Synthetic(first, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(v => v.DeepClone())] });
        bool alike = same.TrueForAll(a => ScalarTypes.Find(a.Shape) == ScalarTypes.Find(first.Shape));
        return alike ? first : Synthetic(first, new OpenApiSchema { Type = JsonSchemaType.String });
    }

    private static MergedSchema? Elements(List<Alternative> same, Func<Shape, Conjunction?> element)
    {
        List<Conjunction> elements = [];
        foreach (Alternative alternative in same)
        {
            if (element(alternative.Shape) is not { } conjunction)
                return null;
            elements.Add(conjunction);
        }

        return new MergedSchema(new Choice(elements));
    }

    private static Alternative Synthetic(Alternative first, OpenApiSchema schema)
    {
        Conjunction conjunction = Conjunction.Of(schema, first.Conjunction.Pointer);
        return new Alternative(conjunction, new ShapeResolver().Resolve(conjunction), first.Kind);
    }

    /// <summary>What has been found on the way through a choice, and the choices that the way is in.</summary>
    private sealed class Expansion
    {
        public List<Alternative> Alternatives { get; } = [];

        /// <summary>Whether one alternative is any JSON at all, or any object.</summary>
        public bool Free { get; private set; }

        public List<Conjunction> Open { get; } = [];

        public int Steps { get; set; }

        public void Add(Conjunction conjunction, Shape shape)
        {
            if (shape.Types is not { } type || (type == JsonSchemaType.Object && shape.Properties.Count == 0 && shape.Additional is null))
                Free = true;
            else
                Alternatives.Add(new Alternative(conjunction, shape, (type & Numbers) != 0 ? JsonSchemaType.Number : type));
        }
    }
}
