namespace CfGen.Generator.Naming.Operations;

/// <summary>The English that the naming rules need: plurals, verbs, and the spelling of versions. Nothing here is of one API.</summary>
internal static class English
{
    private static readonly HashSet<string> s_actions = new(
        [
            "accept",
            "ack",
            "activate",
            "add",
            "answer",
            "approve",
            "archive",
            "assign",
            "attach",
            "attest",
            "authorize",
            "ban",
            "block",
            "boot",
            "cancel",
            "capture",
            "clear",
            "clip",
            "clone",
            "close",
            "complete",
            "confirm",
            "connect",
            "convert",
            "copy",
            "create",
            "deactivate",
            "decline",
            "delete",
            "deploy",
            "detach",
            "disable",
            "disconnect",
            "discover",
            "dismiss",
            "download",
            "duplicate",
            "edit",
            "enable",
            "enroll",
            "evaluate",
            "execute",
            "expire",
            "export",
            "finalize",
            "find",
            "force",
            "forgot",
            "forward",
            "generate",
            "get",
            "grant",
            "import",
            "insert",
            "install",
            "invite",
            "join",
            "kill",
            "leave",
            "link",
            "list",
            "lock",
            "login",
            "logout",
            "merge",
            "move",
            "mute",
            "new",
            "optimize",
            "pause",
            "pay",
            "pin",
            "post",
            "preview",
            "promote",
            "prune",
            "publish",
            "pull",
            "purge",
            "push",
            "query",
            "reboot",
            "rebuild",
            "recommend",
            "refresh",
            "refund",
            "regenerate",
            "register",
            "reject",
            "reload",
            "remove",
            "rename",
            "reopen",
            "replace",
            "rescue",
            "resend",
            "reset",
            "resize",
            "resolve",
            "restart",
            "restore",
            "resume",
            "retry",
            "revert",
            "revoke",
            "rollback",
            "rotate",
            "run",
            "scan",
            "search",
            "seek",
            "send",
            "set",
            "share",
            "shuffle",
            "shutdown",
            "sign",
            "skip",
            "start",
            "stop",
            "submit",
            "subscribe",
            "suspend",
            "sync",
            "terminate",
            "test",
            "transfer",
            "trash",
            "trigger",
            "unarchive",
            "unassign",
            "unban",
            "unblock",
            "undo",
            "uninstall",
            "unlink",
            "unlock",
            "unmute",
            "unpause",
            "unpin",
            "unregister",
            "unrevoke",
            "unsubscribe",
            "unsuspend",
            "update",
            "upgrade",
            "upload",
            "upsert",
            "validate",
            "verify",
            "void",
            "wait",
        ],
        StringComparer.Ordinal
    );

    // The actions that a GET can mean. GET /payments/{id}/transfer gets a transfer, and transfers nothing.
    private static readonly HashSet<string> s_readActions = new(
        ["check", "count", "download", "export", "find", "get", "list", "login", "logout", "lookup", "validate", "verify"],
        StringComparer.Ordinal
    );

    // The actions that are never nouns, wherever a name has them.
    private static readonly HashSet<string> s_verbsOnly = new(
        [
            "activate",
            "approve",
            "assign",
            "attach",
            "authorize",
            "cancel",
            "confirm",
            "create",
            "deactivate",
            "delete",
            "deploy",
            "detach",
            "disable",
            "dismiss",
            "enable",
            "enroll",
            "evaluate",
            "execute",
            "finalize",
            "generate",
            "optimize",
            "publish",
            "recommend",
            "regenerate",
            "register",
            "reject",
            "remove",
            "rename",
            "resend",
            "restore",
            "resume",
            "revoke",
            "submit",
            "subscribe",
            "suspend",
            "terminate",
            "unlink",
            "unlock",
            "upsert",
            "validate",
            "verify",
        ],
        StringComparer.Ordinal
    );

    public static bool IsVerbOnly(string word) => s_verbsOnly.Contains(word);

    public static bool IsAction(string word) => s_actions.Contains(word);

    public static bool IsReadAction(string word) => s_readActions.Contains(word);

