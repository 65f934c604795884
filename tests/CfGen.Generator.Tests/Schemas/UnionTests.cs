using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>Choices, from the document to values: each JSON comes to the case that it is, and is written as it was read.</summary>
public class UnionTests
{
    private const string Schemas = """
        components:
          schemas:
            Tagged:
              oneOf:
                - { type: object, required: [type, content], properties: { type: { type: string, enum: [A] }, content: { type: string } } }
                - { type: object, required: [type, port], properties: { type: { type: string, enum: [SRV, TXT] }, port: { type: integer } } }
            Cat: { type: object, properties: { kind: { type: string }, meow: { type: string } } }
            Dog: { type: object, properties: { kind: { type: string }, bark: { type: string } } }
            Mapped:
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
              discriminator: { propertyName: kind, mapping: { feline: '#/components/schemas/Cat', Dog: '#/components/schemas/Dog' } }
            Position:
              anyOf:
                - { type: object, required: [before], properties: { before: { type: string } } }
                - { type: object, required: [after], properties: { after: { type: string } } }
                - { type: object, required: [index], properties: { index: { type: integer } } }
            Kinds:
              oneOf: [{ type: string, format: uuid }, { type: string }, { type: integer }, { type: boolean }, { type: array, items: { type: string } }, { $ref: '#/components/schemas/Cat' }]
            Several: { type: [string, number], minLength: 1 }
            Based:
              type: object
              required: [id]
              properties: { id: { type: string } }
              oneOf:
                - { required: [ip], properties: { ip: { type: string } } }
                - { required: [asn], properties: { asn: { type: integer } } }
            Rule:
              type: object
              required: [id]
              properties: { id: { type: string }, a: { type: string }, b: { type: string } }
              anyOf: [{ required: [a] }, { required: [b] }]
            Open: { anyOf: [{ type: string, enum: [auto, off] }, { type: string }] }
            Recursive: { oneOf: [{ type: string }, { type: object, required: [and], properties: { and: { type: array, items: { $ref: '#/components/schemas/Recursive' } } } }] }
            OneOrNull: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: 'null' }] }
            Oauth: { type: object, required: [config, type], properties: { config: { type: object, properties: { client_id: { type: string } } }, type: { type: string, enum: [azure, okta, pin] } } }
            Okta: { type: object, required: [config, type], properties: { config: { type: object, properties: { client_id: { type: string }, okta_account: { type: string } } }, type: { type: string, enum: [azure, okta, pin] } } }
            Saml: { type: object, required: [config, type], properties: { config: { type: object, required: [issuer], properties: { issuer: { type: string }, client_id: { type: array, items: { type: string } } } }, type: { type: string } } }
            Pin: { type: object, required: [config, type], properties: { config: { type: object }, type: { type: string, enum: [pin] } } }
            Provider: { anyOf: [{ $ref: '#/components/schemas/Oauth' }, { $ref: '#/components/schemas/Okta' }, { $ref: '#/components/schemas/Saml' }, { $ref: '#/components/schemas/Pin' }] }
            Sums: { type: object, properties: { id: { type: string } }, additionalProperties: { type: integer } }
            Notes: { type: object, properties: { id: { type: string } } }
            Ledger: { oneOf: [{ $ref: '#/components/schemas/Sums' }, { $ref: '#/components/schemas/Notes' }] }
            Loose:
              allOf:
                - { anyOf: [{ type: object }, { type: string }] }
                - { properties: { enabled: { type: boolean } } }
            Items:
              allOf:
                - { anyOf: [{ type: object }, { type: array, items: { type: object } }, { type: string, format: uuid }] }
                - { type: array, items: { type: object, properties: { enabled: { type: boolean } } } }
            Beside:
              properties: { enabled: { type: boolean } }
              oneOf: [{ type: string, format: uuid }, { properties: { since: { type: integer } } }]
            Status: { type: integer, enum: [200, 404, -1] }
            Mixed: { enum: [auto, 1, true] }
            Easy: { type: object, required: [role], properties: { type: { type: string, enum: [message] }, role: { type: string }, text: { type: string } } }
            Full: { type: object, required: [type, id, role], properties: { type: { type: string, enum: [message] }, id: { type: string }, role: { type: string } } }
            Call: { type: object, required: [type], properties: { type: { type: string, enum: [call] }, role: { type: string } } }
            Said: { oneOf: [{ $ref: '#/components/schemas/Easy' }, { $ref: '#/components/schemas/Full' }, { $ref: '#/components/schemas/Call' }], discriminator: { propertyName: type } }
            Left: { type: object, properties: { kind: { type: string }, name: { type: string }, left: { type: integer } } }
            Right: { type: object, properties: { kind: { type: string }, name: { type: string }, right: { type: integer } } }
            Tied: { oneOf: [{ $ref: '#/components/schemas/Left' }, { $ref: '#/components/schemas/Right' }], discriminator: { propertyName: kind } }
            Titled: { type: integer, oneOf: [{ title: GUILD_TEXT, const: 0 }, { title: DM, const: 1 }] }
            Button: { type: object, required: [type], properties: { type: { type: integer, const: 2 }, label: { type: string } } }
            Input: { type: object, required: [type], properties: { type: { type: integer, enum: [4], allOf: [{ $ref: '#/components/schemas/Status' }] }, label: { type: string } } }
            Numbered: { oneOf: [{ $ref: '#/components/schemas/Button' }, { $ref: '#/components/schemas/Input' }] }
            On: { type: object, required: [on], properties: { on: { const: true }, at: { type: number } } }
            Off: { type: object, required: [on], properties: { on: { const: false }, at: { type: number } } }
            Switched: { oneOf: [{ $ref: '#/components/schemas/On' }, { $ref: '#/components/schemas/Off' }] }
            Wide: { type: object, properties: { code: { type: integer, const: 1 }, a: { type: integer } } }
            Other: { type: object, properties: { code: { type: integer }, a: { type: integer } } }
            Coded: { anyOf: [{ $ref: '#/components/schemas/Wide' }, { $ref: '#/components/schemas/Other' }] }
            Sure: { type: object, required: [kind], properties: { kind: { anyOf: [{ type: string, enum: [sure] }, { type: 'null' }] } } }
            Maybe: { type: object, required: [kind], properties: { kind: { anyOf: [{ type: string, enum: [maybe] }, { type: 'null' }] } } }
            Certain: { oneOf: [{ $ref: '#/components/schemas/Sure' }, { $ref: '#/components/schemas/Maybe' }] }
            Owner: { type: object, required: [status, title], properties: { status: { type: string, description: Always creator. }, title: { type: string } } }
            Guest: { type: object, required: [status], properties: { status: { type: string }, until: { type: integer } } }
            Gone: { type: object, required: [status], properties: { status: { type: string, default: left }, until: { type: integer } } }
            Member: { oneOf: [{ $ref: '#/components/schemas/Owner' }, { $ref: '#/components/schemas/Guest' }, { $ref: '#/components/schemas/Gone' }], discriminator: { propertyName: status } }
            Available: { type: object, required: [cpu], properties: { cpu: { type: number } } }
            Unavailable: { type: object, properties: { title: { type: string } } }
            Stats: { oneOf: [{ $ref: '#/components/schemas/Available' }, { $ref: '#/components/schemas/Unavailable' }], discriminator: { propertyName: x-ref-name } }
            Reference: { type: object, required: [id], properties: { id: { type: string } } }
            Entry: { oneOf: [{ $ref: '#/components/schemas/Call' }, { $ref: '#/components/schemas/Reference' }], discriminator: { propertyName: type } }
            Holder:
              type: object
              properties:
                tagged: { $ref: '#/components/schemas/Tagged' }
                mapped: { $ref: '#/components/schemas/Mapped' }
                position: { $ref: '#/components/schemas/Position' }
                kinds: { $ref: '#/components/schemas/Kinds' }
                several: { $ref: '#/components/schemas/Several' }
                based: { $ref: '#/components/schemas/Based' }
                rule: { $ref: '#/components/schemas/Rule' }
                open: { $ref: '#/components/schemas/Open' }
                recursive: { $ref: '#/components/schemas/Recursive' }
                one_or_null: { $ref: '#/components/schemas/OneOrNull' }
                provider: { $ref: '#/components/schemas/Provider' }
                ledger: { $ref: '#/components/schemas/Ledger' }
                loose: { $ref: '#/components/schemas/Loose' }
                items: { $ref: '#/components/schemas/Items' }
                beside: { $ref: '#/components/schemas/Beside' }
                status: { $ref: '#/components/schemas/Status' }
                mixed: { $ref: '#/components/schemas/Mixed' }
                titled: { anyOf: [{ $ref: '#/components/schemas/Titled' }, { type: 'null' }] }
                numbered: { anyOf: [{ $ref: '#/components/schemas/Numbered' }, { type: 'null' }] }
                switched: { $ref: '#/components/schemas/Switched' }
                coded: { $ref: '#/components/schemas/Coded' }
                tied: { $ref: '#/components/schemas/Tied' }
                said: { $ref: '#/components/schemas/Said' }
                certain: { $ref: '#/components/schemas/Certain' }
                member: { $ref: '#/components/schemas/Member' }
                stats: { $ref: '#/components/schemas/Stats' }
                entry: { $ref: '#/components/schemas/Entry' }
        """;

