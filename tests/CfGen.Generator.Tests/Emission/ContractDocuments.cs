using System.Globalization;
using System.Text;
using CfGen.Generator.Tests.Hosting;
using CfGen.Generator.Tests.Schemas;

namespace CfGen.Generator.Tests.Emission;

/// <summary>Documents that together use every type and member of the runtime that emitted code can name.</summary>
internal static class ContractDocuments
{
    /// <summary>One schema for each scalar type of C#, by a name for it.</summary>
    private static readonly (string Name, string Schema)[] s_scalars =
    [
        ("text", "{ type: string, minLength: 1, maxLength: 9, pattern: '^a$' }"),
        ("flag", "{ type: boolean }"),
        ("int32", "{ type: integer, format: int32, minimum: 1, maximum: 9 }"),
        ("int64", "{ type: integer, format: int64, multipleOf: 3 }"),
        ("float", "{ type: number, format: float }"),
        ("double", "{ type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true }"),
        ("decimal", "{ type: number, format: decimal }"),
        ("uuid", "{ type: string, format: uuid }"),
        ("moment", "{ type: string, format: date-time }"),
        ("day", "{ type: string, format: date }"),
        ("clock", "{ type: string, format: time }"),
        ("localClock", "{ type: string, format: partial-time }"),
        ("netSpan", "{ type: string, format: time-span }"),
        ("uint64", "{ type: integer, format: uint64 }"),
        ("int128", "{ type: integer, format: int128 }"),
        ("uint128", "{ type: integer, format: uint128 }"),
        ("numberOrText", "{ format: int32 }"),
        ("numberAsText", "{ format: int32, example: '7' }"),
        ("span", "{ type: string, format: duration }"),
        ("link", "{ type: string, format: uri }"),
        ("bytes", "{ type: string, format: byte }"),
        ("address", "{ type: string, format: ipv4 }"),
        ("json", "{}"),
        ("color", "{ $ref: '#/components/schemas/Color' }"),
        ("size", "{ $ref: '#/components/schemas/Size' }"),
        ("mixed", "{ $ref: '#/components/schemas/Mixed' }"),
        ("part", "{ $ref: '#/components/schemas/Part' }"),
        ("parts", "{ type: array, items: { $ref: '#/components/schemas/Part' } }"),
        ("partMap", "{ type: object, additionalProperties: { $ref: '#/components/schemas/Part' }, propertyNames: { pattern: '^p' } }"),
        ("texts", "{ type: array, minItems: 1, maxItems: 9, uniqueItems: true, items: { type: string, maxLength: 9 } }"),
        ("maybeTexts", "{ type: array, items: { type: string, nullable: true } }"),
        ("maybeDays", "{ type: array, items: { type: string, format: date, nullable: true } }"),
        ("dayMap", "{ type: object, additionalProperties: { type: string, format: date } }"),
    ];

    /// <summary>Documents that describe nothing: all documentation of their code is the generator's.</summary>
    public static IReadOnlyList<TestDocument> WithoutDescriptions { get; } =
    [
        UnionTests.Document,
        CreateTypes(),
        CreateParameters(),
        CreatePaging(),
        TestDocument.FromPaths(
            """
            /form:
              post:
                operationId: post-form
                requestBody: { required: true, content: { application/x-www-form-urlencoded: {
                  schema: { type: object, properties: { tags: { type: array, items: { type: string } } } }, encoding: { tags: { style: form, explode: true } } } } }
                responses: { '204': { description: none } }

            """
        ),
        FromClientTests("media.yaml"),
        FromClientTests("query-string.yaml"),
        FromClientTests("swagger-forms.yaml"),
        FromClientTests("idempotency.yaml"),
        FromClientTests("inheritance.json", "CfGen.Cases.Tests"),
        FromClientTests("tuples.yaml", "CfGen.Cases.Tests"),
        FromClientTests("client-parameters.yaml", "CfGen.Cases.Tests"),
        FromClientTests("free-bodies.yaml", "CfGen.Cases.Tests"),
        FromClientTests("streams.yaml", "CfGen.Cases.Tests"),
        FromClientTests("secrets.yaml", "CfGen.Cases.Tests"),
    ];

    public static IReadOnlyList<TestDocument> All { get; } = [TestDocument.RiskScoring.With("Interfaces", "true"), .. WithoutDescriptions];

