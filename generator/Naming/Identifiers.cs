namespace CfGen.Generator.Naming;

/// <summary>Turns the document's names into C# identifiers. Escaping of keywords is the emitter's job.</summary>
internal static class Identifiers
{
    // Longer names are legal but useless in an editor, and metadata has its limits.
    public const int MaxLength = 120;

    private static readonly string[] s_reservedRecordMembers =
    [
        "Equals",
        "GetHashCode",
        "ToString",
        "GetType",
        "MemberwiseClone",
        "Finalize",
        "ReferenceEquals",
        "EqualityContract",
        "PrintMembers",
        "Clone",
        "Deconstruct",
        "Read",
        "Write",
    ];

    private static readonly string[] s_reservedEnumMembers =
    [
        "Value",
        "AsKnown",
        "Known",
        "Equals",
        "GetHashCode",
        "ToString",
        "GetType",
        "MemberwiseClone",
        "Finalize",
        "ReferenceEquals",
        "PrintMembers",
        "Clone",
        "From",
        "Table",
        // and the one that the nested enum has for all others
        "Unrecognized",
    ];

    // What records and open enums have anyway: a type of such a name would be the enclosing type of a member of its own name.
    private static readonly HashSet<string> s_inheritedMembers =
    [
        "Equals",
        "GetHashCode",
        "ToString",
        "GetType",
        "MemberwiseClone",
        "Finalize",
        "ReferenceEquals",
        "EqualityContract",
        "PrintMembers",
        "Clone",
        "Deconstruct",
        "Value",
        "AsKnown",
        "Known",
    ];

    // Types that a file with the SDK's implicit usings names without thinking: a generated name like these in an imported
    // namespace would make each of them ambiguous.
    private static readonly HashSet<string> s_frameworkTypes =
    [
        "Action",
        "Activator",
        "AppContext",
        "AppDomain",
        "ArgumentException",
        "Array",
        "ArraySegment",
        "Attribute",
        "BitConverter",
        "Boolean",
        "Buffer",
        "Byte",
        "Char",
        "Collection",
        "Comparer",
        "Comparison",
        "Console",
        "Convert",
        "Converter",
        "DateOnly",
        "DateTime",
        "DateTimeOffset",
        "DayOfWeek",
        "Decimal",
        "Delegate",
        "Dictionary",
        "Directory",
        "Double",
        "Enum",
        "Enumerable",
        "Environment",
        "EventArgs",
        "EventHandler",
        "Exception",
        "File",
        "FileInfo",
        "FileMode",
        "FileShare",
        "FileStream",
        "Func",
        "Guid",
        "Half",
        "HashCode",
        "HashSet",
        "HttpClient",
        "HttpContent",
        "HttpMethod",
        "HttpRequestMessage",
        "HttpResponseMessage",
        "IDisposable",
        "Index",
        "Int16",
        "Int32",
        "Int64",
        "Interlocked",
        "KeyValuePair",
        "Lazy",
        "LinkedList",
        "List",
        "Lock",
        "Lookup",
        "Math",
        "Memory",
        "MemoryStream",
        "Monitor",
        "Mutex",
        "Nullable",
        "Object",
        "OperatingSystem",
        "Parallel",
        "Path",
        "Predicate",
        "PriorityQueue",
        "Progress",
        "Queue",
        "Random",
        "Range",
        "Semaphore",
        "SortOrder",
        "Span",
        "Stack",
        "Stream",
        "StreamReader",
        "StreamWriter",
        "String",
        "StringComparer",
        "StringComparison",
        "StringContent",
        "System",
        "Task",
        "TaskScheduler",
        "TaskStatus",
        "TextReader",
        "TextWriter",
        "Thread",
        "ThreadPool",
        "ThreadState",
        "TimeOnly",
        "TimeProvider",
        "TimeSpan",
        "TimeZone",
        "Timer",
        "Tuple",
        "Type",
        "Uri",
        "ValueTask",
        "ValueTuple",
        "ValueType",
        "Version",
        "Volatile",
        "WeakReference",
        // and the runtime's own, for files with `using CfGen;`
        "ApiError",
        "ApiEnvelope",
        "ApiException",
        "ApiFile",
        "ApiResponse",
        "ApiViolation",
        "JsonLines",
        "Optional",
        "Page",
        "Pageable",
        "RequestOptions",
        "ResultInfo",
    ];

    public static string ToTypeName(string name)
    {
        string pascal = EnsureValidStart(Words.ToPascalCase(name), "Type");
        return IsReservedTypeName(pascal) ? pascal + "Model" : pascal;
    }

    /// <summary>Whether a type had better not be called so: a framework's type is, or a member that each type has.</summary>
    public static bool IsReservedTypeName(string typeName) => s_frameworkTypes.Contains(typeName) || s_inheritedMembers.Contains(typeName);

    public static string ToMemberName(string name, string ifEmpty = "Value") => EnsureValidStart(Words.ToPascalCase(name), ifEmpty);

    public static string ToParameterName(string name)
    {
        string camel = Words.ToCamelCase(name);
        return camel.Length == 0 ? "value"
            : char.IsDigit(camel[0]) ? Shorten("value" + camel)
            : Shorten(camel);
    }

    /// <summary>The name of a parameter that becomes a member of the record of optional parameters as well.</summary>
    public static string ToOptionalParameterName(string name, string recordName)
    {
        string parameter = ToParameterName(name);
        string member = char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);
        return Array.IndexOf(s_reservedRecordMembers, member) >= 0 || member == recordName ? parameter + "Value" : parameter;
    }

    /// <summary>Names for the members of a record, none twice, none that a record has by itself; the order of the document does not matter.</summary>
    public static Dictionary<string, string> AssignPropertyNames(string typeName, IEnumerable<string> wireNames) =>
        AssignDistinct(wireNames, s_reservedRecordMembers, typeName, wire => ToMemberName(wire, "Property"));

    public static Dictionary<string, string> AssignEnumMemberNames(string typeName, IEnumerable<string> values) =>
        AssignDistinct(values, s_reservedEnumMembers, typeName, value => value.Length == 0 ? "Empty" : ToMemberName(value));

    private static Dictionary<string, string> AssignDistinct(
        IEnumerable<string> wireNames,
        string[] reserved,
        string typeName,
        Func<string, string> name
    )
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string wire in wireNames)
        {
            if (!names.ContainsKey(wire))
                names.Add(wire, name(wire));
        }

        // Nearly always none gets in the way of another.
        HashSet<string> taken = new(StringComparer.Ordinal);
        if (names.Values.All(n => n != typeName && Array.IndexOf(reserved, n) < 0 && taken.Add(n)))
            return names;

        NameScope scope = new(reserved: [.. reserved, typeName]);
        foreach (
            IGrouping<string, string> same in names
                .Keys.ToList()
                .GroupBy(wire => names[wire], StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            foreach (string wire in same.OrderBy(w => w, StringComparer.Ordinal))
                names[wire] = scope.Reserve(same.Key, same.Key + "Value");
        }

        return names;
    }

    private static string EnsureValidStart(string pascal, string ifEmpty)
    {
        if (pascal.Length == 0)
            return ifEmpty;
        return Shorten(char.IsDigit(pascal[0]) ? "Value" + pascal : pascal);
    }

    /// <summary>A name that metadata and an editor can bear; two long names that differ stay different.</summary>
    public static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
            return name;
        // The end of two long names may differ: a stable number of the whole keeps them apart.
        uint hash = 2166136261;
        foreach (char c in name)
            hash = unchecked((hash ^ c) * 16777619);
        return name.Substring(0, MaxLength - 8) + hash.ToString("X8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
