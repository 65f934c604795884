using CfGen.Generator.Naming.Operations;

namespace CfGen.Generator.Tests.Naming.Operations;

/// <summary>The segments of a path that are versions.</summary>
public class VersionTests
{
    [Theory]
    [InlineData("v1")]
    [InlineData("v10")]
    [InlineData("v2.1")]
    [InlineData("v2.1.30")]
    [InlineData("v1beta")]
    [InlineData("v1beta1")]
    [InlineData("v1alpha12")]
    [InlineData("v2.0beta3")]
    public void Version_segments_are_recognized(string segment) => Assert.True(English.IsVersion(segment));

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("V1")]
    [InlineData("1")]
    [InlineData("va")]
    [InlineData("v1.")]
    [InlineData("v1..2")]
    [InlineData("v1x")]
    [InlineData("v1betamax")]
    [InlineData("v1beta1.2")]
    [InlineData("v1gamma")]
    [InlineData("v1bet")]
    [InlineData("v1 ")]
    [InlineData("v١")]
    [InlineData("video1")]
    public void Other_segments_are_not_versions(string segment) => Assert.False(English.IsVersion(segment));
}
