using System.ComponentModel;
using System.Text.Json;
using CfGen.Cases.Tests.OpenEnums;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CfGen.Cases.Tests;

/// <summary>Open enums in configuration, and as parameters and results of one's own endpoints.</summary>
public class EnumBindingTests
{
    [Fact]
    public void A_type_converter_is_found_at_the_interface()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(OrderStatus));
        TypeConverter numbers = TypeDescriptor.GetConverter(typeof(Priority?));

        Assert.Equal(OrderStatus.InTransit, converter.ConvertFromInvariantString("in-transit"));
        Assert.Equal("done", converter.ConvertToInvariantString(OrderStatus.Done));
        Assert.Equal(Priority.Value5, numbers.ConvertFromInvariantString("5"));
        Assert.Throws<FormatException>(() => numbers.ConvertFromInvariantString("five"));
    }

    [Fact]
    public void Configuration_is_bound()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Status", "done"), new("Priority", "10"), new("History:0", "open"), new("History:1", "new")])
            .Build();

        Settings settings = configuration.Get<Settings>()!;

        Assert.Equal((OrderStatus.Done, Priority.Value10), (settings.Status, settings.Priority));
        Assert.Equal([OrderStatus.Open, new OrderStatus("new")], settings.History);
    }

    [Theory]
    [InlineData("/minimal?status=in-transit&priority=5", 200, "in-transit 5")]
    [InlineData("/minimal?status=new", 200, "new ")]
    [InlineData("/minimal?status=new&priority=five", 400, "")]
    [InlineData("/controller?status=in-transit&priority=5", 200, "in-transit 5")]
    [InlineData("/controller?status=new", 200, "new ")]
    [InlineData("/controller?status=new&priority=five", 400, "")]
    [InlineData("/json", 200, """{"status":"done","priority":5}""")]
    public async Task Parameters_and_results_of_endpoints_are_bound(string target, int status, string text)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddControllers().AddApplicationPart(typeof(OrdersController).Assembly);
        await using WebApplication app = builder.Build();
        app.MapGet("/minimal", (OrderStatus status, Priority? priority) => $"{status} {priority}");
        app.MapGet("/json", () => new { Status = OrderStatus.Done, Priority = Priority.Value5 });
        app.MapControllers();
        await app.StartAsync();
        using HttpClient http = new() { BaseAddress = new Uri(app.Urls.Single()) };

        using HttpResponseMessage response = await http.GetAsync(target);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
            Assert.Equal(text, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Json_has_the_value()
    {
        Assert.Equal("""["open",5]""", JsonSerializer.Serialize(new object[] { OrderStatus.Open, Priority.Value5 }));
        Assert.Equal(Priority.Value10, JsonSerializer.Deserialize<Priority>("10"));
    }

    private sealed class Settings
    {
        public OrderStatus Status { get; set; }
        public Priority Priority { get; set; }
        public List<OrderStatus> History { get; set; } = [];
    }
}

/// <summary>A controller of MVC whose parameters are open enums.</summary>
[ApiController]
public sealed class OrdersController : ControllerBase
{
    /// <summary>Returns the parameters.</summary>
    [HttpGet("/controller")]
    public string Get([FromQuery] OrderStatus status, [FromQuery] Priority? priority) => $"{status} {priority}";
}
