namespace RiskScore;

/// <summary>The arguments of the command line.</summary>
internal sealed record Arguments(string AccountId, string UserId, bool Reset, bool Help)
{
    // The ids in the document's examples.
    private const string ExampleAccountId = "023e105f4ecef8ad9ca31a8372d0c353";
    private const string ExampleUserId = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";

    /// <summary>A user of the example server with several events.</summary>
    internal const string BusyUserId = "5b1a5f0d-6f4e-4a0b-9c2b-3f5d1c7e8a90";

    internal const string Usage = $"""
        Usage: RiskScore [account id] [user id] [--reset]

          account id  the account; default {ExampleAccountId}
          user id     the user, a UUID; default {ExampleUserId}
          --reset     clears the user's risk score instead of showing it

        Set CLOUDFLARE_API_TOKEN, or CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY, to call the real API.
        Without them the program calls its own example server on this machine.
        """;

    /// <exception cref="FormatException">An option is unknown, or there are more than two ids.</exception>
    internal static Arguments Parse(string[] args)
    {
        List<string> ids = [];
        bool reset = false;
        foreach (string arg in args)
        {
            switch (arg)
            {
                case "-h" or "--help":
                    return new(ExampleAccountId, ExampleUserId, false, Help: true);
                case "--reset":
                    reset = true;
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
            : new(ids.ElementAtOrDefault(0) ?? ExampleAccountId, ids.ElementAtOrDefault(1) ?? ExampleUserId, reset, Help: false);
    }
}
