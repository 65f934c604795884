// Adds up the tests of every TRX file below a folder and prints "PASSED FAILED", then a paragraph for each failed test: its name
// and the start of its message: `dotnet run .ci/TestCounts.cs -- FOLDER`.
using System.Xml.Linq;

XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
int passed = 0;
int failed = 0;
List<string> failures = [];
foreach (string file in Directory.EnumerateFiles(args[0], "*.trx", SearchOption.AllDirectories))
{
    XDocument run = XDocument.Load(file);
    XElement counters = run.Descendants(trx + "Counters").Single();
    passed += Count("passed");
    // A test that ended with its host has run and has not passed.
    failed += Count("failed") + Count("error") + Count("timeout") + Count("aborted");

    foreach (
        XElement test in run.Descendants(trx + "UnitTestResult")
            .Where(test => (string?)test.Attribute("outcome") is not ("Passed" or "NotExecuted"))
    )
    {
        string message = test.Descendants(trx + "Message").FirstOrDefault()?.Value ?? "";
        string stack = test.Descendants(trx + "StackTrace").FirstOrDefault()?.Value ?? "";
        failures.Add(
            $"{(string?)test.Attribute("testName")}\n{message[..Math.Min(message.Length, 1500)]}\n{stack[..Math.Min(stack.Length, 1000)]}"
        );
    }

    int Count(string name) => (int?)counters.Attribute(name) ?? 0;
}

Console.WriteLine($"{passed} {failed}");
failures.ForEach(Console.WriteLine);
