using System.Text;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>A property of an arm, as emitted code describes it.</summary>
internal sealed class UnionProperty
{
    private readonly byte[] _name;

    private UnionProperty(string row)
    {
        IsRequired = row[0] == '!';
        int end = row.IndexOf(':', StringComparison.Ordinal);
        Kinds = row[(IsRequired ? 1 : 0)..end];
        _name = Encoding.UTF8.GetBytes(row[(end + 1)..]);
    }

    public bool IsRequired { get; }

    /// <summary>The letters of the JSON types that it may have; empty where they may be any.</summary>
    public string Kinds { get; }

    /// <summary>The only value that it may have; null where there may be others.</summary>
    public byte[]? Constant { get; private set; }

    /// <summary>What tells it from the property of the same name in another arm.</summary>
    public UnionProperty[] InnerProperties { get; private set; } = [];

    /// <summary>Takes apart what <see cref="UnionTable.Object"/> takes.</summary>
    public static UnionProperty[] Parse(ReadOnlySpan<string> rows)
    {
        List<UnionProperty> members = [];
        while (rows.Length > 0)
        {
            UnionProperty member = new(rows[0]);
            rows = rows[1..];
            if (rows is [['=', ..], ..])
            {
                member.Constant = Encoding.UTF8.GetBytes(rows[0][1..]);
                rows = rows[1..];
            }

            List<string> inner = [];
            for (; rows is [['>', ..], ..]; rows = rows[1..])
                inner.Add(rows[0][1..]);
            member.InnerProperties = Parse(inner.ToArray());
            members.Add(member);
        }

        return [.. members];
    }

    /// <summary>The index of the property whose name the reader stands on; -1 where it is none of them.</summary>
    public static int IndexOf(UnionProperty[] members, ref Utf8JsonReader json)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (json.ValueTextEquals(members[i]._name))
                return i;
        }

        return -1;
    }

    public static int IndexOf(UnionProperty[] members, byte[]? name) => Array.FindIndex(members, m => m._name.AsSpan().SequenceEqual(name));
}
