using System.Text.Json.Nodes;
using CfGen.Generator.Model;

namespace CfGen.Changes.Wire;

/// <summary>A response of success that the old document allows.</summary>
/// <param name="MediaType">Empty for a response without a body.</param>
internal sealed record SampleResponse(int Status, string MediaType, string Body)
{
    public static SampleResponse Create(OperationModel operation, SampleJson json)
    {
        ResponseModel response = operation.Response;
        int status = response.ResultStatuses is { Count: > 0 } statuses ? statuses[0] : 200;
        string accepted = response.Accept.Split(',', ';')[0].Trim();
        if (operation.Paging is null && response.Result is null && !HasEnvelope(response))
            return new SampleResponse(204, "", "");
        switch (response.Kind)
        {
            case ContentKind.Text:
                return new SampleResponse(status, accepted.Length > 0 ? accepted : "text/plain", "some text");
            case ContentKind.Stream:
                return new SampleResponse(status, accepted.Length > 0 ? accepted : "application/octet-stream", "bytes");
            case ContentKind.ServerSentEvents:
                string item = ToText(json.Create(response.Result!, ValueRules.None));
                return new SampleResponse(status, "text/event-stream", $"event: one\nid: 1\ndata: {item}\n\ndata: {item}\n\n");
            case ContentKind.JsonLines:
                string line = ToText(json.Create(response.Result!, ValueRules.None));
                return new SampleResponse(status, accepted.Length > 0 ? accepted : "application/x-ndjson", $"{line}\n{line}\n");
            default:
                return new SampleResponse(status, accepted.Length > 0 ? accepted : "application/json", ToText(CreateJson(operation, json)));
        }
    }

    private static JsonNode? CreateJson(OperationModel operation, SampleJson json)
    {
        JsonNode? value =
            operation.Paging is { } paging ? CreatePage(paging, HasResult(operation.Response), json)
            : operation.Response.Result is { } result ? json.Create(result, ValueRules.None)
            : null;
        if (!HasEnvelope(operation.Response))
            return value;
        JsonObject envelope = new()
        {
            ["success"] = true,
            ["errors"] = new JsonArray(),
            ["messages"] = new JsonArray(),
        };
        if (HasResult(operation.Response))
            envelope["result"] = value;
        return envelope;
    }

    private static JsonNode? CreatePage(PagingModel paging, bool isInEnvelope, SampleJson json)
    {
        if (paging.Body is { } body)
            return json.Create(body, ValueRules.None);
        JsonNode items = new JsonArray(json.Create(paging.Item, ValueRules.None));
        string path = paging.Settings.FirstOrDefault(s => s.Name == PagingSettingName.Items)?.Value ?? "";
        if (path.Length == 0 || (isInEnvelope && path == "result"))
            return items;
        foreach (string name in path.Split('.').Reverse())
            items = new JsonObject { [name] = items };
        return items;
    }

    // The runtime has an enumeration of the same name.
    private static bool HasEnvelope(ResponseModel response) => response.Envelope.ToString() != "None";

    private static bool HasResult(ResponseModel response) => response.Envelope.ToString() == "Result";

    private static string ToText(JsonNode? node) => node?.ToJsonString() ?? "null";
}
