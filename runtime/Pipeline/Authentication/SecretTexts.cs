namespace CfGen.Pipeline.Authentication;

/// <summary>The texts that no message may repeat. Servers echo what they get, and proxies echo URLs.</summary>
internal sealed class SecretTexts
{
    private const string Hidden = "***";

    // A shorter one is part of other words, which messages would lose.
    private const int MinLength = 8;

    private readonly List<(string Label, string Secret)> _texts = [];

    /// <summary>Adds a secret, as it is and as URLs have it. A short one is only looked for after its labels.</summary>
    /// <param name="secret">The secret; null or empty for none.</param>
    /// <param name="labels">What stands before the secret where a request is echoed, such as <c>Bearer </c>.</param>
    public void Add(string? secret, params ReadOnlySpan<string> labels)
    {
        if (string.IsNullOrEmpty(secret))
            return;
        AddForms(secret, labels);
        string encoded = Uri.EscapeDataString(secret);
        if (!string.Equals(encoded, secret, StringComparison.Ordinal))
            AddForms(encoded, labels);
    }

    /// <summary>Adds the value of a header that is a credential.</summary>
    public void AddHeader(string name, string? value)
    {
        string header = value?.Trim() ?? "";
        int space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0)
            Add(header[(space + 1)..].TrimStart(), header[..(space + 1)]); // Bearer and the token: servers repeat the token alone
        Add(header, name + ": ", name + ":");
    }

    /// <summary>Sorts the secrets: of one that begins with another the rest would stay.</summary>
    public void Sort() => _texts.Sort(static (a, b) => b.Secret.Length.CompareTo(a.Secret.Length));

    /// <summary>Replaces the secrets in a text.</summary>
    public string Redact(string text)
    {
        foreach ((string label, string secret) in _texts)
            text = Replace(text, label, secret);
        return text;
    }

    private static string Replace(string text, string label, string secret) =>
        label.Length == 0
            ? text.Replace(secret, Hidden, StringComparison.Ordinal)
            : text.Replace(label + secret, label + Hidden, StringComparison.OrdinalIgnoreCase); // servers write names in lower case

    private void AddForms(string secret, ReadOnlySpan<string> labels)
    {
        if (secret.Length >= MinLength)
            _texts.Add(("", secret));
        else
            foreach (string label in labels)
                _texts.Add((label, secret));
    }
}
