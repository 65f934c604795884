using System.Runtime.CompilerServices;

namespace CfGen.Infrastructure;

// Path parameters, in the order of the template.
public sealed partial class ApiCall
{
    /// <summary>A string in the path; empty values and dot segments are refused.</summary>
    public ApiCall Path(string? value, string at, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (string.IsNullOrEmpty(value))
        {
            (_violations ??= new()).Add(PathArgument(name, at), "required", value is null ? "is required, not null" : "is empty, which would call another path");
        }
        else
        {
            if (DotSegments.In(value))
                (_violations ??= new()).Add(PathArgument(name, at), "path segment", "has a '.' or '..' segment, which would call another path");
            if (format != StringFormat.None || pattern is not null || minLength > 0 || value.Length > maxLength)
                Violations.String(ref _violations, PathArgument(name, at), value, minLength, maxLength, pattern, format);
        }

        return PutPath(value ?? "");
    }

    /// <summary>An integer in the path.</summary>
    public ApiCall PathInt64(long value, string at, long minimum = long.MinValue, long maximum = long.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Violations.Number<long>(ref _violations, PathArgument(name, at), value, minimum, maximum);
        return PutPath(ParameterText.Of(value));
    }

    /// <summary>A number in the path.</summary>
    public ApiCall PathDouble(double value, string at, double minimum = double.MinValue, double maximum = double.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Violations.Number<double>(ref _violations, PathArgument(name, at), value, minimum, maximum);
        return PutPath(ParameterText.Of(value));
    }

    /// <summary>A decimal number in the path.</summary>
    public ApiCall PathDecimal(decimal value, string at, decimal minimum = decimal.MinValue, decimal maximum = decimal.MaxValue, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Violations.Number<decimal>(ref _violations, PathArgument(name, at), value, minimum, maximum);
        return PutPath(ParameterText.Of(value));
    }

    /// <summary>An open enum in the path.</summary>
    public ApiCall PathEnum<T>(T value, string at, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IOpenEnum<T> => Path(value.Value, at, name: name);

    /// <summary>A boolean in the path.</summary>
    public ApiCall PathBool(bool value, string at) => PutPath(ParameterText.Of(value));

    /// <summary>A uuid in the path.</summary>
    public ApiCall PathGuid(Guid value, string at) => PutPath(ParameterText.Of(value));

    /// <summary>A date and time in the path.</summary>
    public ApiCall PathDateTime(DateTimeOffset value, string at) => PutPath(ParameterText.Of(value));

    /// <summary>A date in the path.</summary>
    public ApiCall PathDate(DateOnly value, string at) => PutPath(ParameterText.Of(value));
}
