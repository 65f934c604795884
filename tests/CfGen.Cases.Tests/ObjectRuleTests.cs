using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Rules of the keys of maps, and of properties that require others.</summary>
public class ObjectRuleTests
{
    private const string ThingPointer = "#/components/schemas/Thing";

    [Fact]
    public async Task Keys_and_dependencies_that_hold_are_sent()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using ObjectRules.CaseClient client = new(server.CreateOptions<ObjectRules.CaseClientOptions>());

        await client.Things.CreateAsync(
            new ObjectRules.Thing
            {
                Labels = new Dictionary<string, string> { ["ab"] = "1" },
                Hours = new Dictionary<string, long> { ["tue"] = 8 },
                Owners = new Dictionary<string, bool> { ["0f8fad5b-d9cb-469f-a165-70867728950e"] = true },
                Card = "c",
                Zip = 1,
                AdditionalProperties = new Dictionary<string, string> { ["x-extra"] = "e" },
            }.WithNull(nameof(ObjectRules.Thing.Address))
        );
        await client.Labels.UpdateAsync(new Dictionary<string, long> { ["a-b"] = 2 });

        Assert.Equal(
            [
                """{"labels":{"ab":"1"},"hours":{"tue":8},"owners":{"0f8fad5b-d9cb-469f-a165-70867728950e":true},"card":"c","address":null,"zip":1,"x-extra":"e"}""",
                """{"a-b":2}""",
            ],
            server.Requests.Select(r => r.Body)
        );
    }

    [Fact]
    public async Task Keys_that_break_a_rule_are_named_with_their_place()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using ObjectRules.CaseClient client = new(server.CreateOptions<ObjectRules.CaseClientOptions>());
        ObjectRules.Thing thing = new()
        {
            Labels = new Dictionary<string, string> { ["A"] = "1", ["ok"] = "2" },
            Hours = new Dictionary<string, long>
            {
                ["sun"] = 8,
                ["mon"] = 8,
                ["mon\0tue"] = 8,
            },
            Owners = new Dictionary<string, bool> { ["me"] = true },
            AdditionalProperties = new Dictionary<string, string> { ["123456789"] = "e" },
        };

        ApiValidationException exception = await Assert.ThrowsAsync<ApiValidationException>(() => client.Things.CreateAsync(thing));

        Assert.Equal(
            [
                $"The key 'A' of body at /labels has 1 characters, at least 2 are required (minLength: 2, {ThingPointer}/properties/labels/propertyNames).",
                $"The key 'A' of body at /labels does not match the pattern (pattern: ^[a-z]+$, {ThingPointer}/properties/labels/propertyNames).",
                $"The key 'sun' of body at /hours is not a key that the document allows (enum, {ThingPointer}/properties/hours/propertyNames).",
                $"The key 'mon\0tue' of body at /hours is not a key that the document allows (enum, {ThingPointer}/properties/hours/propertyNames).",
                $"The key 'me' of body at /owners is not a valid UUID (format: uuid, {ThingPointer}/properties/owners/propertyNames).",
                $"The key '123456789' of body has 9 characters, at most 8 are allowed (maxLength: 8, {ThingPointer}/propertyNames).",
            ],
            exception.Violations.Select(v => v.Message)
        );
        Assert.Equal(("body", "/labels"), (exception.Violations[0].Parameter, exception.Violations[0].BodyPointer));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_keys_of_a_body_that_is_a_map_are_checked()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using ObjectRules.CaseClient client = new(server.CreateOptions<ObjectRules.CaseClientOptions>());
        Dictionary<string, long> labels = new() { ["UP"] = 1, [new string('a', 100)] = 2 };

        ApiValidationException exception = await Assert.ThrowsAsync<ApiValidationException>(() => client.Labels.UpdateAsync(labels));

        const string Pointer = "#/paths/~1labels/put/requestBody/content/application~1json/schema/propertyNames";
        Assert.Equal(
            [
                $"The key 'UP' of body does not match the pattern (pattern: ^[a-z-]+$, {Pointer}).",
                $"The key '{new string('a', 64)}...' of body has 100 characters, at most 5 are allowed (maxLength: 5, {Pointer}).",
            ],
            exception.Violations.Select(v => v.Message)
        );
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_property_that_another_one_requires_is_missed()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using ObjectRules.CaseClient client = new(server.CreateOptions<ObjectRules.CaseClientOptions>());
        ObjectRules.Thing card = new() { Card = "c" };
        ObjectRules.Thing extra = new() { AdditionalProperties = new Dictionary<string, string> { ["x-extra"] = "e" } };

        ApiValidationException ofCard = await Assert.ThrowsAsync<ApiValidationException>(() => client.Things.CreateAsync(card));
        ApiValidationException ofExtra = await Assert.ThrowsAsync<ApiValidationException>(() => client.Things.CreateAsync(extra));

        Assert.Equal(
            [
                $"body at /address is required, because 'card' is set (dependentRequired, {ThingPointer}/dependentRequired/card).",
                $"body at /zip is required, because 'card' is set (dependentRequired, {ThingPointer}/dependentRequired/card).",
            ],
            ofCard.Violations.Select(v => v.Message)
        );
        Assert.Equal(("dependentRequired", "/card"), (Assert.Single(ofExtra.Violations).Rule, ofExtra.Violations[0].BodyPointer));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Rules_of_earlier_drafts_are_checked()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using LegacyObjectRules.CaseClient client = new(server.CreateOptions<LegacyObjectRules.CaseClientOptions>());
        LegacyObjectRules.Thing thing = new()
        {
            Card = "c",
            Labels = new Dictionary<string, string> { ["green"] = "1", ["red"] = "2" },
        };

        ApiValidationException exception = await Assert.ThrowsAsync<ApiValidationException>(() => client.Things.CreateAsync(thing));
        await client.Things.CreateAsync(new LegacyObjectRules.Thing { Address = "a" });

        Assert.Equal(
            [
                "The key 'green' of body at /labels is not a key that the document allows (enum, #/components/schemas/Thing/properties/labels/propertyNames).",
                "body at /address is required, because 'card' is set (dependentRequired, #/components/schemas/Thing/dependencies/card).",
            ],
            exception.Violations.Select(v => v.Message)
        );
        Assert.Equal("""{"address":"a"}""", Assert.Single(server.Requests).Body);
    }
}
