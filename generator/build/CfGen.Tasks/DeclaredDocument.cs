using System.Globalization;
using CfGen.Generator.Configuration;
using Microsoft.Build.Framework;

namespace CfGen.Tasks;

/// <summary>One <c>OpenApiClient</c> item with the project-wide defaults applied.</summary>
internal sealed class DeclaredDocument
{
    private readonly List<KeyValuePair<string, string>> _settings = [];
    private readonly string _defaultedSource = "";

    public DeclaredDocument(ITaskItem item, ITaskItem[] settings, string projectDirectory, ItemLocator locator)
    {
        Item = item;
        FullPath = item.GetMetadata("FullPath");
        foreach (ITaskItem setting in settings)
        {
            string name = setting.ItemSpec;
            string value = item.GetMetadata(name);
            // An item that sets it to nothing turns it off.
            if (name == nameof(DocumentSetting.ClientParameters) && value.Length == 0 && IsDefined(item, name))
                value = "none";
            if (value.Length == 0)
                value = setting.GetMetadata("Default");
            if (name == nameof(DocumentSetting.Names) && value.Trim().Length > 0)
                value = NamesFile = GetFullPath(projectDirectory, value.Trim());
            else if (name == nameof(DocumentSetting.ApiListing) && value.Trim().Length > 0)
                value = ListingFile = GetFullPath(projectDirectory, value.Trim());
            else if (name == nameof(DocumentSetting.Overlay))
                value = string.Join(";", OverlayFiles = GetFullPaths(projectDirectory, value));
            else if (name == nameof(DocumentSetting.Reference))
                IsReference = value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
            else if (name == nameof(DocumentSetting.SourceUrl))
            {
                _defaultedSource = value;
                // For updates only: the generator need not run again, and a key in a query belongs into no other file.
                value = "";
            }
            else if (name == nameof(DocumentSetting.ClientName))
                ClientName = value.Trim();
            else if (name == nameof(DocumentSetting.Operations))
                IsWhole = value.Trim().Length == 0;
            _settings.Add(new KeyValuePair<string, string>(name, value));
        }

        (ProjectFile, Line) = locator.Locate(item);
    }

    public ITaskItem Item { get; }

    public string FullPath { get; }

    /// <summary>The full path of the file of names. Empty where there is none.</summary>
    public string NamesFile { get; } = "";

    /// <summary>The full path of the listing, which need not exist. Empty where there is none.</summary>
    public string ListingFile { get; } = "";

    /// <summary>The full paths of the overlays, in the order in which they are applied.</summary>
    public string[] OverlayFiles { get; } = [];

    /// <summary>The name of the client class. Empty where the title of the document decides.</summary>
    public string ClientName { get; } = "";

    /// <summary>The place that a newer version is fetched from. Empty where there is none. The default of the project is for clients.</summary>
    public string SourceUrl => (IsReference ? Item.GetMetadata(nameof(DocumentSetting.SourceUrl)) : _defaultedSource).Trim();

    /// <summary>True if the item itself names overlays, not only the project for all items.</summary>
    public bool HasOwnOverlay => Item.GetMetadata(nameof(DocumentSetting.Overlay)).Trim().Length > 0;

    /// <summary>True if other documents refer to this one, and it has no client of its own.</summary>
    public bool IsReference { get; }

    /// <summary>True if a client of all operations is generated.</summary>
    public bool IsWholeClient => IsWhole && !IsReference;

    /// <summary>The full path of the file that declares the item.</summary>
    public string ProjectFile { get; }

    /// <summary>The line of the item in that file, from 1. Zero where it is not known.</summary>
    public int Line { get; }

    /// <summary>The names of the metadata that an item can have.</summary>
    public IEnumerable<string> SettingNames => _settings.Select(s => s.Key);

    private bool IsWhole { get; }

    /// <summary>Returns the metadata that is neither a setting of CfGen nor one of the given names.</summary>
    public IEnumerable<KeyValuePair<string, string>> GetUnknownMetadata(HashSet<string> otherNames)
    {
        foreach (string name in Item.CloneCustomMetadata().Keys)
        {
            if (!otherNames.Contains(name) && !SettingNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                yield return new KeyValuePair<string, string>(name, Item.GetMetadata(name));
        }
    }

    /// <summary>The item as the compiler gets it: by its full path, with its own metadata and the encoded one.</summary>
    public ITaskItem ToAdditionalFile()
    {
        ITaskItem file = MetadataText.CreateItem(FullPath, Encode(overlay => overlay));
        Item.CopyMetadataTo(file);
        return file;
    }

    /// <summary>The item as the compiler gets it where copies of the document and the overlays take their places.</summary>
    public ITaskItem ToCopy(Func<string, string> getPath) => MetadataText.CreateItem(getPath(FullPath), Encode(getPath));

    private string Encode(Func<string, string> getOverlayPath) =>
        EncodedItem.Encode([
            new(EncodedItem.Kind, IsReference ? EncodedItem.ReferenceKind : EncodedItem.ClientKind),
            new(EncodedItem.ProjectFile, ProjectFile),
            new(EncodedItem.Line, Line == 0 ? "" : Line.ToString(CultureInfo.InvariantCulture)),
            .. _settings.Select(s =>
                s.Key == nameof(DocumentSetting.Overlay)
                    ? new KeyValuePair<string, string>(s.Key, string.Join(";", OverlayFiles.Select(getOverlayPath)))
                    : s
            ),
        ]);

    private static string[] GetFullPaths(string directory, string list) =>
        [.. list.Split(';', '\n').Select(p => p.Trim()).Where(p => p.Length > 0).Select(p => GetFullPath(directory, p))];

    private static bool IsDefined(ITaskItem item, string name) =>
        item.CloneCustomMetadata().Keys.OfType<string>().Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string GetFullPath(string directory, string path) =>
        // A project file may have backslashes on any system.
        Path.GetFullPath(Path.Combine(directory, Path.DirectorySeparatorChar == '/' ? path.Replace('\\', '/') : path));
}
