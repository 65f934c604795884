using System.Numerics;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Authentication;

/// <summary>The messages about credentials that are missing or cannot be sent. They name options and environment variables, never values.</summary>
internal sealed class CredentialMessages(string optionsName, SecurityScheme[] schemes, ulong configured, ulong tokens)
{
    /// <summary>Describes what an operation lacks.</summary>
    public string DescribeMissing(ApiOperationInfo operation, ulong[] alternatives)
    {
        ulong named = 0;
        foreach (ulong alternative in alternatives)
            named |= alternative;
        if ((named & configured) is not 0 and ulong incomplete)
        {
            SecurityScheme scheme = schemes[BitOperations.TrailingZeroCount(incomplete)];
            ulong missing = scheme.RequiredTogether & ~configured;
            if (missing != 0)
                return $"{operation.Id} was not sent: {DescribeSchemes(missing)} must be set together with {scheme.Describe()} on {optionsName}. They are only valid together.";
        }

        var choices = new List<string>();
        // Tokens come first: they are what a new user should make.
        AddChoices(choices, alternatives, areTokens: true);
        AddChoices(choices, alternatives, areTokens: false);
        return $"{operation.Id} was not sent: it needs a credential. Set {string.Join(", or ", choices)} on {optionsName} or in the environment.";
    }

    /// <summary>Describes a credential that cannot be sent.</summary>
    public static string DescribeInvalid(SecurityScheme scheme) =>
        $"The credential {scheme.Describe()} has a character that cannot be sent: a control character, such as the line break at the end of a file, or one outside of ASCII.";

    /// <summary>Describes a credential whose header or cookie has a name that cannot be sent.</summary>
    public static string DescribeInvalidName(SecurityScheme scheme) =>
        $"The credential {scheme.Describe()} cannot be sent, because HTTP does not allow the name of its header or cookie. Correct the name in the document, and build the client again.";

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
