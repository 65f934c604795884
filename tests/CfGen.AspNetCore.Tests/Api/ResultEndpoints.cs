using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CfGen.AspNetCore.Tests.Api;

/// <summary>A form without files.</summary>
public sealed class Note
{
    public required string Title { get; set; }

    public int Stars { get; set; }

    public DateOnly? Day { get; set; }

    public Color Color { get; set; }

    public List<string> Tags { get; set; } = [];

    public List<int> Numbers { get; set; } = [];
}

/// <summary>A form with a file.</summary>
public sealed class Photo
{
    public required string Title { get; set; }

    public Guid? Album { get; set; }

    public required IFormFile Image { get; set; }

    public IFormFile? Thumbnail { get; set; }
}

/// <summary>Endpoints with results of each kind, and forms.</summary>
internal static class ResultEndpoints
{
    public static readonly Order Sample = new(
        Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"),
        "Ann",
        12.50m,
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        Color.DarkGreen,
        null
    );

    public static void MapResults(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder group = app.MapGroup("/results").WithTags("Results");
        group
            .MapGet(
                "/orders/{id}",
                Results<Ok<Order>, NotFound> (Guid id) => id == Sample.Id ? TypedResults.Ok(Sample) : TypedResults.NotFound()
            )
            .WithName("GetOrder");
        group
            .MapGet(
                "/problems/{id}",
                Results<Ok<Order>, NotFound<ProblemDetails>, ValidationProblem> (int id) =>
                    id switch
                    {
                        1 => TypedResults.Ok(Sample),
                        2 => TypedResults.NotFound(new ProblemDetails { Title = "No such order", Status = 404 }),
                        _ => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["id"] = ["wrong", "too large"] }),
                    }
            )
            .WithName("GetProblem");
        group
            .MapPost(
                "/orders",
                Results<Created<Order>, Conflict<string>, BadRequest> (Order order) =>
                    order.Customer == "Ann" ? TypedResults.Conflict("taken") : TypedResults.Created($"/results/orders/{order.Id}", order)
            )
            .WithName("CreateOrder");
        group.MapPut("/orders/{id}", NoContent (Guid id, Order order) => TypedResults.NoContent()).WithName("ReplaceOrder");
        group
            .MapDelete(
                "/orders/{id}",
                Results<NoContent, NotFound> (Guid id) => id == Sample.Id ? TypedResults.NoContent() : TypedResults.NotFound()
            )
            .WithName("DeleteOrder");
        group.MapPost("/jobs", Accepted<Address> () => TypedResults.Accepted("/jobs/1", new Address("1", null))).WithName("StartJob");
        group
            .MapGet("/maybe", Results<Ok<Order>, NoContent> (bool there) => there ? TypedResults.Ok(Sample) : TypedResults.NoContent())
            .WithName("GetMaybe");
        group.MapGet("/null", Order? (bool there) => there ? Sample : null).WithName("GetNull");
        group.MapGet("/text", () => "plain text").WithName("GetText");
        group.MapGet("/content", () => TypedResults.Text("a,b", "text/csv")).Produces<string>(200, "text/csv").WithName("GetCsv");
        group.MapGet("/number", () => 42).WithName("GetNumber");
        group.MapGet("/flag", () => true).WithName("GetFlag");
        group.MapGet("/guid", () => Sample.Id).WithName("GetGuid");
        group.MapGet("/day", () => new DateOnly(2026, 1, 2)).WithName("GetDay");
        group.MapGet("/colors", () => new[] { Color.Red, Color.Blue }).WithName("GetColors");
        group.MapGet("/level", () => Level.High).WithName("GetLevel");
        MapStreams(group);
        MapFailures(group);
    }

    private static void MapStreams(RouteGroupBuilder group)
    {
        group.MapGet("/stream", Orders).WithName("StreamOrders");
        group.MapGet("/list", () => new List<Order> { Sample }).WithName("ListOrders");
        group.MapGet("/events", () => TypedResults.ServerSentEvents(Items())).WithName("GetEvents");
        group.MapGet("/events/plain", () => TypedResults.ServerSentEvents(Orders(), "order")).WithName("GetPlainEvents");
        group.MapGet("/events/text", () => TypedResults.ServerSentEvents(Words(), "word")).WithName("GetTextEvents");
        group.MapGet("/file", () => TypedResults.File("%PDF"u8.ToArray(), "application/pdf", "a.pdf")).WithName("GetFile");
        group
            .MapGet("/picture", () => TypedResults.Bytes("PNG"u8.ToArray(), "image/png"))
            .Produces<FileContentHttpResult>(200, "image/png")
            .WithName("GetPicture");
        group.MapGet("/bytes", () => new byte[] { 1, 2, 3 }).WithName("GetBytes");
    }

    private static void MapFailures(RouteGroupBuilder group)
    {
        group.MapGet("/redirect", RedirectHttpResult () => TypedResults.Redirect("/results/text")).WithName("GetRedirect");
        group
            .MapGet("/problem", ProblemHttpResult () => TypedResults.Problem("broken", statusCode: 422))
            .ProducesProblem(422)
            .WithName("GetFailure");
        group
            .MapGet("/internal", InternalServerError<Address> () => TypedResults.InternalServerError(new Address("s", null)))
            .WithName("GetInternal");
        group.MapGet("/pairs", () => new KeyValuePair<string, int>("a", 1)).WithName("GetPair");
    }

    public static void MapForms(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder group = app.MapGroup("/forms").WithTags("Forms").DisableAntiforgery();
        group.MapPost("/file", (IFormFile file) => Describe(file)).WithName("UploadFile");
        group.MapPost("/files", (IFormFileCollection files) => Describe([.. files])).WithName("UploadFiles");
        group
            .MapPost(
                "/mixed",
                async (IFormFile file, [FromForm] string title, [FromForm] int? stars, [FromForm] DateOnly? day) =>
                    ParameterEndpoints.Say([title, stars, day, .. (await Describe(file)).Values])
            )
            .WithName("UploadMixed");
        group
            .MapPost(
                "/note",
                ([FromForm] Note note) =>
                    ParameterEndpoints.Say([note.Title, note.Stars, note.Day, note.Color, .. note.Tags, .. note.Numbers.Cast<object>()])
            )
            .WithName("PostNote");
        group
            .MapPost(
                "/photo",
                async ([FromForm] Photo photo) =>
                    ParameterEndpoints.Say([photo.Title, photo.Album, .. (await Describe(photo.Image)).Values, photo.Thumbnail?.FileName])
            )
            .WithName("PostPhoto");
        group
            .MapPost(
                "/fields",
                ([FromForm] string name, [FromForm] int[] numbers, [FromForm] Color color) =>
                    ParameterEndpoints.Say([name, color, .. ParameterEndpoints.Flat(numbers)])
            )
            .WithName("PostFields");
        group
            .MapPost("/raw", async (Stream body) => ParameterEndpoints.Say(await new StreamReader(body).ReadToEndAsync()))
            .Accepts<Stream>("application/octet-stream")
            .WithName("PostRaw");
    }

    private static async Task<Received> Describe(params IFormFile[] files)
    {
        List<string> said = [];
        foreach (IFormFile file in files)
        {
            using StreamReader reader = new(file.OpenReadStream());
            said.Add($"{file.Name}:{file.FileName}:{await reader.ReadToEndAsync()}");
        }
        return new([.. said]);
    }

    private static async IAsyncEnumerable<Order> Orders()
    {
        yield return Sample;
        await Task.Yield();
        yield return Sample with
        {
            Customer = "Bob",
        };
    }

    private static async IAsyncEnumerable<SseItem<Order>> Items()
    {
        await foreach (Order order in Orders())
            yield return new(order, order.Customer) { EventId = "7", ReconnectionInterval = TimeSpan.FromSeconds(2) };
    }

    private static async IAsyncEnumerable<string> Words()
    {
        yield return "one";
        await Task.Yield();
        yield return "two\nlines";
    }
}
