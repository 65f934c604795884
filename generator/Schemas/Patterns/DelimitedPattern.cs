namespace CfGen.Generator.Schemas.Patterns;

/// <summary>Recognizes the literals of ECMAScript that documents have in place of patterns: <c>/^[a-z]+$/i</c>.</summary>
internal static class DelimitedPattern
{
    /// <summary>
    /// Returns the pattern without its delimiters, and its flags. A pattern that means the slashes loses no value by this: without them
    /// it matches all that it matches with them.
    /// </summary>
    public static (string Body, string Flags) Split(string pattern)
    {
        int end = pattern.LastIndexOf('/');
        if (pattern.Length < 3 || pattern[0] != '/' || end < 2 || FindSlash(pattern, 1) != end)
            return (pattern, "");
        string flags = pattern.Substring(end + 1);
        foreach (char flag in flags)
        {
            if ("dgimsuvy".IndexOf(flag) < 0)
                return (pattern, "");
        }

        return (pattern.Substring(1, end - 1), flags);
    }

    /// <summary>Finds the first slash that is neither escaped nor in a class.</summary>
    private static int FindSlash(string pattern, int at)
    {
        bool isInClass = false;
        for (; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '/' when !isInClass:
                    return at;
            }
        }

        return -1;
    }
}
