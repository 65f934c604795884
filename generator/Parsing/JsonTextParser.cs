using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Parsing;

/// <summary>
/// Parses JSON to a tree with positions. One pass over the UTF-8 form of the text validates it and records the positions. The tree uses
/// the same bytes and creates its nodes on demand, so that parts that are not selected cost almost nothing. Comments are skipped.
/// The tree of a large document is created in parallel to the pass, and is used if the pass finds no problem.
/// </summary>
internal static class JsonTextParser
{
    // A second thread gains less than two milliseconds for smaller texts.
    private const int ParallelThreshold = 500_000;

    private static readonly JsonDocumentOptions s_documentOptions = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = TextParser.MaximumDepth + 1,
    };

    public static void Parse(ParsedText parsed, CancellationToken ct)
    {
        SourceText text = parsed.Document.Text;
        int skipped = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        (byte[] utf8, int length) = Encode(text, skipped);
        var pass = new PositionPass(parsed, new OffsetMap(utf8, length, skipped, isAscii: length == text.Length - skipped), ct);
        if (length < ParallelThreshold)
        {
            pass.Run(utf8.AsSpan(0, length), beside: null);
            return;
        }

        Task<JsonNode?> tree = Task.Run(() => TryParseTree(utf8.AsSpan(0, length)), CancellationToken.None);
        try
        {
            pass.Run(utf8.AsSpan(0, length), tree);
        }
        finally
        {
            // No work continues after the method returns.
            tree.WaitForCompletion();
        }
    }

    /// <summary>Encodes the text as UTF-8 in pieces, because a large text has no string, and it would be created for this only.</summary>
    private static (byte[] Utf8, int Length) Encode(SourceText text, int skipped)
    {
        const int Piece = 32 * 1024;
        Encoder encoder = Encoding.UTF8.GetEncoder();
        char[] piece = new char[Math.Min(Piece, text.Length)];
        byte[] utf8 = new byte[text.Length + Encoding.UTF8.GetMaxByteCount(piece.Length)];
        int length = 0;
        for (int at = skipped; at < text.Length; at += piece.Length)
        {
            int count = Math.Min(piece.Length, text.Length - at);
            if (utf8.Length - length < Encoding.UTF8.GetMaxByteCount(count))
                Array.Resize(ref utf8, utf8.Length + (utf8.Length / 2));
            text.CopyTo(at, piece, 0, count);
            length += encoder.GetBytes(piece, 0, count, utf8, length, flush: at + count == text.Length);
        }

        return (utf8, length);
    }

    // The pass reports the problems of the text. The tree has its own copy of the bytes: over a disposable document every value would copy
    // its bytes.
    private static JsonNode? TryParseTree(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8, documentOptions: s_documentOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class PositionPass(ParsedText parsed, OffsetMap offsets, CancellationToken ct)
    {
        private readonly PositionTree _tree = parsed.PositionTree;
        private readonly NameTable _names = new();
        private readonly List<(int Start, int End)> _tooDeep = [];
        private int _current;

        private bool _hasDuplicates;

        /// <param name="utf8">The text. Values that are nested too deeply are overwritten with spaces.</param>
        /// <param name="beside">The tree of the unchanged text, where another thread creates one.</param>
        public void Run(Span<byte> utf8, Task<JsonNode?>? beside)
        {
            // The reader has no limit: our own skips values below it instead of the document.
            var reader = new Utf8JsonReader(
                utf8,
                new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = int.MaxValue }
            );
            try
            {
                reader.Read();
                int last = -1;
                ReadValue(ref reader, _tree.AddNode(-1, ref last, null, 0, 0), 1);
                reader.Read();
                JsonNode? tree = beside?.GetAwaiter().GetResult();
                foreach ((int start, int end) in _tooDeep)
                    utf8.Slice(start, end - start).Fill((byte)' ');
                parsed.Root = tree is null || _hasDuplicates || _tooDeep.Count > 0 ? ToNode(utf8) : tree;
            }
            catch (JsonException exception)
            {
                int at = offsets.ToCharOffset(utf8, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
                Fail(FormatMessage(exception.Message), at, 1);
            }
            catch (InvalidOperationException)
            {
                // The reader accepts half a surrogate pair as a token, but not as text.
                int at = offsets.ToCharOffset((int)reader.TokenStartIndex);
                Fail("the string has half a surrogate pair ('\\uD800' to '\\uDFFF' must be paired)", at, reader.ValueSpan.Length + 2);
            }
        }

        private void Fail(string message, int start, int length) =>
            parsed.Fail(
                ParsingFindings.InvalidJson(_tree.GetPointer(_current), message, parsed.Document.GetLocation(start, length)),
                new ParseFailure(ParseFailureKind.Syntax, message)
            );

        private JsonNode? ToNode(ReadOnlySpan<byte> utf8)
        {
            // A tree over the bytes rejects duplicate keys. A copy of the values takes the last one.
            if (!_hasDuplicates)
                return JsonNode.Parse(utf8, documentOptions: s_documentOptions);
            using JsonDocument document = JsonDocument.Parse(utf8.ToArray(), s_documentOptions);
            return CopyElement(document.RootElement);
        }

        private static JsonNode? CopyElement(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    var value = new JsonObject();
                    foreach (JsonProperty member in element.EnumerateObject())
                        value[member.Name] = CopyElement(member.Value);
                    return value;
                case JsonValueKind.Array:
                    var list = new JsonArray();
                    foreach (JsonElement item in element.EnumerateArray())
                        list.Add(CopyElement(item));
                    return list;
                case JsonValueKind.Null:
                    return null;
                default:
                    return JsonValue.Create(element.Clone());
            }
        }

        private void ReadValue(ref Utf8JsonReader reader, int index, int depth)
        {
            _current = index;
            _tree[index].Start = offsets.ToCharOffset((int)reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when depth > TextParser.MaximumDepth:
                    SkipNestedValue(ref reader, index);
                    break;
                case JsonTokenType.StartObject:
                    ReadObject(ref reader, index, depth);
                    break;
                case JsonTokenType.StartArray:
                    ReadArray(ref reader, index, depth);
                    break;
                case JsonTokenType.String when reader.ValueIsEscaped:
                    // This throws at invalid escapes, while their location is known.
                    _ = reader.GetString();
                    break;
            }

            _tree[index].End = offsets.ToCharOffset((int)reader.BytesConsumed);
        }

        private void ReadObject(ref Utf8JsonReader reader, int index, int depth)
        {
            EnterContainer(index);
            HashSet<string>? names = null;
            int members = 0;
            int last = -1;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string name = _names.Get(ref reader);
                int nameStart = offsets.ToCharOffset((int)reader.TokenStartIndex);
                int nameEnd = offsets.ToCharOffset((int)reader.TokenStartIndex + reader.ValueSpan.Length + 2);
                bool isNew = IsNewName(index, name, ++members, ref names);
                int member = _current = _tree.AddNode(index, ref last, name, nameStart, nameEnd);
                reader.Read();
                ReadValue(ref reader, member, depth + 1);
                if (isNew)
                    continue;
                _hasDuplicates = true;
                parsed.AddDuplicateKey(index, member);
            }

            _current = index;
        }

        // Most objects are small enough for a linear search.
        private bool IsNewName(int index, string name, int members, ref HashSet<string>? names)
        {
            const int Small = 8;
            if (members > Small)
            {
                if (names is null)
                {
                    names = new HashSet<string>(StringComparer.Ordinal);
                    for (int child = _tree[index].FirstChild; child >= 0; child = _tree[child].NextSibling)
                        names.Add(_tree[child].Name!);
                }

                return names.Add(name);
            }

            for (int child = _tree[index].FirstChild; child >= 0; child = _tree[child].NextSibling)
            {
                if (string.Equals(_tree[child].Name, name, StringComparison.Ordinal))
                    return false;
            }

            return true;
        }

        private void ReadArray(ref Utf8JsonReader reader, int index, int depth)
        {
            EnterContainer(index);
            int last = -1;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                ReadValue(ref reader, _tree.AddNode(index, ref last, null, 0, 0), depth + 1);
            _current = index;
        }

        private void EnterContainer(int index)
        {
            ct.ThrowIfCancellationRequested();
            _tree[index].IsContainer = true;
        }

        /// <summary>Skips a value that is nested too deeply, and keeps its brackets.</summary>
        private void SkipNestedValue(ref Utf8JsonReader reader, int index)
        {
            EnterContainer(index);
            int start = (int)reader.TokenStartIndex;
            _tree[index].End = _tree[index].Start + 1;
            parsed.AddFinding(TextParser.CreateTooDeepFinding(parsed, index));
            reader.Skip();
            _tooDeep.Add((start + 1, (int)reader.BytesConsumed - 1));
        }
    }

    /// <summary>
    /// Formats a message of the reader without its location, which counts bytes, and without the option that it suggests.
    /// </summary>
    private static string FormatMessage(string message)
    {
        int suffix = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (suffix >= 0)
            message = message.Substring(0, suffix);
        if (message.IndexOf("trailing comma", StringComparison.Ordinal) >= 0)
            return "a trailing comma is not allowed";
        return message.TrimEnd('.');
    }

    /// <summary>Maps byte offsets to offsets in the text. Tokens come in order, so a cursor is enough. ASCII needs no mapping.</summary>
    private sealed class OffsetMap(byte[] utf8, int length, int skipped, bool isAscii)
    {
        private int _bytes;
        private int _chars;

        public int ToCharOffset(int bytes)
        {
            if (isAscii)
                return bytes + skipped;
            if (bytes < _bytes)
                _bytes = _chars = 0;
            int chars = _chars;
            int end = Math.Min(bytes, length);
            for (int i = _bytes; i < end; i++)
            {
                byte b = utf8[i];
                // A continuation byte adds nothing. The first of four bytes is a surrogate pair.
                if ((b & 0xC0) != 0x80)
                    chars += b >= 0xF0 ? 2 : 1;
            }

            _bytes = end;
            _chars = chars;
            return chars + skipped;
        }

        public int ToCharOffset(ReadOnlySpan<byte> text, long line, long byteInLine)
        {
            int start = 0;
            for (; line > 0; line--)
            {
                int next = text.Slice(start).IndexOf((byte)'\n');
                if (next < 0)
                    break;
                start += next + 1;
            }

            return ToCharOffset((int)Math.Min(start + byteInLine, length));
        }
    }

    /// <summary>Shares the strings of keys, because a document has few keys that occur often.</summary>
    private sealed class NameTable
    {
        private const int Size = 4096;
        private readonly (byte[] Utf8, string Name)[] _entries = new (byte[], string)[Size];

        public string Get(ref Utf8JsonReader reader)
        {
            ReadOnlySpan<byte> utf8 = reader.ValueSpan;
            if (utf8.Length is 0 or > 64 || reader.ValueIsEscaped)
                return reader.GetString()!;
            uint hash = 2166136261;
            foreach (byte b in utf8)
                hash = (hash ^ b) * 16777619;
            ref (byte[] Utf8, string Name) entry = ref _entries[(hash ^ (hash >> 16)) & (Size - 1)];
            if (entry.Utf8 is not null && utf8.SequenceEqual(entry.Utf8))
                return entry.Name;
            entry = (utf8.ToArray(), reader.GetString()!);
            return entry.Name;
        }
    }
}
