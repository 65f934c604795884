using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Mirrors;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>Calls a method, and its twin that gives the response, and holds what they give against what the server sent.</summary>
internal sealed class Outcome(OperationMethod operation, object resource, ExpectedCall call, Mirror mirror)
{
    // A method that gives a picture has nothing to give of "not yet" in JSON.
    private bool IsOfKind => call.Answer.IsJsonBody == operation.Answers[0].IsJsonBody;

    /// <summary>What is wrong with the result; null where nothing is.</summary>
    public async Task<string?> OfMethodAsync(object?[] arguments)
    {
        object returned = operation.Method.Invoke(resource, arguments)!;
        if (operation.IsList)
        {
            // The second page is empty, and the server empties the answer to make it.
            JsonNode? items = call.Answer.Items(call.AnswerBody)?.DeepClone();
            object list = await (Task<object>)typeof(Outcome).GetMethod(nameof(ItemsAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(operation.Result!).Invoke(null, [returned])!;
            return OfJson(items, list);
        }

        await (Task)returned;
        return operation.Result is null ? OfNothing() : await OfValueAsync(returned.GetType().GetProperty("Result")!.GetValue(returned));
    }

    public async Task<string?> OfTwinAsync(MethodInfo twin, object?[] arguments)
    {
        var task = (Task)twin.Invoke(resource, arguments)!;
        await task;
        var response = (ApiResponse)task.GetType().GetProperty("Result")!.GetValue(task)!;
        if (response.StatusCode != (HttpStatusCode)call.Answer.Status)
            return $"the status is {response.StatusCode}";
        if (response.ContentHeaders?.ContentType?.MediaType is var came && came != (call.Answer.MediaType is { } due ? DocumentServer.ContentType(due).Split(';')[0] : null))
            return $"the content is {came}";
        if (IsOfKind && call.Answer.HasEnvelope != response.Envelope is not null)
            return call.Answer.HasEnvelope ? "the envelope is not there" : "an envelope came from nowhere";
        return response.GetType().GetProperty("Value") is { } value ? await OfValueAsync(value.GetValue(response)) : OfNothing();
    }

    private string? OfNothing() => call.Answer.MediaType is { } type && (!call.Answer.IsJsonBody || call.Answer.Result(call.AnswerBody) is not null) ? $"none is given of {type}" : null;

    private async Task<string?> OfValueAsync(object? value)
    {
        if (!IsOfKind)
            return value is null ? null : "something came of an answer of another kind";
        if (call.Answer.IsJsonBody)
            return OfJson(call.Answer.Result(call.AnswerBody), value);
        if (call.Answer.MediaType is null)
            return value is null ? null : "something came of nothing";
        switch (value)
        {
            case string text:
                return text == Encoding.UTF8.GetString(call.RawAnswer) ? null : "another text came: " + text;
            case Stream stream:
                using (MemoryStream content = new())
                {
                    await using (stream)
                        await stream.CopyToAsync(content);
                    return content.ToArray().AsSpan().SequenceEqual(call.RawAnswer) ? null : "other bytes came";
                }

            default:
                return $"{call.Answer.MediaType} is given as {value?.GetType().Name}";
        }
    }

    private string? OfJson(JsonNode? expected, object? value) => JsonDifference.Find(expected, mirror.Dump(value, expected), absentIsNull: true);

    /// <summary>All items over all pages, of which the second is empty.</summary>
    private static async Task<object> ItemsAsync<T>(Pageable<T> list)
    {
        List<T> items = [];
        int pages = 0;
        await foreach (Page<T> page in list.AsPages())
        {
            items.AddRange(page.Items);
            if (++pages > 2)
                throw new MirrorException("the list does not end at an empty page");
        }

        return items;
    }
}
