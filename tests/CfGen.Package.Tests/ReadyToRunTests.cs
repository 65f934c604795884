using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CfGen.Package.Tests;

/// <summary>The assemblies that are compiled ahead of time: their machines, who uses them, and that they generate the same.</summary>
public sealed partial class ReadyToRunTests
{
    private const string IL = "analyzers/dotnet/cs/";
    private const string Precompiled = "tools/readytorun/";

    // The machine of an image is that of its processor, with the bits of its system turned over: none for Windows.
    private const int X64 = 0x8664;
    private const int Arm64 = 0xAA64;
    private const int Windows = 0;
    private const int Linux = 0x7B79;
    private const int MacOS = 0x4644;

    public static TheoryData<string, int> Machines { get; } =
        new()
        {
            { "linux-arm64", Arm64 ^ Linux },
            { "linux-x64", X64 ^ Linux },
            { "osx-arm64", Arm64 ^ MacOS },
            { "osx-x64", X64 ^ MacOS },
            { "win-arm64", Arm64 ^ Windows },
            { "win-x64", X64 ^ Windows },
        };

    // The shared framework of each .NET host has them.
    private static readonly string[] s_ofFramework = ["System.Text.Encodings.Web.dll", "System.Text.Json.dll"];

    [Fact]
    public void Each_machine_has_a_folder_with_the_assemblies_that_its_framework_does_not_have()
    {
        using Package package = Feed.Open("CfGen");
        string[] folders =
        [
            .. package
                .Files.Where(f => f.StartsWith(Precompiled, StringComparison.Ordinal))
                .Select(f => f[..(f.LastIndexOf('/') + 1)])
                .Distinct(),
        ];
        Assert.Equal(Machines.Select(m => $"{Precompiled}{m[0]}/"), folders);
        string[] assemblies = [.. NamesIn(package, IL)];
        Assert.Contains("CfGen.Generator.dll", assemblies);
        Assert.All(folders, folder => Assert.Equal(assemblies.Except(s_ofFramework), NamesIn(package, folder)));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_precompiled_assembly_is_the_same_one_with_machine_code(string folder, int machine)
    {
        using Package package = Feed.Open("CfGen");
        foreach (string name in (string[])["CfGen.Generator.dll", "Microsoft.OpenApi.dll", "YamlDotNet.dll", "Markdig.Signed.dll"])
        {
            using PEReader portable = new(ImmutableArray.Create(package.Read(IL + name)));
            using PEReader image = new(ImmutableArray.Create(package.Read($"{Precompiled}{folder}/{name}")));
            Assert.Equal(0, portable.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
            Assert.NotEqual(0, image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
            Assert.Equal(machine, (int)image.PEHeaders.CoffHeader.Machine);
            Assert.Equal(Mvid(portable), Mvid(image));
        }
    }

    [Fact]
    public async Task The_compiler_gets_those_of_its_machine_unless_the_project_says_no_and_generates_the_same()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" />""",
            "<TargetFramework>net10.0</TargetFramework><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"
        );
        consumer.Write("api.yaml", Consumer.Specification);

        Outcome build = (await consumer.BuildAsync()).Succeeded();
        Assert.All(
            Analyzers(build),
            a => Assert.Contains(s_ofFramework.Contains(Path.GetFileName(a)) ? IL : OfThisMachine(), a, StringComparison.Ordinal)
        );
        Dictionary<string, string> generated = Generated(consumer);
        Assert.NotEmpty(generated);
        Assert.False((await consumer.BuildAsync("--no-restore")).Succeeded().Compiled);

        Directory.Delete(consumer.PathOf("obj/Debug"), recursive: true);
        Outcome plain = (await consumer.BuildAsync("--no-restore", "-p:CfGenReadyToRun=false")).Succeeded();
        Assert.All(Analyzers(plain), a => Assert.Contains(IL, a, StringComparison.Ordinal));
        Assert.Equal(generated, Generated(consumer));
    }

    private static IEnumerable<string> NamesIn(Package package, string folder) =>
        package.Files.Where(f => f.StartsWith(folder, StringComparison.Ordinal)).Select(f => f[folder.Length..]);

    private static Guid Mvid(PEReader assembly)
    {
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    // A machine that the package has nothing for takes the IL.
    private static string OfThisMachine()
    {
        using Package package = Feed.Open("CfGen");
        string folder = $"{Precompiled}{RuntimeInformation.RuntimeIdentifier}/";
        return package.Files.Any(f => f.StartsWith(folder, StringComparison.Ordinal)) ? folder : IL;
    }

    private static string[] Analyzers(Outcome build)
    {
        string[] analyzers = [.. Ours().Matches(build.Output).Select(m => m.Value.Replace('\\', '/')).Distinct()];
        Assert.Equal(7, analyzers.Length);
        return analyzers;
    }

    // The path has the version of the package in it, and no other package's analyzers are in a folder of that name.
    [GeneratedRegex(@"/analyzer:\S*[/\\]cfgen[/\\]\S+\.dll")]
    private static partial Regex Ours();

    private static Dictionary<string, string> Generated(Consumer consumer) =>
        Directory
            .GetFiles(consumer.PathOf("obj"), "Acme.*.g.cs", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
}
