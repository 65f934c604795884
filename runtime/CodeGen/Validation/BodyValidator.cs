using System.ComponentModel;
using System.Globalization;
using System.Text;
using CfGen.Validation;

namespace CfGen.CodeGen;

/// <summary>
/// Gathers what a body breaks, with JSON pointers into it. Nulls are skipped by all rules but <see cref="Required"/>.
/// The pointer is put together only when something is wrong.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BodyValidator
{
    private const int MaxDepth = 500; // a graph that contains itself cannot be sent anyhow; the writer says so

    private static readonly Argument s_placeholder = new("", "", "", "");

    private readonly string _expression;
    private readonly string _name;
    private readonly string _location;
    private readonly List<(string? Name, int Index)> _path = [];
    private Violations? _violations;

    // Of a parameter that is an object, wire and location are the parameter's.
    internal BodyValidator(string parameter, Violations? violations, string wire = "body", string location = "body")
    {
        _expression = parameter;
        _name = wire;
        _location = location;
        _violations = violations;
    }

    internal Violations? FoundViolations => _violations;

    /// <summary>A member that must not be null.</summary>
    public void Required(string name, object? value, string schemaPointer)
    {
        if (value is null)
            AddViolation(name, schemaPointer, "required", "is required, not null");
    }

    /// <summary>The rules of a string.</summary>
    public void String(
        string name,
        string? value,
        string schemaPointer,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None
    )
    {
        if (value is null || (format == StringFormat.None && pattern is null && minLength == 0 && value.Length <= maxLength))
            return;
        CheckString(name, value, schemaPointer, minLength, maxLength, pattern, format);
    }

    /// <summary>The rules of a URI, which is absolute unless its format is <see cref="StringFormat.UriReference"/>.</summary>
    public void Uri(string name, Uri? value, string schemaPointer, int maxLength = int.MaxValue, StringFormat format = StringFormat.Uri) =>
        String(name, value?.OriginalString, schemaPointer, 0, maxLength, null, format);

    /// <summary>The rules of an integer.</summary>
    public void Number(
        string name,
        long? value,
        string schemaPointer,
        long minimum = long.MinValue,
        long maximum = long.MaxValue,
        long multipleOf = 0
    )
    {
        if (value is not { } number)
            return;
        if (number < minimum || number > maximum)
            Violations.CheckNumber<long>(ref _violations, CreateArgument(name, schemaPointer), number, minimum, maximum);
        if (multipleOf > 0 && number % multipleOf != 0)
            AddViolation(name, schemaPointer, string.Create(CultureInfo.InvariantCulture, $"multipleOf: {multipleOf}"), "is no multiple");
    }

    /// <summary>The rules of a number; NaN and infinities have no JSON.</summary>
    public void Number(
        string name,
        double? value,
        string schemaPointer,
        double minimum = double.MinValue,
        double maximum = double.MaxValue,
        bool exclusiveMinimum = false,
        bool exclusiveMaximum = false,
        double multipleOf = 0
    )
    {
        if (value is not { } number)
            return;
        if (!double.IsFinite(number))
        {
            AddViolation(name, schemaPointer, "type: number", "is no finite number");
            return;
        }

        if (number < minimum || number > maximum)
            Violations.CheckNumber<double>(ref _violations, CreateArgument(name, schemaPointer), number, minimum, maximum);
        CheckExclusiveLimit(name, schemaPointer, exclusiveMinimum && number.Equals(minimum), "exclusiveMinimum", minimum);
        CheckExclusiveLimit(name, schemaPointer, exclusiveMaximum && number.Equals(maximum), "exclusiveMaximum", maximum);
        if (multipleOf > 0 && Math.Abs(Math.IEEERemainder(number, multipleOf)) > multipleOf * 1e-9)
            AddViolation(name, schemaPointer, string.Create(CultureInfo.InvariantCulture, $"multipleOf: {multipleOf}"), "is no multiple");
    }

    /// <summary>The rules of a decimal number.</summary>
    public void Number(
        string name,
        decimal? value,
        string schemaPointer,
        decimal minimum = decimal.MinValue,
        decimal maximum = decimal.MaxValue,
        bool exclusiveMinimum = false,
        bool exclusiveMaximum = false,
        decimal multipleOf = 0
    )
    {
        if (value is not { } number)
            return;
        if (number < minimum || number > maximum)
            Violations.CheckNumber<decimal>(ref _violations, CreateArgument(name, schemaPointer), number, minimum, maximum);
        CheckExclusiveLimit(name, schemaPointer, exclusiveMinimum && number == minimum, "exclusiveMinimum", minimum);
        CheckExclusiveLimit(name, schemaPointer, exclusiveMaximum && number == maximum, "exclusiveMaximum", maximum);
        if (multipleOf > 0 && number % multipleOf != 0)
            AddViolation(name, schemaPointer, string.Create(CultureInfo.InvariantCulture, $"multipleOf: {multipleOf}"), "is no multiple");
    }

    /// <summary>The rules of an enumeration that the document closes for requests.</summary>
    public void Enum<T>(string name, T? value, string schemaPointer)
        where T : struct, IOpenEnum<T>
    {
        if (value is { } known && T.Table.FindOrdinal(known.Value) == 0)
            AddViolation(name, schemaPointer, "enum", "is none of the values that the document lists");
    }

    /// <summary>The rules of an array itself.</summary>
    public void Items<T>(
        string name,
        IReadOnlyList<T>? value,
        string schemaPointer,
        int minItems = 0,
        int maxItems = int.MaxValue,
        bool uniqueItems = false
    )
    {
        if (value is null)
            return;
        if (value.Count < minItems)
            AddViolation(name, schemaPointer, string.Create(CultureInfo.InvariantCulture, $"minItems: {minItems}"), "has too few items");
        if (value.Count > maxItems)
            AddViolation(name, schemaPointer, string.Create(CultureInfo.InvariantCulture, $"maxItems: {maxItems}"), "has too many items");
        if (uniqueItems && new HashSet<T>(value).Count != value.Count)
            AddViolation(name, schemaPointer, "uniqueItems", "has an item twice");
    }

    /// <summary>The number of properties of a map.</summary>
    public void Properties<T>(
        string name,
        IReadOnlyDictionary<string, T>? value,
        string schemaPointer,
        int minProperties = 0,
        int maxProperties = int.MaxValue
    )
    {
        if (value is null)
            return;
        if (value.Count < minProperties)
            AddViolation(
                name,
                schemaPointer,
                string.Create(CultureInfo.InvariantCulture, $"minProperties: {minProperties}"),
                "has too few properties"
            );
        if (value.Count > maxProperties)
            AddViolation(
                name,
                schemaPointer,
                string.Create(CultureInfo.InvariantCulture, $"maxProperties: {maxProperties}"),
                "has too many properties"
            );
    }

    /// <summary>The rules of each string of an array.</summary>
    public void Strings(
        string name,
        IReadOnlyList<string>? value,
        string schemaPointer,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None
    )
    {
        if (value is null)
            return;
        for (int i = 0; i < value.Count; i++)
        {
            _path.Add((name, -1));
            _path.Add((null, i));
            if (value[i] is null)
                AddViolation(schemaPointer, "type: string", "is null");
            else
                CheckString(null, value[i], schemaPointer, minLength, maxLength, pattern, format);
            _path.RemoveRange(_path.Count - 2, 2);
        }
    }

    /// <summary>A part with rules of its own.</summary>
    public void Model(string name, IValidatable? value)
    {
        if (value is null || _path.Count > MaxDepth)
            return;
        _path.Add((name, -1));
        value.Validate(this);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>An array of parts with rules of their own; an item that is null breaks the document.</summary>
    public void List(string name, IReadOnlyList<IValidatable?>? value, string schemaPointer)
    {
        if (value is null || _path.Count > MaxDepth)
            return;
        _path.Add((name, -1));
        ValidateItems(value, schemaPointer);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>A map of parts with rules of their own; a value that is null breaks the document.</summary>
    public void Map<T>(string name, IReadOnlyDictionary<string, T>? value, string schemaPointer)
        where T : class, IValidatable
    {
        if (value is null || _path.Count > MaxDepth)
            return;
        _path.Add((name, -1));
        AdditionalProperties(value, schemaPointer);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>As <see cref="Map"/>, of the properties that stand in the object itself without being named by the document.</summary>
    public void AdditionalProperties<T>(IReadOnlyDictionary<string, T>? value, string schemaPointer)
        where T : class, IValidatable
    {
        if (value is null || _path.Count > MaxDepth)
            return;
        foreach ((string key, T item) in value)
        {
            _path.Add((key, -1));
            if (item is null)
                AddViolation(schemaPointer, "type: object", "is null");
            else
                item.Validate(this);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>The value of an optional struct, or null where it is absent or null: <c>v.Num("x", BodyValidator.Of(value.X), ..)</c>.</summary>
    public static T? ValueOrNull<T>(Optional<T> value)
        where T : struct => value.IsSet && !value.IsNull ? value.Value : null;

    /// <summary>Any other rule, in the emitted code's words.</summary>
    public void AddViolation(string name, string schemaPointer, string rule, string message) =>
        (_violations ??= new()).Add(CreateArgument(name, schemaPointer), rule, message);

    internal void ValidateItems(IReadOnlyList<IValidatable?> items, string schemaPointer)
    {
        for (int i = 0; i < items.Count; i++)
        {
            _path.Add((null, i));
            if (items[i] is { } item)
                item.Validate(this);
            else
                AddViolation(schemaPointer, "type: object", "is null");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void CheckExclusiveLimit<T>(string name, string schemaPointer, bool broken, string rule, T limit)
        where T : IFormattable
    {
        if (broken)
            AddViolation(
                name,
                schemaPointer,
                $"{rule}: {limit.ToString(null, CultureInfo.InvariantCulture)}",
                "is on the limit that the document leaves out"
            );
    }

    private void CheckString(
        string? name,
        string value,
        string schemaPointer,
        int minLength,
        int maxLength,
        StringPattern? pattern,
        StringFormat format
    )
    {
        // The pointer costs more than the check: it is made for values that break a rule only.
        Violations? broken = null;
        Violations.CheckString(ref broken, s_placeholder, value, minLength, maxLength, pattern, format);
        if (broken is not null)
            Violations.CheckString(ref _violations, CreateArgument(name, schemaPointer), value, minLength, maxLength, pattern, format);
    }

    private void AddViolation(string schemaPointer, string rule, string message) =>
        (_violations ??= new()).Add(CreateArgument(null, schemaPointer), rule, message);

    private Argument CreateArgument(string? name, string schemaPointer)
    {
        var pointer = new StringBuilder();
        foreach ((string? step, int index) in _path)
            AppendPointerStep(pointer, step, index);
        if (name is not null)
            AppendPointerStep(pointer, name, -1);
        return new Argument(_expression, _name, _location, schemaPointer, pointer.ToString());
    }

    private static void AppendPointerStep(StringBuilder pointer, string? name, int index)
    {
        pointer.Append('/');
        if (name is null)
            pointer.Append(index);
        else
            pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }
}
