using CfGen.Telemetry;

namespace CfGen.Runtime.Tests.Telemetry;

public class SecretNameTests
{
    [Theory]
    [InlineData("token")]
    [InlineData("access_token")]
    [InlineData("accessToken")]
    [InlineData("accesstoken")]
    [InlineData("X-Auth-Token")]
    [InlineData("AWSAccessKeyId")]
    [InlineData("X-Amz-Signature")]
    [InlineData("sig")]
    [InlineData("client_secret")]
    [InlineData("apikey")]
    [InlineData("API-KEY")]
    [InlineData("filter%5Bpassword%5D")]
    [InlineData("Authorization")]
    [InlineData("Set-Cookie")]
    public void These_names_are_of_secrets(string name) => Assert.True(SecretNames.IsSecret(name));

    [Theory]
    [InlineData("")]
    [InlineData("page_token")]
    [InlineData("nextPageToken")]
    [InlineData("cursor")]
    [InlineData("keyword")]
    [InlineData("monkey")]
    [InlineData("signed_up")]
    [InlineData("Idempotency-Key")]
    [InlineData("public_key")]
    [InlineData("author")]
    [InlineData("sigma")]
    [InlineData("%")]
    [InlineData("%5")]
    public void These_names_are_not(string name) => Assert.False(SecretNames.IsSecret(name));
}
