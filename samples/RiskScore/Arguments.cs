namespace RiskScore;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(string AccountId, string UserId, bool Reset, bool Help)
{
    // The ids of the document's examples.
    private const string ExampleAccountId = "023e105f4ecef8ad9ca31a8372d0c353";
    private const string ExampleUserId = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";

    /// <summary>A user of the example server who has more to show.</summary>
    internal const string BusyUserId = "5b1a5f0d-6f4e-4a0b-9c2b-3f5d1c7e8a90";

    internal const string Usage = $"""
        Usage: RiskScore [account id] [user id] [--reset]

          account id  the account; the example's ({ExampleAccountId}) unless given
          user id     the user, a UUID; the example's ({ExampleUserId}) unless given
          --reset     clears the user's risk score instead of showing it

        With CLOUDFLARE_API_TOKEN, or CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY, set it asks the real API.
        Without them it asks an example server of its own, on this machine.
        """;

    /// <exception cref="FormatException">An option that there is not, or a third id.</exception>
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
                    throw new FormatException($"There is no option {arg}.");
                default:
                    ids.Add(arg);
                    break;
            }
        }

        return ids.Count > 2
            ? throw new FormatException($"An account id and a user id are all there is to give, not {ids.Count} ids.")
            : new(ids.ElementAtOrDefault(0) ?? ExampleAccountId, ids.ElementAtOrDefault(1) ?? ExampleUserId, reset, Help: false);
    }
}
