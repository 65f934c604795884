using System.Text;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>One arm of a union, as emitted code describes it.</summary>
internal sealed class UnionArm
{
    private readonly (byte[] Name, string Kinds, bool Required)[] _members;

    public UnionArm(char kind, string elements, string members, string[] tags)
    {
        Kind = kind;
        Elements = elements;
        Tags = Array.ConvertAll(tags, Encoding.UTF8.GetBytes);
        _members = members.Length == 0 ? [] : Array.ConvertAll(members.Split('\0'), Parse);
        Required = Array.FindAll(_members, m => m.Required).Length;
    }

    public char Kind { get; }

    public string Elements { get; }

    public byte[][] Tags { get; }

    /// <summary>The number of required members.</summary>
    public int Required { get; }

    public string KindsOf(int member) => _members[member].Kinds;

    public bool IsRequired(int member) => _members[member].Required;

    /// <summary>The index of the member whose name the reader stands on; -1 where it is none.</summary>
    public int Find(ref Utf8JsonReader json)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            if (json.ValueTextEquals(_members[i].Name))
                return i;
        }

        return -1;
    }

    public int Find(byte[]? name)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            if (_members[i].Name.AsSpan().SequenceEqual(name))
                return i;
        }

        return -1;
    }

    public static char Letter(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => 'o',
        JsonTokenType.StartArray => 'a',
        JsonTokenType.String => 's',
        JsonTokenType.Number => 'n',
        JsonTokenType.True or JsonTokenType.False => 'b',
        _ => '0',
    };

    private static (byte[] Name, string Kinds, bool Required) Parse(string member)
    {
        bool required = member[0] == '!';
        int end = member.IndexOf(':', StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(member[(end + 1)..]), member[(required ? 1 : 0)..end], required);
    }
}

/// <summary>What an object has shown so far of one arm.</summary>
internal struct UnionScore
{
    /// <summary>Required members that were not seen.</summary>
    public int Missing;

    /// <summary>Members that were seen.</summary>
    public int Known;

    /// <summary>The arm cannot be it.</summary>
    public bool IsOut;

    /// <summary>The member that the property at hand is; -1 where it is none.</summary>
    public int Member;

    /// <summary>Notes the JSON type of the property at hand.</summary>
    public void See(char kind, UnionArm arm)
    {
        if (IsOut)
            return;
        if (arm.Kind == 'm')
        {
            IsOut = arm.Elements.Length > 0 && !arm.Elements.Contains(kind, StringComparison.Ordinal);
            return;
        }

        if (Member < 0)
            return;
        string kinds = arm.KindsOf(Member);
        // A null where none is expected is a common slip of APIs, and says nothing about the type.
        IsOut = kinds.Length > 0 && kind != '0' && !kinds.Contains(kind, StringComparison.Ordinal);
        Known++;
        if (arm.IsRequired(Member))
            Missing--;
    }
}
