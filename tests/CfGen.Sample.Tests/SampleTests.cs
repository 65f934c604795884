using System.Diagnostics;

namespace CfGen.Sample.Tests;

/// <summary>Runs the sample as a process and checks its output and exit codes.</summary>
public sealed class SampleTests
{
    private const string Account = "023e105f4ecef8ad9ca31a8372d0c353";
    private const string BusyUser = "5b1a5f0d-6f4e-4a0b-9c2b-3f5d1c7e8a90";

    [Fact]
    public async Task Reports_a_user_with_several_events_without_arguments()
    {
        (int code, string output, string errors) = await RunAsync([]);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        Assert.StartsWith("── Zero Trust risk score (example data) ─", output, StringComparison.Ordinal);
        Assert.Contains(BusyUser, output, StringComparison.Ordinal);
        string[] rows = [.. output.Split('\n').Where(l => l.Contains(" UTC ", StringComparison.Ordinal) && l.StartsWith('│'))];
        Assert.Collection(
            rows,
            r => Assert.Contains("high   │ Impossible travel", r, StringComparison.Ordinal),
            r => Assert.Contains("medium │ High number of DLP policies triggered", r, StringComparison.Ordinal),
            r => Assert.Contains("low    │ Device without endpoint protection", r, StringComparison.Ordinal)
        );
        Assert.Contains("never", output, StringComparison.Ordinal);
        Assert.Contains("CLOUDFLARE_API_TOKEN", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Reports_the_documents_example()
    {
        (int code, string output, string errors) = await RunAsync([Account, "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"]);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        Assert.Contains("name <email>", output, StringComparison.Ordinal);
        Assert.Contains("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", output, StringComparison.Ordinal);
        Assert.Contains("2019-12-27 18:11:19 UTC", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("YES\n", true)]
    [InlineData("n\n", false)]
    [InlineData("\n", false)]
    public async Task Reset_asks_first(string answer, bool isReset)
    {
        (int code, string output, _) = await RunAsync(answer, [Account, BusyUser, "--reset"]);
        Assert.Equal(0, code);
        Assert.Contains($"Reset the risk score of user {BusyUser}? [y/N]", output, StringComparison.Ordinal);
        Assert.Equal(isReset, output.Contains($"The risk score of user {BusyUser} was reset.", StringComparison.Ordinal));
        Assert.Equal(!isReset, output.Contains("Nothing was reset.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reset_with_yes_asks_nothing()
    {
        (int code, string output, _) = await RunAsync([Account, BusyUser, "--reset", "--yes"]);
        Assert.Equal(0, code);
        Assert.Contains($"The risk score of user {BusyUser} was reset.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("[y/N]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_that_nobody_confirms_is_refused()
    {
        (int code, string output, string errors) = await RunAsync([Account, BusyUser, "--reset"]);
        Assert.Equal(2, code);
        Assert.DoesNotContain("was reset", output, StringComparison.Ordinal);
        Assert.Contains("--yes", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The account id is missing.")]
    [InlineData(Account + "\n", "The user id is missing.")]
    public async Task Ids_are_asked_for_where_the_API_is_called(string input, string error)
    {
        (int code, string output, string errors) = await RunAsync(
            input,
            [],
            ("CLOUDFLARE_API_TOKEN", "t0p-s3cret"),
            ("CLOUDFLARE_BASE_URL", "http://127.0.0.1:1/client/v4")
        );
        Assert.Equal(2, code);
        Assert.Contains("Account id: ", output, StringComparison.Ordinal);
        Assert.Contains(error, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-a-uuid")]
    [InlineData("..")]
    [InlineData(" 5b1a5f0d-6f4e-4a0b-9c2b-3f5d1c7e8a90")]
    public async Task Invalid_user_id_exits_with_2_and_names_the_rule(string userId)
    {
        (int code, string output, string errors) = await RunAsync([Account, userId]);
        Assert.Equal(2, code);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Contains("userId", errors, StringComparison.Ordinal);
        Assert.Contains("uuid", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Swapped_ids_are_rejected_before_sending()
    {
        (int code, _, string errors) = await RunAsync([BusyUser, Account]);
        Assert.Equal(2, code);
        Assert.Contains("nothing was sent", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--colour")]
    [InlineData("a b c")]
    public async Task Unknown_argument_exits_with_2_and_prints_the_usage(string arguments)
    {
        (int code, _, string errors) = await RunAsync(arguments.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains("Usage: RiskScore [account id] [user id] [--reset]", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_error_exits_with_1_and_prints_code_and_message()
    {
        (int code, string output, string errors) = await RunAsync([Account, "00000000-0000-0000-0000-000000000000"]);
        Assert.Equal(1, code);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Contains("1404 There is no user with this id in the account.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_select_the_API_that_the_environment_names()
    {
        // Nothing listens there. The example server must not respond in its place.
        (int code, string output, string errors) = await RunAsync(
            $"{Account}\n\n{BusyUser}\n",
            [],
            ("CLOUDFLARE_API_TOKEN", "t0p-s3cret"),
            ("CLOUDFLARE_BASE_URL", "http://127.0.0.1:1/client/v4")
        );
        Assert.Equal(1, code);
        Assert.DoesNotContain("example data", output, StringComparison.Ordinal);
        Assert.DoesNotContain("t0p-s3cret", output, StringComparison.Ordinal);
        Assert.NotEqual("", errors);
        Assert.DoesNotContain("t0p-s3cret", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_credential_pair_is_an_error_and_not_replaced_by_the_example()
    {
        (int code, _, string errors) = await RunAsync([Account, BusyUser], ("CLOUDFLARE_EMAIL", "ada@example.com"));
        Assert.Equal(1, code);
        Assert.Contains("CLOUDFLARE_API_KEY", errors, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(
        string[] arguments,
        params (string Name, string Value)[] environment
    ) => RunAsync("", arguments, environment);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        string input,
        string[] arguments,
        params (string Name, string Value)[] environment
    )
    {
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "RiskScore.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("CLOUDFLARE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }
}
