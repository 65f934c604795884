namespace CfGen.WholeDocument.Tests;

/// <summary>
/// What does not work on the whole document, by how its failure begins, and why. The lists are exact: what no longer fails has to go.
/// </summary>
internal static class KnownFailures
{
    // The generator: types that are both sent and received have no Optional<T> for what is optional and nullable.
    private const string NoOptional = "a type that goes both ways cannot tell a null that is set from what is absent";

    // The generator: what is readOnly is in types that are sent, and so the types of it are there and never travel.
    private const string ReadOnly = "readOnly members are in types that are only sent";

    // The generator: answers that are a choice of envelopes are one JSON element.
    private const string Choice = "the answer is a choice of envelopes";

    private const string SeveralSuccesses = "only the first JSON answer of several successes is read";

    // The document says what cannot be.
    private const string Contradiction = "the answer is an object and a string at once";
    private const string TooLong = "the value is longer than the maxLength of its enum";
    private const string NoHostName = "no value of the enum is a host name, which its format asks for";
    private const string NoType = "a member with properties and no type is an object for the generator, and anything by the letter, such as the string of the example";
    private const string Nameless = "a member is required that no schema names";
    private const string Twice = "the path names account_id twice, and so does the method";

    public static IReadOnlyDictionary<string, string> OfValues { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ApiShieldOperationSchemaValidationSettings: null is lost"] = NoOptional,
        ["DnsFirewallDnsFirewall: null is lost"] = NoOptional,
        ["HealthchecksQueryHealthcheck: null is lost"] = NoOptional,
        ["IReadOnlyDictionary`2: null is lost"] = NoOptional,
        ["JobsCreateRequest: null is lost"] = NoOptional,
        ["JobsUpdateRequest: null is lost"] = NoOptional,
        ["LoadBalancersPoolsCreateRequest: null is lost"] = NoOptional,
        ["LoadBalancersPoolsEditRequest: null is lost"] = NoOptional,
        ["LoadBalancersPoolsUpdateRequest: null is lost"] = NoOptional,
        ["LogpushJobsCreateRequest: null is lost"] = NoOptional,
        ["LogpushJobsUpdateRequest: null is lost"] = NoOptional,
        ["PagesProjects: null is lost"] = NoOptional,
        ["PoolsCreateRequest: null is lost"] = NoOptional,
        ["PoolsEditRequest: null is lost"] = NoOptional,
        ["PoolsUpdateRequest: null is lost"] = NoOptional,
        ["Not reached: FirewallSchemasRuleScope"] = ReadOnly,
        ["Not reached: FirewallSchemasRuleScopeType.Organization"] = ReadOnly,
        ["Not reached: FirewallSchemasRuleScopeType.User"] = ReadOnly,
        ["Not reached: OriginPostQuantumEncryptionGetResponse"] = Contradiction,
        ["Not reached: OriginPostQuantumEncryptionUpdateResponse"] = Contradiction,
        ["No value: object and string at #/paths/~1zones~1{zone_id}~1cache~1origin_post_quantum_encryption/get"] = Contradiction,
        ["No value: object and string at #/paths/~1zones~1{zone_id}~1cache~1origin_post_quantum_encryption/put"] = Contradiction,
        ["Not reached: ScreenshotGetResponse"] = SeveralSuccesses,
        ["Not reached: FirewallComponentsSchemasMode.ManagedChallenge"] = TooLong,
        ["Not reached: TlsCertificatesAndHostnamesVerificationInfoRecord"] = NoHostName,
        ["RateLimitsUpdateRequest: $id: "] = Nameless,
        ["PagerulesCreateRequest: PagerulesCreateRequest: an object is expected, there is a string, but none (path $.actions[0].value"] = NoType,
        ["PagerulesEditRequest: PagerulesEditRequest: an object is expected, there is a string, but none (path $.actions[0].value"] = NoType,
        ["PagerulesUpdateRequest: PagerulesUpdateRequest: an object is expected, there is a string, but none (path $.actions[0].value"] = NoType,
        ["ZonesPageRule: ZonesPageRule: an object is expected, there is a string, but none (path $.actions[0].value"] = NoType,
    };

    public static IReadOnlyDictionary<string, string> OfCalls { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DELETE /accounts/{account_id}/addressing/address_maps/{address_map_id}/accounts/{account_id}: "] = Twice,
        ["PUT /accounts/{account_id}/addressing/address_maps/{address_map_id}/accounts/{account_id}: "] = Twice,
        ["GET /accounts/{account_id}/audit_logs: result: "] = Choice,
        ["GET /memberships: result: "] = Choice,
        ["GET /organizations/{organization_id}/audit_logs: result: "] = Choice,
        ["GET /user/audit_logs: result: "] = Choice,
        ["GET /zones/{zone_identifier}/firewall/waf/packages/{identifier}: result: "] = Choice,
        ["GET /zones/{zone_identifier}/firewall/waf/packages: result: "] = Choice,
        ["PATCH /zones/{zone_identifier}/firewall/waf/packages/{identifier}: result: "] = Choice,
        ["GET /zones/{zone_id}/cache/origin_post_quantum_encryption: UnsatisfiableException"] = Contradiction,
        ["PUT /zones/{zone_id}/cache/origin_post_quantum_encryption: UnsatisfiableException"] = Contradiction,
        ["PUT /zones/{zone_identifier}/rate_limits/{id}: body: $.id: "] = Nameless,
    };
}
