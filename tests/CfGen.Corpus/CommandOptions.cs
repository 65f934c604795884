using System.Globalization;

namespace CfGen.Corpus;

/// <summary>The arguments of the command.</summary>
/// <param name="Verb">measure, fuzz, fuzz-batch, ratio, names, growth or programs.</param>
/// <param name="Values">The values of the arguments by their names; empty for a switch.</param>
/// <param name="Folder">The folder of the corpus; null for that of the shared data.</param>
internal sealed record CommandOptions(string Verb, IReadOnlyDictionary<string, string> Values, string? Folder)
{
    public const string Usage = """
        Generates and compiles clients of real documents in process, with warnings as errors.

        dotnet run -c Release --project tests/CfGen.Corpus -- [DIR] [--jobs N] [--sample 1/3] [--filter TEXT] [--notes] [--update]
        dotnet run -c Release --project tests/CfGen.Corpus -- fuzz [DIR] [--mutations N] [--schemas N] [--seed N] [--jobs N]
        dotnet run -c Release --project tests/CfGen.Corpus -- fuzz --show KIND:SEED | --reduce KIND:SEED
        dotnet run -c Release --project tests/CfGen.Corpus -- ratio [DIR] [--rounds N] [--filter TEXT]
        dotnet run -c Release --project tests/CfGen.Corpus -- names [DIR] [--filter TEXT]
        dotnet run -c Release --project tests/CfGen.Corpus -- growth [DIR] [--rounds N] [--seed N] [--filter TEXT] [--listing] [--notes]
        dotnet run -c Release --project tests/CfGen.Corpus -- programs [DIR] [--count N] [--seed N] [--jobs N] [--filter TEXT]

          DIR               the folder with index.tsv (default: corpus in the shared data)
          --jobs N          uses N threads or processes (default: one for each processor)
          --sample 1/3      takes a fixed third of the documents, by a hash of the name
          --filter TEXT     takes the documents with this text in their name
          --listing         generates the grown document with the listing of the old one (growth)
          --notes           prints the operations without a method, and the loosened types; the names that moved (growth)
          --update          writes expected.tsv and docs/reference/corpus.md anew, and compares nothing
          --mutations N     tries N mutations of documents (default: 20000)
          --schemas N       tries N documents with random recursive schemas (default: 5000)
          --seed N          begins with this seed (default: 1)
          --maximum N       allows N diagnostics of one id; 0 allows any number (default: 101)
          --show KIND:SEED  prints a document of the fuzzer: mutation:17 or schema:3
          --reduce ...      prints the document without what its first fault does not need
          --count N         compiles N random programs with Emit="used" (default: 200, of Cloudflare's document)
          --rounds N        takes the shortest of N rounds (default: 3), or N seeds (growth, default: 1)
        """;

    private static readonly string[] s_verbs = ["measure", "fuzz", "fuzz-batch", "ratio", "names", "growth", "programs"];
    private static readonly string[] s_switches = ["--update", "--notes", "--listing"];
    private static readonly string[] s_named =
    [
        "--jobs",
        "--sample",
        "--filter",
        "--mutations",
        "--schemas",
        "--seed",
        "--maximum",
        "--show",
        "--reduce",
        "--rounds",
        "--count",
        "--kind",
    ];

    /// <exception cref="ArgumentException">An argument is unknown or incomplete.</exception>
    public static CommandOptions Parse(IReadOnlyList<string> arguments)
    {
        CommandOptions options = new("measure", new Dictionary<string, string>(), Folder: null);
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (i == 0 && s_verbs.Contains(argument))
                options = options with { Verb = argument };
            else if (s_switches.Contains(argument))
                options = options.With(argument, "");
            else if (s_named.Contains(argument) && i + 1 < arguments.Count)
                options = options.With(argument, arguments[++i]);
            else if (argument.StartsWith('-') || options.Folder is not null)
                throw new ArgumentException($"The argument '{argument}' is unknown or incomplete.\n{Usage}");
            else
                options = options with { Folder = argument };
        }

        return options;
    }

    public bool Has(string name) => Values.ContainsKey(name);

    public string? GetText(string name) => Values.GetValueOrDefault(name);

    /// <exception cref="ArgumentException">The value is no number.</exception>
    public int GetNumber(string name, int otherwise) =>
        GetText(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw new ArgumentException($"The value '{text}' of {name} is not a number.");

    /// <summary>True if a name is in the sample: the same names on each machine.</summary>
    public bool IsSampled(string name)
    {
        if (GetText("--sample") is not { } sample)
            return true;
        return
            sample.Split('/') is [var part, var whole]
            && uint.TryParse(part, CultureInfo.InvariantCulture, out uint taken)
            && uint.TryParse(whole, CultureInfo.InvariantCulture, out uint of)
            && of > 0
            ? StableHash.Compute(name) % of < taken
            : throw new ArgumentException($"The value '{sample}' of --sample is not a fraction such as 1/3.");
    }

    private CommandOptions With(string name, string value) =>
        this with
        {
            Values = new Dictionary<string, string>(Values) { [name] = value },
        };
}
