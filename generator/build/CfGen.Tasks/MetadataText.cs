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

    /// <summary>Creates the items of files that are all of one kind and have no other metadata.</summary>
    public static IEnumerable<ITaskItem> CreateItems(IEnumerable<string> files, string kind)
    {
        string encoded = EncodedItem.Encode([new KeyValuePair<string, string>(EncodedItem.Kind, kind)]);
        return files.Select(file => CreateItem(file, encoded));
    }

    /// <summary>Creates the item of a file without metadata.</summary>
    public static ITaskItem CreatePath(string path) => new TaskItem(Escape(path));

    /// <summary>Escapes a text that <see cref="TaskItem"/> unescapes.</summary>
    public static string Escape(string text)
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
