namespace CfGen.Generator.Model;

/// <summary>A C# type as emitted code refers to it.</summary>
internal abstract record TypeRef
{
    /// <summary>Whether values of it are structs, so that <c>?</c> makes another type of it.</summary>
    public abstract bool IsValueType { get; }

    public static TypeRef Json { get; } = new ScalarType(ScalarKind.Json);

    public static TypeRef String { get; } = new ScalarType(ScalarKind.String);
}

internal sealed record ScalarType(ScalarKind Kind) : TypeRef
{
    public override bool IsValueType => Kind is not (ScalarKind.String or ScalarKind.Uri or ScalarKind.Bytes or ScalarKind.IPAddress);
}

/// <summary>A type that this document declares: a record, a union, or an open enum.</summary>
internal sealed record NamedType(string Name, NamedKind Kind) : TypeRef
{
    public string Name { get; private set; } = Name;

    /// <summary>Gives the type its final name. Only while it is being bound: all who refer to it share this one reference.</summary>
    public void Rename(string name) => Name = name;

    public override bool IsValueType => Kind == NamedKind.Enum;
}

internal sealed record ListType(TypeRef Item) : TypeRef
{
    public override bool IsValueType => false;
}

internal sealed record MapType(TypeRef Value) : TypeRef
{
    public override bool IsValueType => false;
}

/// <summary>An element of a list or map, or a result, that may be null.</summary>
internal sealed record NullableType(TypeRef Inner) : TypeRef
{
    public override bool IsValueType => Inner.IsValueType;
}

internal enum NamedKind
{
    Model,
    Enum,
}

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    Guid,
    DateTime,
    Date,
    Time,
    Duration,
    Uri,
    Bytes,
    IPAddress,
    Json,
}
