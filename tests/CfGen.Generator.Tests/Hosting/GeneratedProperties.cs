using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Hosting;

/// <summary>Reads the types of generated properties.</summary>
internal static class GeneratedProperties
{
    /// <summary>The type of a property as C# writes it, with its nullability.</summary>
    public static string GetPropertyType(this GeneratorRun run, string type, string property) =>
        run
            .Output.GetSymbolsWithName(type, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Single()
            .GetMembers(property)
            .OfType<IPropertySymbol>()
            .Single()
            .Type.ToDisplayString(
                SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(
                    SymbolDisplayMiscellaneousOptions.UseSpecialTypes
                        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
                )
            );
}
