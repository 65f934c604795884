namespace CfGen.Runtime.Tests.Support;

/// <summary>Credentials that no message, log or text may show.</summary>
public static class Secrets
{
    public const string Token = "tok-SECRET-4711";
    public const string Key = "key-SECRET-4712";
    public const string Email = "mail-SECRET@example.com";
    public const string Body = "BODY-SECRET-4713";

    public static void AssertAbsent(string? text)
    {
        Assert.NotNull(text);
        Assert.DoesNotContain("SECRET", text, StringComparison.OrdinalIgnoreCase);
    }

    public static void AssertAbsent(Exception? e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
            AssertAbsent(inner.Message);
        AssertAbsent(e?.ToString());
    }
}
