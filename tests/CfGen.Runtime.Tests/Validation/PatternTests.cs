using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using CfGen.Validation;

namespace CfGen.Runtime.Tests.Validation;

/// <summary>
/// Values are matched against patterns before the request is sent, in bounded time, and long ones not on the caller's thread.
/// </summary>
public sealed class PatternTests : IDisposable
{
    // The second takes exponential time with a backtracking engine; the first makes that engine necessary.
    private const string Slow = "^(?!x)(a|aa)+$";

    private readonly StubHandler _stub = new(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
    private readonly StepClock _clock = new();
    private readonly TestClient _client;

    public PatternTests() => _client = new TestClient(_stub, new TestClientOptions { ApiToken = Secrets.Token, TimeProvider = _clock });

    public void Dispose()
    {
        _client.Dispose();
        _stub.Dispose();
    }

    private ApiRequestBuilder Call() => _client.Call(TestOperations.Create(HttpMethod.Get, "/things"));

    private ApiRequestBuilder Call(string value, StringPattern pattern) =>
        Call().AddString(ParameterLocation.Query, "a", value, "#", true, pattern: pattern);

    private async Task<ApiViolation[]> ViolationsAsync(ApiRequestBuilder call)
    {
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() => call.SendAsync(default));
        Assert.Empty(_stub.Requests);
        return [.. e.Violations];
    }

    [Fact]
    public async Task The_pattern_of_the_document_is_named_and_its_expression_is_matched()
    {
        ApiViolation v = Assert.Single(await ViolationsAsync(Call("a\n", StringPattern.Create(@"^\w$", @"^[0-9A-Z_a-z]\z"))));

        Assert.Equal(@"pattern: ^\w$", v.Rule);
        Assert.Equal(@"value does not match the pattern (query parameter a; pattern: ^\w$, #).", v.Message);
    }

    [Theory]
    [InlineData("^.{1,3}$", "😀😀😀", true)]
    [InlineData("^.{1,3}$", "😀😀😀😀", false)]
    [InlineData(@"^\p{L}+$", "𠮷野家", true)]
    [InlineData(@"^\p{L}+$", "𠮷!", false)]
    [InlineData(@"^\P{L}+$", "😀", true)]
    [InlineData(@"^\p{Lu}$", "𝒜", true)]
    [InlineData(@"^[\u2E80-\u9FFF]+$", "𠮷", true)]
    [InlineData(@"^(?:\uD83D\uDE00)+$", "😀😀", true)]
    [InlineData(@"^(?:\uD83D\uDE00)+$", "😁", false)]
    public void A_character_of_two_halves_is_one(string pattern, string value, bool matches) =>
        Assert.Equal(matches, ((StringPattern)pattern).Matches(value, isQuick: true));

    [Theory]
    [InlineData("^(a+)+$", true)]
    [InlineData("^[a-z]{1,255}$", true)]
    [InlineData(@"\(\?=", true)]
    [InlineData("^[a-z]{1,1024}$", false)]
    [InlineData("^(?=a)b$", false)]
    [InlineData("^(?!a)b$", false)]
    [InlineData("(?<=a)b", false)]
    [InlineData("(?<!a)b", false)]
    [InlineData(@"(?<1>a)(?(1)\k<1>)", false)]
    [InlineData(@"^([a-z]{1,64}\.){1,32}$", false)]
    public void A_pattern_takes_linear_time_where_NET_can_do_that(string pattern, bool isLinear) =>
        Assert.Equal(isLinear, ((StringPattern)pattern).IsLinear);

    [Fact]
    public async Task A_pattern_that_is_no_expression_is_no_rule()
    {
        await Call("a", "(").SendAsync(default);

        Assert.Single(_stub.Requests);
    }

    [Fact]
    public async Task Matching_that_takes_too_long_is_a_violation()
    {
        ApiViolation v = Assert.Single(await ViolationsAsync(Call(new string('a', 60) + "!", Slow)));

        Assert.Equal($"value takes too long to match against the pattern (query parameter a; pattern: {Slow}, #).", v.Message);
    }

    [Theory]
    [InlineData(PatternChecks.MaxImmediateLength, 1)]
    [InlineData(PatternChecks.MaxImmediateLength + 1, 0)]
    public async Task A_long_value_is_matched_once_and_later(int length, int matchesAtOnce)
    {
        var pattern = new CountingPattern(_clock);

        ApiRequestBuilder call = Call(new string('a', length), pattern);

        Assert.Equal(matchesAtOnce, pattern.Quick.Count);
        await call.SendAsync(default);
        Assert.Single(pattern.Quick);
        Assert.Single(_stub.Requests);
    }

    [Fact]
    public async Task The_task_is_returned_while_a_long_value_is_matched()
    {
        using var isReturned = new ManualResetEventSlim();
        bool waited = false;
        var pattern = new CountingPattern(_clock) { OnMatch = () => waited = isReturned.Wait(TimeSpan.FromMinutes(1)) };

        Task task = Call(new string('a', 5000), pattern).SendAsync(default);
        isReturned.Set();
        await task;

        Assert.True(waited);
        Assert.Single(_stub.Requests);
    }

    [Fact]
    public async Task A_long_value_of_a_body_names_its_place_and_stands_beside_the_violations_before_it()
    {
        string text = new('a', 5000);
        string empty = "";

        ApiViolation[] violations = await ViolationsAsync(
            Call()
                .AddString(ParameterLocation.Query, "b", empty, "#/b", true, minLength: 1)
                .AddList(ParameterLocation.Query, "l", (string[])["b", text], "#/l", true, pattern: "^b$")
                .WithTextBody(text, true, "text/plain", "#/t", pattern: "^c$")
        );

        Assert.Equal(
            [("empty", "minLength: 1"), ("(string[])[\"b\", text][1]", "pattern: ^b$"), ("text", "pattern: ^c$")],
            violations.Select(v => (v.Parameter, v.Rule))
        );
    }

