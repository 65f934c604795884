namespace CfGen.Package.Tests;

/// <summary>An API of ASP.NET Core and a caller with a client of it in one solution, as docs/guides/aspnetcore.md writes them.</summary>
public sealed class SolutionTests
{
    private const string Caller = "Caller/Caller.csproj";

    private const string Api = """
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddOpenApi();
        WebApplication app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/orders/{id}", (int id) => new Order(id, "lamp")).WithName("GetOrder").WithTags("Orders");
        app.Run();

        internal sealed record Order(int Id, string Name);
        """;

    private const string Program = """
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddOrdersClient(options => options.BaseUrl = new Uri("https://orders.example"));
        WebApplication app = builder.Build();
        app.MapGet("/names/{id}", async (Acme.Orders.OrdersClient orders, int id) => (await orders.Orders.GetAsync(id)).Name);
        Console.WriteLine(app.Services.GetRequiredService<Acme.Orders.OrdersClient>());
        """;

    [Fact]
    public async Task A_change_of_the_API_is_an_error_in_its_caller_in_the_same_build()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            """
            <PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="10.0.15" />
            <PackageReference Include="Microsoft.Extensions.ApiDescription.Server" Version="10.0.15" PrivateAssets="all" />
            """,
            "<TargetFramework>net10.0</TargetFramework><OpenApiDocumentsDirectory>$(MSBuildProjectDirectory)</OpenApiDocumentsDirectory>",
            "Microsoft.NET.Sdk.Web",
            "Orders/Orders.csproj"
        );
        consumer.WriteProject(
            Consumer.Reference
                + """
                <ProjectReference Include="../Orders/Orders.csproj" ReferenceOutputAssembly="false" />
                <OpenApiClient Include="../Orders/Orders.json" Namespace="Acme.Orders" ClientName="OrdersClient" />
                """,
            "<TargetFramework>net10.0</TargetFramework>",
            "Microsoft.NET.Sdk.Web",
            Caller
        );
        consumer.Write("Orders/Program.cs", Api);
        consumer.Write("Caller/Program.cs", Program);

        (await consumer.BuildProjectAsync(Caller)).Succeeded();
        Assert.True(File.Exists(consumer.PathOf("Orders/Orders.json")));

        consumer.Write("Orders/Program.cs", Api.Replace("string Name", "string Title", StringComparison.Ordinal));
        Outcome changed = (await consumer.BuildProjectAsync(Caller)).Failed();
        string error = Assert.Single(changed.Lines("error CS"));
        Assert.Contains("Caller/Program.cs(4,", error, StringComparison.Ordinal);
        Assert.Contains("CS1061", error, StringComparison.Ordinal);
    }
}
