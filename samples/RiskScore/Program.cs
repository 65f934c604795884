using CfGen;
using RiskScore;
using RiskScore.Cloudflare;
using Spectre.Console;

// Exit codes: 0 success, 1 the API or the connection failed, 2 the arguments are wrong.

IAnsiConsole console = Terminal.Create(Console.Out, Console.IsOutputRedirected, redirectedWidth: 120);
IAnsiConsole errors = Terminal.Create(Console.Error, Console.IsErrorRedirected, redirectedWidth: 10_000);
Arguments arguments;
try
{
    arguments = Arguments.Parse(args);
}
catch (FormatException fault)
{
    errors.MarkupLineInterpolated($"[red]{fault.Message}[/]");
    await Console.Error.WriteLineAsync(Arguments.Usage);
    return 2;
}

if (arguments.Help)
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

CloudflareClientOptions options = CloudflareClientOptions.FromEnvironment();
bool isExample = options.ApiToken is null && options.ApiKey is null && options.ApiEmail is null;

// The first line is there before anything that takes time.
Report.WriteHeading(console, isExample);
string accountId;
string userId;
try
{
    Questions questions = new(Console.In, Console.Out);
    accountId = arguments.AccountId ?? (isExample ? Arguments.ExampleAccountId : questions.Ask("Account id"));
    userId = arguments.UserId ?? (isExample ? Arguments.ExampleUserId : questions.Ask("User id"));
    if (arguments is { Reset: true, Confirmed: false } && !questions.Confirm($"Reset the risk score of user {userId}?"))
    {
        console.WriteLine("Nothing was reset.");
        return 0;
    }
}
catch (FormatException fault)
{
    errors.WriteLine();
    errors.MarkupLineInterpolated($"[red]{fault.Message}[/]");
    return 2;
}

await using ExampleServer? server = isExample ? await ExampleServer.StartAsync() : null;
if (server is not null)
{
    options.BaseUrl = server.BaseUrl;
    options.ApiToken = ExampleServer.Token;
}

using CloudflareClient client = new(options);
try
{
    if (arguments.Reset)
    {
        await client.ZeroTrust.RiskScoring.ResetAsync(accountId, userId);
        console.MarkupLineInterpolated($"The risk score of user {userId} was [green]reset[/].");
    }
    else
    {
        RiskScoringGetResponse score = await client.ZeroTrust.RiskScoring.GetAsync(accountId, userId);
        Report.Write(console, userId, score);
    }

    if (isExample)
        Report.WriteHowToCallTheApi(console);
    return 0;
}
catch (ApiValidationException fault)
{
    errors.MarkupLine("[red]The arguments are not valid; nothing was sent.[/]");
    foreach (ApiViolation violation in fault.Violations)
        errors.MarkupLineInterpolated($"  {violation.Message}");
    return 2;
}
catch (ApiStatusException fault)
{
    errors.MarkupLineInterpolated($"[red]{fault.Message}[/]");
    foreach (ApiError error in fault.Errors)
        errors.MarkupLineInterpolated($"  [bold]{error.Code}[/] {error.Message}");
    return 1;
}
catch (ApiException fault)
{
    errors.MarkupLineInterpolated($"[red]{fault.Message}[/]");
    return 1;
}
