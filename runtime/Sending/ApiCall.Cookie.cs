using System.Runtime.CompilerServices;

namespace CfGen.Infrastructure;

// Cookie parameters. Null is not sent, and a violation where the parameter is required.
public sealed partial class ApiCall
{
    /// <summary>A string in the cookie.</summary>
    public ApiCall Cookie(string wire, string? value, string at, bool required, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "cookie", at);
        if (value is null)
            return Absent(argument, required);
        Violations.String(ref _violations, argument, value, minLength, maxLength, pattern, format);
        Put(argument, value);
        return this;
    }

    /// <summary>An integer in the cookie.</summary>
    public ApiCall CookieInt64(string wire, long? value, string at, bool required, long minimum = long.MinValue, long maximum = long.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "cookie", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<long>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A number in the cookie.</summary>
    public ApiCall CookieDouble(string wire, double? value, string at, bool required, double minimum = double.MinValue, double maximum = double.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "cookie", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<double>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A decimal number in the cookie.</summary>
    public ApiCall CookieDecimal(string wire, decimal? value, string at, bool required, decimal minimum = decimal.MinValue, decimal maximum = decimal.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "cookie", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<decimal>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A boolean in the cookie.</summary>
    public ApiCall CookieBool(string wire, bool? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "cookie", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A uuid in the cookie.</summary>
    public ApiCall CookieGuid(string wire, Guid? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "cookie", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A date and time in the cookie.</summary>
    public ApiCall CookieDateTime(string wire, DateTimeOffset? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "cookie", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A date in the cookie.</summary>
    public ApiCall CookieDate(string wire, DateOnly? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "cookie", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A URI in the cookie.</summary>
    public ApiCall CookieUri(string wire, Uri? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "cookie", at), value?.OriginalString, required);

    /// <summary>An open enum in the cookie.</summary>
    public ApiCall CookieEnum<T>(string wire, T value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IOpenEnum<T> => Text(new Argument(CSharpName(name), wire, "cookie", at), value.Value, required);

    /// <summary>An open enum in the cookie.</summary>
    public ApiCall CookieEnum<T>(string wire, T? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IOpenEnum<T> => Text(new Argument(CSharpName(name), wire, "cookie", at), value?.Value, required);

    /// <summary>A list in the cookie, separated by commas; the rules of strings are those of its items.</summary>
    public ApiCall CookieList<T>(string wire, IReadOnlyList<T>? value, string at, bool required, int minItems = 0, int maxItems = int.MaxValue, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "cookie", at);
        if (value is null)
            return Absent(argument, required);
        Put(argument, string.Join(',', ListArgument.Texts(ref _violations, argument, value, minItems, maxItems, minLength, maxLength, pattern, format)));
        return this;
    }
}
