using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Configuration;

/// <summary>Reads the section <c>types</c> of a <c>Names</c> file. An entry with a problem is ignored.</summary>
internal static class NamesFileTypeReader
{
    /// <summary>The key of the section. An operation of that id is named by its method and path.</summary>
    public const string Section = "types";

    /// <summary>Reads the entries of the section, and adds their problems.</summary>
    public static IEnumerable<NamesFileType> Read(JsonObject section, string pointer, Action<Finding> report)
    {
        foreach (KeyValuePair<string, JsonNode?> member in section)
        {
            string below = JsonPointer.Append(pointer, member.Key);
            if (member.Value.AsString() is { } type)
                yield return new NamesFileType(member.Key, below, type, null);
            else if (member.Value is JsonObject entry && ReadEntry(member.Key, below, entry, report) is { } read)
                yield return read;
            else if (member.Value is not JsonObject)
                report(OwnTypeFindings.NotAType(below, member.Key));
        }
    }

    private static NamesFileType? ReadEntry(string key, string pointer, JsonObject entry, Action<Finding> report)
    {
        foreach (string unknown in entry.GetMemberNames().Where(n => n is not ("type" or "codec")).ToList())
            report(OwnTypeFindings.UnknownMember(JsonPointer.Append(pointer, unknown), key, unknown));
        string? codec = entry["codec"].AsString();
        if (entry["type"].AsString() is { } type && (codec is not null || !entry.ContainsKey("codec")))
            return new NamesFileType(key, pointer, type, codec) { IsObject = true };
        report(OwnTypeFindings.NotAType(pointer, key));
        return null;
    }
}
