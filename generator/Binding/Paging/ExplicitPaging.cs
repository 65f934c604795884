using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Binding.Paging;

/// <summary>
/// Reads the paging of an operation from <c>x-cfgen-paging</c>: <c>false</c>, a style, or an object with the style and the names of the
/// parameters and properties. It wins over inferred paging. An extension that is not valid is reported, and paging is inferred instead.
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
        ["last"] = PagingSettingName.Last,
        ["total"] = PagingSettingName.Total,
        ["pages"] = PagingSettingName.Pages,
        ["id"] = PagingSettingName.Id,
        ["items"] = PagingSettingName.Items,
    };

    private readonly PagingStyle _style;
    private readonly string _pointer;
    private readonly List<PagingSetting> _settings = [];

    private ExplicitPaging(PagingStyle style, string pointer)
    {
        _style = style;
        _pointer = pointer;
    }

    /// <param name="operation">The operation that has the extension.</param>
    /// <param name="resultType">The type of the result; null where the response is no JSON with a result.</param>
    /// <param name="finding">The problem of an extension that is not valid; null where it is valid.</param>
    /// <returns>Null where the operation does not list.</returns>
    public static PagingModel? Bind(
        JsonNode extension,
        OperationKey operation,
        IReadOnlyList<ParameterModel> parameters,
        TypeRef? resultType,
        out Finding? finding
    )
    {
        finding = null;
        if (extension is JsonValue value && value.TryGetValue(out bool isPaged) && !isPaged)
            return null;
        JsonObject settings = extension as JsonObject ?? new JsonObject { ["style"] = extension.DeepClone() };
        string pointer = JsonPointer.Append(operation.Pointer, ExtensionName);
        string styleText = settings["style"].AsString() ?? "";
        string name = styleText.Replace("-", "").Replace("_", "");
        // Enum.TryParse accepts numbers, too.
        if (name.Length == 0 || !char.IsLetter(name[0]) || !Enum.TryParse(name, ignoreCase: true, out PagingStyle style))
            return Reject(PagingFindings.UnknownStyle(pointer), out finding);
        if (operation.Method != "get")
            return Reject(PagingFindings.NotAGetOperation(pointer, operation.Method.ToUpperInvariant()), out finding);
        if (resultType is null)
            return Reject(PagingFindings.NoJsonResult(pointer), out finding);
        ExplicitPaging paging = new(style, pointer);
        finding = paging.ReadSettings(settings) ?? paging.FindMissingSetting(styleText, PagingParameter.ReadAll(parameters));
        return finding is null ? paging.CreateModel(resultType, out finding) : null;
    }

    /// <returns>The problem of the first setting that is not valid; null where all are.</returns>
    private Finding? ReadSettings(JsonObject settings)
    {
        foreach (KeyValuePair<string, JsonNode?> setting in settings.Where(s => s.Key != "style"))
        {
            if (setting.Key == "first" && setting.Value is JsonValue first && first.TryGetValue(out long number))
                _settings.Add(new PagingSetting(PagingSettingName.First, number.ToString(CultureInfo.InvariantCulture), IsNumber: true));
            else if (
                s_settingNames.TryGetValue(setting.Key, out PagingSettingName name) && setting.Value.AsString() is { Length: > 0 } text
            )
                _settings.Add(new PagingSetting(name, text));
            else if (setting.Key == "first" || s_settingNames.ContainsKey(setting.Key))
                return PagingFindings.InvalidValue(
                    JsonPointer.Append(_pointer, setting.Key),
                    setting.Key,
                    setting.Key == "first" ? "an integer" : "a string with text"
                );
            else
                return PagingFindings.UnknownKey(JsonPointer.Append(_pointer, setting.Key), setting.Key);
        }

        return null;
    }

    /// <param name="style">The style as the document writes it.</param>
    /// <returns>The problem of settings that do not suffice; null where they do.</returns>
    private Finding? FindMissingSetting(string style, IReadOnlyList<PagingParameter> parameters)
    {
        PagingStyleRules rules = PagingStyleRules.Get(_style);
        if (rules.NeedsParameter && GetValue(PagingSettingName.Parameter) is null)
            return PagingFindings.MissingParameter(_pointer, style);
        foreach (string key in (string[])["parameter", "size"])
        {
            string? parameter = GetValue(s_settingNames[key]);
            if (parameter is not null && !parameters.Any(p => p.Name == parameter))
                return PagingFindings.UnknownParameter(JsonPointer.Append(_pointer, key), parameter);
        }

        return rules.NeedsNextPath && GetValue(PagingSettingName.Next) is null ? PagingFindings.MissingNext(_pointer) : null;
    }

    private PagingModel? CreateModel(TypeRef resultType, out Finding? finding)
    {
        finding = null;
        if (
            GetValue(PagingSettingName.Items) is null
            && BoundType.GetRecord(resultType) is { } record
            && record.Properties.Where(p => p.Type is ListType).Take(2).ToList() is [{ } only]
        )
            _settings.Add(new PagingSetting(PagingSettingName.Items, only.SerializedName));
        string? items = GetValue(PagingSettingName.Items);
        if (ItemList.Find(resultType, items) is { } list)
            return new PagingModel(_style, list.Item, _settings.ToEquatable(), PagingOrigin.Extension);
        return Reject(
            items is not null
                ? PagingFindings.ItemsNotAList(JsonPointer.Append(_pointer, "items"), items)
                : PagingFindings.MissingItems(_pointer),
            out finding
        );
    }

    private string? GetValue(PagingSettingName name) => _settings.Find(s => s.Name == name)?.Value;

    private static PagingModel? Reject(Finding problem, out Finding? finding)
    {
        finding = problem;
        return null;
    }
}
