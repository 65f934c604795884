using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CfGen.AspNetCore.Tests.Api;

/// <summary>The parameters that an endpoint got, as it understood them.</summary>
public sealed record Received(string[] Values);

/// <summary>The parameters of a search.</summary>
public sealed record Search(
    [FromQuery(Name = "q")] string Text,
    int? Limit,
    Color[]? Colors,
    [FromHeader(Name = "X-Tenant")] string? Tenant,
    DateOnly? Since = null
);

/// <summary>Endpoints that say which parameters they got.</summary>
internal static class ParameterEndpoints
{
    public static void MapParameters(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder group = app.MapGroup("/parameters").WithTags("Parameters");
        MapQuery(group);
        MapLists(group);
        MapOthers(group);
    }

    private static void MapQuery(RouteGroupBuilder group) =>
        group
            .MapGet(
                "/query",
                (
                    int number,
                    long? big,
                    double? share,
                    decimal? amount,
                    bool flag,
                    Guid id,
                    DateOnly day,
                    TimeOnly? hour,
                    TimeSpan? elapsed,
                    DateTimeOffset? at,
                    DateTime? local,
                    Color color,
                    Level? level,
                    Uri? link,
                    char? letter,
                    string? text,
                    byte? tiny,
                    ulong? huge,
                    int depth = 1
                ) =>
                    Say(
                        number,
                        big,
                        share,
                        amount,
                        flag,
                        id,
                        day,
                        hour,
                        elapsed,
                        at,
                        local,
                        color,
                        level,
                        link,
                        letter,
                        text,
                        tiny,
                        huge,
                        depth
                    )
            )
            .WithName("GetQuery");

    private static void MapLists(RouteGroupBuilder group) =>
        group
            .MapGet(
                "/lists",
                (
                    int[] numbers,
                    string[]? texts,
                    Guid[]? ids,
                    Color[]? colors,
                    Level[]? levels,
                    DateOnly[]? days,
                    [FromQuery(Name = "tag")] string[]? tags
                ) => Say([.. Flat(numbers), .. Flat(texts), .. Flat(ids), .. Flat(colors), .. Flat(levels), .. Flat(days), .. Flat(tags)])
            )
            .WithName("GetLists");

    private static void MapOthers(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/headers",
                (
                    [FromHeader(Name = "X-Number")] int number,
                    [FromHeader(Name = "X-Id")] Guid? id,
                    [FromHeader(Name = "X-Color")] Color? color,
                    [FromHeader(Name = "X-Day")] DateOnly? day,
                    [FromHeader(Name = "X-Texts")] string[]? texts,
                    [FromHeader(Name = "X-Amount")] decimal? amount
                ) => Say([number, id, color, day, amount, .. Flat(texts)])
            )
            .WithName("GetHeaders");
        group
            .MapGet(
                "/route/{number:int}/{id:guid}/{day}/{color}/{flag:bool}/{amount:decimal}/{big:long:min(1)}/{text:maxlength(20)}/{level?}",
                (int number, Guid id, DateOnly day, Color color, bool flag, decimal amount, long big, string text, Level? level) =>
                    Say(number, id, day, color, flag, amount, big, text, level)
            )
            .WithName("GetRoute");
        group.MapGet("/files/{**path}", (string path) => Say(path)).WithName("GetCatchAll");
        group
            .MapGet("/search", ([AsParameters] Search s) => Say([s.Text, s.Limit, s.Tenant, s.Since, .. Flat(s.Colors)]))
            .WithName("Search");
        group
            .MapGet("/v{version}/items", (string version, [FromQuery(Name = "api-version")] string? query) => Say(version, query))
            .WithName("GetItems");
    }

    public static Received Say(params object?[] values) =>
        new([
            .. values.Select(v =>
                v is IFormattable f
                    ? f.ToString(
                        v is DateTime or DateTimeOffset or DateOnly or TimeOnly ? "O" : null,
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                    : v?.ToString() ?? "-"
            ),
        ]);

    public static object?[] Flat<T>(T[]? values) => values is null ? ["-"] : [.. values.Cast<object?>()];
}
