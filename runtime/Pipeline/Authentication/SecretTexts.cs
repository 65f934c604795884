namespace CfGen.Pipeline.Authentication;

/// <summary>The texts that no message may repeat. Servers echo what they get, and proxies echo URLs.</summary>
internal sealed class SecretTexts
{
    /// <summary>The text in the place of a secret.</summary>
    public const string Hidden = "***";

    // A shorter one is part of other words, which messages would lose.
    private const int MinLength = 8;

    // The longest first: of a secret that begins with another the rest would stay.
    private readonly List<SecretText> _texts = [];

    // Those that are too short to be looked for within a text.
    private List<string>? _short;

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

    /// <summary>Decides whether a whole value is a secret, also a short one.</summary>
    public bool IsSecret(string value)
    {
        foreach (SecretText secret in _texts)
        {
            if (secret.Label.Length == 0 && string.Equals(secret.Secret, value, StringComparison.Ordinal))
                return true;
        }

        return _short?.Contains(value) == true;
    }

    /// <summary>Replaces the secrets in a text.</summary>
    public string Redact(string text)
    {
        foreach (SecretText secret in _texts)
            text = Replace(text, secret.Label, secret.Secret);
        return text;
    }

    private static string Replace(string text, string label, string secret) =>
        label.Length == 0
            ? text.Replace(secret, Hidden, StringComparison.Ordinal)
            : text.Replace(label + secret, label + Hidden, StringComparison.OrdinalIgnoreCase); // servers write names in lower case

    private void AddForms(string secret, ReadOnlySpan<string> labels)
    {
        if (secret.Length >= MinLength)
        {
            Insert("", secret);
            return;
        }

        (_short ??= []).Add(secret);
        foreach (string label in labels)
            Insert(label, secret);
    }

    private void Insert(string label, string secret)
    {
        int place = _texts.Count;
        while (place > 0 && _texts[place - 1].Secret.Length < secret.Length)
            place--;
        _texts.Insert(place, new SecretText(label, secret));
    }

    // A class, because NativeAOT compiles the methods of a list once for all classes.
    private sealed class SecretText(string label, string secret)
    {
        public string Label => label;

        public string Secret => secret;
    }
}
