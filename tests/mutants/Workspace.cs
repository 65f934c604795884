using System.Diagnostics;

namespace CfGen.Mutants;

/// <summary>A copy of the checkout in which mutants are tried, one after the other.</summary>
internal sealed class Workspace : IDisposable
{
    // A test of a mutant that does not end, ends here: that is a test that fails.
    private static readonly TimeSpan s_testBound = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_buildBound = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan s_outputBound = TimeSpan.FromSeconds(10);

    private readonly string _folder;
    private readonly string _root;
    private int _runs;

    public Workspace(string root)
    {
        _folder = Directory.CreateTempSubdirectory("cfgen-mutants-").FullName;
        _root = Path.Combine(_folder, "copy");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose(); // also where the command is interrupted
        SourceTree.Copy(root, _root);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Builds the test projects without any mutant and runs the tests of the mutants, all of which must pass.</summary>
    /// <exception cref="MutantException">A project does not build, a test fails, or a mutant names no test.</exception>
    public void Prepare(IReadOnlyList<Mutant> mutants)
    {
        foreach (IGrouping<string, Mutant> project in mutants.GroupBy(m => m.Project, StringComparer.Ordinal))
        {
            CommandResult build = Build(ProjectFile(project.Key), restore: true);
            if (build.ExitCode != 0)
                throw new MutantException($"{project.Key} does not build without a mutant:\n{build.Output}");
            TestResult result = RunTests(project.Key, [.. project.Select(m => m.Test).Distinct(StringComparer.Ordinal)]);
            if (result.HasFailed)
                throw new MutantException(
                    $"Tests of {project.Key} fail without a mutant: {string.Join(", ", result.Failed.Take(5))}\n{result.Output}"
                );
            if (project.FirstOrDefault(m => !result.Names.Any(n => n.Contains(m.Test, StringComparison.Ordinal))) is { } wrong)
                throw new MutantException($"{wrong.Place}: {project.Key} has no test with '{wrong.Test}' in its name.");
        }
    }

    /// <summary>Applies a mutant, builds, runs its tests, and takes the mutant back.</summary>
    public Outcome Try(Mutant mutant)
    {
        MutantEdit edit = mutant.Apply(_root);
        File.WriteAllText(edit.Path, edit.Edited);
        using AssemblyBackup backup = new(OutputFolder(mutant.Project), _folder);
        try
        {
            CommandResult build = BuildMutant(mutant, edit);
            if (build.ExitCode != 0)
                return build.HasErrorsOfTestsOnly
                    ? new Outcome(mutant, IsFound: true, $"the tests do not compile with the edit: {build.FirstError}")
                    : new Outcome(mutant, IsFound: false, $"the edit does not compile: {build.FirstError}");
            TestResult result = RunTests(mutant.Project, [mutant.Test]);
            return new Outcome(mutant, result.HasFailed, result.Summary);
        }
        finally
        {
            File.WriteAllText(edit.Path, edit.Original);
        }
    }

    /// <summary>
    /// Builds what the mutant changes. The tests of the generator and of the runtime load it as an assembly, which takes the place of the
    /// one beside them; a project that the generator writes code for is compiled again.
    /// </summary>
    private CommandResult BuildMutant(Mutant mutant, MutantEdit edit)
    {
        bool isRuntime = Path.GetRelativePath(_root, edit.Path).StartsWith("runtime", StringComparison.Ordinal);
        if (!isRuntime && mutant.Project != "Generator")
            return Build(ProjectFile(mutant.Project), restore: false);
        string project = Path.Combine(_root, isRuntime ? "runtime/CfGen.Runtime.csproj" : "generator/CfGen.csproj");
        CommandResult build = isRuntime ? Build(project, restore: false, "-f", "net10.0") : Build(project, restore: false);
        if (build.ExitCode != 0)
            return build;
        string assembly = isRuntime ? "CfGen.Runtime.dll" : "CfGen.Generator.dll";
        string output = Path.Combine(Path.GetDirectoryName(project)!, "bin/Debug", isRuntime ? "net10.0" : "netstandard2.0", assembly);
        File.Copy(output, Path.Combine(OutputFolder(mutant.Project), assembly), overwrite: true);
        return build;
    }

    private CommandResult Build(string project, bool restore, params string[] more)
    {
        string[] arguments =
        [
            "build",
            project,
            "-p:RunAnalyzers=false",
            "-p:TreatWarningsAsErrors=false",
            "-v",
            "q",
            "-nologo",
            "-clp:NoSummary",
            .. more,
        ];
        return Run(restore ? arguments : [.. arguments, "--no-restore"], s_buildBound);
    }

    private TestResult RunTests(string project, IReadOnlyList<string> tests)
    {
        string results = Path.Combine(_folder, "results", _runs++.ToString(System.Globalization.CultureInfo.InvariantCulture));
        string filter = string.Join('|', tests.Select(t => "FullyQualifiedName~" + t));
        string assembly = Path.Combine(OutputFolder(project), $"CfGen.{project}.Tests.dll");
        CommandResult run = Run(
            ["test", assembly, "--filter", filter, "--logger", "trx", "--results-directory", results, "-v", "q", "--nologo"],
            s_testBound
        );
        return TestResult.Read(results, run);
    }

    private string ProjectFile(string project) => Path.Combine(_root, $"tests/CfGen.{project}.Tests/CfGen.{project}.Tests.csproj");

    private string OutputFolder(string project) => Path.Combine(_root, $"tests/CfGen.{project}.Tests/bin/Debug/net10.0");

    private CommandResult Run(IReadOnlyList<string> arguments, TimeSpan bound)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // The documents that others wrote lie beside the checkout and not beside a copy; no test of a mutant needs them.
        start.Environment.Remove("CFGEN_REQUIRE_CORPUS");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (process.WaitForExit(bound))
            return new CommandResult(process.ExitCode, output.Result + errors.Result, IsTimeout: false);
        process.Kill(entireProcessTree: true);
        // A process that was started meanwhile keeps the streams open, so that reading them to their end could last for ever.
        Task.WaitAll([output, errors], s_outputBound);
        return new CommandResult(
            ExitCode: 1,
            string.Concat(new[] { output, errors }.Where(t => t.IsCompleted).Select(t => t.Result)),
            IsTimeout: true
        );
    }
}

/// <summary>Puts the assemblies without a mutant back when it is disposed: the tests of the next mutant may need both.</summary>
internal sealed class AssemblyBackup : IDisposable
{
    private readonly (string Original, string Copy)[] _files;

    public AssemblyBackup(string output, string folder)
    {
        _files =
        [
            .. new[] { "CfGen.Runtime.dll", "CfGen.Generator.dll" }
                .Select(name => (Path.Combine(output, name), Path.Combine(folder, name + ".original")))
                .Where(file => File.Exists(file.Item1)),
        ];
        foreach ((string original, string copy) in _files)
            File.Copy(original, copy, overwrite: true);
    }

    public void Dispose()
    {
        foreach ((string original, string copy) in _files)
            File.Copy(copy, original, overwrite: true);
    }
}
