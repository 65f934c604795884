namespace CfGen.Validation;

/// <summary>The result of matching a value against a pattern.</summary>
internal enum PatternOutcome
{
    /// <summary>The value matches.</summary>
    Match,

    /// <summary>The value does not match.</summary>
    Mismatch,

    /// <summary>Matching takes too long.</summary>
    TooSlow,

    /// <summary>The patterns of the call took all their time before this one.</summary>
    NoTimeLeft,

    /// <summary>The value is matched after the call has returned its task.</summary>
    Deferred,
}