    /// <summary>
    /// True for <c>v1</c>, <c>v2.1</c> and <c>v1beta1</c>, and for numbers and dates that only a version is: <c>1.0</c>, <c>2010-04-01</c>.
    /// Written without a regular expression: the first one costs a cold compiler too much.
    /// </summary>
    public static bool IsVersion(string segment)
    {
        if (segment.Length > 2 && IsDigit(segment[0]))
            return IsNumberedVersion(segment);
        if (segment.Length < 2 || segment[0] != 'v' || SkipDigits(1) is var end && end == 1)
            return false;
        while (end < segment.Length && segment[end] == '.' && SkipDigits(end + 1) is var next && next > end + 1)
            end = next;
        if (IsFollowedBy("alpha") || IsFollowedBy("beta"))
            end = SkipDigits(end + (segment[end] == 'a' ? 5 : 4));
        return end == segment.Length;

        bool IsFollowedBy(string stage) => string.CompareOrdinal(segment, end, stage, 0, stage.Length) == 0;

        int SkipDigits(int from)
        {
            while (from < segment.Length && segment[from] is >= '0' and <= '9')
                from++;
            return from;
        }
    }

    // 1.0, 2.1.3, 2023-10 and 2010-04-01.
    private static bool IsNumberedVersion(string segment)
    {
        char separator = segment.IndexOf('-') == 4 ? '-' : '.';
        string[] parts = segment.Split(separator);
        return parts.Length is 2 or 3
            && Array.TrueForAll(parts, p => p.Length > 0 && p.Length <= (separator == '-' ? 4 : 2) && p.All(IsDigit))
            && (separator == '.' || (parts[0].Length == 4 && Array.TrueForAll([.. parts.Skip(1)], p => p.Length == 2)));
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>True for words that are plural in English, and one resource to an API.</summary>
    public static bool IsSettingsWord(string word) => word is "settings" or "config" or "configuration";

    /// <summary>The words of a name in lower case.</summary>
    public static List<string> SplitWords(string? name) => name is null ? [] : Words.Split(name).ConvertAll(w => w.ToLowerInvariant());

    /// <summary>The words of a tag up to the first preposition: "Custom pages for a zone" are custom pages.</summary>
    public static List<string> SplitTag(string? tag)
    {
        List<string> words = SplitWords(tag is null ? null : tag.Split('(')[0]);
        int end = words.FindIndex(w => w is "for" or "of" or "on" or "in" or "with" or "by");
        return end > 0 ? words.GetRange(0, end) : words;
    }

    public static string ToSingular(string word) => Words.ToSingular(word);

    public static string ToPlural(string word) => Words.ToPlural(word);

    public static bool IsPlural(string word) => ToPlural(word) == word;

    /// <summary>True for a word that has another singular. A word that has none, such as <c>status</c>, can be one thing.</summary>
    public static bool IsPluralOnly(string word) => IsPlural(word) && ToSingular(word) != word;

    /// <summary>True for the same word in singular and plural, and for two words of one stem: address and addressing.</summary>
    public static bool ShareStem(string one, string other)
    {
        one = ToSingular(one);
        other = ToSingular(other);
        return one == other || (one.Length >= 5 && other.Length >= 5 && string.CompareOrdinal(one, 0, other, 0, 5) == 0);
    }

    /// <summary>
    /// True for <c>app</c> and applications. After the same word also for letters without a vowel: <c>ns</c> and nameservers.
    /// </summary>
    public static bool IsAbbreviationOf(string brief, string full, bool afterSameWord)
    {
        string singular = ToSingular(brief);
        if (full.Length < 5 || full.Length < 2 * singular.Length)
            return false;
        if (singular.Length >= 3 && full.StartsWith(singular, StringComparison.Ordinal))
            return true;
        return afterSameWord && brief[0] == full[0] && brief.IndexOfAny(['a', 'e', 'i', 'o', 'u', 'y']) < 0 && ContainsInOrder(full, brief);
    }

    private static bool ContainsInOrder(string text, string letters)
    {
        int found = 0;
        foreach (char c in text)
        {
            if (found < letters.Length && c == letters[found])
                found++;
        }

        return found == letters.Length;
    }
}
