using System.Globalization;
using System.Xml.Linq;

namespace CfGen.Mutants;

/// <summary>The end of a process and what it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Output, bool IsTimeout)
{
    public string FirstError => Errors.FirstOrDefault() ?? Output.Trim();

    /// <summary>True if only tests do not compile: those that use what the generator writes with the edit.</summary>
    public bool HasErrorsOfTestsOnly =>
        Errors.Any() && Errors.All(e => e.Split(": error CS", 2) is [{ } place, _] && place.Contains("/tests/", StringComparison.Ordinal));

    // A path comes before the place and the error; the project after it does not count.
    private IEnumerable<string> Errors =>
        Output.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Select(l => l.Trim());
}

/// <summary>The result of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="IsFound">True if one of its tests failed.</param>
/// <param name="Text">The outcome of the tests, for the line of the mutant.</param>
internal sealed record Outcome(Mutant Mutant, bool IsFound, string Text);

/// <summary>A run of tests, from the result file that the test runner writes.</summary>
internal sealed record TestResult(IReadOnlyList<string> Names, IReadOnlyList<string> Failed, bool IsTimeout, bool IsAborted, string Output)
{
    private static readonly XNamespace s_trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>True if a test failed, or took the whole run with it by not ending or by ending the process.</summary>
    public bool HasFailed => Failed.Count > 0 || IsTimeout || IsAborted;

    public string Summary =>
        Failed.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Failed.Count} of {Names.Count} tests failed")
        : IsTimeout ? "a test did not end"
        : IsAborted ? "the test process did not end as it should"
        : string.Create(CultureInfo.InvariantCulture, $"all {Names.Count} tests passed");

    /// <summary>Reads the result file in a folder; there is none where the run was ended.</summary>
    public static TestResult Read(string folder, CommandResult run)
    {
        string? file = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.trx").FirstOrDefault() : null;
        XElement[] results = file is null ? [] : [.. XDocument.Load(file).Descendants(s_trx + "UnitTestResult")];
        string[] failed = [.. results.Where(r => (string?)r.Attribute("outcome") == "Failed").Select(Name)];
        return new TestResult([.. results.Select(Name)], failed, run.IsTimeout, run.ExitCode != 0 && failed.Length == 0, run.Output);
    }

    private static string Name(XElement result) => (string?)result.Attribute("testName") ?? "";
}
