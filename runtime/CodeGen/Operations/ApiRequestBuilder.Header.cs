using System.Runtime.CompilerServices;
using CfGen.Pipeline.Parameters;
using CfGen.Validation;

namespace CfGen.CodeGen;

// Header parameters. Null is not sent, and a violation where the parameter is required.
public sealed partial class ApiRequestBuilder
{
    /// <summary>A string in the header.</summary>
    public ApiRequestBuilder Header(
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
        Argument argument = new Argument(GetArgumentName(name), wire, "header", at);
        if (value is null)
            return SkipAbsent(argument, required);
        Violations.CheckString(ref _violations, argument, value, minLength, maxLength, pattern, format);
        AppendParameter(argument, value);
        return this;
    }

    /// <summary>An integer in the header.</summary>
    public ApiRequestBuilder HeaderInt64(
        string wire,
        long? value,
        string at,
        bool required,
        long minimum = long.MinValue,
        long maximum = long.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "header", at);
        if (value is not { } number)
            return SkipAbsent(argument, required);
        Violations.CheckNumber<long>(ref _violations, argument, number, minimum, maximum);
        AppendParameter(argument, ParameterFormatter.Format(number));
        return this;
    }

    /// <summary>A number in the header.</summary>
    public ApiRequestBuilder HeaderDouble(
        string wire,
        double? value,
        string at,
        bool required,
        double minimum = double.MinValue,
        double maximum = double.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "header", at);
        if (value is not { } number)
            return SkipAbsent(argument, required);
        Violations.CheckNumber<double>(ref _violations, argument, number, minimum, maximum);
        AppendParameter(argument, ParameterFormatter.Format(number));
        return this;
    }

    /// <summary>A decimal number in the header.</summary>
    public ApiRequestBuilder HeaderDecimal(
        string wire,
        decimal? value,
        string at,
        bool required,
        decimal minimum = decimal.MinValue,
        decimal maximum = decimal.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "header", at);
        if (value is not { } number)
            return SkipAbsent(argument, required);
        Violations.CheckNumber<decimal>(ref _violations, argument, number, minimum, maximum);
        AppendParameter(argument, ParameterFormatter.Format(number));
        return this;
    }

    /// <summary>A boolean in the header.</summary>
    public ApiRequestBuilder HeaderBool(
        string wire,
        bool? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) =>
        WithTextBody(
            new Argument(GetArgumentName(name), wire, "header", at),
            value is { } known ? ParameterFormatter.Format(known) : null,
            required
        );

    /// <summary>A uuid in the header.</summary>
    public ApiRequestBuilder HeaderGuid(
        string wire,
        Guid? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) =>
        WithTextBody(
            new Argument(GetArgumentName(name), wire, "header", at),
            value is { } known ? ParameterFormatter.Format(known) : null,
            required
        );

    /// <summary>A date and time in the header.</summary>
    public ApiRequestBuilder HeaderDateTime(
        string wire,
        DateTimeOffset? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) =>
        WithTextBody(
            new Argument(GetArgumentName(name), wire, "header", at),
            value is { } known ? ParameterFormatter.Format(known) : null,
            required
        );

    /// <summary>A date in the header.</summary>
    public ApiRequestBuilder HeaderDate(
        string wire,
        DateOnly? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) =>
        WithTextBody(
            new Argument(GetArgumentName(name), wire, "header", at),
            value is { } known ? ParameterFormatter.Format(known) : null,
            required
        );

    /// <summary>A URI in the header.</summary>
    public ApiRequestBuilder HeaderUri(
        string wire,
        Uri? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) => WithTextBody(new Argument(GetArgumentName(name), wire, "header", at), value?.OriginalString, required);

    /// <summary>An open enum in the header.</summary>
    public ApiRequestBuilder HeaderEnum<T>(
        string wire,
        T value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where T : struct, IOpenEnum<T> => WithTextBody(new Argument(GetArgumentName(name), wire, "header", at), value.Value, required);

    /// <summary>An open enum in the header.</summary>
    public ApiRequestBuilder HeaderEnum<T>(
        string wire,
        T? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where T : struct, IOpenEnum<T> => WithTextBody(new Argument(GetArgumentName(name), wire, "header", at), value?.Value, required);

    /// <summary>A list in the header, separated by commas; the rules of strings are those of its items.</summary>
    public ApiRequestBuilder HeaderList<T>(
        string wire,
        IReadOnlyList<T>? value,
        string at,
        bool required,
        int minItems = 0,
        int maxItems = int.MaxValue,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Argument argument = new Argument(GetArgumentName(name), wire, "header", at);
        if (value is null)
            return SkipAbsent(argument, required);
        AppendParameter(
            argument,
            string.Join(
                ',',
                ListArgument.FormatItems(ref _violations, argument, value, minItems, maxItems, minLength, maxLength, pattern, format)
            )
        );
        return this;
    }
}
