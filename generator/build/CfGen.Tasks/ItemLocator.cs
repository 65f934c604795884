using System.Xml;
using Microsoft.Build.Framework;

namespace CfGen.Tasks;

/// <summary>Finds the lines of items in the files that declare them. MSBuild tells a task the file of an item, not its line.</summary>
internal sealed class ItemLocator(string projectFile, string itemName = "OpenApiClient")
{
    private readonly Dictionary<string, List<ItemElement>> _elements = new(StringComparer.Ordinal);

    /// <summary>Returns the file that declares the item, and the line of it there: from 1, or zero where it is not known.</summary>
    public (string File, int Line) Locate(ITaskItem item)
    {
        string file = item.GetMetadata("DefiningProjectFullPath");
        if (file.Length == 0)
            file = projectFile;
        if (!_elements.TryGetValue(file, out List<ItemElement>? elements))
            _elements.Add(file, elements = Read(file));
        foreach (ItemElement element in elements)
        {
            if (element.Includes(item.ItemSpec))
                return (file, element.Line);
        }

        // An Include with a property or a wildcard is not the text of the item. Where it is the only one, it is that of the item all the
        // same.
        return (file, elements.Count == 1 ? elements[0].Line : 0);
    }

    private List<ItemElement> Read(string file)
    {
        List<ItemElement> elements = [];
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using XmlReader reader = XmlReader.Create(
                stream,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
            );
            while (reader.Read())
            {
                if (
                    reader.NodeType == XmlNodeType.Element
                    && reader.LocalName.Equals(itemName, StringComparison.OrdinalIgnoreCase)
                    && reader.GetAttribute("Include") is { } include
                )
                    elements.Add(new ItemElement(include, ((IXmlLineInfo)reader).LineNumber));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            // An item without a line is still an item.
            elements.Clear();
        }

        return elements;
    }

    private sealed class ItemElement(string include, int line)
    {
        private readonly string[] _parts = Array.ConvertAll(include.Split(';'), Normalize);

        public int Line { get; } = line;

        public bool Includes(string itemSpec) => Array.IndexOf(_parts, Normalize(itemSpec)) >= 0;

        private static string Normalize(string path) => path.Trim().Replace('\\', '/');
    }
}
