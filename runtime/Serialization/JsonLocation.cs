using System.Globalization;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>The JSON path and the line of an offset in a body.</summary>
internal readonly record struct JsonLocation(string Path, long Line)
{
    private const int DefaultMaxDepth = 1024;

    /// <summary>
    /// Reads the body again and returns the location of the token that starts at <paramref name="offset"/>, or of the last token before
    /// malformed JSON.
    /// </summary>
    public static JsonLocation Locate(ReadOnlySpan<byte> json, long offset, string? missingProperty = null, int maxDepth = DefaultMaxDepth)
    {
        List<PathStep> steps = [];
        long reached = 0;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= offset)
            {
                reached = reader.TokenStartIndex;
                if (!TrackToken(ref reader, steps, stop: reached == offset))
                    break;
            }
        }
        catch (JsonException)
        {
            reached = Math.Max(reached, Math.Min(offset, reader.BytesConsumed));
        }
        catch (InvalidOperationException)
        {
            // A property name is not valid UTF-8: the path ends before it.
        }

        string path = FormatPath(steps);
        if (missingProperty is not null)
            path += FormatPropertyName(missingProperty);
        int before = (int)Math.Min(reached, json.Length);
        return new JsonLocation(path, json[..before].Count((byte)'\n') + 1L);
    }

    /// <summary>Returns the JSON pointer of the first value at or after an offset of well-formed JSON.</summary>
    public static string FindPointer(ReadOnlySpan<byte> json, long offset)
    {
        List<PathStep> steps = [];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read() && TrackToken(ref reader, steps, stop: reader.TokenStartIndex >= offset))
            continue;
        var pointer = new StringBuilder();
        foreach (PathStep step in steps)
            BodyValidator.AppendPointerStep(pointer, step.Name, step.Index);
        return pointer.ToString();
    }

    private static bool TrackToken(ref Utf8JsonReader reader, List<PathStep> steps, bool stop)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = new PathStep(reader.GetString(), -1);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                if (steps.Count > 0 && steps[^1].Index is >= -1 and int index && steps[^1].Name is null)
                    steps[^1] = new PathStep(null, index + 1);
                if (stop)
                    return false;
                if (reader.TokenType == JsonTokenType.StartObject)
                    steps.Add(new PathStep(null, -2));
                else if (reader.TokenType == JsonTokenType.StartArray)
                    steps.Add(new PathStep(null, -1));
                break;
        }

        return !stop;
    }

    private static string FormatPath(List<PathStep> steps)
    {
        var text = new StringBuilder("$");
        foreach (PathStep step in steps)
        {
            if (step.Name is not null)
                text.Append(FormatPropertyName(step.Name));
            else if (step.Index >= 0)
                text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
        }

        return text.ToString();
    }

    private static string FormatPropertyName(string name)
    {
        bool plain = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (char c in name)
            plain &= char.IsAsciiLetterOrDigit(c) || c == '_';
        return plain ? "." + name : "['" + EscapeName(name) + "']";
    }

    private static string EscapeName(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name.Length > 200 ? name.AsSpan(0, 200) : name)
        {
            if (c is '\'' or '\\')
                text.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>
    /// One object or array around the location. An object has the name of its current property, an array has the index of its current
    /// item. The index is -1 before the first item, and -2 in an object before its first name.
    /// </summary>
    private readonly record struct PathStep(string? Name, int Index);
}