    internal static TestDocument Document { get; } =
        new(
            "/project/api.yaml",
            $$"""
            openapi: 3.1.0
            info: { title: Sample, version: '1' }
            paths:
              /things:
                put:
                  operationId: put-thing
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } } }
            {{Schemas}}
            """
        );

    private static readonly Lazy<GeneratorRun> s_run = new(() => GeneratorHost.Generate(Document).AssertCompiles());

    private static readonly Lazy<LoadedConsumer> s_consumer = new(() => s_run.Value.Load());

    [Theory]
    [InlineData("tagged", """{"type":"A","content":"c"}""", "TaggedA")]
    [InlineData("tagged", """{"port":1,"type":"TXT"}""", "TaggedPort")]
    [InlineData("tagged", """{"type":"NEW","content":"c"}""", null)]
    [InlineData("tagged", "5", null)]
    [InlineData("mapped", """{"kind":"feline","meow":"m"}""", "Cat")]
    [InlineData("mapped", """{"kind":"Dog","bark":"b"}""", "Dog")]
    [InlineData("mapped", """{"kind":"Cat"}""", null)]
    // The document says that the property tells, and demands it nowhere: what else is there tells then.
    [InlineData("mapped", """{"meow":"m"}""", "Cat")]
    [InlineData("mapped", """{"other":"m"}""", null)]
    [InlineData("tied", """{"name":"n"}""", null)]
    [InlineData("tied", """{"name":"n","left":1}""", "Left")]
    [InlineData("said", """{"role":"user","text":"t"}""", "Easy")]
    [InlineData("said", """{"type":"message","role":"user","text":"t"}""", "Easy")]
    [InlineData("said", """{"id":"i","type":"message","role":"user"}""", "Full")]
    [InlineData("said", """{"type":"call","role":"user"}""", "Call")]
    [InlineData("said", """{"type":"other","role":"user","text":"t"}""", null)]
    [InlineData("position", """{"before":"x"}""", "PositionBefore")]
    [InlineData("position", """{"after":"x"}""", "PositionAfter")]
    [InlineData("position", """{"index":1}""", "PositionIndex")]
    [InlineData("position", """{"index":"one"}""", null)]
    [InlineData("position", """{"other":1}""", null)]
    [InlineData("kinds", "\"text\"", "String")]
    [InlineData("kinds", "5", "Int64")]
    [InlineData("kinds", "true", "Boolean")]
    [InlineData("kinds", """["a"]""", "String[]")]
    [InlineData("kinds", """{"meow":"m"}""", "Cat")]
    [InlineData("several", "\"text\"", "String")]
    [InlineData("several", "5.5", "Double")]
    [InlineData("several", "[]", null)]
    [InlineData("based", """{"id":"i","ip":"1"}""", "BasedIp")]
    [InlineData("based", """{"id":"i","asn":1}""", "BasedAsn")]
    [InlineData("provider", """{"config":{"client_id":"c"},"type":"azure"}""", "Oauth")]
    [InlineData("provider", """{"type":"azure","config":{"okta_account":"a","client_id":"c"}}""", "Okta")]
    [InlineData("provider", """{"config":{"issuer":"i"},"type":"new"}""", "Saml")]
    [InlineData("provider", """{"config":{"issuer":"i","client_id":["c"]},"type":"okta"}""", "Saml")]
    [InlineData("provider", """{"config":{},"type":"pin"}""", "Pin")]
    [InlineData("provider", """{"config":{"client_id":["c"]},"type":"okta"}""", null)]
    // What one would have to take as another type than it has comes to the other.
    [InlineData("ledger", """{"id":"i","a":1}""", "Sums")]
    [InlineData("ledger", """{"id":"i","a":"b"}""", "Notes")]
    [InlineData("ledger", """{"a":1,"id":"i","b":null}""", "Notes")]
    [InlineData("recursive", """{"and":["a",{"and":[]}]}""", "RecursiveAnd")]
    [InlineData("numbered", """{"type":2,"label":"l"}""", "Button")]
    [InlineData("numbered", """{"label":"l","type":4}""", "Input")]
    [InlineData("numbered", """{"type":9,"label":"l"}""", null)]
    [InlineData("switched", """{"on":true,"at":1}""", "On")]
    [InlineData("switched", """{"on":false,"at":1}""", "Off")]
    [InlineData("coded", """{"code":1,"a":2}""", "Wide")]
    [InlineData("coded", """{"code":2,"a":2}""", "Other")]
    [InlineData("certain", """{"kind":"maybe"}""", "Maybe")]
    // A component's name is what the property says by rule; an API that says something else is understood by what else is there.
    [InlineData("member", """{"status":"Owner","title":"t"}""", "Owner")]
    [InlineData("member", """{"status":"creator","title":"t"}""", "Owner")]
    [InlineData("member", """{"status":"Guest","until":1}""", "Guest")]
    [InlineData("member", """{"status":"left","until":1}""", "Gone")]
    [InlineData("member", """{"status":"restricted","until":1}""", null)]
    [InlineData("stats", """{"cpu":1}""", "Available")]
    [InlineData("stats", """{"title":"t"}""", "Unavailable")]
    [InlineData("entry", """{"type":"call","id":"i"}""", "Call")]
    [InlineData("entry", """{"id":"i"}""", "Reference")]
    [InlineData("entry", """{"type":"item_reference","id":"i"}""", "Reference")]
    [InlineData("entry", """{"type":"other"}""", null)]
    public void A_value_is_read_as_the_matching_case(string property, string json, string? unionCase)
    {
        (object holder, JsonNode sent) = ReadProperty(property, json);
        PropertyInfo member = holder.GetType().GetProperties().Single(p => p.Name.Equals(property, StringComparison.OrdinalIgnoreCase));
        object value = member.GetValue(holder)!;
        // What may be null is Optional in a type that is sent.
        ApiUnion union = Assert.IsAssignableFrom<ApiUnion>(
            value.GetType().IsGenericType ? value.GetType().GetProperty("Value")!.GetValue(value) : value
        );

        Assert.Equal(unionCase is null, union.IsUnknown);
        Assert.Equal(unionCase ?? nameof(JsonElement), union.Value.GetType().Name);
        AssertRoundTrips(sent, holder);
    }

