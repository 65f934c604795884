using BenchmarkDotNet.Running;
using CfGen.Benchmarks;

switch (args)
{
    case ["check"]:
        return await Check.RunAsync();
    case ["quick"]:
        Quick.Run();
        return 0;
    case ["emission"]:
        Emission.Print();
        return 0;
    case ["tables", .. string[] more]:
        Tables.Run(more);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Tables).Assembly).Run(args);
        return 0;
}
