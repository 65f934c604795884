using System.Text;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>One arm of a union, as emitted code describes it.</summary>
internal sealed class UnionArm
{
    public UnionArm(char kind, string elements, string members, string[] tags, bool isGuess = false)
    {
        Kind = kind;
        IsGuess = isGuess;
        Tags = Array.ConvertAll(tags, Encoding.UTF8.GetBytes);
        string[] rows = members.Length == 0 ? [] : members.Split('\0');
        bool typesRest = rows is [.., ['*', ..]];
        Elements = typesRest ? rows[^1][1..] : elements;
        Members = UnionMember.Parse(typesRest ? rows[..^1] : rows);
        Required = Array.FindAll(Members, m => m.IsRequired).Length;
    }

    public char Kind { get; }

    /// <summary>The letters of the JSON types of elements, of the values of a map, or of the members of an object that it does not name; empty where any will do.</summary>
    public string Elements { get; }

    public byte[][] Tags { get; }

    /// <summary>Whether a value that is none of these may be this arm all the same.</summary>
    public bool IsGuess { get; }

    public UnionMember[] Members { get; }

    /// <summary>The number of required members.</summary>
    public int Required { get; }

    /// <summary>Whether the scalar on which the reader stands is one of the values that name this arm.</summary>
    public bool IsNamed(ref Utf8JsonReader json)
    {
        foreach (byte[] tag in Tags)
        {
            if (Is(tag, ref json))
                return true;
        }

        return false;
    }

    /// <summary>Whether the scalar on which the reader stands has this text: that of a string, of anything else its JSON.</summary>
    public static bool Is(byte[] text, ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.ValueTextEquals(text),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => json.ValueSpan.SequenceEqual(text),
        _ => false,
    };

    public static char Letter(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => 'o',
        JsonTokenType.StartArray => 'a',
        JsonTokenType.String => 's',
        JsonTokenType.Number => 'n',
        JsonTokenType.True or JsonTokenType.False => 'b',
        _ => '0',
    };
}

/// <summary>What an object has shown so far of one arm.</summary>
internal struct UnionScore
{
    /// <summary>Required members that were not seen.</summary>
    public int Missing;

    /// <summary>Members that were seen.</summary>
    public int Known;

    /// <summary>Members of members that were seen, and constants.</summary>
    public int Inner;

    /// <summary>The arm cannot be it.</summary>
    public bool IsOut;

    /// <summary>The index of the member that the property at hand is; -1 where it is none.</summary>
    public int Member;

    /// <summary>Notes the value that the property at hand has, on whose first token the reader stands.</summary>
    public void See(char kind, UnionArm arm, ref Utf8JsonReader json)
    {
        if (IsOut)
            return;
        if (arm.Kind == 'm' || Member < 0)
        {
            IsOut = arm.Elements.Length > 0 && !arm.Elements.Contains(kind, StringComparison.Ordinal);
            return;
        }

        UnionMember member = arm.Members[Member];
        Known++;
        Missing -= member.IsRequired ? 1 : 0;
        Hold(kind, member, ref json);
        if (kind == 'o' && member.Inner.Length > 0)
            Look(member.Inner, json);
    }

    /// <summary>Looks one step further in, by a copy of the reader.</summary>
    private void Look(UnionMember[] members, Utf8JsonReader json)
    {
        foreach (UnionMember member in members)
            Missing += member.IsRequired ? 1 : 0;
        while (!IsOut && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int found = UnionMember.Find(members, ref json);
            json.Read();
            if (found >= 0)
            {
                Inner++;
                Missing -= members[found].IsRequired ? 1 : 0;
                Hold(UnionArm.Letter(json.TokenType), members[found], ref json);
            }

            json.Skip();
        }
    }

    private void Hold(char kind, UnionMember member, ref Utf8JsonReader json)
    {
        // A null where none is expected is a common slip of APIs, and says nothing about the type.
        IsOut = member.Kinds.Length > 0 && kind != '0' && !member.Kinds.Contains(kind, StringComparison.Ordinal);
        if (kind is not ('s' or 'n' or 'b') || member.Constant is null)
            return;
        IsOut |= !UnionArm.Is(member.Constant, ref json);
        Inner++;
    }
}