    /// <summary>A document and a file with a type of the framework for one of its formats.</summary>
    public static TestDocument[] OwnTypes { get; } =
    [
        TestDocument
            .FromPaths(
                """
                /releases: { put: { operationId: put, requestBody: { content: { application/json: { schema: {
                  type: object, properties: { version: { type: string, format: version } } } } } }, responses: { '204': { description: ok } } } }
                """
            )
            .With("Names", "/project/names.json"),
        new(
            "/project/names.json",
            """
            { "types": { "format:version": "System.Version" } }
            """
        )
        {
            IsNames = true,
        },
    ];

    /// <summary>A value of an enumeration whose number is that of a listing, and its listing.</summary>
    public static TestDocument[] Listed { get; } =
    [
        TestDocument
            .FromPaths(
                """
                /state: { get: { parameters: [ { name: of, in: query, required: true, schema: { type: string, enum: [ open, sold ] } } ],
                  responses: { '204': { description: ok } } } }
                """
            )
            .With("ApiListing", "/project/sample.api.txt"),
        new(
            "/project/sample.api.txt",
            """
            cfgen-api 1 Acme.Sample.SampleClient
            StateGetOf enum sent of=String
            StateGetOf.Sold value known=3 value=sold
            """
        )
        {
            IsListing = true,
        },
    ];

    /// <summary>
    /// Creates a document whose types are both sent and received, with each scalar required, optional, nullable, in a list and in a map.
    /// </summary>
    private static TestDocument CreateTypes()
    {
        StringBuilder schemas = new();
        schemas.Append(
            """
            security: [{ basic: [] }, { query: [] }, { cookie: [] }, { oauth: [read] }]
            components:
              securitySchemes:
                basic: { type: http, scheme: basic }
                query: { type: apiKey, in: query, name: key }
                cookie: { type: apiKey, in: cookie, name: key }
                oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: {} } } }
              schemas:
                Color: { type: string, enum: [red, green] }
                Size: { type: integer, enum: [1, 2] }
                Mixed: { enum: [a, 1, true] }
                Part: { type: object, required: [name], properties: {
                  name: { type: string, minLength: 1 }, left: { type: string }, right: { type: string } }, dependencies: { left: [right] } }
                Typed: { type: object, additionalProperties: { $ref: '#/components/schemas/Part' }, propertyNames: { enum: [a, b] } }
                Wide: { type: object, required: [
            """
        );
        schemas.Append(string.Join(", ", Enumerable.Range(0, 66).Select(i => "p" + i))).Append("], properties: { ");
        schemas.Append(string.Join(", ", Enumerable.Range(0, 66).Select(i => $"p{i}: {{ type: string }}"))).Append(" } }\n");
        AppendObject(schemas, "Required", isRequired: true, s => s);
        AppendObject(schemas, "Optional", isRequired: false, s => s);
        AppendObject(schemas, "Nullable", isRequired: true, s => $"{{ nullable: true, allOf: [{s}] }}");
        AppendObject(schemas, "OptionalNullable", isRequired: false, s => $"{{ nullable: true, allOf: [{s}] }}");
        AppendObject(schemas, "ReadOnly", isRequired: false, s => $"{{ readOnly: true, allOf: [{s}] }}");
        AppendObject(schemas, "Lists", isRequired: true, s => $"{{ type: array, items: {s} }}");
        AppendObject(schemas, "Maps", isRequired: false, s => $"{{ type: object, additionalProperties: {s} }}");
        StringBuilder paths = new();
        foreach (
            string name in (string[])["Required", "Optional", "Nullable", "OptionalNullable", "ReadOnly", "Lists", "Maps", "Typed", "Wide"]
        )
            AppendOperations(paths, name);

        return TestDocument.FromPaths(paths.ToString(), schemas.ToString()).With("Json", "both");
    }

