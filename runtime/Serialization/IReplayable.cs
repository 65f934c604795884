namespace CfGen.Serialization;

/// <summary>A sequence that reports if it can be enumerated again.</summary>
internal interface IReplayable
{
    bool IsReplayable { get; }
}
