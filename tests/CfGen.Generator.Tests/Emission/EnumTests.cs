using System.Text.RegularExpressions;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Emission;

/// <summary>The members of open enums, which the runtime completes, and values that need no enum.</summary>
public class EnumTests
{
    [Theory]
    [InlineData(
        "{ type: string, enum: [open, in-transit] }",
        "new _core::OpenEnumTable(\"open\", \"in-transit\");",
        "private readonly string? _value;",
        "public Status(string value) => _value = _core::OpenEnumTable.NotNull(value);",
        "public static Status InTransit => new(\"in-transit\");",
        "public string Value => _value ?? \"\";",
        "public static implicit operator Status(string value) => new(value);",
        "public override string ToString() => Value;",
        "static Status _core::IOpenEnum<_api::Status>.From(string value) => new(value);",
        "public const string Open = \"open\", InTransit = \"in-transit\";"
    )]
    [InlineData(
        "{ type: integer, enum: [-1, 2] }",
        "new _core::OpenEnumTable(-1L, 2L);",
        "private readonly long? _value;",
        "public Status(long value) => _value = value;",
        "public static Status Minus1 => new(-1L);",
        "public long Value => _value.GetValueOrDefault();",
        "public static implicit operator Status(long value) => new(value);",
        "public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);",
        "static Status _core::IOpenEnum<_api::Status>.From(long value) => new(value);",
        "string _core::IOpenEnum.Value => ToString();",
        "public const long Minus1 = -1L, Value2 = 2L;"
    )]
    [InlineData(
        "{ type: [string, integer], enum: [auto, 2] }",
        "_core::OpenEnumTable.CreateMixed((\"auto\", true), (\"2\", false));",
        "public const string Auto = \"auto\", Value2 = \"2\";"
    )]
    public void An_enum_has_these_members(string schema, params string[] members)
    {
        string code = Generate("{ $ref: '#/components/schemas/Status' }", schema);

        Assert.All(members, m => Assert.Contains(" " + m, code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ type: string, enum: [open] }", "string")]
    [InlineData("{ type: string, enum: [open, open] }", "string")]
    [InlineData("{ type: string, format: date, const: '2020-01-01' }", "string")]
    [InlineData("{ type: [string, 'null'], enum: [open, null] }", "string")]
    [InlineData("{ type: integer, format: int64, enum: [3] }", "long")]
    [InlineData("{ type: integer, enum: [3], oneOf: [ { const: 1 }, { const: 3 } ] }", "long")]
    [InlineData("{ anyOf: [ { type: string }, { type: string, enum: [open] } ] }", "string")]
    public void One_value_needs_no_type(string schema, string type)
    {
        string code = Generate(schema, "{ type: string }");

        Assert.Contains($"public {type}? Status ", code, StringComparison.Ordinal);
        Assert.DoesNotContain("struct ", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: [string, integer], enum: [auto] }", "{ type: string }")]
    [InlineData("{ $ref: '#/components/schemas/Status' }", "{ type: string, enum: [open] }")]
    public void One_value_of_several_types_or_with_a_name_keeps_its_type(string member, string component) =>
        Assert.Contains("Status : _core::IOpenEnum<", Generate(member, component), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: string, enum: [open] }", "/// <summary>A status. The only value: \"open\".</summary>")]
    [InlineData("{ type: integer, default: 3, enum: [3] }", "/// <summary>A status. The only value: 3.</summary>")]
    [InlineData("{ type: string, enum: [open, done], default: open }", "/// <summary>A status. Default: \"open\".</summary>")]
    public void The_only_value_is_documented(string schema, string summary)
    {
        string code = Generate(schema.Replace("{ ", "{ description: A status., ", StringComparison.Ordinal), "{ type: string }");

        Assert.Contains(summary, code, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_types_with_another_only_value_name_none()
    {
        const string First = "{ type: object, properties: { kind: { type: string, enum: [a] } } }";
        const string Second = "{ type: object, properties: { kind: { type: string, enum: [b] } } }";

        string code = Generate(
            $"{{ type: object, properties: {{ a: {{ type: object, properties: {{ item: {First}, n: {{ type: integer }} }} }}, b: {{ type: object, properties: {{ item: {Second} }} }} }} }}",
            "{ type: string }"
        );

        Assert.Single(Regex.Matches(code, "The property 'kind'"));
        Assert.DoesNotContain("The only value", code, StringComparison.Ordinal);
    }

    private static string Generate(string member, string component)
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument(
                "/project/api.yaml",
                $$"""
                openapi: 3.1.0
                info: { title: Sample, version: '1' }
                paths:
                  /things:
                    get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { status: {{member}}, other: { $ref: '#/components/schemas/Status' } } } } } } } }
                components: { schemas: { Status: {{component}} } }
                """
            )
        );
        run.AssertCompiles();
        return string.Concat(run.Sources.Values);
    }
}
