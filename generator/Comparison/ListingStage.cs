using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using CfGen.Generator.Usage;

namespace CfGen.Generator.Comparison;

/// <summary>Compares a client with the listing of its item.</summary>
internal static class ListingStage
{
    /// <summary>Compares a client with its listing, and adds the problem of a listing that cannot be used.</summary>
    /// <returns>Null without a listing, or a difference.</returns>
    public static ClientChanges? Compare(DocumentInput input, ListedFiles client, SourceMap sourceMap, FindingCollector findings)
    {
        if (client.Current is null)
            return null;
        if (input.Listing is not { } file || client.Committed is not { } listed)
        {
            findings.Add(ListingFindings.Missing(input.Metadata.ApiListing, input.Metadata.ProjectLocation));
            return null;
        }

        if (listed.Listing is not { } old)
        {
            findings.Add(listed.Problem!);
            return null;
        }

        ComparisonResult result = ListingComparison.Compare(client.Difference);
        if (result.InvalidLine is { } line)
            findings.Add(ListingFindings.InvalidLine(file.Path, line, ListingFile.GetLocation(file, line)));
        return result.Changes.Count == 0
            ? null
            : new ClientChanges(
                file.Path,
                sourceMap.GetLocation("#/info/version"),
                Locate(result.Changes, sourceMap),
                Locate(result.WithoutOverloads, sourceMap),
                result.Reached,
                CreateClient(file, old, result)
            );
    }

    private static EquatableArray<LocatedChange> Locate(IReadOnlyList<ApiChange> changes, SourceMap sourceMap) =>
        changes.Select(c => new LocatedChange(c, sourceMap.GetLocation(c.Pointer))).ToEquatable();

    /// <summary>Creates the client with the members whose use matters. Its surface is read only if code has one of the names.</summary>
    public static ChangedClient CreateClient(DocumentText file, ApiListing old, ComparisonResult result) =>
        new(
            old.Client,
            file,
            result
                .Changes.Concat(result.WithoutOverloads)
                .SelectMany(c => c.Used.Members)
                .Concat(result.Reached.SelectMany(r => r.Members.Append(r.Type)))
                .Distinct(StringComparer.Ordinal)
                .OrderBy(m => m, StringComparer.Ordinal)
                .ToEquatable(),
            new ListedSurface(old)
        );
}
