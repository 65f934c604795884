using System.Globalization;
using System.Runtime.CompilerServices;

namespace CfGen.Infrastructure;

// Query parameters. Null is not sent, and a violation where the parameter is required.
public sealed partial class ApiCall
{
    /// <summary>Whether the values of the query parameters that follow keep characters such as <c>/</c>, <c>:</c> and <c>,</c> as they are.</summary>
    public ApiCall AllowReserved(bool allow)
    {
        _url.AllowReserved = allow;
        return this;
    }

    /// <summary>A string in the query.</summary>
    public ApiCall Query(string wire, string? value, string at, bool required, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "query", at);
        if (value is null)
            return Absent(argument, required);
        Violations.String(ref _violations, argument, value, minLength, maxLength, pattern, format);
        Put(argument, value);
        return this;
    }

    /// <summary>An integer in the query.</summary>
    public ApiCall QueryInt64(string wire, long? value, string at, bool required, long minimum = long.MinValue, long maximum = long.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "query", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<long>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A number in the query.</summary>
    public ApiCall QueryDouble(string wire, double? value, string at, bool required, double minimum = double.MinValue, double maximum = double.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "query", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<double>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A decimal number in the query.</summary>
    public ApiCall QueryDecimal(string wire, decimal? value, string at, bool required, decimal minimum = decimal.MinValue, decimal maximum = decimal.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "query", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<decimal>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A boolean in the query.</summary>
    public ApiCall QueryBool(string wire, bool? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "query", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A uuid in the query.</summary>
    public ApiCall QueryGuid(string wire, Guid? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "query", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A date and time in the query.</summary>
    public ApiCall QueryDateTime(string wire, DateTimeOffset? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "query", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A date in the query.</summary>
    public ApiCall QueryDate(string wire, DateOnly? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "query", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A URI in the query.</summary>
    public ApiCall QueryUri(string wire, Uri? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "query", at), value?.OriginalString, required);

    /// <summary>An open enum in the query.</summary>
    public ApiCall QueryEnum<T>(string wire, T value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IOpenEnum<T> => Text(new Argument(CSharpName(name), wire, "query", at), value.Value, required);

    /// <summary>An open enum in the query.</summary>
    public ApiCall QueryEnum<T>(string wire, T? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IOpenEnum<T> => Text(new Argument(CSharpName(name), wire, "query", at), value?.Value, required);

    /// <summary>A list in the query; the rules of strings are those of its items.</summary>
    public ApiCall QueryList<T>(string wire, IReadOnlyList<T>? value, string at, bool required, QueryStyle style = QueryStyle.FormExplode, int minItems = 0, int maxItems = int.MaxValue, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "query", at);
        if (value is null)
            return Absent(argument, required);
        string[] items = ListArgument.Texts(ref _violations, argument, value, minItems, maxItems, minLength, maxLength, pattern, format);
        if (style == QueryStyle.FormExplode)
        {
            foreach (string item in items)
                PutQuery(wire, item);
        }
        else if (style == QueryStyle.DeepObject)
        {
            for (int i = 0; i < items.Length; i++)
                PutQuery(string.Create(CultureInfo.InvariantCulture, $"{wire}[{i}]"), items[i]);
        }
        else if (items.Length > 0)
        {
            EndPath();
            _url.Parameter(wire);
            for (int i = 0; i < items.Length; i++)
            {
                if (i > 0)
                    _url.Append(StyledText.Delimiter(style));
                _url.AppendValue(items[i]);
            }
        }

        return this;
    }

    private ApiCall Text(in Argument argument, string? value, bool required)
    {
        if (value is null)
            return Absent(argument, required);
        Put(argument, value);
        return this;
    }

    private ApiCall Absent(in Argument argument, bool required)
    {
        if (required)
            RequireArgument(argument);
        return this;
    }
}
