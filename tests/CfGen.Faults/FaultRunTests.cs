using CfGen.Faults.Run;
using Xunit;

namespace CfGen.Faults;

/// <summary>5,000 calls, 64 at once, against a server that misbehaves.</summary>
public class FaultRunTests
{
    [Fact]
    public async Task Every_fault_has_the_right_ending()
    {
        RunReport report = await FaultRun.RunAsync(new RunOptions());

        Assert.True(report.Problems.IsEmpty, report.ToString());
        Assert.Equal(5000, report.CallCount);
        Assert.InRange(report.WayCount, 390, int.MaxValue);
    }
}
