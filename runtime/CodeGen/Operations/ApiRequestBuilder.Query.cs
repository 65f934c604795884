using System.Globalization;
using System.Runtime.CompilerServices;
using CfGen.Pipeline.Parameters;
using CfGen.Validation;

namespace CfGen.CodeGen;

// Query parameters. Null is not sent, and a violation where the parameter is required.
public sealed partial class ApiRequestBuilder
{
    /// <summary>Whether the values of the query parameters that follow keep characters such as <c>/</c>, <c>:</c> and <c>,</c> as they are.</summary>
    public ApiRequestBuilder AllowReserved(bool allow)
    {
        _url.AllowReserved = allow;
        return this;
    }

    /// <summary>A string in the query.</summary>
    public ApiRequestBuilder Query(
        string wire,
        string? value,
        string at,
        bool required,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "query", at);
        if (value is null)
            return SkipAbsent(argument, required);
        Violations.CheckString(ref _violations, argument, value, minLength, maxLength, pattern, format);
        AppendParameter(argument, value);
        return this;
    }

    /// <summary>An integer in the query.</summary>
    public ApiRequestBuilder QueryInt64(
        string wire,
        long? value,
        string at,
        bool required,
        long minimum = long.MinValue,
        long maximum = long.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "query", at);
        if (value is not { } number)
            return SkipAbsent(argument, required);
        Violations.CheckNumber<long>(ref _violations, argument, number, minimum, maximum);
        AppendParameter(argument, ParameterFormatter.Format(number));
        return this;
    }

    /// <summary>A number in the query.</summary>
    public ApiRequestBuilder QueryDouble(
        string wire,
        double? value,
        string at,
        bool required,
        double minimum = double.MinValue,
        double maximum = double.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "query", at);
        if (value is not { } number)
            return SkipAbsent(argument, required);
        Violations.CheckNumber<double>(ref _violations, argument, number, minimum, maximum);
        AppendParameter(argument, ParameterFormatter.Format(number));
        return this;
    }

    /// <summary>A decimal number in the query.</summary>
    public ApiRequestBuilder QueryDecimal(
        string wire,
        decimal? value,
        string at,
        bool required,
        decimal minimum = decimal.MinValue,
        decimal maximum = decimal.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "query", at);
        if (value is not { } number)
            return SkipAbsent(argument, required);
        Violations.CheckNumber<decimal>(ref _violations, argument, number, minimum, maximum);
        AppendParameter(argument, ParameterFormatter.Format(number));
        return this;
    }

    /// <summary>A boolean in the query.</summary>
    public ApiRequestBuilder QueryBool(
        string wire,
        bool? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) =>
        WithTextBody(
            new Argument(GetArgumentName(name), wire, "query", at),
            value is { } known ? ParameterFormatter.Format(known) : null,
            required
        );

    /// <summary>A uuid in the query.</summary>
    public ApiRequestBuilder QueryGuid(
        string wire,
        Guid? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) =>
        WithTextBody(
            new Argument(GetArgumentName(name), wire, "query", at),
            value is { } known ? ParameterFormatter.Format(known) : null,
            required
        );

    /// <summary>A date and time in the query.</summary>
    public ApiRequestBuilder QueryDateTime(
        string wire,
        DateTimeOffset? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) =>
        WithTextBody(
            new Argument(GetArgumentName(name), wire, "query", at),
            value is { } known ? ParameterFormatter.Format(known) : null,
            required
        );

    /// <summary>A date in the query.</summary>
    public ApiRequestBuilder QueryDate(
        string wire,
        DateOnly? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) =>
        WithTextBody(
            new Argument(GetArgumentName(name), wire, "query", at),
            value is { } known ? ParameterFormatter.Format(known) : null,
            required
        );

    /// <summary>A URI in the query.</summary>
    public ApiRequestBuilder QueryUri(
        string wire,
        Uri? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) => WithTextBody(new Argument(GetArgumentName(name), wire, "query", at), value?.OriginalString, required);

    /// <summary>An open enum in the query.</summary>
    public ApiRequestBuilder QueryEnum<T>(
        string wire,
        T value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where T : struct, IOpenEnum<T> => WithTextBody(new Argument(GetArgumentName(name), wire, "query", at), value.Value, required);

    /// <summary>An open enum in the query.</summary>
    public ApiRequestBuilder QueryEnum<T>(
        string wire,
        T? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where T : struct, IOpenEnum<T> => WithTextBody(new Argument(GetArgumentName(name), wire, "query", at), value?.Value, required);

    /// <summary>A list in the query; the rules of strings are those of its items.</summary>
    public ApiRequestBuilder QueryList<T>(
        string wire,
        IReadOnlyList<T>? value,
        string at,
        bool required,
        QueryStyle style = QueryStyle.FormExplode,
        int minItems = 0,
        int maxItems = int.MaxValue,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "query", at);
        if (value is null)
            return SkipAbsent(argument, required);
        string[] items = ListArgument.FormatItems(
            ref _violations,
            argument,
            value,
            minItems,
            maxItems,
            minLength,
            maxLength,
            pattern,
            format
        );
        if (style == QueryStyle.FormExplode)
        {
            foreach (string item in items)
                AppendQuery(wire, item);
        }
        else if (style == QueryStyle.DeepObject)
        {
            for (int i = 0; i < items.Length; i++)
                AppendQuery(string.Create(CultureInfo.InvariantCulture, $"{wire}[{i}]"), items[i]);
        }
        else if (items.Length > 0)
        {
            CompletePath();
            _url.AppendParameter(wire);
            for (int i = 0; i < items.Length; i++)
            {
                if (i > 0)
                    _url.Append(StyleFormatter.GetDelimiter(style));
                _url.AppendQueryValue(items[i]);
            }
        }

        return this;
    }

    private ApiRequestBuilder WithTextBody(in Argument argument, string? value, bool required)
    {
        if (value is null)
            return SkipAbsent(argument, required);
        AppendParameter(argument, value);
        return this;
    }

    private ApiRequestBuilder SkipAbsent(in Argument argument, bool required)
    {
        if (required)
            AddMissingViolation(argument);
        return this;
    }
}
