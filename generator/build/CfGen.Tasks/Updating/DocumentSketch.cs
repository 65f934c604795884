namespace CfGen.Tasks.Updating;

/// <summary>
/// The facts of a text that an update needs before the generator reads it. A task has no parser of YAML, so they are read from the form
/// of the lines; the generator finds what is wrong with the rest.
/// </summary>
internal sealed class DocumentSketch
{
    /// <summary>True if the root has a member <c>openapi</c> or <c>swagger</c>.</summary>
    public bool HasVersion { get; private set; }

    /// <summary>The title of the API. Empty where there is none.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The keys of <c>paths</c>.</summary>
    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>The values of <c>$ref</c>, in their order.</summary>
    public List<string> References { get; } = [];

    /// <summary>True if a text in JSON ends before its root does.</summary>
    public bool IsTruncated { get; set; }

    /// <summary>Reads a text. One that begins with a brace or a bracket is JSON.</summary>
    public static DocumentSketch Read(string text)
    {
        DocumentSketch sketch = new();
        string start = text.TrimStart();
        if (start.StartsWith("{", StringComparison.Ordinal) || start.StartsWith("[", StringComparison.Ordinal))
            new JsonSketcher(text, sketch).Read();
        else
            new YamlSketcher(sketch).Read(text);
        return sketch;
    }

    /// <summary>Adds a member of the root.</summary>
    public void AddRoot(string name) => HasVersion |= name is "openapi" or "swagger";

    /// <summary>Adds a member of a member of the root.</summary>
    /// <param name="value">The value where it is a text. Empty otherwise.</param>
    public void AddMember(string root, string name, string value)
    {
        if (root == "paths")
            Paths.Add(name);
        else if (root == "info" && name == "title" && Title.Length == 0)
            Title = value;
    }
}
