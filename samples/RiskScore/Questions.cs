namespace RiskScore;

/// <summary>Asks the person at the terminal.</summary>
internal sealed class Questions(TextReader input, TextWriter output)
{
    /// <summary>Asks until there is an answer.</summary>
    /// <exception cref="FormatException">The input has ended.</exception>
    internal string Ask(string name)
    {
        while (true)
        {
            output.Write($"{name}: ");
            string text = input.ReadLine() ?? throw new FormatException($"The {char.ToLowerInvariant(name[0])}{name[1..]} is missing.");
            if (text.Trim() is { Length: > 0 } answer)
                return answer;
        }
    }

    /// <summary>Asks a question that everything but "y" and "yes" denies.</summary>
    /// <exception cref="FormatException">The input has ended.</exception>
    internal bool Confirm(string question)
    {
        output.Write($"{question} [y/N] ");
        string text = input.ReadLine() ?? throw new FormatException("Nobody confirmed the reset. Pass --yes to reset without a question.");
        return text.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
