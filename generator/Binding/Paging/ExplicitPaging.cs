using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Binding.Paging;

/// <summary>
/// The paging that an operation states in <c>x-cfgen-paging</c>: <c>false</c>, a style, or an object with the style and the names of what it
/// sends and reads. It wins over what would be inferred; what cannot be honoured is told, and inferred then.
/// </summary>
internal static class ExplicitPaging
{
    public const string ExtensionName = "x-cfgen-paging";

    // The keys of the object.
    private static readonly Dictionary<string, PagingSettingName> s_settingNames = new(StringComparer.Ordinal)
    {
        ["parameter"] = PagingSettingName.Parameter,
        ["size"] = PagingSettingName.Size,
        ["next"] = PagingSettingName.Next,
        ["more"] = PagingSettingName.More,
        ["total"] = PagingSettingName.Total,
        ["pages"] = PagingSettingName.Pages,
        ["id"] = PagingSettingName.Id,
        ["items"] = PagingSettingName.Items,
    };

    /// <param name="type">That of the result, where it has one in JSON.</param>
    /// <param name="fault">Why it cannot be honoured; null where it is.</param>
    /// <returns>Null where the operation is no list.</returns>
    public static PagingModel? Bind(
        JsonNode stated,
        string method,
        IReadOnlyList<ParameterModel> parameters,
        TypeRef? type,
        TypeBinder types,
        out string? fault
    )
    {
        fault = null;
        if (stated is JsonValue value && value.TryGetValue(out bool isPaged) && !isPaged)
            return null;
        JsonObject settings = stated as JsonObject ?? new JsonObject { ["style"] = stated.DeepClone() };
        string name = (settings["style"].AsString() ?? "").Replace("-", "").Replace("_", "");
        // A number would be parsed as one.
        if (name.Length == 0 || !char.IsLetter(name[0]) || !Enum.TryParse(name, ignoreCase: true, out PagingStyle style))
            return Reject("'style' is none of single, page-number, offset, cursor, last-item, link and next-url", out fault);
        if (method != "get")
            return Reject("only what is asked for with GET has pages", out fault);
        if (type is null)
            return Reject("the answer is no JSON with a result", out fault);
        List<PagingSetting> read = [];
        foreach (KeyValuePair<string, JsonNode?> setting in settings.Where(s => s.Key != "style"))
        {
            if (setting.Key == "first" && setting.Value is JsonValue first && first.TryGetValue(out long number))
                read.Add(new PagingSetting(PagingSettingName.First, number.ToString(CultureInfo.InvariantCulture), IsNumber: true));
            else if (
                s_settingNames.TryGetValue(setting.Key, out PagingSettingName known) && setting.Value.AsString() is { Length: > 0 } text
            )
                read.Add(new PagingSetting(known, text));
            else
                return Reject($"'{setting.Key}' is unknown, or not a text (of 'first': a whole number)", out fault);
        }

        if (
            style is PagingStyle.PageNumber or PagingStyle.Offset or PagingStyle.Cursor or PagingStyle.LastItem
            && Of(PagingSettingName.Parameter) is null
        )
            return Reject("'parameter' has to name the query parameter that asks for a page", out fault);
        foreach (string? parameter in (string?[])[Of(PagingSettingName.Parameter), Of(PagingSettingName.Size)])
        {
            if (parameter is not null && !parameters.Any(p => p.Location == ParameterLocation.Query && p.SerializedName == parameter))
                return Reject($"the operation has no query parameter '{parameter}'", out fault);
        }

        if (style == PagingStyle.NextUrl && Of(PagingSettingName.Next) is null)
            return Reject("'next' has to say where in the answer the URL of the next page stands", out fault);
        if (
            Of(PagingSettingName.Items) is null
            && type is NamedType named
            && types.FindNode(named) is RecordNode record
            && record.Properties.Where(p => p.Type is ListType).Take(2).ToList() is [{ } only]
        )
            read.Add(new PagingSetting(PagingSettingName.Items, only.WireName));
        return FindList(type, Of(PagingSettingName.Items), types) is { } list
            ? new PagingModel(style, list.Item, read.ToEquatable())
            : Reject(
                Of(PagingSettingName.Items) is { } items
                    ? $"'items' names no list of the result: '{items}'"
                    : "the result is no list: 'items' has to say where it stands in it",
                out fault
            );

        string? Of(PagingSettingName known) => read.Find(s => s.Name == known)?.Value;
    }

    private static ListType? FindList(TypeRef type, string? way, TypeBinder types)
    {
        foreach (string step in way?.Split('.') ?? [])
        {
            if (
                type is not NamedType named
                || types.FindNode(named) is not RecordNode record
                || record.Properties.Find(p => p.WireName == step) is not { } property
            )
                return null;
            type = property.Type;
        }

        return type as ListType;
    }

    private static PagingModel? Reject(string reason, out string fault)
    {
        fault = reason;
        return null;
    }
}
