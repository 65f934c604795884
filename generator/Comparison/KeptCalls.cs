using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>Finds the methods whose older signatures the client keeps as overloads: their calls compile, and send the same.</summary>
internal static class KeptCalls
{
    /// <summary>Makes the changes of arguments safe where each old signature is there.</summary>
    public static void Soften(ChangeList changes)
    {
        Dictionary<string, bool> methods = new(StringComparer.Ordinal);
        changes.Soften(change => change.Impact == ChangeImpact.Source && IsOfArguments(change.Kind) && IsKept(GetMethod(change.Member)));

        bool IsKept(string method)
        {
            if (!methods.TryGetValue(method, out bool isKept))
                methods.Add(method, isKept = AreAllPresent(changes.Old, changes.Current, method));
            return isKept;
        }
    }

    /// <summary>True if the client has the overload of a line of an older signature, among its own or as one that it keeps.</summary>
    public static bool IsPresent(Surface current, ListedMember line) =>
        current.Find(GetMethod(line.Name)) is { } method
        && CallSignature.TryReadOlder(line) is { } signature
        && CallSignature.ReadAll(method, current).Any(s => HasSameArguments(s, signature));

    private static bool IsOfArguments(ChangeKind kind) =>
        kind
            is ChangeKind.ParameterOptional
                or ChangeKind.ParameterTypeChanged
                or ChangeKind.ParameterRenamed
                or ChangeKind.ArgumentsReordered;

    private static string GetMethod(string member) => member.IndexOf('(') is > 0 and int bracket ? member.Substring(0, bracket) : member;

    private static bool AreAllPresent(Surface old, Surface current, string method)
    {
        if (old.Find(method) is not { Kind: ListedKind.Method } listed || current.Find(method) is not { Kind: ListedKind.Method } present)
            return false;
        IReadOnlyList<CallSignature> overloads = CallSignature.ReadAll(present, current);
        bool isAnyKept = false;
        foreach (CallSignature signature in CallSignature.ReadAll(listed, old))
        {
            bool isKept =
                current.Find($"{method}({signature.Types})") is { Kind: ListedKind.OlderCall } line
                && CallSignature.TryReadOlder(line) is { } older
                && HasSameArguments(older, signature);
            if (!isKept && !overloads.Any(o => o.Accepts(signature, current)))
                return false;
            isAnyKept |= isKept;
        }

        return isAnyKept;
    }

    private static bool HasSameArguments(CallSignature signature, CallSignature other) =>
        signature.Arguments.Select(a => (a.Place, a.Type)).SequenceEqual(other.Arguments.Select(a => (a.Place, a.Type)));
}
