using System.Runtime.CompilerServices;
using CfGen.Pipeline.Parameters;
using CfGen.Validation;

namespace CfGen.CodeGen;

// Path parameters, in the order of the template.
public sealed partial class ApiRequestBuilder
{
    /// <summary>A string in the path; empty values and dot segments are refused.</summary>
    public ApiRequestBuilder Path(
        string? value,
        string at,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        if (string.IsNullOrEmpty(value))
        {
            (_violations ??= new()).Add(
                CreatePathArgument(name, at),
                "required",
                value is null ? "is required, not null" : "is empty, which would call another path"
            );
        }
        else
        {
            if (DotSegments.HasDotSegment(value))
                (_violations ??= new()).Add(
                    CreatePathArgument(name, at),
                    "path segment",
                    "has a '.' or '..' segment, which would call another path"
                );
            if (format != StringFormat.None || pattern is not null || minLength > 0 || value.Length > maxLength)
                Violations.CheckString(ref _violations, CreatePathArgument(name, at), value, minLength, maxLength, pattern, format);
        }

        return AppendPath(value ?? "");
    }

    /// <summary>An integer in the path.</summary>
    public ApiRequestBuilder PathInt64(
        long value,
        string at,
        long minimum = long.MinValue,
        long maximum = long.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Violations.CheckNumber<long>(ref _violations, CreatePathArgument(name, at), value, minimum, maximum);
        return AppendPath(ParameterFormatter.Format(value));
    }

    /// <summary>A number in the path.</summary>
    public ApiRequestBuilder PathDouble(
        double value,
        string at,
        double minimum = double.MinValue,
        double maximum = double.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Violations.CheckNumber<double>(ref _violations, CreatePathArgument(name, at), value, minimum, maximum);
        return AppendPath(ParameterFormatter.Format(value));
    }

    /// <summary>A decimal number in the path.</summary>
    public ApiRequestBuilder PathDecimal(
        decimal value,
        string at,
        decimal minimum = decimal.MinValue,
        decimal maximum = decimal.MaxValue,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        Violations.CheckNumber<decimal>(ref _violations, CreatePathArgument(name, at), value, minimum, maximum);
        return AppendPath(ParameterFormatter.Format(value));
    }

    /// <summary>An open enum in the path.</summary>
    public ApiRequestBuilder PathEnum<T>(T value, string at, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IOpenEnum<T> => Path(value.Value, at, name: name);

    /// <summary>A boolean in the path.</summary>
    public ApiRequestBuilder PathBool(bool value, string at) => AppendPath(ParameterFormatter.Format(value));

    /// <summary>A uuid in the path.</summary>
    public ApiRequestBuilder PathGuid(Guid value, string at) => AppendPath(ParameterFormatter.Format(value));

    /// <summary>A date and time in the path.</summary>
    public ApiRequestBuilder PathDateTime(DateTimeOffset value, string at) => AppendPath(ParameterFormatter.Format(value));

    /// <summary>A date in the path.</summary>
    public ApiRequestBuilder PathDate(DateOnly value, string at) => AppendPath(ParameterFormatter.Format(value));
}
