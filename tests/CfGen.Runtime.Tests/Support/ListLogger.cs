using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CfGen.Runtime.Tests.Support;

/// <summary>Everything that is logged, at every level.</summary>
public sealed class ListLogger : ILoggerFactory, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Entries { get; } = new();

    public ConcurrentQueue<string> Categories { get; } = new();

    public string Text => string.Join('\n', Entries.Select(e => e.Text));

    public ILogger CreateLogger(string categoryName)
    {
        Categories.Enqueue(categoryName);
        return this;
    }

    public void AddProvider(ILoggerProvider provider) { }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Entries.Enqueue((logLevel, formatter(state, exception) + exception));

    public void Dispose() { }
}
