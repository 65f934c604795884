using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>
/// All diagnostics of the generator, by id. Each is declared beside the factory of its finding. A document that cannot be read is an
/// error, an operation that is skipped a warning, and a value that is degraded an information.
/// </summary>
internal static class DiagnosticDescriptors
{
    /// <summary>The descriptors, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. new[]
        {
            ParsingFindings.Descriptors,
            DocumentFindings.Descriptors,
            ReferenceFindings.Descriptors,
            IgnoredReferenceFindings.Descriptors,
            SchemaFindings.Descriptors,
            DefaultValueFindings.Descriptors,
            BodyFindings.Descriptors,
            OperationFindings.Descriptors,
            ParameterFindings.Descriptors,
            SecurityFindings.Descriptors,
            ServerFindings.Descriptors,
            ConfigurationFindings.Descriptors,
            OperationPatternFindings.Descriptors,
            NamesFileFindings.Descriptors,
            NamesEntryFindings.Descriptors,
            OwnTypeFindings.Descriptors,
            PagingFindings.Descriptors,
            OverlayFindings.Descriptors,
            OverlayFileFindings.Descriptors,
            OverlayQueryFindings.Descriptors,
            ContentFindings.Descriptors,
            ContradictionFindings.Descriptors,
            LooseSchemaFindings.Descriptors,
            LimitFindings.Descriptors,
            ListingFindings.Descriptors,
            UsageFindings.Descriptors,
            ReportFindings.Descriptors,
            ChangeFindings.Descriptors,
            KeptNameFindings.Descriptors,
            OlderCallFindings.Descriptors,
        }
            .SelectMany(descriptors => descriptors)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = All.ToDictionary(d => d.Id, StringComparer.Ordinal);

    /// <summary>Returns the descriptor of an id.</summary>
    /// <exception cref="KeyNotFoundException">No descriptor has the id.</exception>
    public static DiagnosticDescriptor GetDescriptor(string id) => s_byId[id];
}
