namespace CfGen.CodeGen;

/// <summary>
/// The rules of one parameter style, after the operators of RFC 6570. The generator reads the locations, the runtime writes by the rest.
/// </summary>
internal sealed class ParameterStyleRules
{
    // One entry for each value of ParameterStyle, in its order.
    private static readonly ParameterStyleRules[] s_table =
    [
        /* Simple */new() { Locations = [ParameterLocation.Path, ParameterLocation.Header, ParameterLocation.Cookie] },
        /* Label */new()
        {
            Locations = [ParameterLocation.Path],
            Prefix = ".",
            Separator = ".",
        },
        /* Matrix */new()
        {
            Locations = [ParameterLocation.Path],
            Prefix = ";",
            Separator = ";",
            IsNamed = true,
        },
        /* Form */new()
        {
            Locations = [ParameterLocation.Query],
            IsNamed = true,
            RepeatsNestedLists = true,
        },
        /* SpaceDelimited */new()
        {
            Locations = [ParameterLocation.Query],
            Delimiter = "%20",
            PlainDelimiter = " ",
            RepeatsNestedLists = true,
        },
        /* PipeDelimited */new()
        {
            Locations = [ParameterLocation.Query],
            Delimiter = "%7C",
            PlainDelimiter = "|",
            RepeatsNestedLists = true,
        },
        /* TabDelimited */new()
        {
            Delimiter = "%09",
            PlainDelimiter = "\t",
            RepeatsNestedLists = true,
        },
        /* DeepObject */new() { Locations = [ParameterLocation.Query], UsesBrackets = true },
        /* Json */new() { IsJson = true },
    ];

    private ParameterStyleRules() { }

    /// <summary>The locations that can declare the style. The first style of a location is its default.</summary>
    public ParameterLocation[] Locations { get; private set; } = [];

    /// <summary>The text before the first part.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The text between parts. A query writes <c>?</c> and <c>&amp;</c> instead.</summary>
    public string Separator { get; private set; } = ",";

    /// <summary>The text between the items of one part, encoded as far as a URL needs it.</summary>
    public string Delimiter { get; private set; } = ",";

    /// <summary>The <see cref="Delimiter"/> where nothing is encoded: in headers, cookies and parts.</summary>
    public string PlainDelimiter { get; private set; } = ",";

    /// <summary>True if a part starts with the name of the parameter, unless it is a property of an exploded object.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>True if a list in a property of an exploded object repeats the property's name; else it is JSON.</summary>
    public bool RepeatsNestedLists { get; private set; }

    /// <summary>True if each scalar is a part, named by its path in brackets.</summary>
    public bool UsesBrackets { get; private set; }

    /// <summary>True if the value is written as JSON.</summary>
    public bool IsJson { get; private set; }

    /// <summary>Finds the rules of a style.</summary>
    public static ParameterStyleRules Get(ParameterStyle style) => s_table[(int)style];

    /// <summary>Finds the style of a name at a location; null if the location has no such style.</summary>
    public static ParameterStyle? Find(ParameterLocation location, string? name) =>
        Enum.TryParse(name, ignoreCase: true, out ParameterStyle style) && Array.IndexOf(Get(style).Locations, location) >= 0
            ? style
            : null;

    /// <summary>Finds the default style of a location.</summary>
    public static ParameterStyle GetDefault(ParameterLocation location) =>
        (ParameterStyle)Math.Max(0, Array.FindIndex(s_table, rules => Array.IndexOf(rules.Locations, location) >= 0));
}
