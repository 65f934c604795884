using System.Globalization;

namespace CfGen.Mutants;

/// <summary>The arguments of the command.</summary>
/// <param name="Filters">Parts of the name, list, file or test of the mutants to try; none for all.</param>
/// <param name="Jobs">The number of copies of the checkout that are used at once.</param>
/// <param name="IsList">True if the mutants are listed and not tried.</param>
/// <param name="IsCheck">True if only the edits are checked.</param>
internal sealed record CommandOptions(IReadOnlyList<string> Filters, int Jobs, bool IsList, bool IsCheck)
{
    public const string Usage = """
        Applies small wrong edits to copies of the checkout, and expects a test to fail for each.

        dotnet run --project tests/mutants -- [filter...] [--list] [--check] [--jobs N]

          filter     tries the mutants that have one of these texts in their name, list, file or test
          --list     lists the mutants
          --check    checks that every edit still applies, without a build
          --jobs N   uses N copies at once (default: one for four processors)
        """;

    /// <exception cref="MutantException">An argument is unknown.</exception>
    public static CommandOptions Parse(IReadOnlyList<string> arguments)
    {
        CommandOptions options = new([], Math.Max(1, Environment.ProcessorCount / 4), IsList: false, IsCheck: false);
        for (int i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--list" => options with { IsList = true },
                "--check" => options with { IsCheck = true },
                "--jobs"
                    when i + 1 < arguments.Count
                        && int.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out int jobs)
                        && jobs > 0 => options with
                {
                    Jobs = jobs,
                },
                ['-', ..] => throw new MutantException($"The argument '{arguments[i]}' is unknown or incomplete.\n{Usage}"),
                _ when i > 0 && arguments[i - 1] == "--jobs" => options,
                _ => options with { Filters = [.. options.Filters, arguments[i]] },
            };
        }

        return options;
    }

    public bool Includes(Mutant mutant) =>
        Filters.Count == 0
        || Filters.Any(f =>
            new[] { mutant.Name, mutant.Place, mutant.File, mutant.Test }.Any(t => t.Contains(f, StringComparison.OrdinalIgnoreCase))
        );
}
