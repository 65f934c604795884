using CfGen.Faults.Run;

if (RunOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync("Options: --calls N, --seed S, --parallel P, --only NAME.");
    return 2;
}

RunReport report = await FaultRun.RunAsync(options);
await Console.Out.WriteLineAsync(report.ToString());
return report.Problems.IsEmpty ? 0 : 1;
