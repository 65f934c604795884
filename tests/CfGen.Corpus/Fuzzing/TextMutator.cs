namespace CfGen.Corpus.Fuzzing;

/// <summary>Makes random changes to the text of a document: an editor's slip, a transfer that ended early.</summary>
internal static class TextMutator
{
    private static readonly string[] s_inserted =
    [
        "\t",
        "\0",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        ",",
        "- ",
        "&a ",
        "*a",
        "<<: *a",
        "!!str ",
        "|\n",
        ">-\n",
        "---\n",
        "...\n",
        "#",
        "\uFEFF",
        "\ud800",
        "\u2028",
        "1e999",
        "~",
    ];

    public static string Mutate(string text, SeededRandom random)
    {
        if (text.Length < 2)
            return text;
        int at = random.Next(text.Length);
        switch (random.Next(6))
        {
            case 0:
                return text[..at];
            case 1:
                return text.Remove(at, Math.Min(text.Length - at, 1 + random.Next(8)));
            case 2:
                return text.Insert(at, random.Pick(s_inserted));
            case 3:
                return text.Insert(at, text.Substring(at, Math.Min(text.Length - at, 1 + random.Next(200))));
            case 4:
                return ChangeLines(text, random);
            default:
                string other = random.Pick(s_inserted);
                return text.Remove(at, Math.Min(other.Length, text.Length - at)).Insert(at, other);
        }
    }

    private static string ChangeLines(string text, SeededRandom random)
    {
        List<string> lines = [.. text.Split('\n')];
        int line = random.Next(lines.Count);
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(line, lines[random.Next(lines.Count)]);
                break;
            case 2:
                lines[line] = new string(' ', random.Next(8)) + lines[line];
                break;
            default:
                lines[line] = lines[line].TrimStart();
                break;
        }

        return string.Join('\n', lines);
    }
}
