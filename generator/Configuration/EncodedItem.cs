using System.Text;

namespace CfGen.Generator.Configuration;

/// <summary>
/// The text in which the MSBuild task hands an item to the generator: <c>Name=value</c> pairs with <c>&amp;</c> between them, each value
/// percent-encoded. The compiler passes it on in an editorconfig file, where <c>;</c>, <c>#</c> and line breaks end a value.
/// The MSBuild task and the generator compile this file.
/// </summary>
internal static class EncodedItem
{
    /// <summary>The metadata of an additional file that holds the text.</summary>
    public const string MetadataName = "CfGenItem";

    /// <summary>The name of the pair with the kind of the file: one of the six below.</summary>
    public const string Kind = "Kind";

    /// <summary>A document that a client is generated for.</summary>
    public const string ClientKind = "client";

    /// <summary>A document that other documents refer to.</summary>
    public const string ReferenceKind = "reference";

    /// <summary>A file of names.</summary>
    public const string NamesKind = "names";

    /// <summary>An overlay.</summary>
    public const string OverlayKind = "overlay";

    /// <summary>A listing of the generated members.</summary>
    public const string ListingKind = "listing";

    /// <summary>A source of another project that uses the clients of this one.</summary>
    public const string UserKind = "user";

    /// <summary>The name of the pair with the assembly that a <see cref="UserKind"/> belongs to.</summary>
    public const string Assembly = "Assembly";

    /// <summary>The name of the pair with the full path of the project file that declares the item.</summary>
    public const string ProjectFile = "ProjectFile";

    /// <summary>The name of the pair with the line of the item in that file, from 1. Left out where the line is not known.</summary>
    public const string Line = "Line";

    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Encodes the pairs that have a value.</summary>
    public static string Encode(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        StringBuilder text = new();
        foreach (KeyValuePair<string, string> pair in pairs)
        {
            if (pair.Value.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append('&');
            text.Append(pair.Key).Append('=');
            AppendEncoded(text, pair.Value);
        }

        return text.ToString();
    }

    /// <summary>Decodes the pairs, in their order. A pair without <c>=</c> is skipped.</summary>
    public static List<KeyValuePair<string, string>> Decode(string text)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (string pair in text.Split('&'))
        {
            int equals = pair.IndexOf('=');
            if (equals > 0)
                pairs.Add(new KeyValuePair<string, string>(pair.Substring(0, equals), Uri.UnescapeDataString(pair.Substring(equals + 1))));
        }

        return pairs;
    }

    // Uri.EscapeDataString of .NET Framework, which Visual Studio builds with, refuses more than 65,519 characters.
    private static void AppendEncoded(StringBuilder text, string value)
    {
        foreach (byte b in Encoding.UTF8.GetBytes(value))
        {
            char c = (char)b;
            if (c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~')
                text.Append(c);
            else
                text.Append('%').Append(HexDigits[b >> 4]).Append(HexDigits[b & 0xF]);
        }
    }
}
