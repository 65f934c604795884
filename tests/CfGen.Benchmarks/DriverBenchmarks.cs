using BenchmarkDotNet.Attributes;
using CfGen.Benchmarks.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Benchmarks;

/// <summary>
/// Measures the generator inside the compiler for specs/zero-trust-risk-scoring.yaml: at the first run of a driver, and after edits
/// in an IDE, which keeps its driver. The figures include Roslyn's own work to find that nothing has changed.
/// </summary>
[MemoryDiagnoser]
public class DriverBenchmarks
{
    private readonly Project _project = new();
    private GeneratorDriver _driver = null!;
    private CSharpCompilation[] _keystrokes = null!;
    private int _keystroke;
    private bool _edited;

    [GlobalSetup]
    public void Setup()
    {
        _driver = _project.CreateDriver().RunGenerators(_project.Compilation);
        _keystrokes = [.. Enumerable.Range(1, 64).Select(_project.CompileAfterKeystroke)];
    }

    [Benchmark(Baseline = true, Description = "first run")]
    public GeneratorDriver Cold() => _project.CreateDriver().RunGenerators(_project.Compilation);

    [Benchmark(Description = "nothing edited")]
    public GeneratorDriver Warm() => _driver = _driver.RunGenerators(_project.Compilation);

    [Benchmark(Description = "a key typed in C#")]
    public GeneratorDriver Keystroke() => _driver = _driver.RunGenerators(_keystrokes[_keystroke++ % _keystrokes.Length]);

    [Benchmark(Description = "a property added to the document")]
    public GeneratorDriver DocumentEdit()
    {
        (AdditionalText from, AdditionalText to) = _edited ? (_project.Edited, _project.Document) : (_project.Document, _project.Edited);
        _edited = !_edited;
        return _driver = _driver.ReplaceAdditionalText(from, to).RunGenerators(_project.Compilation);
    }
}

/// <summary>
/// Measures the compiler over a consumer that is parsed each time, with and without the generated code. The generator does not run.
/// </summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private string[] _own = null!;
    private string[] _generated = null!;

    [GlobalSetup]
    public void Setup()
    {
        Project project = new();
        _own = [.. project.Compilation.SyntaxTrees.Select(t => t.ToString())];
        _generated = [.. project.CreateDriver().RunGenerators(project.Compilation).GetRunResult().GeneratedTrees.Select(t => t.ToString())];
    }

    [Benchmark(Baseline = true, Description = "a hundred files of the consumer's own")]
    public long Without() => Project.Emit(Project.Compile(_own));

    [Benchmark(Description = "the same and the generated client")]
    public long With() => Project.Emit(Project.Compile(_own.Concat(_generated)));
}
