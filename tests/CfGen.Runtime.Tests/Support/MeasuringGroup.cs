namespace CfGen.Runtime.Tests.Support;

/// <summary>
/// Tests that count the bytes of calls. They run when no other test does: while a test of telemetry listens, the calls of all
/// tests start activities, which take bytes.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuringGroup
{
    public const string Name = "Measuring";
}
