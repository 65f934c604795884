using System.Diagnostics.Metrics;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Telemetry;

public class MeterFactoryTests
{
    [Fact]
    public async Task The_meter_of_the_factory_measures_the_calls_of_its_client_only()
    {
        using var factory = new OneMeterFactory();
        var measured = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (i, l) =>
        {
            if (ReferenceEquals(i.Meter, factory.Meter))
                l.EnableMeasurementEvents(i);
        };
        listener.SetMeasurementEventCallback<double>((i, _, _, _) => measured.Add(i.Name));
        listener.Start();
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(SampleBodies.Score));
        using TestClient ours = server.CreateClient(o => o.MeterFactory = factory);
        using TestClient other = server.CreateClient();

        await ours.Scores.GetAsync(SampleBodies.Account, SampleBodies.User);
        await other.Scores.GetAsync(SampleBodies.Account, SampleBodies.User);

        Assert.Equal(["cfgen.client.operation.duration"], measured);
        Assert.Equal("CfGen.Test", factory.Meter!.Name);
    }

    private sealed class OneMeterFactory : IMeterFactory
    {
        public Meter? Meter { get; private set; }

        public Meter Create(MeterOptions options) => Meter ??= new Meter(options);

        public void Dispose() => Meter?.Dispose();
    }
}
