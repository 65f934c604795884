using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.CodeGen.Registration;

/// <summary>The options that a configuration can set.</summary>
public class SettingReaderTests
{
    private static readonly string[] s_inCodeOnly =
    [
        "CorrelationIdProvider",
        "Hooks",
        "JsonSerializerOptions",
        "LoggerFactory",
        "MeterFactory",
        "RetryDecision",
        "TimeProvider",
    ];

    [Fact]
    public void Every_option_can_be_set_or_is_for_code_only()
    {
        IEnumerable<string> properties = typeof(ApiClientOptions)
            .GetProperties()
            .Where(p => p.SetMethod is { IsPublic: true })
            .Select(p => p.Name);

        Assert.Equal(
            properties.Except(s_inCodeOnly).Order(StringComparer.Ordinal),
            new SettingReader(new PlainOptions(), "", null).GetNames()
        );
    }

    [Fact]
    public void Credentials_are_options_by_their_names()
    {
        var options = new TestClientOptions();
        var reader = new SettingReader(options, "Test", null);

        Assert.True(reader.TrySet("USER", "ada"));
        Assert.True(reader.TrySet("password", "pw"));
        Assert.True(reader.TrySet("QueryKey", "k"));
        Assert.False(reader.TrySet("Users", "ada"));

        Assert.Equal(("ada", "pw", "k"), (options.User, options.Password, options.QueryKey));
    }

    private sealed class PlainOptions : ApiClientOptions
    {
        protected override ApiDefinition Definition { get; } = new("Plain", "https://plain.example", "PLAIN");
    }
}
