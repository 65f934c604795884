using CfGen.AspNetCore.Tests.Client;

namespace CfGen.AspNetCore.Tests;

/// <summary>Hierarchies of JsonDerivedType, sent to an API of ASP.NET Core and back.</summary>
public class HierarchyTests(ExampleServer server) : IClassFixture<ExampleServer>
{
    private EchoResource Echo => server.Client.Echo;

    [Fact]
    public async Task A_subtype_of_an_abstract_base_comes_back()
    {
        ShapeSquare square = new() { Name = "s", Side = 2 };

        await ExampleServer.AssertEchoAsync(
            new ShapeCircle { Name = "c", Radius = 1.5 },
            async (Shape body) => await Echo.Shapes.CreateAsync(body)
        );
        await ExampleServer.AssertEchoAsync(
            [square, new ShapeCircle { Name = "c", Radius = 2 }],
            (IReadOnlyList<Shape> body) => Echo.Shapes.BulkCreateAsync(body)
        );
        await ExampleServer.AssertEchoAsync(
            square,
            (Shape body) => server.Client.Items.Shape.UpdateAsync(1, body, new() { IfMatch = "\"1\"" })
        );
        await ExampleServer.AssertEchoAsync(new Circle { Name = "c", Radius = 2 }, body => Echo.Circle.CreateAsync(body));
    }

    [Fact]
    public async Task A_base_that_is_a_type_of_its_own_and_its_subtypes_come_back()
    {
        await ExampleServer.AssertEchoAsync(new AnimalAnimal { Name = "a" }, (Animal body) => Echo.Animal.CreateAsync(body));
        await ExampleServer.AssertEchoAsync(
            new AnimalDog
            {
                Name = "d",
                Barks = true,
                Friend = (Animal)new AnimalCat { Name = "c", Lives = 9 },
            },
            (Animal body) => Echo.Animal.CreateAsync(body)
        );
    }

    [Fact]
    public async Task A_discriminator_that_is_a_number_is_sent_without_being_set()
    {
        Vehicle car = await Echo.Vehicle.CreateAsync(new VehicleCar { Plate = "X 1", Wheels = 4 });
        Vehicle bike = await Echo.Vehicle.CreateAsync(new VehicleBike { Electric = true });

        Assert.Equal(("X 1", 4), (Assert.IsType<VehicleCar>(car.Value).Plate, ((VehicleCar)car.Value).Wheels));
        Assert.True(Assert.IsType<VehicleBike>(bike.Value).Electric);
    }

    [Fact]
    public async Task A_base_without_a_discriminator_comes_back()
    {
        Parcel gift = await Echo.Parcel.CreateAsync(new ParcelGift { Card = "Hi", Weight = 1.5 });
        Parcel parcel = await Echo.Parcel.CreateAsync(new ParcelBase { Weight = 2.5 });

        Assert.Equal(("Hi", 1.5), (Assert.IsType<ParcelGift>(gift.Value).Card, ((ParcelGift)gift.Value).Weight));
        Assert.Equal(2.5, Assert.IsType<ParcelBase>(parcel.Value).Weight);
    }

    [Fact]
    public async Task Members_of_a_hierarchy_come_back() =>
        await ExampleServer.AssertEchoAsync(
            new Zoo
            {
                Star = new AnimalCat { Name = "c", Lives = null },
                Sign = null,
                Animals = [new AnimalDog { Name = "d" }, new AnimalAnimal { Name = "a" }],
                Vehicles = new Dictionary<string, Vehicle> { ["a"] = new VehicleCar { Wheels = 4 } },
            },
            async body =>
            {
                Zoo zoo = await Echo.Zoo.CreateAsync(body);
                Assert.Equal(4, Assert.IsType<VehicleCar>(zoo.Vehicles["a"].Value).Wheels);
                return body;
            }
        );
}
