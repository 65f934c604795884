using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>What a reference leads to.</summary>
internal sealed record ReferenceTarget(SourceDocument Source, JsonNode Node, string Pointer);

/// <summary>Why a reference leads nowhere.</summary>
internal sealed record ReferenceError(string Reason, string? UndeclaredPath);

/// <summary>From the text of a <c>$ref</c> and the document it stands in to a value of that or another declared document.</summary>
/// <param name="documents">What may be reached.</param>
/// <param name="rewritten">Where a reference that was rewritten leads.</param>
/// <param name="quietly">What is wrong with a document on the way is nobody's concern yet.</param>
internal sealed class ReferenceResolver(DocumentSet documents, Func<JsonObject, ReferencedElement?> rewritten, bool quietly = false)
{
    // A path through more references than this goes in a circle.
    private const int MaximumHops = 64;

    private readonly Dictionary<(SourceDocument, string), ReferenceTarget> _resolved = [];

    public (ReferenceTarget? Target, ReferenceError? Error) Resolve(SourceDocument from, string reference, int hops = 0)
    {
        if (_resolved.TryGetValue((from, reference), out ReferenceTarget? known))
            return (known, null);
        if (hops > MaximumHops)
            return Fail("goes in a circle");
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
                // 'Pet' for '#/definitions/Pet', as Swagger 1.2 had it and 2.0 documents still do.
                if (
                    hash < 0
                    && from.Root is JsonObject { } root
                    && root["definitions"] is JsonObject definitions
                    && definitions.ContainsKey(file)
                )
                    return ResolvePointer(from, ["definitions", file], hops);
                return (null, new ReferenceError("leads to a document that is not declared", path));
            }

            if (source.Parsed.HasFailed)
                return Fail("leads to a document that is not valid");
        }

        if (fragment.Length > 0 && fragment[0] != '/')
        {
            if (source.FindAnchor(fragment) is not { } anchor)
                return Fail("leads to an anchor that is not there");
            return ResolvePointer(source, JsonPointer.Split(anchor), hops);
        }

        (ReferenceTarget? target, ReferenceError? error) = ResolvePointer(source, JsonPointer.SplitReference(fragment), hops);

        // A key may hold a '%' of its own.
        if (target is null && fragment.IndexOf('%') >= 0)
            (target, error) = ResolvePointer(source, JsonPointer.Split(fragment), hops);
        if (target is not null)
            _resolved[(from, reference)] = target;
        return (target, error);
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
                case JsonObject value
                    when ReferenceSiblingNormalizer.FindReference(value) is { } link && ReferenceLinker.GetReference(link) is { } reference:
                    // On the way through a reference, and on from where it leads.
                    if (rewritten(link) is { } unit)
                    {
                        source = unit.Source;
                        node = unit.Node;
                        pointer = unit.Pointer;
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
                        return Fail("goes in a circle");
                    i--;
                    continue;
                case JsonArray list
                    when int.TryParse(tokens[i], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Count:
                    next = list[index];
                    break;
            }

            if (next is null)
                return Fail("leads to nothing");
            node = next;
            pointer = JsonPointer.Append(pointer, tokens[i]);
        }

        return node is null ? Fail("leads to nothing") : (new ReferenceTarget(source, node, pointer), null);
    }

    private static (ReferenceTarget? Target, ReferenceError? Error) Fail(string reason) => (null, new ReferenceError(reason, null));
}
