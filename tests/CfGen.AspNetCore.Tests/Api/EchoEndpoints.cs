using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CfGen.AspNetCore.Tests.Api;

/// <summary>Endpoints that return the body that they got.</summary>
internal static class EchoEndpoints
{
    public static void MapEchoes(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder group = app.MapGroup("/echo").WithTags("Echo");
        group.MapPost("/numbers", (Numbers body) => body).WithName("EchoNumbers");
        group.MapPost("/texts", (Texts body) => body).WithName("EchoTexts");
        group.MapPost("/times", (Times body) => body).WithName("EchoTimes");
        group.MapPost("/nullables", (Nullables body) => body).WithName("EchoNullables");
        group.MapPost("/requirements", (Requirements body) => body).WithName("EchoRequirements");
        group.MapPost("/collections", (Collections body) => body).WithName("EchoCollections");
        group.MapPost("/enums", (Enums body) => body).WithName("EchoEnums");
        group.MapPost("/anything", (Anything body) => body).WithName("EchoAnything");
        group.MapPost("/open", (Open body) => body).WithName("EchoOpen");
        group.MapPost("/tree", (Tree body) => body).WithName("EchoTree");
        group.MapPost("/page", (Page<Order> body) => body).WithName("EchoPage");
        group.MapPost("/pair", (Pair<Address, Order> body) => body).WithName("EchoPair");
        group.MapPost("/employee", (Employee body) => body).WithName("EchoEmployee");
        group.MapPost("/shape", (Shape body) => body).WithName("EchoShape");
        group.MapPost("/circle", (Circle body) => body).WithName("EchoCircle");
        group.MapPost("/animal", (Animal body) => body).WithName("EchoAnimal");
        group.MapPost("/vehicle", (Vehicle body) => body).WithName("EchoVehicle");
        group.MapPost("/parcel", (Parcel body) => body).WithName("EchoParcel");
        group.MapPost("/zoo", (Zoo body) => body).WithName("EchoZoo");
        group.MapPost("/shapes", (List<Shape> body) => body).WithName("EchoShapes");
        group.MapPost("/numberList", (int[] body) => body).WithName("EchoNumberList");
        group.MapPost("/decimals", (Dictionary<string, decimal> body) => body).WithName("EchoDecimals");
        group.MapPost("/number", ([Microsoft.AspNetCore.Mvc.FromBody] int body) => body).WithName("EchoNumber");
        group.MapPost("/text", ([Microsoft.AspNetCore.Mvc.FromBody] string body) => TypedResults.Ok(body)).WithName("EchoText");
        group.MapPost("/color", ([Microsoft.AspNetCore.Mvc.FromBody] Color body) => body).WithName("EchoColor");
        group.MapPost("/optional", (Address? body) => TypedResults.Ok(body?.Street ?? "none")).WithName("EchoOptional");
        group.MapDelete("/body", ([Microsoft.AspNetCore.Mvc.FromBody] Address body) => body).WithName("DeleteBody");
        group.MapPatch("/body", (Address body) => body).WithName("PatchBody");
        group.MapPost("/rules", (Rules body) => TypedResults.Ok(body)).ProducesValidationProblem().WithName("CheckRules");
    }
}
