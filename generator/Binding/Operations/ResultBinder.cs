using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <param name="Schema">Null where the envelope has no result.</param>
/// <param name="Required">Whether the envelope requires it.</param>
/// <param name="MayLack">Whether one of the answers has no result.</param>
internal sealed record Result(Conjunction? Schema, EnvelopeKind Envelope, bool Required = false, bool MayLack = false);

/// <summary>The one result of all JSON answers of an operation, out of its envelope.</summary>
internal sealed class ResultBinder(ShapeResolver shapes)
{
    private static readonly HashSet<string> s_envelope = ["result", "success", "errors", "messages", "result_info"];

    /// <param name="answers">The whole bodies, in the order of their statuses.</param>
    /// <param name="pointer">What stands for the place of all of them.</param>
    public Result Of(IReadOnlyList<Conjunction> answers, string pointer)
    {
        List<Result> results = [.. answers.Select(Unwrap)];
        Result first = results.Find(r => r.Schema is not null) ?? results[0];
        List<Result> alike = [.. results.Where(r => r.Envelope == first.Envelope)];
        bool mayLack = results.Exists(r => r.Envelope == EnvelopeKind.NoResult) && first.Schema is not null;
        if (first.Schema is null || alike.Count == 1)
            return first with { MayLack = mayLack, Required = first.Required && !mayLack };
        return first with
        {
            Schema = Common([.. alike.Select(r => r.Schema!)], pointer),
            Required = alike.TrueForAll(r => r.Required) && !mayLack,
            MayLack = mayLack,
        };
    }

    private Result Unwrap(Conjunction body)
    {
        Shape shape = shapes.Resolve(body);
        if (shape.Choices.Count == 1 && Unchoose(body, shape) is { } chosen)
            return chosen;
        return Envelope(shape) switch
        {
            EnvelopeKind.Result => new Result(shape.Properties["result"], EnvelopeKind.Result, shape.Required.Contains("result")),
            EnvelopeKind.NoResult => new Result(null, EnvelopeKind.NoResult),
            _ => new Result(body, EnvelopeKind.None),
        };
    }

    /// <summary>A choice of envelopes, or of an envelope and what it holds, is one envelope with a choice of results. Null for any other.</summary>
    private Result? Unchoose(Conjunction body, Shape shape)
    {
        Conjunction beside = body.WithoutChoice;
        List<Shape> all = [.. shape.Choices[0].Alternatives.Select(a => shapes.Resolve(beside.And(a)))];
        if (all.TrueForAll(s => Envelope(s) == EnvelopeKind.None) || !all.TrueForAll(s => s.Is(JsonSchemaType.Object) && s.Choices.Count == 0 && s.PropertyOrder.TrueForAll(s_envelope.Contains)))
            return null;
        List<Shape> holding = [.. all.Where(s => s.Properties.ContainsKey("result"))];
        if (holding.Count == 0)
            return new Result(null, EnvelopeKind.NoResult);
        // Beside a typed result, one of any kind says nothing; what is said for all of them is said once.
        List<Conjunction> results = shape.Properties.TryGetValue("result", out Conjunction? common) && !shapes.Resolve(common).IsBare
            ? [common]
            : [.. holding.Select(s => s.Properties["result"])];
        List<Conjunction> typed = results.FindAll(r => !shapes.Resolve(r).IsBare);
        results = typed.Count > 0 ? typed : [results[results.Count - 1]];
        bool required = all.TrueForAll(s => s.Required.Contains("result"));
        Conjunction result = results.Count == 1 ? results[0] : Conjunction.Of(new MergedSchema(new Choice(results)), results[0].Pointer);
        return new Result(result, EnvelopeKind.Result, required, MayLack: holding.Count < all.Count);
    }

    /// <summary>An envelope is known by its properties, never by whose API it is.</summary>
    private EnvelopeKind Envelope(Shape shape)
    {
        if (!shape.Is(JsonSchemaType.Object) || !shape.Properties.TryGetValue("success", out Conjunction? success)
            || !shape.Properties.TryGetValue("errors", out Conjunction? errors))
            return EnvelopeKind.None;
        if (!shapes.Resolve(success).Is(JsonSchemaType.Boolean) || !shapes.Resolve(errors).Is(JsonSchemaType.Array))
            return EnvelopeKind.None;
        return shape.Properties.ContainsKey("result") ? EnvelopeKind.Result : EnvelopeKind.NoResult;
    }

    /// <summary>The schema that reads all of them, where one does (a job's answer while it runs and when it is done); else a choice of them.</summary>
    private Conjunction Common(IReadOnlyList<Conjunction> schemas, string pointer)
    {
        foreach (Conjunction candidate in schemas)
        {
            List<Conjunction> others = [.. schemas.Where(other => !ReferenceEquals(other, candidate))];
            if (others.TrueForAll(other => Covers(candidate, other, new(ConjunctionsComparer.Instance))))
                return shapes.WithValuesOf(candidate, others);
        }

        OpenApiSchema choice = new() { AnyOf = [.. schemas.Select(s => s.Parts.Count == 1 ? s.Parts[0].Schema : new OpenApiSchema { AllOf = [.. s.Parts.Select(p => p.Schema)] })] };
        return Conjunction.Of(choice, pointer);
    }

    /// <summary>Whether a type made of <paramref name="wide"/> reads every value of <paramref name="narrow"/> without losing a member's type.</summary>
    /// <param name="seen">The pairs that were looked at: what was equal so far stays equal in a circle.</param>
    private bool Covers(Conjunction wide, Conjunction narrow, HashSet<IReadOnlyList<Conjunction>> seen)
    {
        if (ConjunctionComparer.Instance.Equals(wide, narrow) || !seen.Add([wide, narrow]))
            return true;
        Shape all = shapes.Resolve(wide);
        Shape some = shapes.Resolve(narrow);
        if (all.Types != some.Types || all.Choices.Count > 0 || some.Choices.Count > 0 || (some.Nullable && !all.Nullable))
            return false;
        if (all.Is(JsonSchemaType.Array))
            return all.Items is null || (some.Items is { } items && Covers(all.Items, items, seen));
        // Of two lists of values the type has both.
        if (!all.Is(JsonSchemaType.Object))
            return all.Format == some.Format && all.Properties.Count == 0 && some.Properties.Count == 0 && all.Items is null && some.Items is null;
        if (all.Additional is not null || some.Additional is not null)
            return false;
        return all.Required.IsSubsetOf(some.Required)
            && some.PropertyOrder.TrueForAll(p => all.Properties.TryGetValue(p, out Conjunction? member) && Covers(member, some.Properties[p], seen));
    }
}
