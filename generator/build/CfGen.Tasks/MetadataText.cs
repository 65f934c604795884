using System.Globalization;
using System.Text;
using CfGen.Generator.Configuration;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CfGen.Tasks;

/// <summary>Text as MSBuild wants it of a task.</summary>
internal static class MetadataText
{
    private const string SpecialCharacters = "%*?@$();'";

    /// <summary>
    /// Creates an item with the text for the generator. <see cref="TaskItem"/> unescapes what it is given, so both are escaped before.
    /// </summary>
    public static ITaskItem CreateItem(string path, string encoded)
    {
        TaskItem item = new(Escape(path));
        item.SetMetadata(EncodedItem.MetadataName, Escape(encoded));
        return item;
    }

    private static string Escape(string text)
    {
        if (text.IndexOfAny(SpecialCharacters.ToCharArray()) < 0)
            return text;
        StringBuilder escaped = new(text.Length + 16);
        foreach (char c in text)
        {
            if (SpecialCharacters.IndexOf(c) < 0)
                escaped.Append(c);
            else
                escaped.Append('%').Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
