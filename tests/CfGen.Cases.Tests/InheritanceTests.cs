using System.Text.Json;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Schemas that build on a schema with a discriminator, and the discriminators of ASP.NET Core.</summary>
public class InheritanceTests
{
    private const string Vehicles = """
        [{"$type":"Vehicle","id":1},{"$type":"Car","id":2,"model":"T"},{"$type":"Volvo","id":3,"model":"V","airbags":4},{"$type":"Bike","id":5,"gears":6},
         {"$type":"Truck","id":7,"load":8}]
        """;

    [Fact]
    public async Task Each_subtype_is_read_at_any_depth_and_an_unknown_one_is_the_base()
    {
        await using TestServer server = await TestServer.StartAsync(200, Vehicles);
        using Inheritance.CaseClient client = new(server.CreateOptions<Inheritance.CaseClientOptions>());

        List<Inheritance.VehicleDto> all = [];
        await foreach (Inheritance.VehicleDto vehicle in client.Vehicles.GetAllAsync())
            all.Add(vehicle);

        Assert.Equal(1, Assert.IsType<Inheritance.VehicleDtoBase>(all[0].Value).Id);
        Assert.Equal((2, "T"), (all[1].Id, Assert.IsType<Inheritance.CarDtoBase>(all[1].Value).Model));
        Assert.Equal(4, Assert.IsType<Inheritance.VolvoDto>(all[2].Value).Airbags);
        Assert.Equal(6, Assert.IsType<Inheritance.BikeDto>(all[3].Value).Gears);
        Assert.Equal((7, "Truck"), (all[4].Id, Assert.IsType<Inheritance.VehicleDtoBase>(all[4].Value).Type));
        Assert.Equal([1, 2, 3, 5, 7], all.Select(v => v.Id));
    }

