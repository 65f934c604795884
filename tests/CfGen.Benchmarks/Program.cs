using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using CfGen.Benchmarks;

switch (args)
{
    case ["quick", ..]:
        Quick.Run();
        return;
    case ["emission", ..]:
        Emission.Print();
        return;
    case ["tables", .. string[] more]:
        Tables.Run(more);
        return;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Tables).Assembly).Run(args);
        return;
}
