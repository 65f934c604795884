namespace CfGen.Generator.Comparison;

/// <summary>The worst that a change can do to code that uses what changed.</summary>
internal enum ChangeImpact
{
    /// <summary>Code that compiled still compiles, and sends and reads the same.</summary>
    Safe,

    /// <summary>Code that compiled still compiles, and a call can fail, or send or read something else.</summary>
    RunTime,

    /// <summary>Code that compiled can fail to compile.</summary>
    Source,
}
