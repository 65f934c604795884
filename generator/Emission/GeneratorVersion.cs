namespace CfGen.Generator.Emission;

/// <summary>The version that emitted code names: that of this assembly, which has it from the one place of the version.</summary>
internal static class GeneratorVersion
{
    public static string Value { get; } = typeof(GeneratorVersion).Assembly.GetName().Version.ToString(3);
}
