using System;
using System.Collections.Generic;

namespace CfGen.CodeGen;

/// <summary>
/// Names of members that hold a secret: those with a word such as <c>password</c>, <c>secret</c>, <c>token</c> or <c>key</c>.
/// </summary>
internal static class SecretMemberNames
{
    private static readonly HashSet<string> s_passwords = new(
        ["password", "passwords", "passwd", "passphrase", "secret", "secrets", "privatekey", "secretkey"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> s_tokens = new(
        ["token", "tokens", "key", "keys", "apikey", "apikeys", "accesskey", "accesstoken", "refreshtoken"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> s_pageWords = new(
        [
            "page",
            "paging",
            "pagination",
            "next",
            "prev",
            "previous",
            "cursor",
            "continuation",
            "continue",
            "sync",
            "scroll",
            "skip",
            "resume",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> s_private = new(["private"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True if the name says that its text, list or object is a secret.</summary>
    public static bool IsSecret(string name) => Contains(name, s_passwords) || (Contains(name, s_tokens) && !Contains(name, s_pageWords));

    /// <summary>True if the name says that even a number is a secret. A number of tokens is none.</summary>
    public static bool IsSecretNumber(string name) => Contains(name, s_passwords) || IsPrivateKey(name);

    // A private key is two words in most names.
    private static bool IsPrivateKey(string name) => Contains(name, s_tokens) && Contains(name, s_private);

    private static bool Contains(string name, HashSet<string> words)
    {
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetter(name[i]) && !IsWordStart(name, i))
                continue;
            if (i > start && words.Contains(name.Substring(start, i - start)))
                return true;
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }

        return false;
    }

    // apiKey, APIKey
    private static bool IsWordStart(string name, int i) =>
        i > 0
        && char.IsUpper(name[i])
        && (char.IsLower(name[i - 1]) || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
}
