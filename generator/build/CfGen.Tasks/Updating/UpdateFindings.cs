namespace CfGen.Tasks.Updating;

/// <summary>The problems of an update: one id a problem. No message has the value of a header.</summary>
internal static class UpdateFindings
{
    private const string UnusableSourceId = "CFG2080";
    private const string HeadersId = "CFG2081";
    private const string NotFetchedId = "CFG2082";
    private const string NotADocumentId = "CFG2083";
    private const string ForbiddenFileId = "CFG2084";
    private const string NotGeneratedId = "CFG2085";
    private const string NotReplacedId = "CFG2086";
    private const string MovedId = "CFG2087";
    private const string NothingToUpdateId = "CFG2088";
    private const string InvalidLimitId = "CFG2089";

    private const string NothingChanged = "No file was changed.";

    /// <summary>A document cannot be fetched from the place that <c>SourceUrl</c> names.</summary>
    /// <param name="reason">A clause, or a clause and a sentence, without a period.</param>
    public static TaskFinding UnusableSource(string source, string reason) =>
        new(
            UnusableSourceId,
            $"The SourceUrl '{source}' of OpenApiClient cannot be used: {reason}. It can be an https URL, an http URL of this machine, a file URL or a path. {NothingChanged}"
        );

    /// <summary>A part of the headers has another form.</summary>
    public static TaskFinding InvalidHeader(int number) =>
        new(
            HeadersId,
            $"Part {number} of CfGenUpdateHeaders is not 'Name: value'. Separate headers by line breaks or semicolons, and put a value with a semicolon into an environment variable, as in 'Cookie: ${{API_COOKIE}}'. {NothingChanged}"
        );

    /// <summary>A header cannot be sent.</summary>
    public static TaskFinding UnusableHeader(string name, string reason) =>
        new(HeadersId, $"The header '{name}' of CfGenUpdateHeaders cannot be sent: {reason}. Correct or remove it. {NothingChanged}");

    /// <summary>A variable of a header is not set.</summary>
    public static TaskFinding UnsetVariable(string variable, string header) =>
        new(
            HeadersId,
            $"The environment variable '{variable}', which the header '{header}' of CfGenUpdateHeaders names, is not set. Set it, or remove the header. {NothingChanged}"
        );

    /// <summary>A file could not be fetched.</summary>
    /// <param name="reason">A clause without a period.</param>
    public static TaskFinding NotFetched(string source, string reason) =>
        new(NotFetchedId, $"'{source}' was not fetched: {reason}. {NothingChanged} Correct the SourceUrl, or try again later.");

    /// <summary>A file was fetched that is no OpenAPI document.</summary>
    /// <param name="reason">A clause without a period.</param>
    /// <param name="response">The description of what came.</param>
    public static TaskFinding NotADocument(string source, string reason, string response) =>
        new(
            NotADocumentId,
            $"'{source}' is not the document of the item: {reason}. It is {response}. {NothingChanged} Correct the SourceUrl, or pass credentials in CfGenUpdateHeaders."
        );

    /// <summary>A document of another API was fetched.</summary>
    public static TaskFinding AnotherApi(string source, string newTitle, string oldTitle, string path) =>
        new(
            NotADocumentId,
            $"'{source}' is the document of another API: its title is '{newTitle}', the title of '{path}' is '{oldTitle}', and they have no path in common. {NothingChanged} Correct the SourceUrl; if this API is the right one, delete the file and update again."
        );

    /// <summary>A reference leads to a file that an update does not write.</summary>
    /// <param name="reason">A clause without a period.</param>
    public static TaskFinding ForbiddenFile(string reference, string reason) =>
        new(
            ForbiddenFileId,
            $"The new document refers to '{reference}', which is not written: {reason}. An update writes declared OpenApiClient items, and new files with the extension .json, .yaml or .yml below the folder of the document. Declare the file with Reference=\"true\". {NothingChanged}"
        );

    /// <summary>Two documents bring different contents for one file.</summary>
    public static TaskFinding DifferentContents(string path) =>
        new(
            ForbiddenFileId,
            $"Two documents refer to '{path}', and their sources have different contents for it. Give each document a folder of its own. {NothingChanged}"
        );

    /// <summary>No client can be generated from a new document.</summary>
    /// <param name="path">The path of the document.</param>
    /// <param name="reason">A clause without a period.</param>
    /// <param name="copy">The path of the new version.</param>
    public static TaskFinding NotGenerated(string path, string reason, string copy) =>
        new(
            NotGeneratedId,
            $"The new version of '{path}' was not taken over: {reason}. {NothingChanged} The new version is '{copy}'. Report the problem to the owner of the API, or correct the new version with an overlay."
        );

    /// <summary>The files could not be replaced.</summary>
    public static TaskFinding NotReplaced(string path, string reason) =>
        new(
            NotReplacedId,
            $"'{path}' cannot be replaced: {reason}. Every file has its old content. Make the file writable, and update again."
        );

    /// <summary>The files could not be replaced, and some could not be restored.</summary>
    public static TaskFinding NotRestored(string path, string reason, IEnumerable<string> backups) =>
        new(
            NotReplacedId,
            $"'{path}' cannot be replaced: {reason}. These files hold the old contents, and could not be moved back: {string.Join(", ", backups)}. Rename them."
        );

    /// <summary>A source has another version than the project.</summary>
    public static TaskFinding Moved(IEnumerable<string> paths) =>
        new(
            MovedId,
            $"The source has a new version of {string.Join(", ", paths)}. Run 'dotnet build -t:UpdateOpenApiClients' to take it over."
        );

    /// <summary>No item has a source, or none of the name.</summary>
    public static TaskFinding NothingToUpdate(string client, IEnumerable<string> names)
    {
        string[] known = [.. names];
        string list =
            known.Length == 0 ? "Set the metadata SourceUrl of an item" : $"The items with a SourceUrl are {string.Join(", ", known)}";
        return new TaskFinding(
            NothingToUpdateId,
            client.Length == 0
                ? "No OpenApiClient item has a SourceUrl, so that there is nothing to update. Set the metadata SourceUrl of an item."
                : $"CfGenClient names no OpenApiClient item with a SourceUrl: '{client}'. {list}."
        );
    }

    /// <summary>A limit is not a number.</summary>
    public static TaskFinding InvalidLimit(string property, string value, string unit) =>
        new(InvalidLimitId, $"{property} is '{value}', which is not a whole number of {unit} from 1. Correct or remove the property.");
}
