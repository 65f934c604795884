using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Selection;

namespace CfGen.Generator.Naming.Operations;

/// <summary>An operation in the tree of paths.</summary>
internal sealed class PathOperation(OperationOutline outline, PathNode node)
{
    private HashSet<string>? _summaryWords;
    private List<string>? _idWords;
    private string? _idVerb;
    private string? _summaryVerb;

    public OperationOutline Outline { get; } = outline;

    public OperationKey Key => Outline.Operation;

    public PathNode Node { get; } = node;

    /// <summary>The HTTP method in lower case.</summary>
    public string Method { get; } = outline.Operation.Method.ToLowerInvariant();

    /// <summary>The words of the first tag; empty where there is none.</summary>
    public IReadOnlyList<string> TagWords { get; } = English.SplitTag(outline.Tag);

    public List<string> IdWords => _idWords ??= English.SplitWords(Key.OperationId);

    /// <summary>
    /// The verb of the id: the first word that its path does not have, as in <c>updateUser</c> and <c>users_update</c>. Empty where that
    /// word is no verb.
    /// </summary>
    public string IdVerb => _idVerb ??= FindIdVerb();

    /// <summary>The first word of the summary without the ending of "Updates a customer"; empty where there is none.</summary>
    public string SummaryVerb => _summaryVerb ??= English.ToSingular(English.SplitWords(Outline.Summary).FirstOrDefault() ?? "");

    /// <summary>True for "Updates a customer" and "Modify a rule", in the summary, or in the description where there is no summary.</summary>
    public bool IsDescribedAsUpdate =>
        OperationVerbs.IsUpdate(SummaryVerb)
        || (Outline.Summary is null && OperationVerbs.IsUpdate(English.ToSingular(GetFirstWord(Outline.Description))));

    /// <summary>True for "Capture a payment" and "Captures a payment".</summary>
    public bool StartsSummaryWith(string verb) =>
        English.SplitWords(Outline.Summary).FirstOrDefault() is { } first && (first == verb || first == verb + "s" || first == verb + "es");

    /// <summary>Two verbs that the id begins with, as in <c>create_or_join_lobby</c>; null for any other id.</summary>
    public string? IdVerbPair =>
        IdWords is [{ } first, "or", { } second, _, ..] && IsVerb(first) && IsVerb(second) ? first + " or " + second : null;

    public ResponseShape Response => Outline.Response;

    /// <summary>True where the id or the summary has the word. The tag is left out: it is shared with other operations.</summary>
    public bool IdOrSummaryContains(string word) =>
        IdWords.Contains(word) || (_summaryWords ??= [.. English.SplitWords(Outline.Summary)]).Contains(word);

    /// <summary>True for a word of a segment above the last one, in singular or plural.</summary>
    public bool HasPathWord(string word)
    {
        for (PathNode? above = Node.Parent; above is not null; above = above.Parent)
        {
            if (above.Words.Any(w => English.ToSingular(w) == English.ToSingular(word)))
                return true;
        }

        return false;
    }

    // Behind the tags that it can begin with: <p>Updates a customer</p>.
    private static string GetFirstWord(string? text)
    {
        int start = 0;
        while (text is not null && start < text.Length && !char.IsLetter(text[start]))
        {
            int end = text[start] == '<' ? text.IndexOf('>', start) : start;
            if (end < 0)
                return "";
            start = end + 1;
        }

        int length = 0;
        while (text is not null && start + length < text.Length && char.IsLetter(text[start + length]))
            length++;
        return text?.Substring(start, length).ToLowerInvariant() ?? "";
    }

    private static bool IsVerb(string word) => OperationVerbs.IsPlain(word) || OperationVerbs.IsItemAction(word);

    private string FindIdVerb()
    {
        foreach (string word in IdWords)
        {
            if (IsVerb(word))
                return word;
            if (!HasPathWord(word) && !Node.Words.Any(w => English.ToSingular(w) == English.ToSingular(word)))
                return "";
        }

        return "";
    }
}
