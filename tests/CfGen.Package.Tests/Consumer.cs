using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CfGen.Package.Tests;

/// <summary>The output and the exit code of a command.</summary>
internal sealed partial record Outcome(int ExitCode, string Output)
{
    /// <summary>True if csc ran, told by MSBuild's own words at detailed verbosity.</summary>
    internal bool Compiled => Output.Contains("Task \"Csc\"", StringComparison.Ordinal);

    internal Outcome Succeeded()
    {
        Assert.True(ExitCode == 0, Shown());
        return this;
    }

    internal Outcome Failed()
    {
        Assert.True(ExitCode != 0, Shown());
        return this;
    }

    /// <summary>The lines that name a code, in short.</summary>
    internal IReadOnlyList<string> Lines(string code) =>
        [
            .. Output
                .Split('\n')
                .Where(l => l.Contains(code, StringComparison.Ordinal))
                .Select(l => NodeNumber().Replace(l.Trim(), ""))
                .Distinct(),
        ];

    // MSBuild puts the number of the project and the node before a line, but not when it repeats the line at the end.
    [GeneratedRegex(@"^\d+(:\d+)?>")]
    private static partial Regex NodeNumber();

    private string Shown()
    {
        string[] telling =
        [
            .. Output
                .Split('\n')
                .Where(l => l.Contains("error ", StringComparison.Ordinal) || l.Contains("warning ", StringComparison.Ordinal))
                .Distinct(),
        ];
        return $"Exit code {ExitCode}.\n{string.Join('\n', telling)}\n...\n{Output[^Math.Min(4000, Output.Length)..]}";
    }
}

/// <summary>A project outside of the repository that knows nothing of it but the folder with the packages.</summary>
internal sealed class Consumer : IDisposable
{
    internal const string Project = "Acme.csproj";

    // One folder of packages a run: the packages of an earlier run, with the same version, must never stand in for these.
    private static readonly Lazy<string> s_packages = new(() => Directory.CreateTempSubdirectory("cfgen-packages-").FullName);

    internal Consumer()
    {
        Folder = Directory.CreateTempSubdirectory("cfgen consumer-").FullName; // the space is on purpose
        // Nothing above the folder reaches in.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    static Consumer() =>
        AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
        {
            if (s_packages.IsValueCreated)
                Delete(s_packages.Value);
        };

    internal string Folder { get; }

    /// <summary>Variables of the commands, beside those of the test.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    /// <summary>The folder that the packages are restored to.</summary>
    internal static string Packages => s_packages.Value;

    internal static string Specification => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "zero-trust-risk-scoring.yaml"));

    /// <summary>The one reference that a user writes.</summary>
    internal static string Reference => $"""<PackageReference Include="CfGen" Version="{Feed.Version}" />""";

    internal void Write(string name, string text)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    internal string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Creates a library with the document in <c>api.yaml</c> and a file of code that uses the client.</summary>
    internal static Consumer CreateLibrary(string items, string code, string properties)
    {
        Consumer consumer = new();
        consumer.WriteProject(Reference + items, "<TargetFramework>net10.0</TargetFramework>" + properties);
        consumer.Write("api.yaml", Specification);
        consumer.Write("Use.cs", code);
        return consumer;
    }

    /// <summary>Writes the project: <paramref name="items"/> is what a user adds to a new one.</summary>
    internal void WriteProject(
        string items,
        string properties = "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>",
        string sdk = "Microsoft.NET.Sdk",
        string name = Project
    ) =>
        Write(
            name,
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                <!-- The generator failed, or an assembly that it needs is missing: csc only warns of that. -->
                <WarningsAsErrors>CS8785</WarningsAsErrors>
                <RestoreAdditionalProjectSources>{Feed.Folder}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{s_packages.Value}</RestorePackagesPath>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """
        );

    internal Task<Outcome> BuildAsync(params string[] more) => BuildProjectAsync(Project, more);

    internal Task<Outcome> BuildProjectAsync(string project, params string[] more) =>
        DotnetAsync(["build", project, "-tl:off", "-v:d", "--disable-build-servers", .. more]);

    internal Task<Outcome> RunAsync(params string[] arguments) => DotnetAsync(["exec", PathOf("bin/Debug/net10.0/Acme.dll"), .. arguments]);

    internal Task<Outcome> DotnetAsync(params string[] arguments) => StartAsync("dotnet", TimeSpan.FromMinutes(5), arguments);

    /// <summary>Compiles ahead of time, which takes its time, into <c>out</c>.</summary>
    internal Task<Outcome> PublishAsync() =>
        StartAsync("dotnet", TimeSpan.FromMinutes(15), "publish", Project, "-tl:off", "--disable-build-servers", "-o", PathOf("out"));

    /// <summary>Runs a program that was published.</summary>
    internal Task<Outcome> RunPublishedAsync(params string[] arguments) =>
        StartAsync(PathOf("out/Acme"), TimeSpan.FromMinutes(5), arguments);

    private async Task<Outcome> StartAsync(string program, TimeSpan time, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // `dotnet test` leaves settings of its own MSBuild behind; credentials of the machine are none of a test's business.
        foreach (
            string name in start
                .Environment.Keys.Where(k =>
                    k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("CLOUDFLARE_", StringComparison.Ordinal)
                )
                .ToList()
        )
            start.Environment.Remove(name);
        foreach ((string name, string value) in Environment)
            start.Environment[name] = value;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        StringBuilder output = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource limit = new(time);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end.\n{output}");
        }

        return new Outcome(process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output)
                output.Append(line).Append('\n');
        }
    }

    public void Dispose() => Delete(Folder);

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A leftover in the temp folder fails no test.
        }
    }
}
