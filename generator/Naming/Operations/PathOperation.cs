using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Selection;

namespace CfGen.Generator.Naming.Operations;

/// <summary>An operation in the tree of paths.</summary>
internal sealed class PathOperation(OperationOutline outline, PathNode node)
{
    private HashSet<string>? _summaryWords;
    private List<string>? _idWords;
    private string? _idVerb;

    public OperationOutline Outline { get; } = outline;

    public OperationKey Key => Outline.Operation;

    public PathNode Node { get; } = node;

    /// <summary>The HTTP method in lower case.</summary>
    public string Method { get; } = outline.Operation.Method.ToLowerInvariant();

    /// <summary>The words of the first tag; empty where there is none.</summary>
    public IReadOnlyList<string> TagWords { get; } = English.SplitTag(outline.Tag);

    public List<string> IdWords => _idWords ??= English.SplitWords(Key.OperationId);

    /// <summary>
    /// The verb of the id: the first word that its path does not have, as in <c>updateUser</c> and <c>users_update</c>. Empty where that word is
    /// no verb.
    /// </summary>
    public string IdVerb => _idVerb ??= FindIdVerb();

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

    private string FindIdVerb()
    {
        foreach (string word in IdWords)
        {
            if (OperationVerbs.IsPlain(word) || OperationVerbs.IsItemAction(word))
                return word;
            if (!HasPathWord(word) && !Node.Words.Any(w => English.ToSingular(w) == English.ToSingular(word)))
                return "";
        }

        return "";
    }
}
