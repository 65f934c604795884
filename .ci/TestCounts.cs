// Adds up the tests of every TRX file below a folder and prints "PASSED FAILED": `dotnet run .ci/TestCounts.cs -- FOLDER`.
using System.Xml.Linq;

XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
int passed = 0;
int failed = 0;
foreach (string file in Directory.EnumerateFiles(args[0], "*.trx", SearchOption.AllDirectories))
{
    XElement counters = XDocument.Load(file).Descendants(trx + "Counters").Single();
    passed += Count("passed");
    // A test that ended with its host has run and has not passed.
    failed += Count("failed") + Count("error") + Count("timeout") + Count("aborted");

    int Count(string name) => (int?)counters.Attribute(name) ?? 0;
}

Console.WriteLine($"{passed} {failed}");
