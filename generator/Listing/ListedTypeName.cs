using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>Types as the lines of a listing name them: as in C#, with namespaces except that of the client, and without spaces.</summary>
internal static class ListedTypeName
{
    public const string List = "IReadOnlyList<";
    public const string Map = "IReadOnlyDictionary<string,";
    public const string Lines = "IAsyncEnumerable<";

    private static readonly string[] s_typeFacts = [$" {ListedFact.Type}=", $" {ListedFact.Returns}="];
    private static readonly char[] s_typeSeparators = ['<', '>', ',', '?', '[', ']', '"'];

    public static string Format(TypeRef type) =>
        type switch
        {
            ScalarType scalar => Format(scalar.Kind),
            NamedType named => named.Name,
            OwnType own => own.PlainName.Replace(" ", ""),
            ListType list => $"{List}{Format(list.Item)}>",
            MapType map => $"{Map}{Format(map.Value)}>",
            NullableType nullable => Format(nullable.Inner) + "?",
            _ => throw new InvalidOperationException($"No name for {type}."),
        };

    /// <summary>Finds the words of the types that a line names, without reading its other facts.</summary>
    public static IEnumerable<string> GetTypes(string line)
    {
        foreach (string fact in s_typeFacts)
        {
            int start = line.IndexOf(fact, StringComparison.Ordinal);
            if (start < 0)
                continue;
            start += fact.Length;
            int end = line.IndexOf(' ', start);
            foreach (string word in (end < 0 ? line.Substring(start) : line.Substring(start, end - start)).Split(s_typeSeparators))
                yield return word;
        }
    }

    /// <summary>Formats the type of a member that can be without a value.</summary>
    public static string Format(TypeRef type, bool isNullable) =>
        isNullable && type is not NullableType ? Format(type) + "?" : Format(type);

    /// <summary>The forms of the number in JSON, where they are not a number only; else empty.</summary>
    public static string FormatNumberText(TypeRef type) =>
        type switch
        {
            ScalarType { NumberText: NumberText.Read } => "read",
            ScalarType { NumberText: NumberText.Write } => "both",
            ScalarType { Kind: ScalarKind.Duration } => "iso-duration",
            ListType list => FormatNumberText(list.Item),
            MapType map => FormatNumberText(map.Value),
            NullableType nullable => FormatNumberText(nullable.Inner),
            _ => "",
        };

    private static string Format(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.String => "string",
            ScalarKind.Boolean => "bool",
            ScalarKind.Int32 => "int",
            ScalarKind.Int64 => "long",
            ScalarKind.UInt64 => "ulong",
            ScalarKind.Int128 => "System.Int128",
            ScalarKind.UInt128 => "System.UInt128",
            ScalarKind.Single => "float",
            ScalarKind.Double => "double",
            ScalarKind.Decimal => "decimal",
            ScalarKind.Guid => "System.Guid",
            ScalarKind.DateTime => "System.DateTimeOffset",
            ScalarKind.Date => "System.DateOnly",
            ScalarKind.Time => "System.TimeOnly",
            ScalarKind.OffsetTime => "CfGen.OffsetTime",
            ScalarKind.Duration or ScalarKind.TimeSpan => "System.TimeSpan",
            ScalarKind.Uri => "System.Uri",
            ScalarKind.Bytes => "byte[]",
            ScalarKind.IPAddress => "System.Net.IPAddress",
            ScalarKind.Json => "System.Text.Json.JsonElement",
            ScalarKind.File => "CfGen.ApiFile",
            ScalarKind.Stream => "System.IO.Stream",
            _ => throw new InvalidOperationException($"No name for {kind}."),
        };
}
