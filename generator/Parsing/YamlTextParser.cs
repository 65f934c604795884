using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CfGen.Generator.Parsing;

/// <summary>
/// Parses YAML to the same tree as JSON, with positions, from the events of YamlDotNet. Its object model would cost a second tree.
/// Scalars follow the YAML 1.2 core schema. Anchors, aliases and merge keys are expanded up to a limit.
/// </summary>
internal static class YamlTextParser
{
    private const string MergeKey = "<<";

    // YamlDotNet needs quadratic time for nested values: minutes for 100,000 levels.
    private const int MaximumSkippedDepth = 5_000;

    // Each repair starts the parser again.
    private const int MaximumRepairs = 50;

    public static void Parse(ParsedText parsed, CancellationToken ct)
    {
        YamlSourceText source = YamlSourceText.Prepare(parsed.Document.Text.ToString());
        for (int repairs = 0; ; repairs++)
        {
            YamlSourceText? repaired = new ParserPass(parsed, source, ct).Run(isLast: repairs == MaximumRepairs);
            if (repaired is null)
                return;
            source = repaired;
            parsed.Reset();
        }
    }

    private sealed class ParserPass(ParsedText parsed, YamlSourceText source, CancellationToken ct)
    {
        private readonly PositionTree _tree = parsed.PositionTree;
        private readonly YamlAnchors _anchors = new(parsed, ct);
        private readonly Parser _events = new(new Scanner(new StringReader(source.Text), skipComments: true));
        private int _current;
        private int _values;

        /// <returns>The repaired text to start again with; null when the text is read.</returns>
        public YamlSourceText? Run(bool isLast)
        {
            try
            {
                ReadFirstDocument();
            }
            catch (YamlException exception)
            {
                if (
                    !isLast
                    && exception.Message.IndexOf("found wrong indentation", StringComparison.Ordinal) >= 0
                    && source.JoinQuotedLines((int)exception.Start.Index) is { } repaired
                )
                    return repaired;
                int start = (int)exception.Start.Index;
                int end = (int)exception.End.Index;
                if (exception.Message.IndexOf("tab", StringComparison.Ordinal) >= 0 && FindTab() is >= 0 and int tab)
                    (start, end) = (tab, tab + 1);
                Fail(start, end, FormatMessage(exception.Message));
            }
            catch (InvalidOperationException) when (_events.Current is { } current)
            {
                // YamlDotNet throws this where a bracket or brace is not closed.
                Fail(
                    (int)current.Start.Index,
                    (int)current.End.Index,
                    "the text ends inside a list or mapping, because a bracket or brace is not closed"
                );
            }
            catch (YamlReadException stop)
            {
                Fail((int)stop.Event.Start.Index, (int)stop.Event.End.Index, stop.Message, stop.IsTooLarge);
            }

            return null;
        }

        private void ReadFirstDocument()
        {
            while (_events.MoveNext() && _events.Current is not (DocumentStart or StreamEnd))
            {
                // Skip the start of the stream.
            }

            if (_events.Current is not DocumentStart)
            {
                // The text has comments only.
                parsed.FailEmpty();
                return;
            }

            _events.MoveNext();
            int last = -1;
            parsed.Root = ReadValue(_current = _tree.AddNode(-1, ref last, null, 0, 0), 1, out _);
            while (_events.MoveNext() && _events.Current is DocumentEnd)
            {
                // Skip the end of the document.
            }

            if (_events.Current is DocumentStart start)
            {
                parsed.AddFinding(
                    ParsingFindings.SeveralYamlDocuments(
                        parsed.Document.GetLocation((int)start.Start.Index, (int)(start.End.Index - start.Start.Index))
                    )
                );
            }
        }

        // The scanner reports the mapping that contains the tab, which can start a thousand lines before.
        private int FindTab()
        {
            int at = _events.Current is null ? 0 : (int)_events.Current.End.Index;
            while (at < source.Text.Length)
            {
                int first = at;
                while (at < source.Text.Length && source.Text[at] == ' ')
                    at++;
                bool isLineStart = first == 0 || source.Text[first - 1] is '\n' or '\r';
                if (isLineStart && at < source.Text.Length && source.Text[at] == '\t')
                    return at;
                while (at < source.Text.Length && source.Text[at] is not ('\n' or '\r'))
                    at++;
                at++;
            }

            return -1;
        }

        private void Fail(int start, int end, string detail, bool isTooLarge = false)
        {
            // A span over several lines would mark half the document.
            int lineEnd = start;
            while (lineEnd < source.Text.Length && lineEnd < end && source.Text[lineEnd] is not ('\r' or '\n'))
                lineEnd++;
            string pointer = _tree.GetPointer(_current);
            LocationInfo location = parsed.Document.GetLocation(start, Math.Max(1, lineEnd - start));
            Finding finding = isTooLarge
                ? ParsingFindings.YamlTooLarge(pointer, YamlAnchors.MaximumExpansion, location)
                : ParsingFindings.InvalidYaml(pointer, detail, location);
            parsed.Fail(finding, new ParseFailure(isTooLarge ? ParseFailureKind.TooLarge : ParseFailureKind.Syntax, detail));
        }

