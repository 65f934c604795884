namespace CfGen.WholeDocument.Tests;

/// <summary>
/// Known failures on the whole document, by the start of their messages, with the reasons. An entry that no longer fails has to be removed.
/// </summary>
internal static class KnownFailures
{
    // The document says what cannot be.
    private const string Contradiction = "an object and a string, or an array and an object, at once";
    private const string TooLong = "the value is longer than the maxLength of its enum";
    private const string NoHostName = "no value of the enum is a host name, which its format asks for";
    private const string NoType =
        "a member with properties and no type is an object for the generator, and anything by the letter, such as the string of the example";
    private const string UnnamedMember = "a member is required that no schema names";

    // The document has alternatives that no value tells apart: the first of them is read. Each can be sent.
    private const string EqualCases = "a case with the same members, and the same values of them, as an earlier one";

    // Of the document's alternatives one is any JSON at all; what is no other is Unknown, and says all that there is to say.
    private const string Anything = "beside typed packages the document lists anything";

    // The document has alternatives with one member of several types, or one member each of many. A request is read only by who logs it.
    private const string ReadCase = "a request with one alternative is read as another";

    // The tests here do not come so far.
    private const string PageBody = "the object around the items of a list, which only GetBody reads";
    private const string OtherCase = "built by the test as a case that has the value's members, and is another";

    public static IReadOnlyDictionary<string, string> ForValues { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Not reached: OriginPostQuantumEncryptionGetResponse"] = Contradiction,
            ["Not reached: OriginPostQuantumEncryptionUpdateResponse"] = Contradiction,
            ["No value: object and string at #/paths/~1zones~1{zone_id}~1cache~1origin_post_quantum_encryption/get"] = Contradiction,
            ["No value: object and string at #/paths/~1zones~1{zone_id}~1cache~1origin_post_quantum_encryption/put"] = Contradiction,
            ["Not reached: ComponentsSchemasMode.ManagedChallenge"] = TooLong,
            ["Not reached: VerificationInfoRecord"] = NoHostName,
            ["RateLimitsUpdateRequest: $id: "] = UnnamedMember,
            ["RateLimitsUpdateRequest: read and written: $.id: "] = UnnamedMember,
            ["PageRulesCreateRequest: The JSON is not a valid PageRulesCreateRequest at $.actions[0].value"] = NoType,
            ["PageRulesEditRequest: The JSON is not a valid PageRulesEditRequest at $.actions[0].value"] = NoType,
            ["PageRulesUpdateRequest: The JSON is not a valid PageRulesUpdateRequest at $.actions[0].value"] = NoType,
            ["PageRule: The JSON is not a valid PageRule at $.actions[0].value (line 1): expected an object, but found a string"] = NoType,
            ["Not reached: AppResponse"] = EqualCases,
            ["Not reached: Apps"] = EqualCases,
            ["Not reached: IdentityProviders"] = EqualCases,
            ["Not reached: SchemasIdentityProviders"] = EqualCases,
            ["Not reached: ZeroTrustAccessIdentityProvidersListResponse"] = EqualCases,
            ["Not reached: ZonesZeroTrustAccessIdentityProvidersListResponse"] = EqualCases,
            ["Not reached: WarpConnectorTunnel"] = EqualCases,
            ["Not reached: TeamsDevicesInput"] = EqualCases,
            ["Not reached: PackagesRulesUpdateResponse"] = EqualCases,
            ["Not reached: WafManagedRulesRule"] = EqualCases,
            ["Not reached: TraditionalAllowRule"] = EqualCases,
            ["Not reached: ModeAllowTraditional"] = EqualCases,
            ["Not reached: AiItem"] = Contradiction,
            ["Not reached: AiVariant1"] = Contradiction,
            ["Not reached: PassiveDnsByIp"] = PageBody,
            ["Not reached: IssuesListResponse"] = PageBody,
            ["Not reached: TunnelCollectionResult"] = EqualCases,
            ["Not reached: TunnelTunnelSingleResult"] = EqualCases,
            ["ZonesEditRequest: read and written: $.paused"] = ReadCase,
            ["ZonesPurgeCacheRequest: The JSON is not a valid ZonesPurgeCacheRequest at $.files[0]"] = ReadCase,
            ["Not reached: AiBoxBox"] = Contradiction,
            ["Not reached: AiResult"] = Contradiction,
            ["Not reached: AiVariant2"] = Contradiction,
            ["Not reached: AiRunRequest"] = Contradiction,
            ["Not reached: Configurations"] = Contradiction,
            ["Not reached: SchemasCidrConfiguration"] = Contradiction,
            ["Not reached: SchemasIpConfiguration"] = Contradiction,
            ["Not reached: Zonelockdown"] = Contradiction,
            ["Not reached: LockdownsCreateRequest"] = Contradiction,
            ["Not reached: LockdownsUpdateRequest"] = Contradiction,
            ["Not reached: RulesListsItemsGetResponse"] = Contradiction,
            ["Not reached: RulesUrlHostname"] = Contradiction,
            ["AppRequest: $decision: \"\" came from nowhere"] = OtherCase,
            ["IdentityProviders: $undeclared 0: \"undeclared\" is lost"] = OtherCase,
            ["No value: array and object at"] = Contradiction,
            ["FirewallApiCollectionResult: $: FirewallApiCollectionResult does not know the value"] = Anything,
            ["RulesetsCreateRuleset: $undeclared 0: \"undeclared\" is lost"] = OtherCase,
            ["RulesetsRuleRequest: $undeclared 0: \"undeclared\" is lost"] = OtherCase,
            ["RulesetsUpdateEntrypointRuleset: $undeclared 0: \"undeclared\" is lost"] = OtherCase,
            ["RulesetsUpdateRuleset: $undeclared 0: \"undeclared\" is lost"] = OtherCase,
            ["ScriptAndVersionSettingsItem: $certificate: \"undeclared\" is lost"] = OtherCase,
        };

    public static IReadOnlyDictionary<string, string> ForCalls { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GET /zones/{zone_id}/cache/origin_post_quantum_encryption: UnsatisfiableException"] = Contradiction,
            ["PUT /zones/{zone_id}/cache/origin_post_quantum_encryption: UnsatisfiableException"] = Contradiction,
            ["PUT /zones/{zone_identifier}/rate_limits/{id}: body: $.id: "] = UnnamedMember,
            ["GET /zones/{zone_identifier}/firewall/lockdowns/{id}: "] = Contradiction,
            ["GET /zones/{zone_identifier}/firewall/waf/packages: "] = Anything,
            ["POST /zones/{zone_identifier}/firewall/lockdowns: "] = Contradiction,
            ["PUT /zones/{zone_identifier}/firewall/lockdowns/{id}: "] = Contradiction,
        };
}
