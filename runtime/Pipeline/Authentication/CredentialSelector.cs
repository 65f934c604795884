using System.Numerics;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Authentication;

/// <summary>Selects an alternative of an operation's security requirement. A set of schemes is a bit each.</summary>
/// <param name="schemes">The schemes of the document.</param>
/// <param name="tokens">The schemes that are tokens.</param>
internal sealed class CredentialSelector(SecurityScheme[] schemes, ulong tokens)
{
    /// <summary>Selects the schemes that an operation is sent with; 0 for none.</summary>
    /// <param name="alternatives">The alternatives of the requirement.</param>
    /// <param name="available">The schemes that have a credential.</param>
    /// <param name="given">Those of them that the caller sets as headers or query parameters, which decide.</param>
    public ulong Select(ulong[] alternatives, ulong available, ulong given)
    {
        ulong first = 0;
        ulong token = 0;
        ulong named = 0;
        foreach (ulong alternative in alternatives)
        {
            named |= alternative;
            if (alternative == 0 || (alternative & available) != alternative)
                continue;
            if ((alternative & given) == alternative)
                return alternative; // nothing is sent beside what the caller sets
            if (token == 0 && (alternative & tokens) != 0)
                token = alternative; // a token is preferred to a pair
            if (first == 0)
                first = alternative;
        }

        if ((token | first) != 0)
            return token != 0 ? token : first;

        // Read literally, documents require credentials together that no user has together: whatever is configured of them is used.
        ulong usable = SelectComplete(named & available, available);
        ulong best =
            (usable & given) != 0 ? usable & given
            : (usable & tokens) != 0 ? usable & tokens
            : usable;
        if (best == 0)
            return 0;
        int index = BitOperations.TrailingZeroCount(best);
        return (1UL << index) | schemes[index].RequiredTogether;
    }

    /// <summary>Selects the schemes for which all schemes that are required together with them are available.</summary>
    private ulong SelectComplete(ulong candidates, ulong available)
    {
        ulong complete = 0;
        for (ulong rest = candidates; rest != 0; rest &= rest - 1)
        {
            int i = BitOperations.TrailingZeroCount(rest);
            if ((schemes[i].RequiredTogether & ~available) == 0)
                complete |= 1UL << i;
        }

        return complete;
    }
}
