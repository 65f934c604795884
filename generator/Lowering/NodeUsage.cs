namespace CfGen.Generator.Lowering;

/// <summary>The use of one type, or of several that are equal.</summary>
internal sealed class NodeUsage
{
    /// <summary>True where a request has it.</summary>
    public bool IsSent { get; private set; }

    /// <summary>True where a response has it.</summary>
    public bool IsReceived { get; private set; }

    /// <summary>True where it is sent, and a value of it or below it has constraints.</summary>
    public bool RequiresValidation { get; private set; }

    /// <summary>
    /// True where only bodies of errors have it that are none of a component. Such a type is named after all others, so that it moves no
    /// name of theirs.
    /// </summary>
    public bool IsNamedLast { get; set; }

    /// <summary>The class names of the resources that use it.</summary>
    public HashSet<string> Resources { get; } = new(StringComparer.Ordinal);

    /// <summary>True where a resource uses it in both directions.</summary>
    public bool IsSentAndReceived => IsSent && IsReceived;

    /// <summary>Adds a use; false where it is known.</summary>
    public bool Add(string resource, bool isReceived)
    {
        bool isNew = Resources.Add(resource) || !(isReceived ? IsReceived : IsSent);
        IsReceived |= isReceived;
        IsSent |= !isReceived;
        return isNew;
    }

    public void RequireValidation() => RequiresValidation = true;

    /// <summary>The use of a type that takes the place of all of them.</summary>
    public static NodeUsage Combine(IEnumerable<NodeUsage> usages)
    {
        NodeUsage combined = new();
        foreach (NodeUsage usage in usages)
        {
            combined.IsSent |= usage.IsSent;
            combined.IsReceived |= usage.IsReceived;
            combined.RequiresValidation |= usage.RequiresValidation;
            combined.Resources.UnionWith(usage.Resources);
        }

        return combined;
    }
}