    [Fact]
    public async Task An_unknown_subtype_is_written_as_it_was_read()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"$type":"Truck","id":7,"load":8}""");
        using Inheritance.CaseClient client = new(server.CreateOptions<Inheritance.CaseClientOptions>());

        Inheritance.VehicleDto truck = await client.Vehicles.PostAsync(new Inheritance.BikeDto { Id = 1 });
        await client.Vehicles.PostAsync(truck);

        Assert.Equal("""{"$type":"Bike","id":1}""", server.Requests.First().Body);
        Assert.Equal("""{"$type":"Truck","id":7,"load":8}""", server.Requests.Last().Body);
    }

    [Fact]
    public async Task A_subtype_is_sent_with_its_discriminator()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"$type":"Car","id":2,"model":"T"}""");
        using Inheritance.CaseClient client = new(server.CreateOptions<Inheritance.CaseClientOptions>());

        await client.Vehicles.PostAsync(
            new Inheritance.VolvoDto
            {
                Id = 3,
                Model = "V",
                Airbags = 4,
            }
        );
        await client.Cars.PostAsync(new Inheritance.CarDtoBase { Id = 2, Model = "T" });

        Assert.Equal(
            ["""{"$type":"Volvo","id":3,"model":"V","airbags":4}""", """{"$type":"Car","id":2,"model":"T"}"""],
            server.Requests.Select(r => r.Body)
        );
    }

    [Fact]
    public async Task A_member_refers_to_the_whole_hierarchy()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"favorite":{"$type":"Bike","id":5,"gears":6},"first":{"$type":"Volvo","id":3,"model":"V","airbags":4}}"""
        );
        using Inheritance.CaseClient client = new(server.CreateOptions<Inheritance.CaseClientOptions>());

        Inheritance.Garage garage = await client.Garages.GetAsync(1);

        Assert.Equal(6, Assert.IsType<Inheritance.BikeDto>(garage.Favorite!.Value).Gears);
        Assert.Equal(("V", 4), (garage.First!.Model, Assert.IsType<Inheritance.VolvoDto>(garage.First.Value).Airbags));
    }

    [Fact]
    public async Task Without_a_mapping_the_names_of_the_components_select()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """
            [{"petType":"Cat","name":"a","huntingSkill":"lazy"},{"petType":"Dog","name":"b","packSize":2},{"petType":"Puppy","name":"c","packSize":3,"weeks":4},
             {"petType":"Fish","name":"d","fins":5}]
            """
        );
        using NamedInheritance.CaseClient client = new(server.CreateOptions<NamedInheritance.CaseClientOptions>());

        IReadOnlyList<NamedInheritance.Pet> pets = (await client.Pets.ListAsync().GetPageAsync()).Items;
        await client.Pets.CreateAsync(new NamedInheritance.Puppy { Name = "e", PackSize = 1 });

        Assert.Equal(
            [
                typeof(NamedInheritance.Cat),
                typeof(NamedInheritance.DogBase),
                typeof(NamedInheritance.Puppy),
                typeof(NamedInheritance.PetBase),
            ],
            pets.Select(p => p.Value.GetType())
        );
        Assert.Equal(["a", "b", "c", "d"], pets.Select(p => p.Name));
        Assert.Equal("""{"petType":"Puppy","name":"e","packSize":1}""", server.Requests.Last().Body);
    }

    [Fact]
    public async Task An_inline_schema_that_builds_on_a_base_is_a_record()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"petType":"Cat","name":"a","tag":"x"}""");
        using NamedInheritance.CaseClient client = new(server.CreateOptions<NamedInheritance.CaseClientOptions>());

        NamedInheritance.TaggedGetResponse tagged = await client.Tagged.GetAsync();

        Assert.Equal(("Cat", "a", "x"), (tagged.PetType, tagged.Name, tagged.Tag));
    }

    [Fact]
    public async Task A_base_of_ASP_NET_Core_is_read_without_a_discriminator()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, """{"color":"red"}"""),
            TestServer.Respond(200, """{"$type":"square","color":"blue","area":2}"""),
            TestServer.Respond(200, """{"$type":"star","color":"gold"}""")
        );
        using AspNetPolymorphic.CaseClient client = new(server.CreateOptions<AspNetPolymorphic.CaseClientOptions>());

        AspNetPolymorphic.Shape shape = await client.Shapes.GetAsync();
        AspNetPolymorphic.Shape square = await client.Shapes.GetAsync();
        AspNetPolymorphic.Shape star = await client.Shapes.GetAsync();

        Assert.Equal("red", Assert.IsType<AspNetPolymorphic.ShapeBase>(shape.Value).Color);
        Assert.Equal(2, Assert.IsType<AspNetPolymorphic.ShapeSquare>(square.Value).Area);
        Assert.Equal("gold", Assert.IsType<AspNetPolymorphic.ShapeBase>(star.Value).Color);
        Assert.Equal(("red", "blue"), (shape.Color, square.Color));
    }

    [Fact]
    public async Task An_arm_is_sent_with_the_only_value_of_its_discriminator()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using AspNetPolymorphic.CaseClient client = new(server.CreateOptions<AspNetPolymorphic.CaseClientOptions>());

        await client.Animals.CreateAsync(new AspNetPolymorphic.AnimalCat { Name = "Tom" });

        Assert.Equal("""{"species":"Cat","name":"Tom"}""", server.SingleRequest.Body);
    }

    [Theory]
    [InlineData("""{"use_custom":false,"auto_setting":"a"}""", typeof(ScalarDiscriminators.AutoConfig))]
    [InlineData("""{"custom_value":1,"use_custom":true}""", typeof(ScalarDiscriminators.CustomConfig))]
    public async Task A_boolean_selects_a_case(string body, Type expected)
    {
        await using TestServer server = await TestServer.StartAsync(200, body);
        using ScalarDiscriminators.CaseClient client = new(server.CreateOptions<ScalarDiscriminators.CaseClientOptions>());

        Assert.IsType(expected, (await client.Config.GetAsync()).Value);
    }

    [Theory]
    [InlineData("""{"version":1,"a":"x"}""", typeof(ScalarDiscriminators.Alpha))]
    [InlineData("""{"version":1.0,"a":"x"}""", typeof(ScalarDiscriminators.Alpha))]
    [InlineData("""{"version":2.50,"b":"x"}""", typeof(ScalarDiscriminators.Beta))]
    [InlineData("""{"version":25e-1,"b":"x"}""", typeof(ScalarDiscriminators.Beta))]
    [InlineData("""{"version":3,"b":"x"}""", typeof(JsonElement))]
    public async Task A_number_selects_a_case_however_it_is_written(string body, Type expected)
    {
        await using TestServer server = await TestServer.StartAsync(200, body);
        using ScalarDiscriminators.CaseClient client = new(server.CreateOptions<ScalarDiscriminators.CaseClientOptions>());

        Assert.IsType(expected, (await client.Version.GetAsync()).Value);
    }

    [Fact]
    public async Task A_union_of_subtypes_has_the_discriminator_of_their_base()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, """[{"type":"Dog","name":"Rex"},{"type":"Cat","name":"Tom"},{"barks":true,"type":"Wolf"}]"""),
            TestServer.Respond(200, "")
        );
        using SpringdocUnion.CaseClient client = new(server.CreateOptions<SpringdocUnion.CaseClientOptions>());

        Page<SpringdocUnion.AnimalsListResponse> animals = await client.Animals.ListAsync().GetPageAsync();
        await client.Animals.CreateAsync(new SpringdocUnion.Dog { Barks = true });

        Assert.Equal(
            [typeof(SpringdocUnion.Dog), typeof(SpringdocUnion.Cat), typeof(SpringdocUnion.Dog)],
            animals.Items.Select(a => a.Value.GetType())
        );
        Assert.Equal("""{"type":"Dog","barks":true}""", server.Requests.Last().Body);
    }
}
