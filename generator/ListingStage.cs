using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator;

/// <summary>Compares a client with the listing of its item.</summary>
internal static class ListingStage
{
    /// <summary>Returns the problems of the listing.</summary>
    public static IEnumerable<Finding> Compare(DocumentInput input, EquatableArray<SourceFileModel> files)
    {
        if (ListingWriter.Create(files) is not { } current)
            return [];
        if (input.Listing is not { } file)
            return [ListingFindings.Missing(input.Metadata.ApiListing, input.Metadata.ProjectLocation)];
        ListingFile listed = ListingFile.Read(file, current.Client);
        return listed.Problem is { } problem ? [problem] : [];
    }
}
