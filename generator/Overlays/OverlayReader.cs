using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Overlays.JsonPath;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Overlays;

/// <summary>
/// Reads overlays of versions 1.0 and 1.1 by the schemas of the specification. An action with a problem is left out, and all others are
/// kept.
/// </summary>
internal sealed class OverlayReader
{
    private const string Title = "title";
    private const string Version = "version";
    private const string Description = "description";
    private const string Object = "an object";

    private static readonly string[] s_rootFields = ["overlay", "info", "extends", "actions"];
    private static readonly string[] s_infoFields = [Title, Version, Description];
    private static readonly string[] s_oldActionFields = ["target", Description, "update", "remove"];
    private static readonly string[] s_actionFields = [.. s_oldActionFields, "copy"];

    // The steps of the comparison of actions with each other.
    private const int MaximumComparisons = 1_000_000;

    private readonly ParsedText _parsed;
    private readonly List<Finding> _findings = [];
    private readonly List<OverlayAction> _actions = [];
    private readonly Dictionary<string, List<JsonObject>> _known = new(StringComparer.Ordinal);
    private readonly WorkBudget _comparisons;
    private int _errors;

    private OverlayReader(ParsedText parsed, CancellationToken ct)
    {
        _parsed = parsed;
        _comparisons = new WorkBudget(MaximumComparisons, ct);
    }

    /// <summary>Reads an overlay.</summary>
    public static Overlay Read(DocumentText document, CancellationToken ct)
    {
        ParsedText parsed = TextParser.Parse(document, ct);
        OverlayReader reader = new(parsed, ct);
        string? extends = reader.ReadRoot();
        return new Overlay(parsed)
        {
            Extends = extends,
            Actions = reader._actions,
            Findings = reader._findings,
        };
    }

    private string? ReadRoot()
    {
        foreach (Finding finding in _parsed.Findings)
        {
            // The failure itself is the last finding.
            LocationInfo location = finding.Location ?? _parsed.SourceMap.GetLocation(finding.Pointer);
            bool isFailure = _parsed.HasFailed && finding == _parsed.Findings[_parsed.Findings.Count - 1];
            _findings.Add(isFailure ? CreateFailure(_parsed.Failure!, location) : finding with { Location = location });
        }

        if (_parsed.HasFailed)
            return null;
        if (_parsed.Root is not JsonObject root)
        {
            Add(OverlayFileFindings.RootNotAnObject(_parsed.Document.Path));
            return null;
        }

        CheckFields(root, JsonPointer.Root, s_rootFields);
        string? version = ReadVersion(root);
        ReadInfo(root);
        string? extends = ReadText(root, JsonPointer.Root, "extends", isRequired: false);
        ReadActions(root, version == "1.0" ? s_oldActionFields : s_actionFields);
        return extends;
    }

    private Finding CreateFailure(ParseFailure failure, LocationInfo location) =>
        failure.Kind switch
        {
            ParseFailureKind.Empty => OverlayFileFindings.Empty(_parsed.Document.Path, location),
            ParseFailureKind.TooLarge => OverlayFileFindings.TooLarge(_parsed.Document.Path, YamlAnchors.MaximumExpansion, location),
            _ => OverlayFileFindings.InvalidText(_parsed.Document.Path, failure.Detail, location),
        };

    private string? ReadVersion(JsonObject root)
    {
        if (ReadText(root, JsonPointer.Root, "overlay", isRequired: true) is not { } version)
            return null;
        string[] parts = version.Split('.');
        bool isKnown =
            parts.Length == 3
            && parts[0] == "1"
            && parts[1] is "0" or "1"
            && parts[2].Length > 0
            && parts[2].All(c => c is >= '0' and <= '9');
        if (!isKnown)
            Add(OverlayFileFindings.UnsupportedVersion("#/overlay", version));
        return isKnown ? parts[0] + "." + parts[1] : null;
    }

    private void ReadInfo(JsonObject root)
    {
        const string Pointer = "#/info";
        if (!root.TryGetPropertyValue("info", out JsonNode? node))
        {
            Add(OverlayFileFindings.MissingField(JsonPointer.Root, "info"));
            return;
        }

        if (node is not JsonObject info)
        {
            Add(OverlayFileFindings.WrongType(Pointer, Object));
            return;
        }

        CheckFields(info, Pointer, s_infoFields);
        ReadText(info, Pointer, Title, isRequired: true);
        ReadText(info, Pointer, Version, isRequired: true);
        ReadText(info, Pointer, Description, isRequired: false);
    }

