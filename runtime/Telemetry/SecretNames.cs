namespace CfGen.Telemetry;

/// <summary>Recognizes the names of parameters, headers and members whose values are secrets, by their words.</summary>
internal static class SecretNames
{
    // Split, because the code that fills an array of many texts is large.
    private static readonly string[] s_words = (
        "key keys tokens secrets passwords passwd pwd passphrase credential credentials authorization authentication auth "
        + "cookie cookies signature sig jwt session sessionid"
    ).Split(' ');

    // Names are also written as one word, such as accesstoken.
    private static readonly string[] s_endings = "password secret token apikey accesskey privatekey secretkey".Split(' ');

    // The place in a list, the number of a call and half of a pair are no secrets.
    private static readonly string[] s_harmless =
        "page pagetoken cursor next nexttoken continuation continuationtoken idempotency public".Split(' ');

    /// <summary>Decides whether a name denotes a secret. It may be percent-encoded.</summary>
    public static bool IsSecret(ReadOnlySpan<char> name)
    {
        bool isSecret = false;
        while (!name.IsEmpty)
        {
            if (!char.IsAsciiLetter(name[0]))
            {
                name = name[(name[0] == '%' ? Math.Min(3, name.Length) : 1)..];
                continue;
            }

            int length = GetWordLength(name);
            ReadOnlySpan<char> word = name[..length];
            if (IsOneOf(s_harmless, word))
                return false;
            isSecret |= IsOneOf(s_words, word) || EndsWithOneOf(s_endings, word);
            name = name[length..];
        }

        return isSecret;
    }

    /// <summary>Gets the length of a word: capitals that follow each other, or letters up to the next capital.</summary>
    private static int GetWordLength(ReadOnlySpan<char> name)
    {
        int length = 1;
        while (length < name.Length && char.IsAsciiLetterUpper(name[length]))
            length++;
        if (length > 1)
            return length < name.Length && char.IsAsciiLetterLower(name[length]) && char.IsAsciiLetterUpper(name[0]) ? length - 1 : length;
        while (length < name.Length && char.IsAsciiLetterLower(name[length]))
            length++;
        return length;
    }

    private static bool IsOneOf(string[] words, ReadOnlySpan<char> word)
    {
        foreach (string candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool EndsWithOneOf(string[] endings, ReadOnlySpan<char> word)
    {
        foreach (string ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
