using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace CfGen.Infrastructure;

/// <summary>
/// Gathers what a body breaks, with JSON pointers into it. Nulls are skipped by all rules but <see cref="Required"/>.
/// The pointer is put together only when something is wrong.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BodyValidator
{
    private const int Deepest = 500; // a graph that contains itself cannot be sent anyhow; the writer says so

    private static readonly Argument s_probe = new("", "", "", "");

    private readonly string _parameter;
    private readonly string _wire;
    private readonly string _location;
    private readonly List<(string? Name, int Index)> _path = [];
    private Violations? _violations;

    // Of a parameter that is an object, wire and location are the parameter's.
    internal BodyValidator(string parameter, Violations? violations, string wire = "body", string location = "body")
    {
        _parameter = parameter;
        _wire = wire;
        _location = location;
        _violations = violations;
    }

    internal Violations? Found => _violations;

    /// <summary>A member that must not be null.</summary>
    public void Required(string name, object? value, string at)
    {
        if (value is null)
            Add(name, at, "required", "is required, not null");
    }

    /// <summary>The rules of a string.</summary>
    public void Str(string name, string? value, string at, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None)
    {
        if (value is null || (format == StringFormat.None && pattern is null && minLength == 0 && value.Length <= maxLength))
            return;
        Check(name, value, at, minLength, maxLength, pattern, format);
    }

    /// <summary>The rules of a URI, which is absolute unless its format is <see cref="StringFormat.UriReference"/>.</summary>
    public void Uri(string name, Uri? value, string at, int maxLength = int.MaxValue, StringFormat format = StringFormat.Uri)
        => Str(name, value?.OriginalString, at, 0, maxLength, null, format);

    /// <summary>The rules of an integer.</summary>
    public void Num(string name, long? value, string at, long minimum = long.MinValue, long maximum = long.MaxValue, long multipleOf = 0)
    {
        if (value is not { } number)
            return;
        if (number < minimum || number > maximum)
            Violations.Number<long>(ref _violations, At(name, at), number, minimum, maximum);
        if (multipleOf > 0 && number % multipleOf != 0)
            Add(name, at, string.Create(CultureInfo.InvariantCulture, $"multipleOf: {multipleOf}"), "is no multiple");
    }

    /// <summary>The rules of a number; NaN and infinities have no JSON.</summary>
    public void Num(string name, double? value, string at, double minimum = double.MinValue, double maximum = double.MaxValue, bool exclusiveMinimum = false, bool exclusiveMaximum = false, double multipleOf = 0)
    {
        if (value is not { } number)
            return;
        if (!double.IsFinite(number))
        {
            Add(name, at, "type: number", "is no finite number");
            return;
        }

        if (number < minimum || number > maximum)
            Violations.Number<double>(ref _violations, At(name, at), number, minimum, maximum);
        Exclusive(name, at, exclusiveMinimum && number.Equals(minimum), "exclusiveMinimum", minimum);
        Exclusive(name, at, exclusiveMaximum && number.Equals(maximum), "exclusiveMaximum", maximum);
        if (multipleOf > 0 && Math.Abs(Math.IEEERemainder(number, multipleOf)) > multipleOf * 1e-9)
            Add(name, at, string.Create(CultureInfo.InvariantCulture, $"multipleOf: {multipleOf}"), "is no multiple");
    }

    /// <summary>The rules of a decimal number.</summary>
    public void Num(string name, decimal? value, string at, decimal minimum = decimal.MinValue, decimal maximum = decimal.MaxValue, bool exclusiveMinimum = false, bool exclusiveMaximum = false, decimal multipleOf = 0)
    {
        if (value is not { } number)
            return;
        if (number < minimum || number > maximum)
            Violations.Number<decimal>(ref _violations, At(name, at), number, minimum, maximum);
        Exclusive(name, at, exclusiveMinimum && number == minimum, "exclusiveMinimum", minimum);
        Exclusive(name, at, exclusiveMaximum && number == maximum, "exclusiveMaximum", maximum);
        if (multipleOf > 0 && number % multipleOf != 0)
            Add(name, at, string.Create(CultureInfo.InvariantCulture, $"multipleOf: {multipleOf}"), "is no multiple");
    }

    /// <summary>The rules of an enumeration that the document closes for requests.</summary>
    public void Enum<T>(string name, T? value, string at)
        where T : struct, IOpenEnum<T>
    {
        if (value is { } known && T.Table.Find(known.Value) == 0)
            Add(name, at, "enum", "is none of the values that the document lists");
    }

    /// <summary>The rules of an array itself.</summary>
    public void Items<T>(string name, IReadOnlyList<T>? value, string at, int minItems = 0, int maxItems = int.MaxValue, bool uniqueItems = false)
    {
        if (value is null)
            return;
        if (value.Count < minItems)
            Add(name, at, string.Create(CultureInfo.InvariantCulture, $"minItems: {minItems}"), "has too few items");
        if (value.Count > maxItems)
            Add(name, at, string.Create(CultureInfo.InvariantCulture, $"maxItems: {maxItems}"), "has too many items");
        if (uniqueItems && new HashSet<T>(value).Count != value.Count)
            Add(name, at, "uniqueItems", "has an item twice");
    }

    /// <summary>The number of properties of a map.</summary>
    public void Properties<T>(string name, IReadOnlyDictionary<string, T>? value, string at, int minProperties = 0, int maxProperties = int.MaxValue)
    {
        if (value is null)
            return;
        if (value.Count < minProperties)
            Add(name, at, string.Create(CultureInfo.InvariantCulture, $"minProperties: {minProperties}"), "has too few properties");
        if (value.Count > maxProperties)
            Add(name, at, string.Create(CultureInfo.InvariantCulture, $"maxProperties: {maxProperties}"), "has too many properties");
    }

    /// <summary>The rules of each string of an array.</summary>
    public void Strs(string name, IReadOnlyList<string>? value, string at, int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None)
    {
        if (value is null)
            return;
        for (int i = 0; i < value.Count; i++)
        {
            _path.Add((name, -1));
            _path.Add((null, i));
            if (value[i] is null)
                Violate(at, "type: string", "is null");
            else
                Check(null, value[i], at, minLength, maxLength, pattern, format);
            _path.RemoveRange(_path.Count - 2, 2);
        }
    }

    /// <summary>A part with rules of its own.</summary>
    public void Model(string name, IValidatable? value)
    {
        if (value is null || _path.Count > Deepest)
            return;
        _path.Add((name, -1));
        value.Validate(this);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>An array of parts with rules of their own; an item that is null breaks the document.</summary>
    public void List(string name, IReadOnlyList<IValidatable?>? value, string at)
    {
        if (value is null || _path.Count > Deepest)
            return;
        _path.Add((name, -1));
        Each(value, at);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>A map of parts with rules of their own; a value that is null breaks the document.</summary>
    public void Map<T>(string name, IReadOnlyDictionary<string, T>? value, string at)
        where T : class, IValidatable
    {
        if (value is null || _path.Count > Deepest)
            return;
        _path.Add((name, -1));
        Rest(value, at);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>As <see cref="Map"/>, of the properties that stand in the object itself without being named by the document.</summary>
    public void Rest<T>(IReadOnlyDictionary<string, T>? value, string at)
        where T : class, IValidatable
    {
        if (value is null || _path.Count > Deepest)
            return;
        foreach ((string key, T item) in value)
        {
            _path.Add((key, -1));
            if (item is null)
                Violate(at, "type: object", "is null");
            else
                item.Validate(this);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>The value of an optional struct, or null where it is absent or null: <c>v.Num("x", BodyValidator.Of(value.X), ..)</c>.</summary>
    public static T? Of<T>(Optional<T> value)
        where T : struct => value.IsSet && !value.IsNull ? value.Value : null;

    /// <summary>Any other rule, in the emitted code's words.</summary>
    public void Add(string name, string at, string rule, string says) => (_violations ??= new()).Add(At(name, at), rule, says);

    internal void Each(IReadOnlyList<IValidatable?> items, string at)
    {
        for (int i = 0; i < items.Count; i++)
        {
            _path.Add((null, i));
            if (items[i] is { } item)
                item.Validate(this);
            else
                Violate(at, "type: object", "is null");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Exclusive<T>(string name, string at, bool broken, string rule, T limit)
        where T : IFormattable
    {
        if (broken)
            Add(name, at, $"{rule}: {limit.ToString(null, CultureInfo.InvariantCulture)}", "is on the limit that the document leaves out");
    }

    private void Check(string? name, string value, string at, int minLength, int maxLength, StringPattern? pattern, StringFormat format)
    {
        // The pointer costs more than the check: it is made for values that break a rule only.
        Violations? broken = null;
        Violations.String(ref broken, s_probe, value, minLength, maxLength, pattern, format);
        if (broken is not null)
            Violations.String(ref _violations, At(name, at), value, minLength, maxLength, pattern, format);
    }

    private void Violate(string at, string rule, string says) => (_violations ??= new()).Add(At(null, at), rule, says);

    private Argument At(string? name, string at)
    {
        var pointer = new StringBuilder();
        foreach ((string? step, int index) in _path)
            Append(pointer, step, index);
        if (name is not null)
            Append(pointer, name, -1);
        return new Argument(_parameter, _wire, _location, at, pointer.ToString());
    }

    private static void Append(StringBuilder pointer, string? name, int index)
    {
        pointer.Append('/');
        if (name is null)
            pointer.Append(index);
        else
            pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }
}
