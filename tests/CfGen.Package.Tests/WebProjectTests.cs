namespace CfGen.Package.Tests;

/// <summary>The web SDK publishes every .json it sees; a document is not the application's.</summary>
public sealed class WebProjectTests
{
    private const string Document = """
        {"openapi":"3.0.3","info":{"title":"Pets API","version":"1"},"servers":[{"url":"https://pets.example"}],"paths":{"/pets/{id}":{
          "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
          "get":{"operationId":"getPet","tags":["pets"],"responses":{"200":{"description":"ok","content":{"application/json":{
            "schema":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}}}}}}}}
        """;

    [Fact]
    public async Task A_json_document_is_not_published_and_one_under_wwwroot_is()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                + """<OpenApiClient Include="pets.json" Namespace="Acme.Pets" /><OpenApiClient Include="wwwroot/served.json" Namespace="Acme.Served" />""",
            "<TargetFramework>net10.0</TargetFramework><UseAppHost>false</UseAppHost>",
            "Microsoft.NET.Sdk.Web"
        );
        consumer.Write("pets.json", Document);
        consumer.Write("wwwroot/served.json", Document);
        consumer.Write("appsettings.json", "{}");
        consumer.Write("Program.cs", "Console.WriteLine(typeof(Acme.Pets.PetsClient));");

        (await consumer.DotnetAsync("publish", Consumer.Project, "-tl:off", "--disable-build-servers", "-o", "out")).Succeeded();

        Assert.False(File.Exists(consumer.PathOf("out/pets.json")));
        Assert.True(File.Exists(consumer.PathOf("out/appsettings.json")));
        Assert.True(File.Exists(consumer.PathOf("out/wwwroot/served.json")));
    }
}
