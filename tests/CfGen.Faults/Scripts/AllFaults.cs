using CfGen.Faults.Calls;

namespace CfGen.Faults.Scripts;

/// <summary>The faults of the run.</summary>
internal static class AllFaults
{
    public static readonly Fault[] List =
    [
        .. ConnectionFaults.Create(),
        .. ProtocolFaults.Create(),
        .. EncodingFaults.Create(),
        .. BodyFaults.Create(),
        .. StatusFaults.Create(),
        .. RedirectFaults.Create(),
        .. TokenFaults.Create(),
        .. DeadlineFaults.Create(),
        .. SequenceFaults.Create(),
        .. PageFaults.Create(),
    ];
}
