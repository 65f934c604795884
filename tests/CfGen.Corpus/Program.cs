using CfGen.Corpus;
using CfGen.Corpus.Fuzzing;
using CfGen.Corpus.Programs;
using CfGen.Generator.Tests.Hosting;

try
{
    var options = CommandOptions.Parse(args);
    string? index = options.Folder is { } folder ? Path.Combine(folder, "index.tsv") : SharedFolder.Find("corpus/index.tsv");
    if (index is null)
    {
        Console.WriteLine("Skipped: the shared data has no corpus. Set CFGEN_SHARED to the folder that has it.");
        return 0;
    }

    string corpus = Path.GetDirectoryName(Path.GetFullPath(index))!;
    return options.Verb switch
    {
        "fuzz" => FuzzCommand.Run(options, corpus),
        "fuzz-batch" => FuzzCommand.RunBatch(options, corpus),
        "growth" => GrowthCommand.Run(options, index),
        "names" => NamesCommand.Run(options, index),
        "programs" => ProgramsCommand.Run(options, index),
        "ratio" => RatioCommand.Run(options, index),
        _ => MeasureCommand.Run(options, index),
    };
}
catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or IOException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
