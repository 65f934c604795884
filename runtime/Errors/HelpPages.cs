namespace CfGen;

/// <summary>The pages that <see cref="Exception.HelpLink"/> leads to.</summary>
internal static class HelpPages
{
    public const string Errors = Guides + "errors.md";
    public const string Credentials = Guides + "credentials.md";
    public const string Timeouts = Guides + "retries.md";
    public const string Registration = Guides + "dependency-injection.md";
    public const string Validation = Guides + "validation.md";

    private const string Guides = "https://github.com/cfgen/cfgen/blob/main/docs/guides/";
}
