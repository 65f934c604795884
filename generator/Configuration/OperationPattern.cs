using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;

namespace CfGen.Generator.Configuration;

/// <summary>
/// A pattern of the selection: <c>tag:Zero Trust*</c>, <c>id:dlp-*</c>, <c>path:/accounts/*/zt_risk_scoring/**</c>,
/// <c>path:GET /accounts/**</c>; <c>!</c> before it excludes. In tags and ids <c>*</c> is any text. In paths <c>*</c> is any text within
/// a segment (a parameter such as <c>{id}</c> too) and <c>**</c> any segments or none. Tags and methods match in any case, the others
/// exactly.
/// </summary>
internal sealed class OperationPattern
{
    private static readonly string s_methods = string.Join(", ", OpenApiKeywords.HttpMethods.Select(m => m.ToUpperInvariant()));

    private readonly Subject _subject;
    private readonly string _pattern;
    private readonly string? _method;

    private OperationPattern(string text, bool isExclusion, Subject subject, string pattern, string? method)
    {
        Text = text;
        IsExclusion = isExclusion;
        _subject = subject;
        _pattern = pattern;
        _method = method;
    }

    private enum Subject
    {
        Tag,
        Id,
        Path,
    }

    /// <summary>The pattern as the project writes it.</summary>
    public string Text { get; }

    public bool IsExclusion { get; }

    /// <summary>Parses a pattern. Returns a finding where it is malformed.</summary>
    /// <param name="metadata">The name of the metadata that has the pattern.</param>
    /// <param name="location">The item that has the pattern.</param>
    public static (OperationPattern? Pattern, Finding? Finding) Parse(string text, string metadata, LocationInfo location)
    {
        text = text.Trim();
        string rest = text;
        bool isExclusion = rest.StartsWith("!", StringComparison.Ordinal);
        if (isExclusion)
            rest = rest.Substring(1).TrimStart();
        int colon = rest.IndexOf(':');
        if (colon < 0)
            return (null, OperationPatternFindings.UnknownPrefix(text, metadata, location));
        string prefix = rest.Substring(0, colon).TrimEnd().ToUpperInvariant();
        string value = rest.Substring(colon + 1).Trim();
        if (prefix is not ("TAG" or "ID" or "PATH"))
            return (null, OperationPatternFindings.UnknownPrefix(text, metadata, location));
        if (value.Length == 0)
            return (null, OperationPatternFindings.MissingText(text, metadata, location));
        switch (prefix)
        {
            case "TAG":
                return (new OperationPattern(text, isExclusion, Subject.Tag, value, null), null);
            case "ID":
                return (new OperationPattern(text, isExclusion, Subject.Id, value, null), null);
            default:
                string? method = null;
                int space = value.IndexOf(' ');
                if (space > 0 && value[0] != '/')
                {
                    method = value.Substring(0, space);
                    value = value.Substring(space + 1).TrimStart();
                    if (!OpenApiKeywords.IsHttpMethod(method.ToLowerInvariant()))
                        return (null, OperationPatternFindings.UnknownMethod(text, metadata, method, s_methods, location));
                }

                if (!value.StartsWith("/", StringComparison.Ordinal) && !value.StartsWith("**", StringComparison.Ordinal))
                    return (null, OperationPatternFindings.PathWithoutSlash(text, metadata, location));
                return (new OperationPattern(text, isExclusion, Subject.Path, value, method), null);
        }
    }

    /// <summary>True for an operation that the pattern matches, whether it includes or excludes.</summary>
    public bool Matches(string path, string method, string? operationId, IReadOnlyList<string> tags)
    {
        switch (_subject)
        {
            case Subject.Tag:
                foreach (string tag in tags)
                {
                    if (MatchesText(_pattern, 0, tag, 0, ignoreCase: true))
                        return true;
                }

                return false;
            case Subject.Id:
                return operationId is not null && MatchesText(_pattern, 0, operationId, 0, ignoreCase: false);
            default:
                return (_method is null || string.Equals(_method, method, StringComparison.OrdinalIgnoreCase))
                    && MatchesSegments(_pattern.Split('/'), 0, path.Split('/'), 0);
        }
    }

    private static bool MatchesSegments(string[] pattern, int p, string[] path, int s)
    {
        for (; p < pattern.Length; p++, s++)
        {
            if (pattern[p] == "**")
            {
                // Several in a row equal one. Each further one would try every length again.
                while (p + 1 < pattern.Length && pattern[p + 1] == "**")
                    p++;
                if (p + 1 == pattern.Length)
                    return true;
                for (int skip = s; skip <= path.Length; skip++)
                {
                    if (MatchesSegments(pattern, p + 1, path, skip))
                        return true;
                }

                return false;
            }

            if (s >= path.Length || !MatchesText(pattern[p], 0, path[s], 0, ignoreCase: false))
                return false;
        }

        return s == path.Length;
    }

    // Only the last star can match more text, so one position to return to is enough.
    private static bool MatchesText(string pattern, int p, string text, int t, bool ignoreCase)
    {
        int star = -1;
        int resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && AreEqual(pattern[p], text[t], ignoreCase))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    private static bool AreEqual(char a, char b, bool ignoreCase) =>
        a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
