using System.Runtime.CompilerServices;
using System.Text.Json;
using CfGen.Pipeline.Parameters;
using CfGen.Validation;

namespace CfGen.CodeGen;

// Parameters. Null is not sent, and is a violation if the parameter is required. Names instead of overloads: the compiler would weigh a
// dozen overloads, each with optional arguments, for every parameter of every operation.
public sealed partial class ApiRequestBuilder
{
    /// <summary>Sets whether the query values that follow keep characters such as <c>/</c>, <c>:</c> and <c>,</c> unencoded.</summary>
    public ApiRequestBuilder AllowReserved(bool allow)
    {
        _parameters.AllowReserved = allow;
        return this;
    }

    /// <summary>Adds a string. In a path, an empty string and dot segments are violations.</summary>
    public ApiRequestBuilder AddString(
        ParameterLocation location,
        string name,
        string? value,
        string schemaPointer,
        bool required,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    )
    {
        Argument argument = CreateArgument(location, name, expression, schemaPointer);
        if (value is not null)
            CheckText(location, argument, value, new StringRules(minLength, maxLength, pattern, format));
        return Add(location, argument, value, required);
    }

    /// <summary>Adds an integer.</summary>
    public ApiRequestBuilder AddInt64(
        ParameterLocation location,
        string name,
        long? value,
        string schemaPointer,
        bool required,
        long minimum = long.MinValue,
        long maximum = long.MaxValue,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    )
    {
        Argument argument = CreateArgument(location, name, expression, schemaPointer);
        string? text = value is { } number ? ParameterFormatter.Format(number) : null;
        return AddNumber(location, argument, value, text, required, minimum, maximum);
    }

    /// <summary>Adds a number.</summary>
    public ApiRequestBuilder AddDouble(
        ParameterLocation location,
        string name,
        double? value,
        string schemaPointer,
        bool required,
        double minimum = double.MinValue,
        double maximum = double.MaxValue,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    )
    {
        Argument argument = CreateArgument(location, name, expression, schemaPointer);
        string? text = value is { } number ? ParameterFormatter.Format(number) : null;
        return AddNumber(location, argument, value, text, required, minimum, maximum);
    }

    /// <summary>Adds a decimal number.</summary>
    public ApiRequestBuilder AddDecimal(
        ParameterLocation location,
        string name,
        decimal? value,
        string schemaPointer,
        bool required,
        decimal minimum = decimal.MinValue,
        decimal maximum = decimal.MaxValue,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    )
    {
        Argument argument = CreateArgument(location, name, expression, schemaPointer);
        string? text = value is { } number ? ParameterFormatter.Format(number) : null;
        return AddNumber(location, argument, value, text, required, minimum, maximum);
    }

    /// <summary>Adds a boolean.</summary>
    public ApiRequestBuilder AddBoolean(
        ParameterLocation location,
        string name,
        bool? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    ) => AddText(location, name, expression, schemaPointer, required, value is { } known ? ParameterFormatter.Format(known) : null);

    /// <summary>Adds a UUID.</summary>
    public ApiRequestBuilder AddGuid(
        ParameterLocation location,
        string name,
        Guid? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    ) => AddText(location, name, expression, schemaPointer, required, value is { } known ? ParameterFormatter.Format(known) : null);

    /// <summary>Adds a date and time.</summary>
    public ApiRequestBuilder AddDateTime(
        ParameterLocation location,
        string name,
        DateTimeOffset? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    ) => AddText(location, name, expression, schemaPointer, required, value is { } known ? ParameterFormatter.Format(known) : null);

    /// <summary>Adds a date.</summary>
    public ApiRequestBuilder AddDate(
        ParameterLocation location,
        string name,
        DateOnly? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    ) => AddText(location, name, expression, schemaPointer, required, value is { } known ? ParameterFormatter.Format(known) : null);

    /// <summary>Adds a time of day without an offset.</summary>
    public ApiRequestBuilder AddTime(
        ParameterLocation location,
        string name,
        TimeOnly? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    ) => AddText(location, name, expression, schemaPointer, required, value is { } known ? ParameterFormatter.Format(known) : null);

    /// <summary>Adds a time of day.</summary>
    public ApiRequestBuilder AddOffsetTime(
        ParameterLocation location,
        string name,
        OffsetTime? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    ) => AddText(location, name, expression, schemaPointer, required, value is { } known ? ParameterFormatter.Format(known) : null);

    /// <summary>Adds a duration of ISO 8601.</summary>
    public ApiRequestBuilder AddDuration(
        ParameterLocation location,
        string name,
        TimeSpan? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    ) => AddText(location, name, expression, schemaPointer, required, value is { } known ? ParameterFormatter.Format(known) : null);

    /// <summary>Adds a duration in the form of .NET.</summary>
    public ApiRequestBuilder AddTimeSpan(
        ParameterLocation location,
        string name,
        TimeSpan? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    ) => AddText(location, name, expression, schemaPointer, required, value is { } known ? ParameterFormatter.FormatTimeSpan(known) : null);

