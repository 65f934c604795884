namespace CfGen.Generator.Listing;

/// <summary>The names of the facts of a line. A fact is a word, or a word and its value.</summary>
internal static class ListedFact
{
    // Of all members.
    public const string Type = "type";
    public const string Deprecated = "deprecated";
    public const string Schema = "schema";
    public const string Default = "default";

    // Of the client and its resources.
    public const string BaseUrl = "base";
    public const string Access = "access";
    public const string Models = "models";
    public const string Interfaces = "interfaces";

    // Of the options.
    public const string SchemeKind = "kind";
    public const string Name = "name";
    public const string Option = "option";
    public const string TokenUrl = "token-url";
    public const string Together = "together";
    public const string Environment = "environment";
    public const string Values = "values";

    // Of methods and their arguments.
    public const string Operation = "operation";
    public const string Id = "id";
    public const string Call = "call";
    public const string Returns = "returns";
    public const string Authentication = "auth";
    public const string Paging = "paging";
    public const string Server = "server";
    public const string Content = "content";
    public const string Accept = "accept";
    public const string Envelope = "envelope";
    public const string ResultStatuses = "result-statuses";
    public const string IdempotencyHeader = "idempotency";
    public const string Location = "in";
    public const string Style = "style";
    public const string AllowReserved = "reserved";
    public const string Constant = "constant";
    public const string GuidOverload = "guid";
    public const string Stream = "stream";

    // Of types and their members.
    public const string Sent = "sent";
    public const string Received = "received";
    public const string JsonDirections = "json";
    public const string SetsNull = "sets-null";
    public const string Required = "required";
    public const string RequiredInRequests = "required-in-requests";
    public const string Nullable = "nullable";
    public const string ReadOnly = "read-only";
    public const string NumberText = "number-text";
    public const string KeepsUnknown = "keeps-unknown";
    public const string Dependencies = "dependent";
    public const string Positions = "positions";
    public const string Multipart = "multipart";
    public const string Part = "part";
    public const string Secret = "secret";

    // Of enumerations and unions.
    public const string EnumType = "of";
    public const string Number = "known";
    public const string Value = "value";
    public const string Cases = "cases";
    public const string Discriminator = "discriminator";
}
