using System.Net;
using System.Text.Json;
using Acme.Receiving;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Values that nest as deep as MaxDepth allows, on the smallest stack that a thread has by default.</summary>
public class DepthTests
{
    private const int StackSize = 1024 * 1024;
    private const int Ceiling = 512;

    private static readonly JsonSerializerOptions s_deep = new() { MaxDepth = 10_000 };

    [Theory]
    [InlineData("{\"children\":[", "", "]}", 2)] // a union in a list in a model
    [InlineData("{\"byName\":{\"a\":", "{}", "}}", 2)] // a union in a map in a model
    [InlineData("{\"only\":", "{}", "}", 1)]
    [InlineData("{\"anything\":[", "", "]}", 2)] // a JsonElement
    [InlineData("{\"unlisted\":[", "", "]}", 2)] // skipped, and kept
    public void The_deepest_value_that_can_be_allowed_is_read(string open, string inner, string close, int levels)
    {
        int count = (Ceiling - (inner.Length > 0 ? 1 : 0)) / levels;
        string json = Repeat(open, count) + inner + Repeat(close, count);

        Exception? error = ReadOnSmallStack(json, Ceiling);

        Assert.Null(error);
    }

    [Theory]
    [InlineData("{\"children\":[", "]}")]
    [InlineData("{\"only\":", "}")]
    [InlineData("{\"anything\":[", "]}")]
    [InlineData("{\"unlisted\":[", "]}")]
    public void A_deeper_value_is_an_error(string open, string close)
    {
        string json = Repeat(open, 100_000) + (close == "}" ? "{}" : "") + Repeat(close, 100_000);

        ApiResponseFormatException e = Assert.IsType<ApiResponseFormatException>(ReadOnSmallStack(json, Ceiling));

        Assert.StartsWith(
            "GET /trees (getTree) returned 200 OK as application/json, and the body is JSON that nests deeper than MaxDepth at $.",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Ceiling + 1)]
    [InlineData(int.MaxValue)]
    public void A_depth_beyond_the_stack_is_refused_where_it_is_set(int depth)
    {
        ArgumentOutOfRangeException e = Assert.Throws<ArgumentOutOfRangeException>(() => new ReceivingClientOptions { MaxDepth = depth });

        Assert.StartsWith(
            "MaxDepth must be between 1 and 512: deeper values could use up the stack of the thread that reads them.",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(("MaxDepth", depth), (e.ParamName, e.ActualValue));
    }

    /// <summary>A thread whose stack is nearly used up by its caller: the process goes on.</summary>
    [Fact]
    public void A_value_that_does_not_fit_the_stack_is_an_error()
    {
        string json = Repeat("{\"only\":", 500) + "{}" + Repeat("}", 500);

        ApiResponseFormatException e = Assert.IsType<ApiResponseFormatException>(ReadOnSmallStack(json, Ceiling, stackSize: 300 * 1024));

        Assert.Contains(": the value nests deeper than the stack of the thread allows.", e.Message, StringComparison.Ordinal);
    }

    /// <summary>The serializer allows any depth; the converter of a model does not.</summary>
    [Fact]
    public void The_serializer_is_limited_too()
    {
        string json = Repeat("{\"only\":", 2000) + "{}" + Repeat("}", 2000);

        Exception? error = RunOnThread(() => JsonSerializer.Deserialize<Branch>(json, s_deep), StackSize);

        Assert.IsType<JsonException>(error, exactMatch: false);
    }

    private static Exception? ReadOnSmallStack(string json, int maxDepth, int stackSize = StackSize) =>
        RunOnThread(
            () =>
            {
                using StubHandler stub = new(_ => new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
                });
                using ReceivingClient client = new(stub, new ReceivingClientOptions { MaxDepth = maxDepth });
                Task<Tree> call = client.Trees.GetAsync();
                Assert.True(call.IsCompleted, "The call left the thread.");
                call.GetAwaiter().GetResult();
            },
            stackSize
        );

    private static Exception? RunOnThread(Action action, int stackSize)
    {
        Exception? error = null;
        Thread thread = new(() => error = Record.Exception(action), stackSize);
        thread.Start();
        thread.Join();
        return error;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
