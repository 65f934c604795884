using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Tests.Usage;

/// <summary>A program with a client of <c>Emit="used"</c>, and what was emitted for it.</summary>
internal static class UsageProject
{
    public const string Namespace = "Acme.Api";

    /// <summary>Users, zones with records, an operation with variants, and one of the client itself.</summary>
    public static TestDocument Document { get; } = new TestDocument(
            "/project/api.yaml",
            """
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /users:
                get:
                  x-cfgen-name: users.list
                  tags: [People]
                  operationId: users-list
                  parameters: [ { name: filter, in: query, schema: { $ref: '#/components/schemas/UserFilter' } } ]
                  responses: { '200': { description: a, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/User' } } } } } }
                post:
                  x-cfgen-name: users.create
                  tags: [People]
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewUser' } } } }
                  responses: { '200': { description: a, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
              /users/{id}:
                parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
                delete:
                  x-cfgen-name: users.delete
                  tags: [People]
                  responses: { '204': { description: a } }
              /zones:
                get:
                  x-cfgen-name: zones.list
                  parameters: [ { name: order, in: query, schema: { type: string } } ]
                  responses: { '200': { description: a, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Zone' } } } } } }
              /zones/{id}:
                parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
                get:
                  x-cfgen-name: zones.get
                  responses: { '200': { description: a, content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } } }
                patch:
                  x-cfgen-name: zones.purge
                  deprecated: true
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Purge' } } } }
                  responses: { '204': { description: a } }
              /zones/{id}/records:
                parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
                get:
                  x-cfgen-name: zones.records.list
                  responses: { '200': { description: a, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Record' } } } } } }
              /things:
                post:
                  x-cfgen-name: things.send
                  parameters: [ { name: q, in: query, schema: { type: string } } ]
                  requestBody:
                    content:
                      application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                      multipart/form-data: { schema: { type: object, properties: { file: { type: string } } } }
                  responses:
                    '200':
                      description: a
                      content:
                        application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                        text/event-stream: { schema: { $ref: '#/components/schemas/Thing' } }
              /ping: { get: { x-cfgen-name: ping, responses: { '200': { description: a, content: { application/json: { schema: { $ref: '#/components/schemas/Pong' } } } } } } }
              /version: { get: { x-cfgen-name: version, responses: { '204': { description: a } } } }
            components:
              schemas:
                User: { type: object, required: [name], properties: { name: { type: string }, role: { $ref: '#/components/schemas/Role' } } }
                NewUser: { type: object, required: [name], properties: { name: { type: string }, role: { $ref: '#/components/schemas/Role' } } }
                UserFilter: { type: string, enum: [active, all] }
                Role: { type: string, enum: [admin, member] }
                Zone: { type: object, required: [name], properties: { name: { type: string }, owner: { $ref: '#/components/schemas/Owner' } } }
                Owner: { type: object, required: [name], properties: { name: { type: string, minLength: 1 }, plans: { type: array, items: { $ref: '#/components/schemas/Plan' } } } }
                Plan: { type: object, deprecated: true, properties: { price: { type: number }, limits: { type: object, additionalProperties: { $ref: '#/components/schemas/Limit' } } } }
                Limit: { type: object, properties: { count: { type: integer } } }
                Purge: { type: object, properties: { everything: { type: boolean } } }
                Record: { oneOf: [ { $ref: '#/components/schemas/ARecord' }, { $ref: '#/components/schemas/TxtRecord' } ] }
                ARecord: { type: object, required: [address], properties: { address: { type: string } } }
                TxtRecord: { type: object, required: [text], properties: { text: { type: array, prefixItems: [ { $ref: '#/components/schemas/Limit' } ] } } }
                Thing: { type: object, properties: { id: { type: integer } } }
                Pong: { type: object, properties: { at: { type: string } } }
            """
        ).With("Namespace", Namespace).With("ClientName", "ApiClient").With("Access", "internal").With("Emit", "used");

    /// <summary>A project of one file of C#, which a build outside of an IDE compiles.</summary>
    public static GeneratorHost CreateHost(string code, params IEnumerable<TestDocument> documents) =>
        new GeneratorHost(documents).WithUsedOnly().EditCode(code);

    /// <summary>Runs a project of one file of C#.</summary>
    public static GeneratorRun Run(string code) => CreateHost(code, Document).Run();

    /// <summary>The methods of resources and of the client, as <c>ZonesResource.GetAsync</c>.</summary>
    public static HashSet<string> GetMethods(GeneratorRun run) =>
        [
            .. run
                .Result.GeneratedSources.SelectMany(s => s.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
                .Where(m => m.Parent is ClassDeclarationSyntax && m.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal))
                .Select(m => $"{((ClassDeclarationSyntax)m.Parent!).Identifier.ValueText}.{m.Identifier.ValueText}"),
        ];

    /// <summary>The texts of what was emitted.</summary>
    public static Dictionary<string, string> GetTexts(GeneratorRun run) =>
        EmittedTexts.Read(run.Result.GeneratedSources.Select(s => s.SyntaxTree));
}
