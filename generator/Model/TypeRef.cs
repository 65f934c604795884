namespace CfGen.Generator.Model;

/// <summary>A C# type as emitted code refers to it.</summary>
internal abstract record TypeRef
{
    /// <summary>Whether values of it are structs, so that <c>?</c> makes another type of it.</summary>
    public abstract bool IsValueType { get; }

    public static TypeRef Json { get; } = new ScalarType(ScalarKind.Json);

    public static TypeRef String { get; } = new ScalarType(ScalarKind.String);

    public static TypeRef File { get; } = new ScalarType(ScalarKind.File);

    public static TypeRef Stream { get; } = new ScalarType(ScalarKind.Stream);
}

internal sealed record ScalarType(ScalarKind Kind) : TypeRef
{
    public override bool IsValueType =>
        Kind
            is not (
                ScalarKind.String
                or ScalarKind.Uri
                or ScalarKind.Bytes
                or ScalarKind.IPAddress
                or ScalarKind.File
                or ScalarKind.Stream
            );

    public bool IsNumber => Kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal;
}

/// <summary>A type that this document declares: a record, a union, or an open enum.</summary>
internal sealed record NamedType(string Name, NamedKind Kind) : TypeRef
{
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

    /// <summary>Part of a form.</summary>
    File,

    /// <summary>Whole body.</summary>
    Stream,
}