        private JsonNode? ReadValue(int index, int depth, out int height)
        {
            _current = index;
            _values++;
            ParsingEvent current = _events.Current!;
            _tree[index].Start = (int)current.Start.Index;
            _tree[index].End = (int)current.End.Index;
            height = 0;
            switch (current)
            {
                case Scalar scalar:
                    JsonNode? value = ReadScalar(scalar, index);
                    _anchors.Register(scalar.Anchor, new YamlAnchors.AnchoredValue(index, value, 1, 0));
                    return value;
                case AnchorAlias alias:
                    YamlAnchors.AnchoredValue expanded = _anchors.ExpandAlias(alias, index, depth);
                    _values += expanded.Size - 1;
                    height = expanded.Height;
                    return expanded.Value;
                case MappingStart or SequenceStart when depth > TextParser.MaximumDepth:
                    return SkipNestedValue(index);
                case MappingStart mapping:
                    EnterContainer(index);
                    return ReadContainer(mapping, index, depth, out height);
                case SequenceStart sequence:
                    EnterContainer(index);
                    return ReadContainer(sequence, index, depth, out height);
                default:
                    throw new YamlReadException(current, "a value is expected here");
            }
        }

        private JsonNode ReadContainer(NodeEvent start, int index, int depth, out int height)
        {
            int before = _values;
            _anchors.Register(start.Anchor, YamlAnchors.AnchoredValue.Open);
            JsonNode result = start is MappingStart ? ReadMapping(index, depth, out height) : ReadSequence(index, depth, out height);
            _tree[index].End = (int)_events.Current!.End.Index;
            _anchors.Register(start.Anchor, new YamlAnchors.AnchoredValue(index, result, _values - before + 1, height));
            _current = index;
            return result;
        }

        private JsonObject ReadMapping(int index, int depth, out int height)
        {
            var result = new JsonObject();
            YamlMergeKeys? merges = null;
            int last = -1;
            height = 0;
            while (_events.MoveNext() && _events.Current is not MappingEnd)
            {
                if (_events.Current is not Scalar key)
                    throw new YamlReadException(_events.Current!, "a key must be a scalar");
                string name = source.RestoreText(key.Value);
                bool isMerge = key.Style == ScalarStyle.Plain && name == MergeKey;
                int member = _current = _tree.AddNode(index, ref last, name, (int)key.Start.Index, (int)key.End.Index);
                _anchors.Register(key.Anchor, new YamlAnchors.AnchoredValue(member, JsonValue.Create(name), 1, 0));
                _events.MoveNext();
                JsonNode? value = ReadValue(member, depth + 1, out int below);
                height = Math.Max(height, below + 1);
                if (isMerge && (merges ??= new YamlMergeKeys(_tree)).TryAddSource(member, value))
                    continue;
                parsed.AddMember(result, name, value, index, member);
            }

            merges?.MergeInto(result, index, last);
            return result;
        }

        private JsonArray ReadSequence(int index, int depth, out int height)
        {
            var result = new JsonArray();
            int last = -1;
            height = 0;
            while (_events.MoveNext() && _events.Current is not SequenceEnd)
            {
                result.Add(ReadValue(_tree.AddNode(index, ref last, null, 0, 0), depth + 1, out int below));
                height = Math.Max(height, below + 1);
            }

            return result;
        }

        private void EnterContainer(int index)
        {
            ct.ThrowIfCancellationRequested();
            _tree[index].IsContainer = true;
        }

        /// <summary>Skips a value that is nested too deeply, and returns an empty one.</summary>
        private JsonNode SkipNestedValue(int index)
        {
            EnterContainer(index);
            parsed.AddFinding(TextParser.CreateTooDeepFinding(parsed, index));
            JsonNode result = _events.Current is MappingStart ? new JsonObject() : new JsonArray();
            for (int open = 1; open > 0; )
            {
                _events.MoveNext();
                if (open > MaximumSkippedDepth)
                    throw new YamlReadException(
                        _events.Current!,
                        "brackets are nested more than " + NumberFormat.ToInvariantString(MaximumSkippedDepth) + " levels deep"
                    );
                if (_events.Current is MappingStart or SequenceStart)
                    open++;
                else if (_events.Current is MappingEnd or SequenceEnd)
                    open--;
            }

            return result;
        }

        private JsonNode? ReadScalar(Scalar scalar, int index)
        {
            string value = source.RestoreText(scalar.Value);
            if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
            {
                // The location of a block scalar is its header, because its text can be long.
                int end = _tree[index].Start;
                while (end < source.Text.Length && source.Text[end] is not ('\r' or '\n' or ' '))
                    end++;
                _tree[index].End = end;
            }

            bool isPlain = scalar.Style is ScalarStyle.Plain;
            if (!scalar.Tag.IsEmpty)
            {
                if (scalar.Tag.Value is "!" or "tag:yaml.org,2002:str")
                    return JsonValue.Create(value);
                isPlain |= scalar.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal);
            }

            return isPlain ? YamlScalarConverter.ToJsonNode(value) : JsonValue.Create(value);
        }
    }

    // Some messages of the scanner do not say what is wrong.
    private static string FormatMessage(string message) =>
        message.IndexOf("cannot start any token", StringComparison.Ordinal) >= 0
            ? message.TrimEnd('.') + " ('@', '`' and '%' have to be quoted, and a tab cannot indent)"
        : message.IndexOf("invalid tab as indentation", StringComparison.Ordinal) >= 0 ? "a tab indents this line; YAML wants spaces"
        : message.TrimEnd('.');
}
