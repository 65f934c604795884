namespace CfGen.Faults.Calls;

/// <summary>The credentials of the run. No message, log, activity or request to another origin may show one.</summary>
internal static class Secrets
{
    /// <summary>The part that all credentials have in common.</summary>
    public const string Mark = "SECRET";

    public const string Token = "tok-SECRET-4711";
    public const string Key = "key-SECRET-4712";
    public const string Header = "head-SECRET-4713";

    /// <summary>The name of a header that the options of every client have.</summary>
    public const string HeaderName = "X-Tenant-Key";

    /// <summary>The beginning of each provided token; a number follows.</summary>
    public const string Provided = "prov-SECRET-";

    public static bool IsIn(string? text) => text is not null && text.Contains(Mark, StringComparison.OrdinalIgnoreCase);
}
