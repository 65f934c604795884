using System.Runtime.CompilerServices;

namespace CfGen.Infrastructure;

// Header parameters. Null is not sent, and a violation where the parameter is required.
public sealed partial class ApiCall
{
    /// <summary>A string in the header.</summary>
    public ApiCall Header(string wire, string? value, string at, bool required, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "header", at);
        if (value is null)
            return Absent(argument, required);
        Violations.String(ref _violations, argument, value, minLength, maxLength, pattern, format);
        Put(argument, value);
        return this;
    }

    /// <summary>An integer in the header.</summary>
    public ApiCall HeaderInt64(string wire, long? value, string at, bool required, long minimum = long.MinValue, long maximum = long.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "header", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<long>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A number in the header.</summary>
    public ApiCall HeaderDouble(string wire, double? value, string at, bool required, double minimum = double.MinValue, double maximum = double.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "header", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<double>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A decimal number in the header.</summary>
    public ApiCall HeaderDecimal(string wire, decimal? value, string at, bool required, decimal minimum = decimal.MinValue, decimal maximum = decimal.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "header", at);
        if (value is not { } number)
            return Absent(argument, required);
        Violations.Number<decimal>(ref _violations, argument, number, minimum, maximum);
        Put(argument, ParameterText.Of(number));
        return this;
    }

    /// <summary>A boolean in the header.</summary>
    public ApiCall HeaderBool(string wire, bool? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "header", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A uuid in the header.</summary>
    public ApiCall HeaderGuid(string wire, Guid? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "header", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A date and time in the header.</summary>
    public ApiCall HeaderDateTime(string wire, DateTimeOffset? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "header", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A date in the header.</summary>
    public ApiCall HeaderDate(string wire, DateOnly? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "header", at), value is { } known ? ParameterText.Of(known) : null, required);

    /// <summary>A URI in the header.</summary>
    public ApiCall HeaderUri(string wire, Uri? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        => Text(new Argument(CSharpName(name), wire, "header", at), value?.OriginalString, required);

    /// <summary>An open enum in the header.</summary>
    public ApiCall HeaderEnum<T>(string wire, T value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IOpenEnum<T> => Text(new Argument(CSharpName(name), wire, "header", at), value.Value, required);

    /// <summary>An open enum in the header.</summary>
    public ApiCall HeaderEnum<T>(string wire, T? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IOpenEnum<T> => Text(new Argument(CSharpName(name), wire, "header", at), value?.Value, required);

    /// <summary>A list in the header, separated by commas; the rules of strings are those of its items.</summary>
    public ApiCall HeaderList<T>(string wire, IReadOnlyList<T>? value, string at, bool required, int minItems = 0, int maxItems = int.MaxValue, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Argument argument = new Argument(CSharpName(name), wire, "header", at);
        if (value is null)
            return Absent(argument, required);
        Put(argument, string.Join(',', ListArgument.Texts(ref _violations, argument, value, minItems, maxItems, minLength, maxLength, pattern, format)));
        return this;
    }
}
