namespace CfGen.Generator.Listing;

/// <summary>The kinds of lines: the second word of each.</summary>
internal static class ListedKind
{
    public const string Client = "client";
    public const string Resource = "resource";
    public const string Credential = "credential";
    public const string ServerVariable = "variable";
    public const string Option = "option";
    public const string Method = "method";
    public const string OlderCall = "older";
    public const string Argument = "argument";
    public const string Body = "body";
    public const string ParametersArgument = "optional";
    public const string SentConstant = "constant";
    public const string Error = "error";
    public const string ParametersRecord = "parameters";
    public const string Parameter = "parameter";
    public const string Record = "record";
    public const string Tuple = "tuple";
    public const string Form = "form";
    public const string Enum = "enum";
    public const string Union = "union";
    public const string Member = "member";
    public const string AdditionalMembers = "additional";
    public const string PartHeader = "header";
    public const string EnumValue = "value";
    public const string UnionCase = "case";

    /// <summary>True for a type that the document declares, and for a record of optional parameters.</summary>
    public static bool IsType(string kind) => kind is Record or Tuple or Form or Enum or Union or ParametersRecord;

    /// <summary>True if a line has the kind at an index.</summary>
    public static bool IsAt(string line, int start, string kind)
    {
        int end = start + kind.Length;
        return string.CompareOrdinal(line, start, kind, 0, kind.Length) == 0
            && (end == line.Length || (end < line.Length && line[end] is ' ' or '\r' or '\n'));
    }
}
