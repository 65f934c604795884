using Spectre.Console;

namespace RiskScore;

/// <summary>Creates consoles that write colours to a terminal and plain text to files and pipes.</summary>
internal static class Terminal
{
    /// <param name="redirectedWidth">The width in characters for files and pipes, which have none of their own.</param>
    internal static IAnsiConsole Create(TextWriter writer, bool redirected, int redirectedWidth)
    {
        AnsiConsoleSettings settings = new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        };
        IAnsiConsole console = AnsiConsole.Create(settings);
        if (redirected)
            console.Profile.Width = redirectedWidth;
        return console;
    }
}
