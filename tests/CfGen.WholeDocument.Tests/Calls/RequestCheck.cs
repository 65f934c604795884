using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CfGen.WholeDocument.Tests.Schemas;
using Microsoft.AspNetCore.Http;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>Holds a request against the document: method, path, query, headers, credentials and body.</summary>
internal sealed class RequestCheck(RawDocument document)
{
    public const string Token = "token-1";
    public const string Email = "ada@example.com";
    public const string Key = "key-1";
    public const string ServiceKey = "v1.0-1";

    private readonly SchemaValidator _validator = new(document, Direction.Sent);
    private readonly List<(RawOperation Operation, Regex Template)> _templates =
    [
        .. document.GetOperations().Select(o => (o, CreateTemplate(o.Path))),
    ];

    public IEnumerable<string> FindErrors(ExpectedCall call, HttpRequest request, string target, byte[] body, List<FormPart> parts)
    {
        RawOperation operation = call.Method.Operation;
        string[] halves = target.Split('?', 2);
        if (request.Method != operation.Method)
            yield return $"method: {request.Method} came";
        // Of several templates that match, the one with the most literal text is meant: so servers choose, too.
        RawOperation? meant = _templates
            .Where(t => t.Operation.Method == request.Method && t.Template.IsMatch(halves[0]))
            .OrderByDescending(t => Regex.Replace(t.Operation.Path, @"\{[^}]*\}", "").Length)
            .FirstOrDefault()
            .Operation;
        if (meant?.Key != operation.Key)
            yield return $"path: {halves[0]} is for {meant?.Key ?? "nothing"}";
        IEnumerable<string> faults = CheckPath(call, halves[0])
            .Concat(CheckQuery(call, halves.Length > 1 ? halves[1] : ""))
            .Concat(CheckHeaders(call, request))
            .Concat(CheckCredentials(operation, request))
            .Concat(CheckBody(call, request, body, parts));
        foreach (string fault in faults)
            yield return fault;
    }

    private static IEnumerable<string> CheckPath(ExpectedCall call, string path)
    {
        Match match = CreateTemplate(call.Method.Operation.Path).Match(path);
        foreach ((RawParameter parameter, JsonNode? value) in call.Parameters.Where(p => p.Key.Location == "path"))
        {
            string found = Uri.UnescapeDataString(match.Groups[GroupName(parameter.Name)].Value);
            if (found != WireFormat.ToText(value))
                yield return $"path parameter {parameter.Name}: {found} came for {WireFormat.ToText(value)}";
        }
    }

    private static IEnumerable<string> CheckQuery(ExpectedCall call, string query)
    {
        List<(string Name, string Value)> came =
        [
            .. query
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('=', 2))
                .Select(p => (Decode(p[0]), p.Length > 1 ? Decode(p[1]) : "")),
        ];
        foreach (
            (string name, string value) in call
                .Parameters.Where(p => p.Key.Location == "query")
                .SelectMany(p => WireFormat.FormatQuery(p.Key, p.Value))
        )
        {
            int found = came.FindIndex(c => c.Name == name && WireFormat.AreEqual(value, c.Value));
            if (found < 0)
                yield return $"query: {name}={value} is not in {string.Join('&', came.Where(c => c.Name == name).Select(c => c.Name + "=" + c.Value))}";
            else
                came.RemoveAt(found);
        }

        if (came.Count > 0)
            yield return $"query: {string.Join('&', came.Select(c => c.Name + "=" + c.Value))} came from nowhere";
    }

    private static IEnumerable<string> CheckHeaders(ExpectedCall call, HttpRequest request)
    {
        foreach ((RawParameter parameter, JsonNode? value) in call.Parameters.Where(p => p.Key.Location == "header"))
        {
            string? found = request.Headers[parameter.Name];
            if (found is null || !WireFormat.AreEqual(WireFormat.FormatSimple(value), found))
                yield return $"header {parameter.Name}: {found} came for {WireFormat.FormatSimple(value)}";
        }
    }

    /// <summary>All credentials of one alternative that the document allows, and none that it does not name.</summary>
    private IEnumerable<string> CheckCredentials(RawOperation operation, HttpRequest request)
    {
        Dictionary<string, (string Header, string Value)> sent = new()
        {
            ["api_token"] = ("Authorization", "Bearer " + Token),
            ["api_email"] = ("X-Auth-Email", Email),
            ["api_key"] = ("X-Auth-Key", Key),
            ["user_service_key"] = ("X-Auth-User-Service-Key", ServiceKey),
        };
        List<string> there = [.. sent.Where(s => request.Headers.ContainsKey(s.Value.Header)).Select(s => s.Key)];
        foreach (string scheme in there.Where(s => request.Headers[sent[s].Header] != sent[s].Value))
            yield return $"credential {scheme}: {request.Headers[sent[scheme].Header]} came";
        if (!operation.Security.Any(alternative => alternative.All(there.Contains)))
            yield return $"credentials: {string.Join(", ", there)} came where {string.Join(" or ", operation.Security.Select(a => string.Join("+", a)))} is due";
        foreach (string scheme in there.Where(s => !operation.Security.Any(a => a.Contains(s))))
            yield return $"credential {scheme}: not asked for";
    }

    private IEnumerable<string> CheckBody(ExpectedCall call, HttpRequest request, byte[] body, List<FormPart> parts)
    {
        if (call.Body is not { } expected)
        {
            if (body.Length > 0)
                yield return $"body: {body.Length} bytes came where none are documented";
            yield break;
        }

        string came = request.ContentType?.Split(';')[0] ?? "";
        if (came != expected.MediaType)
            yield return $"body: of the type '{came}' where {expected.MediaType} is due";
        if (expected.Raw is { } raw && !body.AsSpan().SequenceEqual(raw))
            yield return "body: other bytes came";
        foreach (string fault in expected.Parts is { } given ? MultipartCheck.FindErrors(given, parts) : [])
            yield return fault;
        if (expected.Raw is not null || expected.Parts is not null)
            yield break;

        JsonNode? json = null;
        string? broken = null;
        try
        {
            json = JsonNode.Parse(body);
        }
        catch (JsonException e)
        {
            broken = e.Message;
        }

        if (broken is not null)
            yield return "body: no JSON: " + broken;
        else if (JsonDifference.Find(expected.Json, json) is { } difference)
            yield return "body: " + difference;
        else if (
            call.Method.Media!.Media.GetChild("schema") is { Schema: not null } schema
            && _validator.FindError(schema, json) is { } fault
        )
            yield return "body: not valid: " + fault;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static Regex CreateTemplate(string path) =>
        new(
            "^"
                + Regex.Replace(
                    Regex.Escape(path).Replace("\\{", "{", StringComparison.Ordinal),
                    @"\{([^}]*)\}",
                    m => $"(?<{GroupName(m.Groups[1].Value)}>[^/?]+)"
                )
                + "$",
            RegexOptions.CultureInvariant
        );

    private static string GroupName(string parameter) => "p" + string.Concat(parameter.Where(char.IsLetterOrDigit));
}