    private void ReadActions(JsonObject root, string[] fields)
    {
        const string Name = "actions";
        const string Pointer = "#/" + Name;
        if (!root.TryGetPropertyValue(Name, out JsonNode? node))
        {
            Add(OverlayFileFindings.MissingField(JsonPointer.Root, Name));
            return;
        }

        if (node is not JsonArray { Count: > 0 } actions)
        {
            Add(node is JsonArray ? OverlayFileFindings.MissingField(Pointer, Name) : OverlayFileFindings.WrongType(Pointer, "a list"));
            return;
        }

        for (int i = 0; i < actions.Count; i++)
        {
            string pointer = JsonPointer.Append(Pointer, i);
            if (actions[i] is not JsonObject action)
                Add(OverlayFileFindings.WrongType(pointer, Object));
            else if (ReadAction(action, pointer, fields) is { } read)
                _actions.Add(read);
        }
    }

    private OverlayAction? ReadAction(JsonObject action, string pointer, string[] fields)
    {
        int before = _errors;
        CheckFields(action, pointer, fields);
        string? target = ReadText(action, pointer, "target", isRequired: true);
        string? copy = ReadText(action, pointer, "copy", isRequired: false);
        ReadText(action, pointer, Description, isRequired: false);
        bool isRemove = false;
        if (action.TryGetPropertyValue("remove", out JsonNode? remove) && !(remove is JsonValue value && value.TryGetValue(out isRemove)))
            Add(OverlayFileFindings.WrongType(JsonPointer.Append(pointer, "remove"), "'true' or 'false'"));
        if (target is not null && IsRepeated(action, target))
            Add(OverlayFileFindings.RepeatedAction(pointer));
        bool hasUpdate = action.TryGetPropertyValue("update", out JsonNode? update);
        if (hasUpdate && copy is not null && !isRemove)
            Add(OverlayFileFindings.UpdateAndCopy(JsonPointer.Append(pointer, "copy")));
        JsonPathQuery? targetQuery = ReadQuery(target, JsonPointer.Append(pointer, "target"));
        JsonPathQuery? copyQuery = ReadQuery(copy, JsonPointer.Append(pointer, "copy"));
        if (_errors > before || targetQuery is null)
            return null;
        return new OverlayAction(pointer, targetQuery)
        {
            IsRemove = isRemove,
            HasUpdate = hasUpdate,
            Update = update,
            Copy = copyQuery,
        };
    }

    private JsonPathQuery? ReadQuery(string? text, string pointer)
    {
        if (text is null)
            return null;
        try
        {
            JsonPathQuery query = JsonPathQuery.Parse(text, allowHyphens: true);
            foreach (JsonPathNote note in query.Notes)
            {
                LocationInfo location = GetLocation(pointer, text, note.Offset, note.Length);
                _findings.Add(
                    note.Kind == JsonPathNoteKind.UnquotedName
                        ? OverlayQueryFindings.UnquotedName(pointer, text, note.Text, location)
                        : OverlayQueryFindings.InvalidPattern(pointer, note.Text, note.Detail, location)
                );
            }

            return query;
        }
        catch (JsonPathException exception)
        {
            LocationInfo location = GetLocation(pointer, text, exception.Offset, exception.Length);
            Add(OverlayQueryFindings.InvalidQuery(pointer, text, exception.Message, location));
            return null;
        }
    }

    private bool IsRepeated(JsonObject action, string target)
    {
        if (!_known.TryGetValue(target, out List<JsonObject>? others))
            _known.Add(target, others = []);
        try
        {
            if (others.Exists(other => ValueComparison.AreEqual(other, action, _comparisons)))
                return true;
        }
        catch (WorkLimitException)
        {
            // The comparison only finds mistakes.
        }

        others.Add(action);
        return false;
    }

    private void CheckFields(JsonObject node, string pointer, string[] known)
    {
        foreach (string name in node.GetMemberNames())
        {
            if (Array.IndexOf(known, name) < 0 && !name.StartsWith("x-", StringComparison.Ordinal))
                Add(OverlayFileFindings.UnknownField(JsonPointer.Append(pointer, name), name, string.Join(", ", known)));
        }
    }

    private string? ReadText(JsonObject node, string pointer, string name, bool isRequired)
    {
        if (!node.TryGetPropertyValue(name, out JsonNode? value))
        {
            if (isRequired)
                Add(OverlayFileFindings.MissingField(pointer, name));
            return null;
        }

        if (value.AsString() is { } text)
            return text;
        Add(OverlayFileFindings.WrongType(JsonPointer.Append(pointer, name), "a string, which may need quotes"));
        return null;
    }

    private void Add(Finding finding)
    {
        _errors++;
        _findings.Add(finding with { Location = finding.Location ?? _parsed.SourceMap.GetLocation(finding.Pointer) });
    }

    // The part of a query is located where the text has the query as it is. With escapes it is the whole string.
    private LocationInfo GetLocation(string pointer, string query, int offset, int length)
    {
        LocationInfo whole = _parsed.SourceMap.GetLocation(pointer);
        int start = _parsed.Document.Text.ToString(whole.Span).IndexOf(query, StringComparison.Ordinal);
        if (start < 0)
            return whole;
        offset = Math.Min(offset, Math.Max(0, query.Length - 1));
        return _parsed.Document.GetLocation(whole.Span.Start + start + offset, Math.Min(length, query.Length - offset));
    }
}
