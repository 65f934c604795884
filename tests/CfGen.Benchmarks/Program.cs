using BenchmarkDotNet.Running;
using CfGen.Benchmarks;
using CfGen.Benchmarks.Support;

switch (args)
{
    case ["check"]:
        return await AllocationCheck.RunAsync();
    case ["quick"]:
        QuickComparison.Run();
        return 0;
    case ["telemetry"]:
        TelemetryComparison.Run();
        return 0;
    case ["keystroke", { } document]:
        KeystrokeComparison.Run(document);
        return 0;
    case ["loopback"]:
        await LoopbackComparison.RunAsync(rounds: 41, calls: 10_000).ConfigureAwait(false);
        return 0;
    case ["serve"]:
        await LoopbackServer.ServeAsync().ConfigureAwait(false);
        return 0;
    case ["emission"]:
        EmittedCodeSize.Print();
        return 0;
    case ["tables", .. string[] more]:
        MeasurementTables.Run(more);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(MeasurementTables).Assembly).Run(args);
        return 0;
}
