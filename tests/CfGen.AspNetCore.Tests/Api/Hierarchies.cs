using System.Text.Json.Serialization;

namespace CfGen.AspNetCore.Tests.Api;

[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract class Shape
{
    public required string Name { get; init; }
}

public sealed class Circle : Shape
{
    public double Radius { get; init; }
}

public sealed class Square : Shape
{
    public int Side { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(Animal), "animal")]
[JsonDerivedType(typeof(Dog), "dog")]
[JsonDerivedType(typeof(Cat), "cat")]
public class Animal
{
    public required string Name { get; init; }
}

public class Dog : Animal
{
    public bool Barks { get; init; }

    public Animal? Friend { get; init; }
}

public sealed class Cat : Animal
{
    public int? Lives { get; init; }
}

[JsonDerivedType(typeof(Car), 1)]
[JsonDerivedType(typeof(Bike), 2)]
public abstract class Vehicle
{
    public int Wheels { get; init; }
}

public sealed class Car : Vehicle
{
    public string? Plate { get; init; }
}

public sealed class Bike : Vehicle
{
    public bool Electric { get; init; }
}

/// <summary>A base that can be sent as itself, without a discriminator.</summary>
[JsonDerivedType(typeof(Gift), "gift")]
public class Parcel
{
    public double Weight { get; init; }
}

public sealed class Gift : Parcel
{
    public string? Card { get; init; }
}

public sealed record Zoo(Animal Star, Shape? Sign, List<Animal> Animals, Dictionary<string, Vehicle> Vehicles);
