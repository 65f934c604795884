using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Keeping;

/// <summary>Finds the signatures of a method that stay.</summary>
/// <param name="old">The listing that was committed.</param>
/// <param name="current">The listing of the client.</param>
internal sealed class OlderCallFinder(Surface old, Surface current, OlderCallTypes types)
{
    private const string Guid = "System.Guid";

    /// <summary>True if a signature that was found has a type that is deprecated.</summary>
    public bool UsesDeprecated { get; private set; }

    /// <summary>Finds the signatures in the order of their lines.</summary>
    /// <param name="method">The method after the name of its class.</param>
    /// <param name="older">The lines of older signatures that the listing has.</param>
    public IReadOnlyList<OlderCall> Find(OperationModel operation, string method, IReadOnlyList<ListedMember> older)
    {
        if (current.Find(method) is not { } present || (old.Find(method) is { } known && !IsSame(known, present)))
            return [];
        IReadOnlyList<CallSignature> overloads = CallSignature.ReadAll(present, current);
        List<CallSignature> kept = [];
        List<OlderCall> calls = [];
        foreach (CallSignature signature in older.Select(CallSignature.TryReadOlder).OfType<CallSignature>())
            Keep(signature);
        if (old.Find(method) is { } listed)
        {
            foreach (CallSignature signature in CallSignature.ReadAll(listed, old).Where(s => !IsAccepted(s, overloads)))
                Keep(signature);
        }

        return [.. calls.OrderBy(c => FormatTypes(c), StringComparer.Ordinal)];

        void Keep(CallSignature signature)
        {
            if (
                kept.Exists(k => types.Erase(k) == types.Erase(signature))
                || overloads.Concat(kept).Any(o => IsTakenFor(signature, o))
                || FindReplaced(signature, overloads) is not { } replacesShorter
                || Forward(signature, operation, method) is not { } arguments
            )
                return;
            kept.Add(signature);
            calls.Add(new OlderCall(arguments, replacesShorter));
        }
    }

    private static string FormatTypes(OlderCall call) => string.Join(",", call.Arguments.Select(a => ListedTypeName.Format(a.Type)));

    private static bool IsSame(ListedMember known, ListedMember present) =>
        known[ListedFact.Id] == present[ListedFact.Id] || known[ListedFact.Operation] == present[ListedFact.Operation];

    /// <summary>True if each call of the old signature is a call of a present overload.</summary>
    private bool IsAccepted(CallSignature signature, IReadOnlyList<CallSignature> overloads)
    {
        if (overloads.FirstOrDefault(o => o.Accepts(signature, current)) is not { } same)
            return false;
        if (signature.NeedsOptions)
            return true;
        if (!same.NeedsOptions)
            return signature.RequiredCount >= same.RequiredCount;
        // The calls that pass no options.
        return Enumerable
            .Range(signature.RequiredCount, signature.Arguments.Count - signature.RequiredCount + 1)
            .All(count => overloads.Any(o => o.AcceptsOnly(signature, count, current)));
    }

    /// <summary>
    /// True if a call of the old signature can also be one of the overload, with other values in the places of the old ones: C# would
    /// choose the overload, and the call would mean something else.
    /// </summary>
    private bool IsTakenFor(CallSignature signature, CallSignature overload)
    {
        foreach ((CallArgument mine, CallArgument other) in signature.Arguments.Zip(overload.Arguments, (a, b) => (a, b)))
        {
            if (!types.AreConfusable(mine, other, current))
                break;
            if (mine.Place != other.Place)
                return true;
        }

        // A call can name the argument.
        return signature.Arguments.Any(mine =>
            overload.Arguments.Any(o => o.Name == mine.Name && o.Place != mine.Place && types.AreConfusable(mine, o, current))
        );
    }

    /// <summary>
    /// Decides whether the signature takes the place of the overload without what can be left out. Null where an overload with the same
    /// types is there.
    /// </summary>
    private bool? FindReplaced(CallSignature signature, IReadOnlyList<CallSignature> overloads)
    {
        string erased = types.Erase(signature);
        return overloads.FirstOrDefault(o => types.Erase(o) == erased) is not { } same ? false
            : same.NeedsOptions ? true
            : null;
    }

    /// <summary>Creates the arguments, if the present method can be called with them.</summary>
    private EquatableArray<OlderArgument>? Forward(CallSignature signature, OperationModel operation, string method)
    {
        List<OlderArgument> arguments = [];
        bool usesDeprecated = false;
        foreach (CallArgument argument in signature.Arguments)
        {
            string text = CallSignature.GetValueType(argument);
            if (
                FindTarget(operation, method, argument.Place) is not { } target
                || (argument.IsOptional && !target.IsOptional)
                || !Converts(argument, text, CallSignature.GetValueType(target))
                || types.TryRead(operation, text) is not { } type
            )
                return null;
            usesDeprecated |= types.IsDeprecated(type);
            arguments.Add(new OlderArgument(argument.Name, argument.Place, type, argument.IsOptional));
        }

        bool isComplete = OperationArgument.GetAll(operation).All(a => a.IsOptional || arguments.Exists(o => o.Place == a.Place));
        UsesDeprecated |= isComplete && usesDeprecated;
        return isComplete ? arguments.ToEquatable() : null;
    }

    /// <summary>Finds the present argument, or the property of the record of the optional parameters. Null where there is none.</summary>
    private CallArgument? FindTarget(OperationModel operation, string method, string place)
    {
        foreach (OperationArgument argument in OperationArgument.GetAll(operation))
        {
            if (argument.Place == place)
                return Create($"{method}({argument.Name})", argument.IsOptional);
        }

        ParameterModel? parameter = operation.Parameters.FirstOrDefault(p => p is { Required: false, Option: null } && p.Place == place);
        return parameter is null ? null : Create($"{operation.ParametersType}.{parameter.PropertyName}", isOptional: true);

        CallArgument? Create(string name, bool isOptional) =>
            current.Find(name) is { } line ? new CallArgument(name, place, line[ListedFact.Type], isOptional) : null;
    }

    private bool Converts(CallArgument argument, string oldType, string newType)
    {
        string from = TypeText.RemoveAnnotations(TypeText.RemoveNullable(oldType), current.Enums);
        string to = TypeText.RemoveAnnotations(TypeText.RemoveNullable(newType), current.Enums);
        if (from == to)
            return !TypeText.IsNullable(oldType) || TypeText.IsNullable(newType);
        // No value is not a value of the other type.
        return !TypeText.IsNullable(oldType)
            && ((from == Guid && to == "string") || Conversions.Exists(from, to, current))
            && argument.Place != OperationArgument.ParametersPlace;
    }
}
