using Spectre.Console;

namespace RiskScore;

/// <summary>A console that writes colours to people and plain text to files and pipes.</summary>
internal static class Terminal
{
    /// <param name="widthOfFiles">Where lines break in a file or a pipe, which have no width of their own.</param>
    internal static IAnsiConsole Create(TextWriter writer, bool redirected, int widthOfFiles)
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
            console.Profile.Width = widthOfFiles;
        return console;
    }
}
