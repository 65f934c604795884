using System.Globalization;

namespace CfGen.Faults.Run;

/// <summary>The options of a run.</summary>
/// <param name="Calls">The number of calls.</param>
/// <param name="Seed">The seed of the order, the moments and the pieces.</param>
/// <param name="Parallel">The number of calls at once.</param>
internal sealed record RunOptions(int Calls = 5000, int Seed = 1, int Parallel = 64)
{
    /// <summary>The part of a fault's name that selects faults; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Parses <c>--calls N --seed S --parallel P --only NAME</c>; null if something else is there.</summary>
    public static RunOptions? Parse(string[] args)
    {
        RunOptions options = new();
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = i + 1 < args.Length ? args[i + 1] : "";
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            RunOptions? next = args[i] switch
            {
                "--calls" when isNumber && number > 0 => options with { Calls = number },
                "--seed" when isNumber => options with { Seed = number },
                "--parallel" when isNumber && number > 0 => options with { Parallel = number },
                "--only" when value.Length > 0 => options with { Only = value },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }

        return options;
    }
}
