using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CfGen.AspNetCore.Tests.Api;

/// <summary>The query of a list.</summary>
public sealed class ListQuery
{
    public string? Text { get; set; }

    public int Limit { get; set; } = 10;

    public List<int>? Ids { get; set; }

    public Color? Color { get; set; }

    public SortOptions? Sort { get; set; }
}

public sealed class SortOptions
{
    public string? By { get; set; }

    public bool Descending { get; set; }
}

[ApiController]
[Route("api/[controller]")]
public sealed class ItemsController : ControllerBase
{
    [HttpGet]
    public ActionResult<IEnumerable<Address>> List([FromQuery] ListQuery query) =>
        new[]
        {
            new Address(
                string.Join(
                    '|',
                    ParameterEndpoints
                        .Say([
                            query.Text,
                            query.Limit,
                            query.Color,
                            query.Sort?.By,
                            query.Sort?.Descending,
                            .. ParameterEndpoints.Flat(query.Ids?.ToArray()),
                        ])
                        .Values
                ),
                null
            ),
        };

    [HttpGet("{id:int}")]
    [ProducesResponseType<Order>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public ActionResult<Order> Get(int id) => id == 1 ? ResultEndpoints.Sample : NotFound();

    [HttpPost]
    [Consumes("application/json")]
    [Produces("application/json")]
    [ProducesResponseType<Order>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public ActionResult<Order> Create(Order order) => CreatedAtAction(nameof(Get), new { id = 1 }, order);

    [HttpPut("{id:int}/shape")]
    public Shape Put(int id, [FromBody] Shape shape, [FromHeader(Name = "If-Match")] string? match) => shape;

    [HttpPost("rules")]
    public Rules Check(Rules rules) => rules;

    [HttpPost("form")]
    public Received Form([FromForm] Note note) =>
        ParameterEndpoints.Say([note.Title, note.Stars, note.Day, note.Color, .. note.Tags, .. note.Numbers.Cast<object>()]);

    [HttpPost("photo")]
    public Received Photo([FromForm] Photo photo, [FromQuery] bool keep) =>
        ParameterEndpoints.Say(photo.Title, photo.Album, photo.Image.FileName, photo.Image.Length, photo.Thumbnail?.FileName, keep);

    [HttpPost("file")]
    public Received Upload(IFormFile file, [FromForm] string title) => ParameterEndpoints.Say(file.FileName, file.Length, title);

    [HttpGet("file")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, "application/pdf")]
    public FileContentResult Download() => File("%PDF"u8.ToArray(), "application/pdf");

    [HttpGet("any")]
    public IActionResult Any() => Ok(ResultEndpoints.Sample);

    [HttpGet("text")]
    public string Text() => "plain text";

    [HttpGet("{color}/{level}")]
    public Received Routes(Color color, Level level) => ParameterEndpoints.Say(color, level);

    [HttpGet("lists")]
    public Received Lists([FromQuery] Guid[] ids, [FromQuery(Name = "c")] Color[]? colors) =>
        ParameterEndpoints.Say([.. ParameterEndpoints.Flat(ids), .. ParameterEndpoints.Flat(colors)]);
}
