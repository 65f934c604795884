namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// Finds the verb that the last segment of a path is, where it has one operation and nothing below it: by the structure first, by the verb
/// of the operation's id next, and by English words last.
/// </summary>
internal sealed class SegmentVerb(PathOperation operation)
{
    private readonly PathNode _node = operation.Node;

    /// <returns>The name of the method in words; null where the segment names a resource.</returns>
    public string? Find() =>
        operation.Method switch
        {
            "post" or "put" => FindOfPost(),
            // A word that can be a noun is a part that is changed or deleted: DELETE /issues/{id}/lock.
            "patch" or "delete" => English.IsVerbOnly(_node.FirstWord) ? JoinWords() : null,
            _ => null,
        };

    private string? FindOfPost()
    {
        bool isBelowObject = IsBelowObject();
        if (isBelowObject && (NamesCollection() || IdHasSegmentAsNoun()))
            return null;
        if (English.IsAction(_node.FirstWord) || SummaryStartsWithSegment() || EndsWithVerb())
            return JoinWords();
        if (!isBelowObject)
            return OperationVerbs.IsItemAction(_node.FirstWord) && IdEndsWithSegment() ? JoinWords() : null;
        if (OperationVerbs.IsItemAction(_node.FirstWord))
            return JoinWords();
        if (IsBelowOwner())
            return null;
        if (IdStartsWithSegment())
            return JoinWords();
        if (IdActsOnSegment())
            return operation.IdVerb + " " + JoinWords();
        return IdEndsWithSegment() ? JoinWords() : null;
    }

    private string JoinWords() => string.Join(" ", _node.Words);

    /// <summary>True below an item, below the segment of an item that only has verbs, and below a resource that is one object.</summary>
    private bool IsBelowObject()
    {
        if (_node.Parent is not { Parent: { } above } parent)
            return false;
        if (parent.IsParameter)
            return true;
        if (parent.Item is not null)
            return false;
        return parent.Operations.TryGetValue("get", out PathOperation? read)
            ? !MethodRules.ReturnsList(read)
            : parent.Operations.Count == 0 && above.IsParameter;
    }

    /// <summary>True for <c>messages</c> and <c>login_links</c>, and not for <c>add_followers</c>.</summary>
    private bool NamesCollection() =>
        English.IsPluralOnly(_node.LastWord)
        && !(
            _node.Words.Count > 1
            && (OperationVerbs.IsItemAction(_node.FirstWord) || SummaryStartsWithSegment())
            && !OperationVerbs.IsNoun(_node.FirstWord)
        );

    /// <summary>True for <c>/accounts/{id}/intel/x</c>, where the account only owns what follows.</summary>
    private bool IsBelowOwner() => _node.Parts.Owner is { } owner && !_node.Parent!.IsParameter && _node.Parent.Parent == owner.Item;

    /// <summary>
    /// True for <c>createTransfer</c> at <c>.../transfer</c>, where a word that is a verb and a noun is the noun, and for
    /// <c>updateNotifyProps</c>.
    /// </summary>
    private bool IdHasSegmentAsNoun() =>
        (
            OperationVerbs.IsCreation(operation.IdVerb)
                ? OperationVerbs.IsNoun(_node.FirstWord)
                : OperationVerbs.IsUpdate(operation.IdVerb) && _node.Words.Count > 1 && operation.IdVerb != _node.FirstWord
        ) && ContainsWords(operation.IdWords, _node.Words);

    /// <summary>True for <c>consume_entitlement</c> at <c>.../consume</c>, and not for <c>checks-create</c>.</summary>
    private bool IdStartsWithSegment() =>
        _node.Words.Count > 0
        && operation.IdWords.Take(_node.Words.Count).SequenceEqual(_node.Words)
        && operation.IdWords.Count > _node.Words.Count
        && !OperationVerbs.IsPlain(operation.IdWords[_node.Words.Count]);

    /// <summary>True for <c>EventSeen</c> and <c>session.init</c>, which name the item and then the segment.</summary>
    private bool IdEndsWithSegment()
    {
        int rest = operation.IdWords.Count - _node.Words.Count;
        return _node.Words.Count > 0
            && rest > 0
            && operation.IdWords.Skip(rest).SequenceEqual(_node.Words)
            && operation.IdWords.Take(rest).All(operation.HasPathWord);
    }

    /// <summary>True for <c>resetDiskPassword</c> at <c>.../password</c>.</summary>
    private bool IdActsOnSegment() =>
        OperationVerbs.IsSpecific(operation.IdVerb)
        && !_node.Words.Contains(operation.IdVerb)
        && ContainsWords(operation.IdWords, _node.Words);

    /// <summary>True for <c>psk_generate</c>, and for the object of a verb: <c>validate/origin</c>.</summary>
    private bool EndsWithVerb() =>
        operation.Method == "post"
        && (
            (_node.Words.Count > 1 && English.IsVerbOnly(_node.LastWord))
            || (_node.Parent is { Words: [{ } above], Operations.Count: 0 } && English.IsVerbOnly(above))
        );

    /// <summary>True for "Capture a payment" at <c>.../capture</c>: the document uses the word as a verb.</summary>
    private bool SummaryStartsWithSegment() =>
        _node.Words is [{ } first, ..] && operation.StartsSummaryWith(first) && operation.IdWords.Contains(first);

    private static bool ContainsWords(List<string> words, IReadOnlyList<string> searched)
    {
        for (int i = 0; i + searched.Count <= words.Count; i++)
        {
            if (words.Skip(i).Take(searched.Count).SequenceEqual(searched))
                return searched.Count > 0;
        }

        return false;
    }
}