    [Fact]
    public async Task A_match_that_is_given_up_on_the_callers_thread_is_tried_again_on_another()
    {
        var pattern = new CountingPattern(_clock) { IsSlow = true };

        await Call("a", pattern).SendAsync(default);

        Assert.Equal([true, false], pattern.Quick);
        Assert.Single(_stub.Requests);
    }

    [Fact]
    public async Task All_matches_of_a_call_share_a_time()
    {
        // Two matches of 30 ms are done at once, one of 400 ms more of a second remain for three: the fourth is not begun.
        var quick = new CountingPattern(_clock) { QuickTime = TimeSpan.FromMilliseconds(30), Time = TimeSpan.FromMilliseconds(400) };
        string[] values = ["1", "2", "3", "4", "5", "6", "7", "8"];

        ApiViolation v = Assert.Single(
            await ViolationsAsync(Call().AddList(ParameterLocation.Query, "l", values, "#/l", true, pattern: quick))
        );

        Assert.Equal([true, true, false, false, false], quick.Quick);
        Assert.Equal(
            "values[5] was not matched against the pattern, because the patterns before it took too long; "
                + "pass fewer or shorter values (query parameter l; pattern: counting, #/l).",
            v.Message
        );
    }

    [Fact]
    public async Task Linear_patterns_do_not_use_the_time()
    {
        var linear = new CountingPattern(_clock) { IsLinearPattern = true, QuickTime = TimeSpan.FromSeconds(9) };

        await Call().AddList(ParameterLocation.Query, "l", (string[])["1", "2", "3"], "#/l", true, pattern: linear).SendAsync(default);

        Assert.Equal([true, true, true], linear.Quick);
    }

    [Fact]
    public async Task The_next_call_has_its_own_time()
    {
        var pattern = new CountingPattern(_clock) { QuickTime = TimeSpan.FromSeconds(9) };

        await Call("1", pattern).SendAsync(default);
        await Call("2", pattern).SendAsync(default);

        Assert.Equal([true, true], pattern.Quick);
    }

    [Fact]
    public async Task Cancellation_is_looked_at_between_matches()
    {
        using var cancellation = new CancellationTokenSource();
        var pattern = new CountingPattern(_clock) { OnMatch = cancellation.Cancel };
        string text = new('a', 5000);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Call()
                .AddList(ParameterLocation.Query, "l", (string[])[text, text, text], "#/l", true, pattern: pattern)
                .SendAsync(cancellation.Token)
        );

        Assert.Single(pattern.Quick);
        Assert.Empty(_stub.Requests);
    }

    [Fact]
    public async Task A_path_value_that_is_too_long_is_looked_at_no_further()
    {
        var pattern = new CountingPattern(_clock);
        string value = string.Concat(Enumerable.Repeat("%25", 55_000)) + "/..";

        ApiViolation v = Assert.Single(
            await ViolationsAsync(
                _client
                    .Call(TestOperations.Create(HttpMethod.Get, "/{id}"))
                    .AddString(ParameterLocation.Path, "id", value, "#", true, maxLength: 32, pattern: pattern)
            )
        );

        Assert.Equal(("maxLength: 32", 0), (v.Rule, pattern.Quick.Count));
    }

    [Theory]
    [InlineData("%25", false)]
    [InlineData("%2525", false)]
    [InlineData("%25%32%45", true)]
    [InlineData("/%25%32%45/", true)]
    [InlineData("/%2%35%32%45%2f", true)]
    [InlineData("%2/%2E", true)]
    [InlineData("%2e%", false)]
    [InlineData("%c3%a4.%2e", false)]
    [InlineData("a%2Fb%5C.", true)]
    [InlineData("a%ff%2f.%5c", true)]
    public void Encoded_dot_segments_are_found(string value, bool found) => Assert.Equal(found, DotSegments.HasDotSegment(value));

    [Fact]
    public void An_encoding_of_encodings_is_read_once()
    {
        // Each pass over it would take away two of its characters: 160,000 characters took 80,000 passes.
        string nested = "%" + string.Concat(Enumerable.Repeat("25", 80_000));
        string wide = string.Concat(Enumerable.Repeat("%25", 55_000));

        Assert.True(DotSegments.HasDotSegment("/" + nested + "2e"));
        Assert.False(DotSegments.HasDotSegment(nested + wide));
    }

    /// <summary>A clock that only matching moves.</summary>
    private sealed class StepClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }

    /// <summary>A pattern that every value matches, and that takes time on the clock.</summary>
    private sealed class CountingPattern(StepClock clock) : StringPattern("counting")
    {
        public List<bool> Quick { get; } = [];

        public bool IsSlow { get; init; }

        public bool IsLinearPattern { get; init; }

        public TimeSpan QuickTime { get; init; }

        public TimeSpan Time { get; init; }

        public Action OnMatch { get; init; } = () => { };

        internal override bool IsLinear => IsLinearPattern;

        internal override bool? Matches(string value, bool isQuick)
        {
            Quick.Add(isQuick);
            clock.Advance(isQuick ? QuickTime : Time);
            OnMatch();
            return IsSlow && isQuick ? null : true;
        }
    }
}
