using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Configuration;

/// <summary>The properties of the compilation that decide on what is emitted.</summary>
/// <param name="HasHttpClientFactory">
/// True if clients can be registered with a container: the project references Microsoft.Extensions.Http and what it needs.
/// </param>
/// <param name="OldLanguageVersion">The version of C# if it is too old for emitted code; else empty.</param>
/// <param name="RequiredLanguageVersion">The oldest version of C# for emitted code.</param>
/// <param name="HasOverloads">True if clients have hidden overloads, which C# chooses by their priority.</param>
/// <param name="IsLibrary">True if the project is no program.</param>
internal sealed record ConsumerProject(
    bool HasHttpClientFactory,
    string OldLanguageVersion,
    string RequiredLanguageVersion,
    bool HasOverloads,
    bool IsLibrary
)
{
    // Overloads have a priority where the framework has the attribute, which is an error before C# 13. Roslyn 4.8 does not know the
    // version.
    private const string PrioritySymbol = "NET9_0_OR_GREATER";
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    private const int MinimumVersion = 8;

    // What emitted code names. A project can have a package without those that the package depends on.
    private static readonly string[] s_required =
    [
        "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
    ];

    public static ConsumerProject Create(Compilation compilation)
    {
        int found = 0;
        foreach (AssemblyIdentity assembly in compilation.ReferencedAssemblyNames)
        {
            if (assembly.Version.Major >= MinimumVersion && Array.IndexOf(s_required, assembly.Name) >= 0)
                found++;
        }

        LanguageVersion language = (compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.Latest;
        bool hasPriority = compilation.SyntaxTrees.FirstOrDefault()?.Options.PreprocessorSymbolNames.Contains(PrioritySymbol) == true;
        LanguageVersion required = hasPriority ? CSharp13 : LanguageVersion.CSharp12;
        return new ConsumerProject(
            found == s_required.Length,
            language < required ? language.ToDisplayString() : "",
            hasPriority ? "13" : "12",
            hasPriority,
            compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule
        );
    }
}
