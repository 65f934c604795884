using System.Text;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>A property of a union case, as emitted code describes it.</summary>
internal sealed class UnionProperty
{
    private readonly byte[] _name;

    private UnionProperty(string row)
    {
        IsRequired = row[0] == '!';
        int separator = row.IndexOf(':', StringComparison.Ordinal);
        Kinds = row[(IsRequired ? 1 : 0)..separator];
        _name = Encoding.UTF8.GetBytes(row[(separator + 1)..]);
    }

    public bool IsRequired { get; }

    /// <summary>The letters of the allowed JSON types. Empty allows all.</summary>
    public string Kinds { get; }

    /// <summary>The only allowed value, or null.</summary>
    public byte[]? Constant { get; private set; }

    /// <summary>The properties inside this one that distinguish it from the property of the same name in another case.</summary>
    public UnionProperty[] InnerProperties { get; private set; } = [];

    /// <summary>Parses the entries of the argument of <see cref="UnionTable.Object"/>.</summary>
    public static UnionProperty[] Parse(ReadOnlySpan<string> rows)
    {
        List<UnionProperty> properties = [];
        while (rows.Length > 0)
        {
            UnionProperty property = new(rows[0]);
            rows = rows[1..];
            if (rows is [['=', ..], ..])
            {
                property.Constant = Encoding.UTF8.GetBytes(rows[0][1..]);
                rows = rows[1..];
            }

            List<string> inner = [];
            for (; rows is [['>', ..], ..]; rows = rows[1..])
                inner.Add(rows[0][1..]);
            property.InnerProperties = Parse(inner.ToArray());
            properties.Add(property);
        }

        return [.. properties];
    }

    /// <summary>Returns the index of the property at whose name the reader stands, or -1.</summary>
    public static int IndexOf(UnionProperty[] properties, ref Utf8JsonReader json)
    {
        for (int i = 0; i < properties.Length; i++)
        {
            if (json.ValueTextEquals(properties[i]._name))
                return i;
        }

        return -1;
    }

    /// <summary>Returns the index of the property with this UTF-8 name, or -1.</summary>
    public static int IndexOf(UnionProperty[] properties, byte[]? name) =>
        Array.FindIndex(properties, p => p._name.AsSpan().SequenceEqual(name));
}
