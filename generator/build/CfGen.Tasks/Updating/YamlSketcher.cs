using System.Text.RegularExpressions;

namespace CfGen.Tasks.Updating;

/// <summary>
/// Reads the sketch of a text in YAML from the form of its lines. Block texts (<c>|</c> and <c>&gt;</c>) and comments are skipped.
/// </summary>
internal sealed class YamlSketcher(DocumentSketch sketch)
{
    private static readonly Regex s_member = new(
        """^(?<indent> *)(?:"(?<key>[^"]*)"|'(?<key>[^']*)'|(?<key>[^\s"'#{}\[\],&*!|>%@`][^#]*?))\s*:(?:\s+(?<value>.*))?$""",
        RegexOptions.CultureInvariant
    );

    // The only member of its line, perhaps in a list.
    private static readonly Regex s_reference = new(
        """^\s*(?:-\s+)*["']?\$ref["']?\s*:\s+(?:"(?<double>[^"]*)"|'(?<single>(?:[^']|'')*)'|(?<plain>[^\s"'].*?))\s*,?(?:\s+\#.*)?$""",
        RegexOptions.CultureInvariant
    );

    // A member in braces.
    private static readonly Regex s_flowReference = new(
        """[{,]\s*["']?\$ref["']?\s*:\s*(?:"(?<double>[^"]*)"|'(?<single>(?:[^']|'')*)'|(?<plain>[^\s"'{},][^{},]*?))\s*[},]""",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex s_dashes = new(@"^\s*(?:-\s+)*", RegexOptions.CultureInvariant);

    private static readonly Regex s_block = new(@"(?:^|[\s])[|>][+\-0-9]{0,2}\s*(?:\s\#.*)?$", RegexOptions.CultureInvariant);

    private string _root = "";
    private int _memberIndent = -1;

    // The column that the lines of a block text are right of. Less than zero outside of one.
    private int _blockColumn = -1;

    public void Read(string text)
    {
        foreach (string part in text.Split('\n'))
        {
            string line = part.TrimStart('\uFEFF').TrimEnd();
            int indent = line.Length - line.TrimStart(' ').Length;
            if (line.Length == indent || line[indent] == '#' || (_blockColumn >= 0 && indent > _blockColumn))
                continue;
            _blockColumn = -1;
            ReadMember(line, indent);
            ReadReferences(line);
            string content = line.Substring(s_dashes.Match(line).Length);
            if (s_block.IsMatch(content))
                _blockColumn = content[0] is '|' or '>'
                    ? line.LastIndexOf('-', line.Length - content.Length)
                    : line.Length - content.Length;
        }
    }

    private void ReadMember(string line, int indent)
    {
        if (s_member.Match(line) is not { Success: true } member)
            return;
        string key = member.Groups["key"].Value;
        if (indent == 0)
        {
            _root = key;
            _memberIndent = -1;
            sketch.AddRoot(key);
            return;
        }

        if (_memberIndent < 0)
            _memberIndent = indent;
        if (indent == _memberIndent)
            sketch.AddMember(_root, key, member.Groups["value"].Value.Trim().Trim('"', '\''));
    }

    private void ReadReferences(string line)
    {
        Match alone = s_reference.Match(line);
        if (alone.Success)
        {
            sketch.References.Add(Unquote(alone));
            return;
        }

        foreach (Match reference in s_flowReference.Matches(line))
            sketch.References.Add(Unquote(reference));
    }

    private static string Unquote(Match match)
    {
        if (match.Groups["double"].Success)
            return match.Groups["double"].Value.Replace("\\/", "/");
        return match.Groups["single"].Success ? match.Groups["single"].Value.Replace("''", "'") : match.Groups["plain"].Value.Trim();
    }
}
