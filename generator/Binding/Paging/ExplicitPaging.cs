using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Binding.Paging;

/// <summary>
/// Reads the paging of an operation from <c>x-cfgen-paging</c>: <c>false</c>, a style, or an object with the style and the names of the parameters
/// and properties. It wins over inferred paging. An extension that is not valid is reported, and paging is inferred instead.
/// </summary>
internal sealed class ExplicitPaging
{
    public const string ExtensionName = "x-cfgen-paging";

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

    private readonly PagingStyle _style;
    private readonly List<PagingSetting> _settings = [];

    private ExplicitPaging(PagingStyle style) => _style = style;

    /// <param name="resultType">The type of the result; null where the response is no JSON with a result.</param>
    /// <param name="error">The reason why the extension is not valid; null where it is.</param>
    /// <returns>Null where the operation does not list.</returns>
    public static PagingModel? Bind(
        JsonNode extension,
        string method,
        IReadOnlyList<ParameterModel> parameters,
        TypeRef? resultType,
        out string? error
    )
    {
        error = null;
        if (extension is JsonValue value && value.TryGetValue(out bool isPaged) && !isPaged)
            return null;
        JsonObject settings = extension as JsonObject ?? new JsonObject { ["style"] = extension.DeepClone() };
        string name = (settings["style"].AsString() ?? "").Replace("-", "").Replace("_", "");
        // Enum.TryParse accepts numbers, too.
        if (name.Length == 0 || !char.IsLetter(name[0]) || !Enum.TryParse(name, ignoreCase: true, out PagingStyle style))
            return Reject("'style' must be single, page-number, offset, cursor, last-item, link or next-url", out error);
        if (method != "get")
            return Reject("only GET operations have pages", out error);
        if (resultType is null)
            return Reject("the response is not JSON with a result", out error);
        ExplicitPaging paging = new(style);
        error = paging.ReadSettings(settings) ?? paging.FindMissingSetting(parameters);
        return error is null ? paging.CreateModel(resultType, out error) : null;
    }

    /// <returns>The reason why a setting is not valid; null where all are.</returns>
    private string? ReadSettings(JsonObject settings)
    {
        foreach (KeyValuePair<string, JsonNode?> setting in settings.Where(s => s.Key != "style"))
        {
            if (setting.Key == "first" && setting.Value is JsonValue first && first.TryGetValue(out long number))
                _settings.Add(new PagingSetting(PagingSettingName.First, number.ToString(CultureInfo.InvariantCulture), IsNumber: true));
            else if (
                s_settingNames.TryGetValue(setting.Key, out PagingSettingName name) && setting.Value.AsString() is { Length: > 0 } text
            )
                _settings.Add(new PagingSetting(name, text));
            else
                return $"'{setting.Key}' is unknown, or its value is not a string (an integer for 'first')";
        }

        return null;
    }

    /// <returns>The reason why the settings do not suffice; null where they do.</returns>
    private string? FindMissingSetting(IReadOnlyList<ParameterModel> parameters)
    {
        if (
            _style is PagingStyle.PageNumber or PagingStyle.Offset or PagingStyle.Cursor or PagingStyle.LastItem
            && GetValue(PagingSettingName.Parameter) is null
        )
            return "'parameter' must name the query parameter that asks for a page";
        foreach (string? parameter in (string?[])[GetValue(PagingSettingName.Parameter), GetValue(PagingSettingName.Size)])
        {
            if (parameter is not null && !parameters.Any(p => p.Location == ParameterLocation.Query && p.SerializedName == parameter))
                return $"the operation has no query parameter '{parameter}'";
        }

        return _style == PagingStyle.NextUrl && GetValue(PagingSettingName.Next) is null
            ? "'next' must name the property of the response that holds the URL of the next page"
            : null;
    }

    private PagingModel? CreateModel(TypeRef resultType, out string? error)
    {
        error = null;
        if (
            GetValue(PagingSettingName.Items) is null
            && BoundType.GetRecord(resultType) is { } record
            && record.Properties.Where(p => p.Type is ListType).Take(2).ToList() is [{ } only]
        )
            _settings.Add(new PagingSetting(PagingSettingName.Items, only.SerializedName));
        string? items = GetValue(PagingSettingName.Items);
        if (FindList(resultType, items) is { } list)
            return new PagingModel(_style, list.Item, _settings.ToEquatable());
        return Reject(
            items is not null
                ? $"'items' does not name a list of the result: '{items}'"
                : "the result is not a list, so that 'items' must name the list in it",
            out error
        );
    }

    private string? GetValue(PagingSettingName name) => _settings.Find(s => s.Name == name)?.Value;

    private static ListType? FindList(TypeRef type, string? path)
    {
        foreach (string name in path?.Split('.') ?? [])
        {
            if (BoundType.GetRecord(type)?.Properties.Find(p => p.SerializedName == name) is not { } property)
                return null;
            type = property.Type;
        }

        return type as ListType;
    }

    private static PagingModel? Reject(string reason, out string? error)
    {
        error = reason;
        return null;
    }
}
