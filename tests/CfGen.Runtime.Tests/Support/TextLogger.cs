using Microsoft.Extensions.Logging;

namespace CfGen.Runtime.Tests.Support;

/// <summary>A logger that takes the text of each entry, at every level, with its exception.</summary>
public abstract class TextLogger : ILoggerFactory, ILogger
{
    public virtual ILogger CreateLogger(string categoryName) => this;

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
    ) => Write(logLevel, formatter(state, exception) + exception);

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Write(LogLevel level, string text);

    protected virtual void Dispose(bool isDisposing) { }
}
