using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Generator.Tests.Configuration;

public class OperationSelectionTests
{
    private const string Text = """
        openapi: 3.0.3
        info: {title: x, version: '1'}
        paths:
          /accounts/{account_id}/zt_risk_scoring/{user_id}:
            get: {operationId: dlp-get, tags: [Zero Trust Risk Scoring], responses: {}}
            post: {operationId: dlp-set, tags: [Zero Trust Risk Scoring], responses: {}}
          /accounts/{account_id}/zt_risk_scoring:
            get: {operationId: dlp-summary, tags: [Zero Trust Risk Scoring], responses: {}}
          /accounts/{account_id}/dlp/zt_risk_scoring/x:
            get: {operationId: other, tags: [DLP, Zero Trust], responses: {}}
          /zones:
            get: {responses: {}}
            delete: {operationId: DLP-upper, responses: {}}
        """;

    [Theory]
    [InlineData("tag:Zero Trust*", "dlp-get dlp-set dlp-summary other")]
    [InlineData("tag:zero trust", "other")]
    [InlineData("tag:*RISK*", "dlp-get dlp-set dlp-summary")]
    [InlineData("id:dlp-*", "dlp-get dlp-set dlp-summary")]
    [InlineData("id:*", "dlp-get dlp-set dlp-summary other DLP-upper")]
    [InlineData("path:/accounts/*/zt_risk_scoring/**", "dlp-get dlp-set dlp-summary")]
    [InlineData("path:/accounts/*/zt_risk_scoring/*", "dlp-get dlp-set")]
    [InlineData("path:/accounts/{account_id}/zt_risk_scoring", "dlp-summary")]
    [InlineData("path:/accounts/**/zt_risk_scoring/**", "dlp-get dlp-set dlp-summary other")]
    [InlineData("path:**/x", "other")]
    [InlineData("path:/acc*/{*}/z*", "dlp-summary")]
    [InlineData("path:GET /accounts/**", "dlp-get dlp-summary other")]
    [InlineData("path:delete /**", "DLP-upper")]
    [InlineData("path:/zones", "(get /zones) DLP-upper")]
    [InlineData("!tag:Zero Trust*", "(get /zones) DLP-upper")]
    [InlineData("! path:/accounts/**|!id:DLP-upper", "(get /zones)")]
    [InlineData("tag:Zero Trust*|!path:POST /**", "dlp-get dlp-summary other")]
    [InlineData("id:other|id:dlp-get", "dlp-get other")]
    [InlineData(" |", "dlp-get dlp-set dlp-summary other (get /zones) DLP-upper")]
    public void Patterns_select_operations_in_document_order(string patterns, string expected)
    {
        LoadedDocument read = DocumentLoading.Load(Text, patterns.Split('|'));
        Assert.Empty(read.Findings);
        Assert.Equal(expected, string.Join(' ', read.Operations.Select(o => o.OperationId ?? $"({o.Method} {o.Path})")));
        Assert.Equal(6, read.Outlines.Count);
        Assert.Equal(read.Operations.Count, read.Document!.Paths.Sum(p => p.Value.Operations?.Count ?? 0));
    }

    [Theory]
    [InlineData("tag:Nothing", 0)]
    [InlineData("id:DLP-get", 0)]
    [InlineData("path:/accounts", 0)]
    [InlineData("!tag:Nothing", 6)]
    public void A_pattern_that_matches_nothing_is_reported(string pattern, int left)
    {
        LoadedDocument read = DocumentLoading.Load(Text, pattern);
        Assert.Equal("CFG2002", Assert.Single(read.Findings).Id);
        Assert.Equal("/project/Acme.csproj", read.Findings[0].Location!.FilePath);
        Assert.Contains($"'{pattern}' of Operations matches none of the 6 operations", read.FormatMessages()[0], StringComparison.Ordinal);
        Assert.Equal(left, read.Operations.Count);
    }

    [Theory]
    [InlineData(
        "dlp-get",
        "CFG2005",
        "The pattern 'dlp-get' of Operations does not begin with 'tag:', 'path:' or 'id:'. Write one of them"
    )]
    [InlineData("tags:x", "CFG2005", "The pattern 'tags:x' of Operations does not begin with 'tag:', 'path:' or 'id:'. Write one of them")]
    [InlineData("tags:", "CFG2005", "The pattern 'tags:' of Operations does not begin with 'tag:', 'path:' or 'id:'. Write one of them")]
    [InlineData(" tag: ", "CFG2014", "The pattern 'tag:' of Operations has no text after the colon. Write the tag, path or operationId")]
    [InlineData(
        "path:FETCH /zones",
        "CFG2015",
        "The pattern 'path:FETCH /zones' of Operations names the HTTP method 'FETCH', which OpenAPI does not have. "
            + "Use one of GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH, TRACE, QUERY, or leave out the method"
    )]
    [InlineData("path:zones", "CFG2016", "The path of the pattern 'path:zones' of Operations does not begin with '/'. Write the path as")]
    public void A_malformed_pattern_is_reported_and_selects_nothing(string pattern, string id, string message)
    {
        LoadedDocument read = DocumentLoading.Load(Text, pattern);
        Finding finding = Assert.Single(read.Findings);
        Assert.Equal((id, "/project/Acme.csproj"), (finding.Id, finding.Location!.FilePath));
        Assert.StartsWith(message, read.FormatMessages()[0], StringComparison.Ordinal);
        Assert.Empty(read.Operations);
    }

    [Fact]
    public void Duplicate_ids_are_reported_among_the_selected_only()
    {
        const string Twice = """
            openapi: 3.0.3
            info: {title: x, version: '1'}
            paths:
              /a: {get: {operationId: same, responses: {}}}
              /b:
                get:
                  operationId: same
                  responses: {}
            """;
        LoadedDocument read = DocumentLoading.Load(Twice);
        Assert.Equal(["CFG0006 (7,20)-(7,24)"], read.FormatLocations());
        Assert.Contains("already used by GET /a in line 4", read.FormatMessages()[0], StringComparison.Ordinal);
        Assert.Equal([false, true], read.Operations.Select(o => o.HasDuplicateId));
        Assert.Empty(DocumentLoading.Load(Twice, "path:/b").Findings);
    }
}
