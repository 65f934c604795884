namespace CfGen.Generator.Naming;

/// <summary>
/// The names that a declaration must not have, since its members, its namespace or the consumer's code have them already.
/// </summary>
internal static class ReservedNames
{
    private static readonly string[] s_objectMembers =
    [
        "Equals",
        "GetHashCode",
        "ToString",
        "GetType",
        "MemberwiseClone",
        "Finalize",
        "ReferenceEquals",
    ];

    // A type with the name of a member that every record and open enum has could not have that member.
    private static readonly HashSet<string> s_membersOfTypes =
    [
        .. s_objectMembers,
        "EqualityContract",
        "PrintMembers",
        "Clone",
        "Deconstruct",
        "Value",
        "AsKnown",
        "Known",
    ];

    // The types that a file with the SDK's implicit usings names without a namespace: in an imported namespace, a generated type of the
    // same name would make each of them ambiguous. The last ones are the runtime's, for files with `using CfGen;`.
    private static readonly HashSet<string> s_commonTypes =
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
        "ApiError",
        "ApiEnvelope",
        "ApiException",
        "ApiFile",
        "ApiResponse",
        "ApiViolation",
        "JsonLines",
        "OffsetTime",
        "Page",
        "Pageable",
        "RequestOptions",
        "ResultInfo",
    ];

    /// <summary>The members of every class.</summary>
    public static IReadOnlyList<string> ObjectMembers => s_objectMembers;

    /// <summary>The members of the client and of every resource class.</summary>
    public static IReadOnlyList<string> ResourceMembers { get; } = ["Dispose", .. s_objectMembers];

    /// <summary>The members of every client. `await using` would take a method of the last name.</summary>
    public static IReadOnlyList<string> ClientMembers { get; } = [.. ResourceMembers, "DisposeAsync", "SendAsync"];

    /// <summary>The members of every record.</summary>
    public static IReadOnlyList<string> RecordMembers { get; } =
    [.. s_objectMembers, "EqualityContract", "PrintMembers", "Clone", "Deconstruct", "Read", "Write", "WithNull"];

    /// <summary>The members of every union.</summary>
    public static IReadOnlyCollection<string> UnionMembers { get; } =
        new HashSet<string>(["Value", "IsUnknown", "CaseIndex", "TryGet", "Match", "Unknown", .. s_objectMembers], StringComparer.Ordinal);

    /// <summary>The members of every open enum; the last is that of the nested enum for unknown values.</summary>
    public static IReadOnlyList<string> EnumMembers { get; } =
    ["Value", "AsKnown", "Known", "Values", "ValueConstants", .. s_objectMembers, "PrintMembers", "Clone", "From", "Table", "Unrecognized"];

    /// <summary>The members of the options class, credentials aside.</summary>
    public static IReadOnlyList<string> OptionsMembers { get; } =
    [
        "BaseUrl",
        "MaxRetries",
        "Timeout",
        "DefaultHeaders",
        "DefaultQuery",
        "LoggerFactory",
        "TimeProvider",
        "ResponseValidation",
        "MaxResponseBytes",
        "AllowInsecureHttp",
        "MaxRetryAfter",
        "IdleTimeout",
        "TotalTimeout",
        "RetryNonIdempotent",
        "AllowCrossOriginRedirects",
        "MaxDepth",
        "AcceptBrotli",
        "Definition",
        "FromEnvironment",
        .. s_objectMembers,
    ];

    /// <summary>The parameters that methods have beside those of the document.</summary>
    public static IReadOnlyList<string> MethodParameters { get; } = ["options", "cancellationToken", "body", "parameters"];

    /// <summary>True for the name of a common type, or of a member that every type has.</summary>
    public static bool IsTypeName(string name) => s_commonTypes.Contains(name) || s_membersOfTypes.Contains(name);
}
