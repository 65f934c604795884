using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>The arguments of one overload of a method, without those that all methods have.</summary>
/// <param name="Method">The name of the method after that of its class.</param>
/// <param name="NeedsOptions">True for the overload without what can be left out: a call of it passes the options of the request.</param>
internal sealed record CallSignature(string Method, EquatableArray<CallArgument> Arguments, bool NeedsOptions)
{
    private const string Guid = "System.Guid";

    /// <summary>The types, by which C# knows an overload.</summary>
    public string Types => string.Join(",", Arguments.Select(a => a.Type));

    /// <summary>The number of arguments that each call has.</summary>
    public int RequiredCount => Arguments.Count(a => !a.IsOptional);

    /// <summary>Reads the overloads of a method.</summary>
    /// <param name="surface">The listing that has the lines of the arguments.</param>
    /// <returns>None where a line of an argument is missing.</returns>
    public static IReadOnlyList<CallSignature> ReadAll(ListedMember method, Surface surface)
    {
        List<CallArgument> arguments = [];
        List<CallArgument> withGuids = [];
        foreach ((string name, bool isOptional) in SplitCall(method))
        {
            if (surface.Find($"{method.Name}({name})") is not { } line)
                return [];
            CallArgument argument = new(name, GetPlace(line), line[ListedFact.Type], isOptional);
            arguments.Add(argument);
            withGuids.Add(line.Has(ListedFact.GuidOverload) ? argument with { Type = Guid } : argument);
        }

        List<CallSignature> signatures = [new(method.Name, arguments.ToEquatable(), NeedsOptions: false)];
        if (!withGuids.SequenceEqual(arguments))
            signatures.Add(new(method.Name, withGuids.ToEquatable(), NeedsOptions: false));
        if (arguments.Exists(a => a.IsLeftOut))
            signatures.AddRange([.. signatures.Select(s => s.Shorten())]);
        return signatures;
    }

    /// <summary>Reads the line of a signature that stays. Null where it is not valid.</summary>
    public static CallSignature? TryReadOlder(ListedMember line)
    {
        int bracket = line.Name.IndexOf('(');
        if (bracket <= 0 || line.Name[line.Name.Length - 1] != ')')
            return null;
        string[] types = [.. SplitTypes(line.Name.Substring(bracket + 1, line.Name.Length - bracket - 2))];
        (string Name, bool IsOptional)[] call = [.. SplitCall(line)];
        string[] places = [.. line.Facts.Where(f => f.Key == ListedFact.Location).Select(f => f.Value)];
        if (types.Length != call.Length || types.Length != places.Length)
            return null;
        List<CallArgument> arguments = [];
        for (int i = 0; i < types.Length; i++)
            arguments.Add(new CallArgument(call[i].Name, places[i], types[i], call[i].IsOptional));
        bool isValid =
            arguments.TrueForAll(a => IsName(a.Name) && a.Place.Length > 0 && (!a.IsOptional || TypeText.IsNullable(GetValueType(a))))
            && !arguments.SkipWhile(a => !a.IsOptional).Any(a => !a.IsOptional)
            && arguments.Select(a => a.Name).Distinct(StringComparer.Ordinal).Count() == arguments.Count
            && places.Distinct(StringComparer.Ordinal).Count() == places.Length;
        return isValid ? new CallSignature(line.Name.Substring(0, bracket), arguments.ToEquatable(), NeedsOptions: false) : null;
    }

    /// <summary>True if the other signature has the same values in the same order, with types that convert to those of this one.</summary>
    public bool Accepts(CallSignature other, Surface current) =>
        Arguments.Count == other.Arguments.Count && AcceptsFirst(other, other.Arguments.Count, current);

    /// <summary>True if a call with the first arguments of another signature, and no more, is a call of this one.</summary>
    public bool AcceptsOnly(CallSignature other, int count, Surface current) =>
        !NeedsOptions && RequiredCount <= count && count <= Arguments.Count && AcceptsFirst(other, count, current);

    private bool AcceptsFirst(CallSignature other, int count, Surface current)
    {
        for (int i = 0; i < count; i++)
        {
            if (Arguments[i].Place != other.Arguments[i].Place || !Conversions.Exists(other.Arguments[i].Type, Arguments[i].Type, current))
                return false;
        }

        return true;
    }

    private CallSignature Shorten() => this with { Arguments = Arguments.Where(a => !a.IsLeftOut).ToEquatable(), NeedsOptions = true };

    private static string GetPlace(ListedMember line) =>
        line.Kind switch
        {
            ListedKind.Body => OperationArgument.BodyPlace,
            ListedKind.ParametersArgument => OperationArgument.ParametersPlace,
            _ => $"{line[ListedFact.Location]}:{line[ListedFact.Name]}",
        };

    private static IEnumerable<(string Name, bool IsOptional)> SplitCall(ListedMember line) =>
        line[ListedFact.Call].Split([','], StringSplitOptions.RemoveEmptyEntries).Select(n => (n.TrimEnd('?'), n[n.Length - 1] == '?'));

    /// <summary>Returns the type of an argument; for lines of JSON, that of a line.</summary>
    public static string GetValueType(CallArgument argument) =>
        argument.Place == OperationArgument.BodyPlace && argument.Type.StartsWith(ListedTypeName.Lines, StringComparison.Ordinal)
            ? argument.Type.Substring(ListedTypeName.Lines.Length).TrimEnd('>')
            : argument.Type;

    // The name goes into code as it is.
    private static bool IsName(string name) =>
        name.Length > 0
        && !char.IsDigit(name[0])
        && name.All(c => char.IsLetterOrDigit(c) || c == '_')
        && name is not ("options" or "cancellationToken");

    // A comma between the arguments of a type is in brackets.
    private static IEnumerable<string> SplitTypes(string types)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < types.Length; i++)
        {
            depth += types[i] switch
            {
                '<' or '(' => 1,
                '>' or ')' => -1,
                _ => 0,
            };
            if (types[i] != ',' || depth > 0)
                continue;
            yield return types.Substring(start, i - start);
            start = i + 1;
        }

        if (types.Length > 0)
            yield return types.Substring(start);
    }
}
