using System.ComponentModel;
using System.Globalization;
using System.Text;
using CfGen.Validation;

namespace CfGen.CodeGen;

/// <summary>
/// Collects the violations of a body, each with a JSON pointer into the body. Null satisfies every rule but <see cref="Required"/>.
/// The pointer is built only when a rule is broken.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class BodyValidator
{
    // A graph that contains itself cannot be serialized either; the writer reports it.
    private const int MaxDepth = 500;

    private readonly string _expression;
    private readonly string _name;
    private readonly string _location;
    private readonly List<(string? Name, int Index)> _path = [];
    private readonly PatternChecks _patterns;
    private Violations? _violations;

    /// <summary>Creates a validator that adds to <paramref name="violations"/>.</summary>
    /// <param name="expression">The C# expression of the argument.</param>
    /// <param name="violations">The violations that were found before, or null.</param>
    /// <param name="patterns">The pattern checks of the call.</param>
    /// <param name="name">The name of the parameter in the request, if the value is a parameter and not the body.</param>
    /// <param name="location">The location of the parameter.</param>
    internal BodyValidator(
        string expression,
        Violations? violations,
        PatternChecks patterns,
        string name = "body",
        string location = "body"
    )
    {
        _patterns = patterns;
        _expression = expression;
        _name = name;
        _location = location;
        _violations = violations;
    }

    internal Violations? FoundViolations => _violations;

    /// <summary>Checks that a member is not null.</summary>
    public void Required(string name, object? value, string schemaPointer)
    {
        if (value is null)
            AddViolation(name, schemaPointer, "required", "is required and must not be null");
    }

    /// <summary>Checks a string.</summary>
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
        CheckString(name, value, schemaPointer, new StringRules(minLength, maxLength, pattern, format));
    }

    /// <summary>Checks a URI. It must be absolute, unless its format is <see cref="StringFormat.UriReference"/>.</summary>
    public void Uri(string name, Uri? value, string schemaPointer, int maxLength = int.MaxValue, StringFormat format = StringFormat.Uri) =>
        String(name, value?.OriginalString, schemaPointer, 0, maxLength, null, format);

    /// <summary>Checks an integer.</summary>
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
        CheckLimits(name, schemaPointer, number, minimum, maximum);
        CheckMultiple(name, schemaPointer, multipleOf > 0 && number % multipleOf != 0, multipleOf);
    }

    /// <summary>Checks a number. NaN and infinities cannot be written as JSON.</summary>
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
            AddViolation(name, schemaPointer, "type: number", "must be a finite number");
            return;
        }

        CheckLimits(name, schemaPointer, number, minimum, maximum);
        CheckExclusiveLimits(name, schemaPointer, number, minimum, maximum, exclusiveMinimum, exclusiveMaximum);
        // Binary fractions are not exact: 0.3 is a multiple of 0.1.
        CheckMultiple(
            name,
            schemaPointer,
            multipleOf > 0 && Math.Abs(Math.IEEERemainder(number, multipleOf)) > multipleOf * 1e-9,
            multipleOf
        );
    }

    /// <summary>Checks a decimal number.</summary>
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
        CheckLimits(name, schemaPointer, number, minimum, maximum);
        CheckExclusiveLimits(name, schemaPointer, number, minimum, maximum, exclusiveMinimum, exclusiveMaximum);
        CheckMultiple(name, schemaPointer, multipleOf > 0 && number % multipleOf != 0, multipleOf);
    }

    /// <summary>Checks the length and the uniqueness of an array, not its items.</summary>
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
        if (value.Count < minItems || value.Count > maxItems)
            ListArgument.CheckCount(ref _violations, CreateArgument(name, schemaPointer), value.Count, minItems, maxItems);
        if (uniqueItems && new HashSet<T>(value).Count != value.Count)
            AddViolation(name, schemaPointer, "uniqueItems", "must not contain equal items");
    }

    /// <summary>Checks each string of an array.</summary>
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
                AddNullViolation(schemaPointer, "type: string");
            else
                CheckString(null, value[i], schemaPointer, new StringRules(minLength, maxLength, pattern, format));
            _path.RemoveRange(_path.Count - 2, 2);
        }
    }

    /// <summary>Checks a member that has rules of its own.</summary>
    public void Model(string name, IValidatable? value)
    {
        if (value is null || _path.Count > MaxDepth)
            return;
        _path.Add((name, -1));
        value.Validate(this);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Checks an array whose items have rules of their own. An item must not be null.</summary>
    public void List(string name, IReadOnlyList<IValidatable?>? value, string schemaPointer)
    {
        if (value is null || _path.Count > MaxDepth)
            return;
        _path.Add((name, -1));
        ValidateItems(value, schemaPointer);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Checks a map whose values have rules of their own. A value must not be null.</summary>
    public void Map<T>(string name, IReadOnlyDictionary<string, T>? value, string schemaPointer)
        where T : class, IValidatable
    {
        if (value is null || _path.Count > MaxDepth)
            return;
        _path.Add((name, -1));
        AdditionalProperties(value, schemaPointer);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Checks the additional properties of the object itself. A value must not be null.</summary>
    public void AdditionalProperties<T>(IReadOnlyDictionary<string, T>? value, string schemaPointer)
        where T : class, IValidatable
    {
        if (value is null || _path.Count > MaxDepth)
            return;
        foreach ((string key, T item) in value)
        {
            _path.Add((key, -1));
            if (item is null)
                AddNullViolation(schemaPointer, "type: object");
            else
                item.Validate(this);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>Checks the number of items after the positions of a tuple.</summary>
    public void RestCount<T>(int start, IReadOnlyList<T>? items, string schemaPointer, int maxItems)
    {
        if (items is not null && items.Count > maxItems)
            AddViolation(
                null,
                schemaPointer,
                $"maxItems: {Format(start + maxItems)}",
                $"must have at most {Format(start + maxItems)} items, but has {Format(start + items.Count)}"
            );
    }

    /// <summary>Checks the items after the positions of a tuple, which have rules of their own. An item must not be null.</summary>
    public void RestItems(int start, IReadOnlyList<IValidatable?>? items, string schemaPointer)
    {
        if (items is not null && _path.Count <= MaxDepth)
            ValidateItems(items, schemaPointer, start);
    }

    internal void ValidateItems(IReadOnlyList<IValidatable?> items, string schemaPointer, int start = 0)
    {
        for (int i = 0; i < items.Count; i++)
        {
            _path.Add((null, start + i));
            if (items[i] is { } item)
                item.Validate(this);
            else
                AddNullViolation(schemaPointer, "type: object");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void CheckString(string? name, string value, string schemaPointer, StringRules rules)
    {
        // Building the pointer costs more than the check, so it is built only for values that break a rule.
        StringViolations broken = rules.Check(value, _patterns);
        if (broken.HasAny)
            rules.Report(ref _violations, CreateArgument(name, schemaPointer), value, broken, _patterns);
    }

    private void CheckLimits<T>(string name, string schemaPointer, T value, T minimum, T maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value.CompareTo(minimum) < 0 || value.CompareTo(maximum) > 0)
            Violations.CheckNumber<T>(ref _violations, CreateArgument(name, schemaPointer), value, minimum, maximum);
    }

    private void CheckExclusiveLimits<T>(
        string name,
        string schemaPointer,
        T value,
        T minimum,
        T maximum,
        bool exclusiveMinimum,
        bool exclusiveMaximum
    )
        where T : struct, IEquatable<T>, IFormattable
    {
        if (exclusiveMinimum && value.Equals(minimum))
            AddViolation(name, schemaPointer, $"exclusiveMinimum: {Format(minimum)}", $"must be greater than {Format(minimum)}");
        if (exclusiveMaximum && value.Equals(maximum))
            AddViolation(name, schemaPointer, $"exclusiveMaximum: {Format(maximum)}", $"must be less than {Format(maximum)}");
    }

    private void CheckMultiple<T>(string name, string schemaPointer, bool isBroken, T multipleOf)
        where T : IFormattable
    {
        if (isBroken)
            AddViolation(name, schemaPointer, $"multipleOf: {Format(multipleOf)}", $"must be a multiple of {Format(multipleOf)}");
    }

    private static string Format<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);

    private void AddNullViolation(string schemaPointer, string rule) => AddViolation(null, schemaPointer, rule, "must not be null");

    private void AddViolation(string? name, string schemaPointer, string rule, string message) =>
        (_violations ??= new()).Add(CreateArgument(name, schemaPointer), rule, message);

    private Argument CreateArgument(string? name, string schemaPointer)
    {
        var pointer = new StringBuilder();
        foreach ((string? step, int index) in _path)
            AppendPointerStep(pointer, step, index);
        if (name is not null)
            AppendPointerStep(pointer, name, -1);
        return new Argument(_expression, _name, _location, schemaPointer, pointer.ToString());
    }

    /// <summary>Appends a step of a JSON pointer: a name, or an index if it is null.</summary>
    internal static void AppendPointerStep(StringBuilder pointer, string? name, int index)
    {
        pointer.Append('/');
        if (name is null)
            pointer.Append(index);
        else
            pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }
}
