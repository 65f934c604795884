using System.Globalization;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Corpus;

/// <summary>
/// Prints the calls and the type names of real documents, each with its place, so that two versions of the generator can be compared.
/// </summary>
internal static class NamesCommand
{
    // Longer names are hard to read.
    private const int LongName = 40;

    /// <summary>Runs the command, and returns its exit code.</summary>
    public static int Run(CommandOptions options, string index)
    {
        string filter = options.GetText("--filter") ?? "";
        (int types, int longNames, int variants, int calls) = (0, 0, 0, 0);
        foreach (CorpusEntry entry in CorpusEntry.ReadIndex(index).Where(e => e.Class == "real"))
        {
            if (!entry.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                continue;
            var names = GeneratedNames.Read(DocumentCompiler.Generate(entry.Document(), entry.References()).Stages);
            foreach ((string place, string call) in names.Calls.OrderBy(c => c.Key, StringComparer.Ordinal))
                Console.WriteLine($"{entry.Name}\t{place}\t{call}");
            foreach ((string name, IReadOnlySet<string> places) in names.Types.OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                foreach (string place in places.Order(StringComparer.Ordinal))
                    Console.WriteLine($"{entry.Name}\t{place}\t{name}");
            }

            calls += names.Calls.Count;
            types += names.Types.Count;
            longNames += names.Types.Keys.Count(n => n.Length > LongName);
            variants += names.Types.Keys.Count(HasVariant);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{calls} calls; {types} types, {longNames} of them longer than {LongName} characters, {variants} with the number of a variant"
            )
        );
        return 0;
    }

    private static bool HasVariant(string name)
    {
        const string Variant = "Variant";
        for (int i = name.IndexOf(Variant, StringComparison.Ordinal); i >= 0; i = name.IndexOf(Variant, i + 1, StringComparison.Ordinal))
        {
            if (i + Variant.Length < name.Length && char.IsAsciiDigit(name[i + Variant.Length]))
                return true;
        }

        return false;
    }
}
