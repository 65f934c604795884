using CfGen.CodeGen;

namespace CfGen.Pipeline.Authentication;

/// <summary>Finds credentials that no call can be sent with, before there is a call.</summary>
internal static class CredentialCheck
{
    /// <summary>Checks the credentials of the options.</summary>
    /// <returns>True if there is any credential.</returns>
    /// <exception cref="ApiOptionsException">A credential is incomplete, contradicts another or cannot be sent.</exception>
    public static bool Check(ApiClientOptions options)
    {
        SecurityScheme[] schemes = options.ApiDefinition.Schemes;
        ulong configured = 0;
        for (int i = 0; i < schemes.Length; i++)
        {
            string? credential = options.GetCredentialAt(i);
            bool hasProvider = options.HasTokenProvider(i);
            CheckText(options, schemes[i], schemes[i].OptionName, credential);
            if (schemes[i].PasswordOptionName is { } password)
            {
                CheckText(options, schemes[i], password, options.GetPasswordAt(i));
                if (string.IsNullOrEmpty(credential) && !string.IsNullOrEmpty(options.GetPasswordAt(i)))
                    throw CreateHalf(options, schemes[i].OptionName, password);
            }

            if (hasProvider && !string.IsNullOrEmpty(credential))
                throw new ApiOptionsException(
                    $"{options.GetType().Name} has a token provider, and a token in {schemes[i].OptionName} that would never be sent. Remove one of them.",
                    schemes[i].OptionName
                );
            if (options.GetTokenUrl(i) is { IsAbsoluteUri: true } url && !options.AllowInsecureHttp && BaseUrlNormalizer.IsUnencrypted(url))
                throw new ApiOptionsException(
                    $"The secret of the client credentials of {options.GetType().Name} would be sent unencrypted to {BaseUrlNormalizer.GetOrigin(url)}. Use https, or set {nameof(ApiClientOptions.AllowInsecureHttp)}.",
                    nameof(ApiClientCredentials.TokenUrl)
                );
            if (hasProvider || !string.IsNullOrEmpty(credential))
                configured |= 1UL << i;
        }

        CheckPairs(options, schemes, configured);
        return configured != 0;
    }

    /// <summary>Rejects half a pair if there is nothing else that a call could be sent with.</summary>
    private static void CheckPairs(ApiClientOptions options, SecurityScheme[] schemes, ulong configured)
    {
        int half = -1;
        for (int i = 0; i < schemes.Length; i++)
        {
            if ((configured & (1UL << i)) == 0)
                continue;
            if ((schemes[i].RequiredTogether & ~configured) == 0)
                return;
            half = i;
        }

        if (half >= 0)
            throw CreateHalf(
                options,
                schemes[System.Numerics.BitOperations.TrailingZeroCount(schemes[half].RequiredTogether & ~configured)].OptionName,
                schemes[half].OptionName
            );
    }

    private static void CheckText(ApiClientOptions options, SecurityScheme scheme, string optionName, string? text)
    {
        foreach (char c in text ?? "")
        {
            if (char.IsControl(c) || !scheme.IsValidCharacter(c))
                throw new ApiOptionsException(
                    $"{options.GetType().Name}.{optionName} has a character that cannot be sent: a control character, such as the line break at the end of a file, or one outside of ASCII.",
                    optionName
                );
        }
    }

    private static ApiOptionsException CreateHalf(ApiClientOptions options, string missing, string present) =>
        new($"{options.GetType().Name}.{missing} must be set together with {present}. They are only valid together.", missing);
}
