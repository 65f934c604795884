using System.Numerics;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Authentication;

/// <summary>
/// The messages about credentials that are missing or cannot be sent. They name options and environment variables, never values.
/// </summary>
internal sealed class CredentialMessages(string optionsName, SecurityScheme[] schemes, ulong tokens)
{
    /// <summary>Describes what an operation lacks.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="alternatives">The alternatives of its security requirement.</param>
    /// <param name="available">The schemes that have a credential.</param>
    public string DescribeMissing(ApiOperationInfo operation, ulong[] alternatives, ulong available)
    {
        ulong named = 0;
        foreach (ulong alternative in alternatives)
            named |= alternative;
        if ((named & available) is not 0 and ulong incomplete)
        {
            SecurityScheme scheme = schemes[BitOperations.TrailingZeroCount(incomplete)];
            ulong missing = scheme.RequiredTogether & ~available;
            if (missing != 0)
                return $"{operation.Id} was not sent: {DescribeSchemes(missing)} must be set together with {scheme.Describe()} on {optionsName}. They are only valid together.";
        }

        return $"{operation.Id} was not sent: it needs a credential. Set {DescribeChoices(alternatives)} on {optionsName} or in the environment.";
    }

    /// <summary>Describes what the options had no credential of, for a request that was sent all the same.</summary>
    public string DescribeAbsent(ApiOperationInfo operation, ulong[] alternatives) =>
        $"{optionsName} had no credential for {operation.Id}: set {DescribeChoices(alternatives)}, unless a header or a handler sends one.";

    /// <summary>Describes a credential that cannot be sent.</summary>
    public static string DescribeInvalid(SecurityScheme scheme) =>
        $"The credential {scheme.Describe()} has a character that cannot be sent: a control character, such as the line break at the end of a file, or one outside of ASCII.";

    /// <summary>Describes a credential whose header or cookie has a name that cannot be sent.</summary>
    public static string DescribeInvalidName(SecurityScheme scheme) =>
        $"The credential {scheme.Describe()} cannot be sent, because HTTP does not allow the name of its header or cookie. Correct the name in the document, and build the client again.";

    private string DescribeChoices(ulong[] alternatives)
    {
        var choices = new List<string>();
        // Tokens come first: they are what a new user should make.
        AddChoices(choices, alternatives, areTokens: true);
        AddChoices(choices, alternatives, areTokens: false);
        return string.Join(", or ", choices);
    }

    private void AddChoices(List<string> choices, ulong[] alternatives, bool areTokens)
    {
        foreach (ulong alternative in alternatives)
        {
            if (alternative != 0 && (alternative & tokens) != 0 == areTokens)
                choices.Add(DescribeSchemes(alternative));
        }
    }

    private string DescribeSchemes(ulong set)
    {
        var names = new List<string>();
        for (; set != 0; set &= set - 1)
            names.Add(schemes[BitOperations.TrailingZeroCount(set)].Describe());
        return string.Join(" and ", names);
    }
}
