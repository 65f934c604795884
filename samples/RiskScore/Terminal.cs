using Spectre.Console;

namespace RiskScore;

/// <summary>A console that writes colours to people and plain text to files and pipes.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 120;

    internal static IAnsiConsole Create(TextWriter writer, bool redirected)
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
            console.Profile.Width = WidthOfFiles;
        return console;
    }
}