    /// <summary>Appends a path whose operations send a type as JSON, as a form and in parts.</summary>
    private static void AppendOperations(StringBuilder paths, string name)
    {
        string property = s_scalars[0].Name;
        paths.Append(
            CultureInfo.InvariantCulture,
            $$"""
            /{{name}}:
              put:
                operationId: put-{{name}}
                requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/{{name}}' } } } }
                responses: { '200': { description: ok, content: { application/json: { schema: {
                  type: object, required: [success, errors, messages, result], properties: {
                    success: { type: boolean }, errors: { type: array, items: {} }, messages: { type: array, items: {} }, result: { $ref: '#/components/schemas/{{name}}' } } } } } } }
              post:
                operationId: form-{{name}}
                requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/{{name}}' } } } }
                responses: { '204': { description: none } }
              patch:
                operationId: parts-{{name}}
                requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/{{name}}' }, encoding: { {{property}}: { headers: { X-Note: { required: true, schema: { type: string } } } } } } } }
                responses: { '204': { description: none } }

            """
        );
    }

    private static void AppendObject(StringBuilder yaml, string name, bool isRequired, Func<string, string> wrap)
    {
        string required = isRequired ? $"required: [{string.Join(", ", s_scalars.Select(s => s.Name))}], " : "";
        yaml.Append(CultureInfo.InvariantCulture, $"    {name}: {{ type: object, {required}properties: {{\n");
        foreach ((string scalar, string schema) in s_scalars)
            yaml.Append(CultureInfo.InvariantCulture, $"      {scalar}: {wrap(schema)},\n");
        yaml.Append("    } }\n");
    }

    /// <summary>Creates a document with a parameter of each scalar type in each place.</summary>
    private static TestDocument CreateParameters()
    {
        string components = CreateTypes().Text;
        components = components[components.IndexOf("components:", StringComparison.Ordinal)..];
        StringBuilder paths = new();
        foreach ((string scalar, string schema) in s_scalars)
        {
            paths.Append(CultureInfo.InvariantCulture, $"/{scalar}/{{path}}:\n  get:\n    operationId: get-{scalar}\n    parameters:\n");
            paths.Append(CultureInfo.InvariantCulture, $"    - {{ name: path, in: path, required: true, schema: {schema} }}\n");
            foreach (string place in (string[])["query", "header", "cookie"])
            {
                paths.Append(CultureInfo.InvariantCulture, $"    - {{ name: {place}1, in: {place}, required: true, schema: {schema} }}\n");
                paths.Append(CultureInfo.InvariantCulture, $"    - {{ name: {place}2, in: {place}, schema: {schema} }}\n");
                paths.Append(
                    CultureInfo.InvariantCulture,
                    $"    - {{ name: {place}3, in: {place}, content: {{ application/json: {{ schema: {schema} }} }} }}\n"
                );
                paths.Append(
                    CultureInfo.InvariantCulture,
                    $"    - {{ name: {place}4, in: {place}, explode: {(place == "query" ? "false" : "true")}, schema: {schema} }}\n"
                );
            }

            paths.Append("    - { name: matrix, in: path, required: true, style: matrix, schema: " + schema + " }\n");
            paths.Append("    responses: { '204': { description: none } }\n");
        }

        string text = paths.ToString().Replace("/{path}", "/{path}/{matrix}/{json}", StringComparison.Ordinal);
        text = text.Replace(
            "    responses:",
            "    - { name: json, in: path, required: true, content: { application/json: { schema: { type: string } } } }\n    responses:",
            StringComparison.Ordinal
        );
        return TestDocument.FromPaths(text, components);
    }

    /// <summary>Creates a document whose paging has every setting.</summary>
    private static TestDocument CreatePaging() =>
        TestDocument.FromPaths(
            """
            /things:
              get:
                operationId: list-things
                x-cfgen-paging: { style: last-item, parameter: after, size: limit, next: data.next, more: more, last: last, total: total, pages: pages, id: key, items: data.items, first: 0 }
                parameters:
                - { name: after, in: query, schema: { type: string } }
                - { name: limit, in: query, schema: { type: integer } }
                - { name: Idempotency-Key, in: header, schema: { type: string } }
                responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: {
                  more: { type: boolean }, note: { type: string }, total: { type: integer }, pages: { type: integer },
                  data: { type: object, properties: { next: { type: string }, items: { type: array, items: { type: object, properties: { key: { type: string } } } } } } } } } } } }
            """
        );

    private static TestDocument FromClientTests(string file, string project = "CfGen.Client.Tests") =>
        new TestDocument(
            "/project/" + file,
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests", project, "Documents", file))
        ).With("Json", "both");
}
