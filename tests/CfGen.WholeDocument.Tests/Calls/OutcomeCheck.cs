using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Mapping;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>Calls a method and its WithResponse method, and compares what they return with what the server sent.</summary>
internal sealed class OutcomeCheck(OperationMethod operation, object resource, ExpectedCall call, ObjectMapper mirror)
{
    // A method that gives a picture has nothing to give of "not yet" in JSON.
    private bool HasDocumentedKind => call.Response.IsJsonBody == operation.Responses[0].IsJsonBody;

    /// <summary>Returns the problem of the result; null if there is none.</summary>
    public async Task<string?> CheckMethodAsync(object?[] arguments)
    {
        object returned = operation.Method.Invoke(resource, arguments)!;
        if (operation.IsList)
        {
            // The second page is empty, and the server empties the response to make it.
            JsonNode? items = call.Response.GetItems(call.ResponseBody)?.DeepClone();
            object list = await (Task<object>)
                typeof(OutcomeCheck)
                    .GetMethod(nameof(ReadItemsAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(operation.Result!)
                    .Invoke(null, [returned])!;
            return CheckJson(items, list);
        }

        await (Task)returned;
        return operation.Result is null
            ? CheckNoResult()
            : await CheckValueAsync(returned.GetType().GetProperty("Result")!.GetValue(returned));
    }

    public async Task<string?> CheckResponseMethodAsync(MethodInfo responseMethod, object?[] arguments)
    {
        var task = (Task)responseMethod.Invoke(resource, arguments)!;
        await task;
        var response = (ApiResponse)task.GetType().GetProperty("Result")!.GetValue(task)!;
        if (response.StatusCode != (HttpStatusCode)call.Response.Status)
            return $"the status is {response.StatusCode}";
        if (
            response.ContentHeaders?.ContentType?.MediaType is var came
            && came != (call.Response.MediaType is { } due ? DocumentServer.ContentType(due).Split(';')[0] : null)
        )
            return $"the content is {came}";
        if (HasDocumentedKind && call.Response.HasEnvelope != response.Envelope is not null)
            return call.Response.HasEnvelope ? "the envelope is not there" : "an envelope came from nowhere";
        return response.GetType().GetProperty("Value") is { } value ? await CheckValueAsync(value.GetValue(response)) : CheckNoResult();
    }

    private string? CheckNoResult() =>
        call.Response.MediaType is { } type && (!call.Response.IsJsonBody || call.Response.GetResult(call.ResponseBody) is not null)
            ? $"none is given of {type}"
            : null;

    private async Task<string?> CheckValueAsync(object? value)
    {
        if (!HasDocumentedKind)
            return value is null ? null : "something came of an response of another kind";
        if (call.Response.IsJsonBody)
            return CheckJson(call.Response.GetResult(call.ResponseBody), value);
        if (call.Response.MediaType is null)
            return value is null ? null : "something came of nothing";
        switch (value)
        {
            case string text:
                return text == Encoding.UTF8.GetString(call.RawResponse) ? null : "another text came: " + text;
            case Stream stream:
                using (MemoryStream content = new())
                {
                    await using (stream)
                        await stream.CopyToAsync(content);
                    return content.ToArray().AsSpan().SequenceEqual(call.RawResponse) ? null : "other bytes came";
                }

            default:
                return $"{call.Response.MediaType} is given as {value?.GetType().Name}";
        }
    }

    private string? CheckJson(JsonNode? expected, object? value) =>
        JsonDifference.Find(expected, mirror.Dump(value, expected), absentIsNull: true);

    /// <summary>All items over all pages, of which the second is empty.</summary>
    private static async Task<object> ReadItemsAsync<T>(Pageable<T> list)
    {
        List<T> items = [];
        int pages = 0;
        await foreach (Page<T> page in list.AsPages())
        {
            items.AddRange(page.Items);
            if (++pages > 2)
                throw new MappingException("the list does not end at an empty page");
        }

        return items;
    }
}
