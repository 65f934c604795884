namespace CfGen.Infrastructure;

/// <summary>What may stand in a header: nothing that could begin another one.</summary>
internal static class HeaderText
{
    public static bool IsSafe(string value)
    {
        foreach (char c in value)
        {
            if (c != '\t' && (char.IsControl(c) || c > 0xFF))
                return false;
        }

        return true;
    }

    public static bool IsName(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
                return false;
        }

        return name.Length > 0;
    }
}
