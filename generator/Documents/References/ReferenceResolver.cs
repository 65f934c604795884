using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>The target of a reference.</summary>
internal sealed record ReferenceTarget(SourceDocument Source, JsonNode Node, string Pointer);

/// <summary>The reason why a reference cannot be resolved.</summary>
internal sealed record ReferenceError(ReferenceProblem Problem, string? UndeclaredPath = null);

/// <summary>Resolves the text of a <c>$ref</c> to a value of its document or of another declared document.</summary>
/// <param name="documents">The documents that references can reach.</param>
/// <param name="rewritten">Returns the target of a reference that was rewritten.</param>
/// <param name="quietly">Adds no findings of the documents on the way.</param>
internal sealed class ReferenceResolver(DocumentSet documents, Func<JsonObject, ReferencedElement?> rewritten, bool quietly = false)
{
    // A path through more references is a cycle.
    private const int MaximumHops = 64;

    private readonly Dictionary<(SourceDocument, string), ReferenceTarget> _resolved = [];

    public (ReferenceTarget? Target, ReferenceError? Error) Resolve(SourceDocument from, string reference, int hops = 0)
    {
        if (_resolved.TryGetValue((from, reference), out ReferenceTarget? known))
            return (known, null);
        if (hops > MaximumHops)
            return Fail(ReferenceProblem.Cycle);
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        SourceDocument? source = from;
        if (file.Length > 0)
        {
            if (from.FindAnchor(reference) is { } id)
                return ResolvePointer(from, JsonPointer.Split(id), hops);
            string path = DocumentSet.ResolvePath(from, file);
            source = documents.FindDocument(path, quietly);
            if (source is null)
            {
                if (documents.FindIdentified(from, reference, file) is { } identified)
                    return ResolveIn(identified.Source, identified.Pointer, fragment, hops);
                // Swagger 1.2 writes 'Pet' for '#/definitions/Pet', and some 2.0 documents still do.
                if (
                    hash < 0
                    && from.Root is JsonObject { } root
                    && root["definitions"] is JsonObject definitions
                    && definitions.ContainsKey(file)
                )
                    return ResolvePointer(from, ["definitions", file], hops);
                return (null, new ReferenceError(ReferenceProblem.UndeclaredDocument, path));
            }

            if (source.Parsed.HasFailed)
                return Fail(ReferenceProblem.InvalidDocument);
        }

        if (fragment.Length > 0 && fragment[0] != '/')
        {
            if (source.FindAnchor(fragment) is not { } anchor)
                return Fail(ReferenceProblem.MissingAnchor);
            return ResolvePointer(source, JsonPointer.Split(anchor), hops);
        }

        (ReferenceTarget? target, ReferenceError? error) = ResolvePointer(source, JsonPointer.SplitReference(fragment), hops);

        // A key can contain a '%'.
        if (target is null && fragment.IndexOf('%') >= 0)
            (target, error) = ResolvePointer(source, JsonPointer.Split(fragment), hops);
        if (target is not null)
            _resolved[(from, reference)] = target;
        return (target, error);
    }

    /// <summary>Resolves a fragment of the schema at a pointer. An anchor is that of the whole document.</summary>
    private (ReferenceTarget? Target, ReferenceError? Error) ResolveIn(SourceDocument source, string pointer, string fragment, int hops)
    {
        if (fragment.Length == 0 || fragment[0] == '/')
            return ResolvePointer(source, [.. JsonPointer.Split(pointer), .. JsonPointer.SplitReference(fragment)], hops);
        return source.FindAnchor(fragment) is { } anchor
            ? ResolvePointer(source, JsonPointer.Split(anchor), hops)
            : Fail(ReferenceProblem.MissingAnchor);
    }

    private (ReferenceTarget? Target, ReferenceError? Error) ResolvePointer(SourceDocument source, string[] tokens, int hops)
    {
        JsonNode? node = source.Root;
        string pointer = JsonPointer.Root;
        for (int i = 0; i < tokens.Length; i++)
        {
            JsonNode? next = null;
            switch (node)
            {
                case JsonObject value when value.TryGetPropertyValue(tokens[i], out next):
                    break;
                case JsonObject value when TupleNormalizer.FindKeyword(value) == tokens[i]:
                    next = value["properties"];
                    break;
                case JsonObject value
                    when ReferenceSiblingNormalizer.FindReference(value) is { } link && ReferenceLinker.GetReference(link) is { } reference:
                    // The path leads through a reference and continues at its target.
                    if (rewritten(link) is { } element)
                    {
                        source = element.Source;
                        node = element.Node;
                        pointer = element.Pointer;
                    }
                    else
                    {
                        (ReferenceTarget? target, ReferenceError? error) = Resolve(source, reference, hops + 1);
                        if (target is null)
                            return (null, error);
                        source = target.Source;
                        node = target.Node;
                        pointer = target.Pointer;
                    }

                    if (++hops > MaximumHops)
                        return Fail(ReferenceProblem.Cycle);
                    i--;
                    continue;
                case JsonArray list
                    when int.TryParse(tokens[i], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Count:
                    next = list[index];
                    break;
            }

            if (next is null)
                return Fail(ReferenceProblem.LeadsToNothing);
            node = next;
            pointer = JsonPointer.Append(pointer, tokens[i]);
        }

        return node is null ? Fail(ReferenceProblem.LeadsToNothing) : (new ReferenceTarget(source, node, pointer), null);
    }

    private static (ReferenceTarget? Target, ReferenceError? Error) Fail(ReferenceProblem problem) => (null, new ReferenceError(problem));
}
