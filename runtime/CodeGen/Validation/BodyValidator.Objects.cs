using CfGen.Validation;

namespace CfGen.CodeGen;

/// <content>Rules of the keys of objects.</content>
public sealed partial class BodyValidator
{
    /// <summary>Checks the keys of a map, not its values.</summary>
    /// <param name="name">The name of the map; null for the additional properties of the object itself.</param>
    /// <param name="value">The map.</param>
    /// <param name="schemaPointer">The JSON pointer of the schema of the keys in the document.</param>
    /// <param name="minLength">The least length of a key.</param>
    /// <param name="maxLength">The greatest length of a key.</param>
    /// <param name="pattern">The pattern of the keys.</param>
    /// <param name="format">The format of the keys.</param>
    /// <param name="names">The only keys, with a null character between them; null if others are allowed.</param>
    public void Keys<T>(
        string? name,
        IReadOnlyDictionary<string, T>? value,
        string schemaPointer,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        string? names = null
    )
    {
        if (value is not { Count: > 0 })
            return;
        var rules = new StringRules(minLength, maxLength, pattern, format);
        foreach ((string key, _) in value)
        {
            StringViolations broken = rules.Check(key, _patterns);
            bool isUnknown = names is not null && !ContainsName(names, key);
            if (!broken.HasAny && !isUnknown)
                continue;
            Argument argument = CreateArgument(name, schemaPointer) with { Key = key };
            if (broken.HasAny)
                rules.Report(ref _violations, argument, key, broken, _patterns);
            if (isUnknown)
                (_violations ??= new()).Add(argument, "enum", "is not a key that the document allows");
        }
    }

    /// <summary>Adds a violation if a property is missing that has to be set together with another one.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="isMissing">True if the other property is set, and this one is not.</param>
    /// <param name="other">The name of the other property.</param>
    /// <param name="schemaPointer">The JSON pointer of the rule in the document.</param>
    public void RequiredWith(string name, bool isMissing, string other, string schemaPointer)
    {
        if (isMissing)
            AddViolation(name, schemaPointer, "dependentRequired", $"is required, because '{other}' is set");
    }

    /// <summary>Adds a violation if a header of a part is required and has no value.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="isMissing">True if the part is there, and its header has no value.</param>
    /// <param name="header">The name of the header.</param>
    /// <param name="schemaPointer">The JSON pointer of the header in the document.</param>
    public void PartHeader(string name, bool isMissing, string header, string schemaPointer)
    {
        if (isMissing)
            AddViolation(name, schemaPointer, "required", $"requires a value of its header '{header}'");
    }

    private static bool ContainsName(ReadOnlySpan<char> names, string key)
    {
        while (true)
        {
            int end = names.IndexOf('\0');
            if ((end < 0 ? names : names[..end]).SequenceEqual(key))
                return true;
            if (end < 0)
                return false;
            names = names[(end + 1)..];
        }
    }
}
