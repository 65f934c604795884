using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Diagnostics;

/// <summary>Documents with one problem each. The text between « and » is the location of the diagnostic.</summary>
internal static class DiagnosticCases
{
    /// <summary>The id, the severity, whether code is generated nevertheless, and the document.</summary>
    public static TheoryData<string, DiagnosticSeverity, bool, string> All =>
        new()
        {
            {
                "CFG0001",
                DiagnosticSeverity.Error,
                false,
                """
                    {
                      "openapi": "3.0.3",
                      "info": { "title": "Sample", "version": "1" }
                      «"»paths": {}
                    }
                    """
            },
            {
                "CFG0002",
                DiagnosticSeverity.Error,
                false,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /a: { get: [ }
                    """
            },
            { "CFG0003", DiagnosticSeverity.Error, false, "«swagger-ish»: 1\ninfo: {}\n" },
            { "CFG0003", DiagnosticSeverity.Error, false, "{ \"hello\": \"world\" }" },
            { "CFG0015", DiagnosticSeverity.Error, false, "just words" },
            { "CFG0016", DiagnosticSeverity.Error, false, "«openapi»: [3]\ninfo: { title: Sample, version: '1' }\n" },
            { "CFG0004", DiagnosticSeverity.Error, false, "openapi: «4.0.0»\ninfo: { title: Sample, version: '1' }\npaths: {}\n" },
            { "CFG0004", DiagnosticSeverity.Error, false, "swagger: «'1.2'»\ninfo: { title: Sample, version: '1' }\npaths: {}\n" },
            {
                "CFG0005",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad:
                        get:
                          operationId: bad
                          responses:
                            '200':
                              description: ok
                              content:
                                application/json:
                                  schema:
                                    $ref: «'#/components/schemas/nobody'»
                    """
            },
            {
                "CFG0006",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { operationId: same, responses: { '200': { description: ok } } } }
                      /bad:
                        get:
                          operationId: «same»
                          responses: { '200': { description: ok } }
                    """
            },
            {
                "CFG0007",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad:
                        get:
                          responses: { '200': { description: ok, content: { application/json: { schema: { $ref: «'common.yaml#/Pet'» } } } } }
                    """
            },
            {
                "CFG0010",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad:
                        get:
                          operationId: bad
                          «parameters»: [ { name: x, in: nowhere, schema: { type: string } } ]
                          responses: { '200': { description: ok } }
                    """
            },
            {
                "CFG0011",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info:
                      title: Sample
                      version: '1'
                      «title»: Sample
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                    """
            },
            { "CFG0012", DiagnosticSeverity.Error, false, " \n\n" },
            {
                "CFG1002",
                DiagnosticSeverity.Info,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad/{id}:
                        «get»:
                          responses: { '200': { description: ok } }
                    """
            },
            {
                "CFG1165",
                DiagnosticSeverity.Info,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good:
                        post:
                          requestBody:
                            content:
                              «application/x-www-form-urlencoded»: { schema: { type: object, properties: { image: { type: string, format: binary } } } }
                          responses: { '200': { description: ok } }
                    """
            },
            {
                "CFG1110",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    servers: [ { url: «ftp://files.example.com» } ]
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                    """
            },
            {
                "CFG1111",
                DiagnosticSeverity.Info,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    servers: [ «https://api.example.com» ]
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                    """
            },
            {
                "CFG1112",
                DiagnosticSeverity.Info,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    servers: [ { url: «'https://{tenant}.example.com'» } ]
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                    """
            },
            {
                "CFG1113",
                DiagnosticSeverity.Info,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /upper: { «GET»: { responses: { '200': { description: ok } } } }
                    """
            },
            {
                "CFG1114",
                DiagnosticSeverity.Info,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      «slashless»: { get: { responses: { '200': { description: ok } } } }
                    """
            },
            {
                "CFG1115",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } }, «GET»: { responses: { '200': { description: ok } } } }
                    """
            },
            {
                "CFG1060",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good:
                        get:
                          parameters: [ { name: q, in: query, schema: { type: string, pattern: «'^[z-a]$'» } } ]
                          responses: { '200': { description: ok } }
                    """
            },
            {
                "CFG1017",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.2.0
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad:
                        additionalOperations: { COPY: «7» }
                    """
            },
            {
                "CFG1017",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.2.0
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad:
                        «additionalOperations»: [ COPY ]
                    """
            },
            {
                "CFG1133",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad: { get: { responses: { «ok»: { description: ok }, 2xx: { description: ok }, '404': { description: gone }, default: { description: other } } } }
                    """
            },
            {
                "CFG1134",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad: { get: { responses: { '200': { description: ok, headers: { «'X:Y'»: { schema: { type: string } } } } } } }
                    """
            },
            {
                "CFG1136",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
                    components:
                      schemas:
                        A: { type: object, properties: { a: { type: string } }, allOf: [ { $ref: '#/components/schemas/B' } ] }
                        B: { type: object, properties: { b: { type: string } }, allOf: [ { $ref: «'#/components/schemas/A'» } ] }
                    """
            },
            {
                "CFG1137",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { allOf: [ { type: object, properties: { a: { type: string } } }, { type: object, properties: { «a»: { type: integer } } } ] } } } } } } }
                    """
            },
            {
                "CFG1138",
                DiagnosticSeverity.Warning,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: integer, enum: [ 1, «'2'», '3' ] } } } } } } }
                    """
            },
            {
                "CFG1139",
                DiagnosticSeverity.Info,
                true,
                """
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /good: { get: { responses: { '200': { description: ok } } } }
                      /bad: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, required: [ a, «b» ], properties: { a: { type: string } } } } } } } } }
                    """
            },
        };
}