    [Theory]
    [InlineData("rule", """{"id":"i","a":"x"}""", "Rule")]
    [InlineData("loose", """{"enabled":true}""", "Loose")]
    [InlineData("items", """[{"enabled":true}]""", "Item[]")]
    [InlineData("beside", """{"enabled":true,"since":1}""", "Beside")]
    [InlineData("open", "\"auto\"", "Open")]
    [InlineData("open", "\"anything\"", "Open")]
    [InlineData("one_or_null", """{"meow":"m"}""", "Cat")]
    [InlineData("status", "404", "Status")]
    [InlineData("status", "-1", "Status")]
    [InlineData("status", "999", "Status")]
    [InlineData("mixed", "\"auto\"", "Mixed")]
    [InlineData("mixed", "1", "Mixed")]
    [InlineData("mixed", "true", "Mixed")]
    [InlineData("mixed", "false", "Mixed")]
    [InlineData("mixed", "\"other\"", "Mixed")]
    [InlineData("titled", "1", "Titled")]
    [InlineData("titled", "7", "Titled")]
    public void A_union_of_one_type_is_that_type(string property, string json, string type)
    {
        (object holder, JsonNode sent) = ReadProperty(property, json);
        PropertyInfo member = holder
            .GetType()
            .GetProperties()
            .Single(p => p.Name.Equals(property.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

        object value = member.GetValue(holder)!;
        // What may be null is Optional in a type that is sent.
        Assert.Equal(type, (value.GetType().IsGenericType ? value.GetType().GetProperty("Value")!.GetValue(value)! : value).GetType().Name);
        AssertRoundTrips(sent, holder);
    }

    [Fact]
    public void Integer_enums_have_members_and_a_numeric_value()
    {
        Type status = s_consumer.Value.Type("Acme.Sample.Status");

        Assert.Equal(404L, status.GetProperty("Value")!.GetValue(status.GetProperty("Value404")!.GetValue(null)));
        Assert.Equal(-1L, status.GetProperty("Value")!.GetValue(status.GetProperty("Minus1")!.GetValue(null)));

        // One number an alternative, each with a title, is how many write an enum since 3.1.
        Type titled = s_consumer.Value.Type("Acme.Sample.Titled");
        Assert.Equal(0L, titled.GetProperty("Value")!.GetValue(titled.GetProperty("GuildText")!.GetValue(null)));
        Assert.Equal(1L, titled.GetProperty("Value")!.GetValue(titled.GetProperty("Dm")!.GetValue(null)));
    }

    [Fact]
    public void Unions_convert_implicitly_and_offer_TryGet_Match_and_switch() =>
        s_run
            .Value.Output.AddSyntaxTrees(
                GeneratorHost.Parse(
                    """
                    using CfGen;
                    namespace Acme.Sample;
                    internal static class Uses
                    {
                        public static string Of(Kinds kinds, Cat cat)
                        {
                            Kinds made = cat;
                            Kinds list = new(new[] { "a" });
                            if (kinds.TryGet(out Cat? found))
                                return found.Meow ?? "";
                            if (kinds.TryGet(out long number))
                                return number.ToString();
                            string matched = kinds.Match(@string: s => s, int64: n => "", boolean: b => "", stringList: l => l[0], cat: c => c.Meow ?? "", unknown: j => j.GetRawText());
                            return made == list ? matched : kinds.Value switch { Cat c => c.Meow ?? "", string s => s, _ => kinds.ToString() };
                        }
                    }
                    """
                )
            )
            .GetDiagnostics()
            .Where(d => d.Severity > DiagnosticSeverity.Info)
            .ToList()
            .ForEach(d => Assert.Fail(d.ToString()));

    [Fact]
    public void Equal_values_of_one_case_are_equal()
    {
        (object one, _) = ReadProperty("tagged", """{"type":"A","content":"c"}""");
        (object same, _) = ReadProperty("tagged", """{"content":"c","type":"A"}""");
        (object other, _) = ReadProperty("tagged", """{"type":"A","content":"d"}""");

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
    }

    private static (object Holder, JsonNode Sent) ReadProperty(string property, string json)
    {
        JsonNode sent = JsonNode.Parse($$"""{"{{property}}":{{json}}}""")!;
        return (sent.Deserialize(s_consumer.Value.Type("Acme.Sample.Holder"))!, sent);
    }

    private static void AssertRoundTrips(JsonNode sent, object holder)
    {
        // A case is written with its only discriminator value, whether it came with it or not.
        foreach (JsonObject value in sent.AsObject().Select(p => p.Value).OfType<JsonObject>())
        {
            if (value.ContainsKey("meow") && !value.ContainsKey("kind"))
                value["kind"] = "feline";
            if (value.ContainsKey("role") && value.ContainsKey("text") && !value.ContainsKey("type"))
                value["type"] = "message";
        }

        JsonNode? written = JsonSerializer.SerializeToNode(holder, holder.GetType());
        Assert.True(JsonNode.DeepEquals(sent, written), written?.ToJsonString());
    }
}
