namespace RiskScore;

/// <summary>The arguments of the command line.</summary>
/// <param name="AccountId">Null where it is not given.</param>
/// <param name="UserId">Null where it is not given.</param>
/// <param name="Reset">True if the score is cleared instead of shown.</param>
/// <param name="Confirmed">True if the reset needs no question.</param>
/// <param name="Help">True if only the usage is printed.</param>
internal sealed record Arguments(string? AccountId, string? UserId, bool Reset, bool Confirmed, bool Help)
{
    /// <summary>The account of the example server.</summary>
    internal const string ExampleAccountId = "023e105f4ecef8ad9ca31a8372d0c353";

    /// <summary>A user of the example server, with several events.</summary>
    internal const string ExampleUserId = "5b1a5f0d-6f4e-4a0b-9c2b-3f5d1c7e8a90";

    // No line is longer than 50 characters.
    internal const string Usage = """
        Usage: RiskScore [account id] [user id] [--reset]

          account id  the account
          user id     the user, a UUID
          --reset     clears the user's risk score
                      instead of showing it
          --yes       does not ask before a reset

        Set CLOUDFLARE_API_TOKEN, or CLOUDFLARE_EMAIL and
        CLOUDFLARE_API_KEY, to call the real API. The
        program asks for an id that is missing.

        Without them it calls its own example server on
        this machine, and shows an example user.
        """;

    /// <exception cref="FormatException">An option is unknown, or there are more than two ids.</exception>
    internal static Arguments Parse(string[] args)
    {
        List<string> ids = [];
        Arguments arguments = new(null, null, Reset: false, Confirmed: false, Help: false);
        foreach (string arg in args)
        {
            switch (arg)
            {
                case "-h" or "--help":
                    return arguments with { Help = true };
                case "--reset":
                    arguments = arguments with { Reset = true };
                    break;
                case "-y" or "--yes":
                    arguments = arguments with { Confirmed = true };
                    break;
                case ['-', ..]:
                    throw new FormatException($"Unknown option {arg}.");
                default:
                    ids.Add(arg);
                    break;
            }
        }

        return ids.Count > 2
            ? throw new FormatException($"Expected at most an account id and a user id, but got {ids.Count} ids.")
            : arguments with
            {
                AccountId = ids.ElementAtOrDefault(0),
                UserId = ids.ElementAtOrDefault(1),
            };
    }
}
