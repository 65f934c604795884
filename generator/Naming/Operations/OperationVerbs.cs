namespace CfGen.Generator.Naming.Operations;

/// <summary>The verbs that count only in their place: at the start of an id, or alone below one object.</summary>
internal static class OperationVerbs
{
    // Below an item or a singleton these are verbs. At other places many are nouns: POST /orders/{id}/ship, and /process/{id}.
    private static readonly HashSet<string> s_itemActions = new(
        (
            "acknowledge adjust advance allocate analyze append apply authenticate broadcast calculate change charge checkin checkout collect "
            + "commit compute consume crosspost customize deallocate decommission decrement decrypt deliver demote deny deprovision detect "
            + "downgrade drain encrypt escalate exchange extend fail fetch flag flush follow fork freeze fulfill fund hangup hide ignore "
            + "increment init initialize inspect instantiate invalidate invoke like load make manage mark migrate mutate next notify open override play "
            + "predict present previous print process provision reactivate read rebalance recalculate receive recover recycle redact redeem "
            + "redeliver refer regen reindex release remind repair reply reprocess rerun reschedule return reverse roll save schedule seal "
            + "settle ship snooze star succeed swap switch toggle touch transform transition translate trim undelete undeploy unenroll "
            + "unfollow unfreeze unhide unlike unpublish unrevert unsnooze unstar unwatch vote wake watch withdraw write"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // The actions that also name things. With a plural after them, they are a part of its name: login_links.
    private static readonly HashSet<string> s_nouns = new(
        (
            "ban block boot clip copy download export import link list lock login logout merge pin post preview pull push query "
            + "run scan search share test transfer trash trigger upgrade upload"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // The verbs that every resource has, as ids write them. They are the HTTP method in words, and say nothing about the segment.
    private static readonly HashSet<string> s_plainVerbs = new(
        "add create delete edit find get insert list modify new patch post put remove replace update upsert".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>True for a verb that can be alone below an item: <c>/payouts/{id}/reverse</c>.</summary>
    public static bool IsItemAction(string word) => s_itemActions.Contains(word) || English.IsAction(word);

    public static bool IsNoun(string word) => s_nouns.Contains(word);

    /// <summary>True for a verb of an id that means more than the HTTP method does: <c>reset</c>, <c>upload</c>.</summary>
    public static bool IsSpecific(string word) => IsItemAction(word) && !s_plainVerbs.Contains(word);

    public static bool IsPlain(string word) => s_plainVerbs.Contains(word);

    public static bool IsCreation(string word) => word is "create" or "add" or "insert" or "new";

    public static bool IsUpdate(string word) => word is "update" or "modify" or "edit" or "change";
}