    /// <summary>Adds an open enum.</summary>
    public ApiRequestBuilder AddEnum<T>(
        ParameterLocation location,
        string name,
        T value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    )
        where T : struct, IOpenEnum<T> => AddEnum<T>(location, name, (T?)value, schemaPointer, required, expression);

    /// <summary>Adds an open enum.</summary>
    public ApiRequestBuilder AddEnum<T>(
        ParameterLocation location,
        string name,
        T? value,
        string schemaPointer,
        bool required,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    )
        where T : struct, IOpenEnum<T>
    {
        if (value is not { } known || !known.Equals(default))
            return AddString(location, name, value?.Value, schemaPointer, required, expression: expression);
        Argument argument = CreateArgument(location, name, expression, schemaPointer);
        (_violations ??= new()).AddUnset(argument, typeof(T).Name);
        return Add(location, argument, "", required: false);
    }

    /// <summary>Adds a list; the rules of strings apply to its items. In a header or a cookie the items are separated by commas.</summary>
    public ApiRequestBuilder AddList<T>(
        ParameterLocation location,
        string name,
        IReadOnlyList<T>? value,
        string schemaPointer,
        bool required,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        int minItems = 0,
        int maxItems = int.MaxValue,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    )
    {
        Argument argument = CreateArgument(location, name, expression, schemaPointer);
        if (value is null)
            return Add(location, argument, null, required);
        string[] items = ListArgument.FormatItems(
            ref _violations,
            argument,
            value,
            minItems,
            maxItems,
            new StringRules(minLength, maxLength, pattern, format),
            _patterns
        );
        _parameters.WriteList(ref _violations, location, argument, items, style, explode);
        return this;
    }

    /// <summary>Adds any value by its style; in a path, the rules of lists and of strings apply to its texts.</summary>
    public ApiRequestBuilder AddObject<T, TCodec>(
        ParameterLocation location,
        string name,
        T? value,
        string schemaPointer,
        bool required,
        ParameterStyle style,
        bool explode = false,
        int minItems = 0,
        int maxItems = int.MaxValue,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(value))] string expression = ""
    )
        where TCodec : struct, IValueCodec<T>
    {
        Argument argument = CreateArgument(location, name, expression, schemaPointer);
        if (value is null)
            return Add(location, argument, null, required);
        using JsonDocument? json = ToJsonDocument<T, TCodec>(argument, value);
        if (json is null)
            return location == ParameterLocation.Path ? Add(location, argument, "", required: false) : this;
        if (location == ParameterLocation.Path && style != ParameterStyle.Json)
            CheckPathItems(
                argument,
                json.RootElement,
                style,
                explode,
                minItems,
                maxItems,
                new StringRules(minLength, maxLength, pattern, format)
            );
        _parameters.WriteJson(ref _violations, location, argument, json.RootElement, style, explode);
        return this;
    }

    private static Argument CreateArgument(ParameterLocation location, string name, string expression, string schemaPointer) =>
        new(GetArgumentName(expression), name, ParameterWriter.GetLocationName(location), schemaPointer);

    private ApiRequestBuilder AddNumber<T>(
        ParameterLocation location,
        in Argument argument,
        T? value,
        string? text,
        bool required,
        T minimum,
        T maximum
    )
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is { } number)
            Violations.CheckNumber<T>(ref _violations, argument, number, minimum, maximum);
        return Add(location, argument, text, required);
    }

    private ApiRequestBuilder AddText(
        ParameterLocation location,
        string name,
        string expression,
        string schemaPointer,
        bool required,
        string? text
    ) => Add(location, CreateArgument(location, name, expression, schemaPointer), text, required);

    private ApiRequestBuilder Add(ParameterLocation location, in Argument argument, string? text, bool required)
    {
        _parameters.Write(ref _violations, location, argument, text, required);
        return this;
    }

    private void CheckText(ParameterLocation location, in Argument argument, string value, StringRules rules)
    {
        if (location == ParameterLocation.Path && value.Length == 0)
        {
            Violations.CheckPathValue(ref _violations, argument, value);
            return;
        }

        StringViolations broken = rules.Check(value, _patterns);
        if (location == ParameterLocation.Path && !broken.IsUnchecked)
            Violations.CheckPathValue(ref _violations, argument, value);
        if (broken.HasAny)
            rules.Report(ref _violations, argument, value, broken, _patterns);
    }

    private void CheckPathItems(
        in Argument argument,
        JsonElement value,
        ParameterStyle style,
        bool explode,
        int minItems,
        int maxItems,
        StringRules rules
    )
    {
        List<string> items = StyleWriter.GetItems(value);
        if (value.ValueKind == JsonValueKind.Array)
            ListArgument.CheckCount(ref _violations, argument, items.Count, minItems, maxItems);
        if (value.ValueKind != JsonValueKind.Object)
        {
            foreach (string item in items)
                rules.CheckAndReport(ref _violations, argument, item, _patterns);
        }

        Violations.CheckPathValue(
            ref _violations,
            argument,
            items.TrueForAll(item => item.Length == 0) ? "" : StyleWriter.Format(style, explode, argument.Name, value)
        );
    }
}
