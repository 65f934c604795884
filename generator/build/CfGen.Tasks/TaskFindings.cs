namespace CfGen.Tasks;

/// <summary>
/// The problems that only MSBuild can find: one id and one method a problem. <c>CfGen.targets</c> reports CFG2013 itself.
/// </summary>
internal static class TaskFindings
{
    private const string MissingDocumentId = "CFG2010";
    private const string RepeatedDocumentId = "CFG2011";
    private const string UnknownMetadataId = "CFG2012";
    private const string OverlayOfReferenceId = "CFG2054";
    private const string DeclaredOverlayId = "CFG2055";
    private const string UrlId = "CFG2062";
    private const string UnreadReferencesId = "CFG2063";
    private const string UndeclaredDocumentId = "CFG2064";
    private const string MissingMetadataFileId = "CFG2076";
    private const string UnwrittenListingId = "CFG2078";
    private const string RepeatedListingId = "CFG2079";

    /// <summary>Two items have the same listing.</summary>
    public static TaskFinding RepeatedListing(IEnumerable<string> paths) =>
        new(RepeatedListingId, $"Two OpenApiClient items have the same ApiListing: {Join(paths)}. Give each item a file of its own.");

    /// <summary>No listing was made for an item.</summary>
    public static TaskFinding UnwrittenListing(string path, string document) =>
        new(
            UnwrittenListingId,
            $"The ApiListing '{path}' was not written, because no client is generated from '{document}'. Correct the errors of the document, or its OpenApiClient item."
        );

    /// <summary>An item is a file that does not exist.</summary>
    public static TaskFinding MissingDocument(IEnumerable<string> paths) =>
        new(
            MissingDocumentId,
            $"OpenApiClient names a file that does not exist: {Join(paths)}. A relative path starts at the folder of the project. Fetch a document that has a SourceUrl with 'dotnet build -t:UpdateOpenApiClients'."
        );

    /// <summary>A metadata is the path of a file that does not exist.</summary>
    public static TaskFinding MissingMetadataFile(string metadata, IEnumerable<string> paths) =>
        new(
            MissingMetadataFileId,
            $"{metadata} of OpenApiClient is a file that does not exist: {Join(paths)}. A relative path starts at the folder of the project."
        );

    /// <summary>Two items are the same file.</summary>
    public static TaskFinding RepeatedDocument(IEnumerable<string> paths) =>
        new(
            RepeatedDocumentId,
            $"OpenApiClient declares the same file twice: {Join(paths)}. The compiler keeps the metadata of only one of them. Make it one item, or give the second client a copy of the file."
        );

    /// <summary>An item has a metadata that CfGen does not have.</summary>
    public static TaskFinding UnknownMetadata(IEnumerable<string> metadata, IEnumerable<string> knownNames) =>
        new(
            UnknownMetadataId,
            $"OpenApiClient does not know this metadata: {Join(metadata)}. It knows {Join(knownNames)}. Add {UnknownMetadataId} to NoWarn to use metadata of your own."
        );

    /// <summary>An item without a client has an overlay.</summary>
    public static TaskFinding OverlayOfReference(IEnumerable<string> items) =>
        new(
            OverlayOfReferenceId,
            $"OpenApiClient has an Overlay for a document with Reference=\"true\": {Join(items)}. Name the overlay in the item of the client, and the document in the 'extends' of the overlay."
        );

    /// <summary>An item is an overlay of another item.</summary>
    public static TaskFinding DeclaredOverlay(IEnumerable<string> paths) =>
        new(DeclaredOverlayId, $"OpenApiClient declares an overlay as a document: {Join(paths)}. Exclude it from the items.");

    /// <summary>An item is a URL.</summary>
    public static TaskFinding Url(IReadOnlyList<string> urls) =>
        new(
            UrlId,
            $"OpenApiClient names a URL, and a build reads files only: {Join(urls)}. Include a file and name the URL in SourceUrl, as in <OpenApiClient Include=\"openapi.json\" SourceUrl=\"{urls[0]}\" />, and fetch it with 'dotnet build -t:UpdateOpenApiClients'."
        );

    /// <summary>The project has items of other generators, and none of these.</summary>
    public static TaskFinding UnreadReferences(IReadOnlyList<string> items) =>
        new(
            UnreadReferencesId,
            $"The project has OpenApiReference items, which nothing reads: {Join(items)}. For a client of CfGen, make each an item <OpenApiClient Include=\"{items[0]}\" />."
        );

    /// <summary>An additional file is a document, and no item.</summary>
    public static TaskFinding UndeclaredDocument(IReadOnlyList<string> items) =>
        new(
            UndeclaredDocumentId,
            $"AdditionalFiles has an OpenAPI document, from which nothing is generated: {Join(items)}. Make it an item <OpenApiClient Include=\"{items[0]}\" />, or add {UndeclaredDocumentId} to NoWarn if it is for another tool."
        );

    private static string Join(IEnumerable<string> values) => string.Join(", ", values.Distinct(StringComparer.Ordinal));
}
