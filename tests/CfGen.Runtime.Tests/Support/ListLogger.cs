using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CfGen.Runtime.Tests.Support;

/// <summary>Everything that is logged, at every level.</summary>
public sealed class ListLogger : TextLogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Entries { get; } = new();

    public ConcurrentQueue<string> Categories { get; } = new();

    public string Text => string.Join('\n', Entries.Select(e => e.Text));

    public override ILogger CreateLogger(string categoryName)
    {
        Categories.Enqueue(categoryName);
        return this;
    }

    protected override void Write(LogLevel level, string text) => Entries.Enqueue((level, text));
}
