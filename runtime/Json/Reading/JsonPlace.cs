using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>The JSON path and the line of an offset in a body, found by reading the body once more.</summary>
internal readonly record struct JsonPlace(string Path, long Line)
{
    private const int DeepestPath = 1024;

    /// <summary>The place of the token that starts at <paramref name="offset"/>; the last one read where the JSON breaks off before.</summary>
    public static JsonPlace Find(ReadOnlySpan<byte> json, long offset, string? member = null, int maxDepth = DeepestPath)
    {
        List<Step> steps = [];
        long reached = 0;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= offset)
            {
                reached = reader.TokenStartIndex;
                if (!Take(ref reader, steps, stop: reached == offset))
                    break;
            }
        }
        catch (JsonException)
        {
            reached = Math.Max(reached, Math.Min(offset, reader.BytesConsumed));
        }
        catch (InvalidOperationException)
        {
            // A property name that is not UTF-8: the path up to it is what there is.
        }

        string path = Text(steps);
        if (member is not null)
            path += Name(member);
        int before = (int)Math.Min(reached, json.Length);
        return new JsonPlace(path, json[..before].Count((byte)'\n') + 1L);
    }

    private static bool Take(ref Utf8JsonReader reader, List<Step> steps, bool stop)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = new Step(reader.GetString(), -1);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                if (steps.Count > 0 && steps[^1].Index is >= -1 and int index && steps[^1].Name is null)
                    steps[^1] = new Step(null, index + 1);
                if (stop)
                    return false;
                if (reader.TokenType == JsonTokenType.StartObject)
                    steps.Add(new Step(null, -2));
                else if (reader.TokenType == JsonTokenType.StartArray)
                    steps.Add(new Step(null, -1));
                break;
        }

        return !stop;
    }

    private static string Text(List<Step> steps)
    {
        var text = new StringBuilder("$");
        foreach (Step step in steps)
        {
            if (step.Name is not null)
                text.Append(Name(step.Name));
            else if (step.Index >= 0)
                text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
        }

        return text.ToString();
    }

    private static string Name(string name)
    {
        bool plain = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (char c in name)
            plain &= char.IsAsciiLetterOrDigit(c) || c == '_';
        return plain ? "." + name : "['" + Escape(name) + "']";
    }

    private static string Escape(string name)
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

    /// <summary>One container around the place: the property being read in an object, or the index in an array (-1 before the first; -2 marks an object before its first name).</summary>
    private readonly record struct Step(string? Name, int Index);
}
