using System.Text;
using System.Text.Json;

namespace CfGen.Serialization;

/// <summary>One arm of a union, as emitted code describes it.</summary>
internal sealed class UnionCase
{
    public UnionCase(char kind, string elements, string members, string[] tags, bool isGuess = false)
    {
        Kind = kind;
        IsImplicitMapping = isGuess;
        DiscriminatorValues = Array.ConvertAll(tags, Encoding.UTF8.GetBytes);
        string[] rows = members.Length == 0 ? [] : members.Split('\0');
        bool typesRest = rows is [.., ['*', ..]];
        ElementKinds = typesRest ? rows[^1][1..] : elements;
        Properties = UnionProperty.Parse(typesRest ? rows[..^1] : rows);
        RequiredCount = Array.FindAll(Properties, m => m.IsRequired).Length;
    }

    public char Kind { get; }

    /// <summary>The letters of the JSON types of elements, of the values of a map, or of the members of an object that it does not name; empty where any will do.</summary>
    public string ElementKinds { get; }

    public byte[][] DiscriminatorValues { get; }

    /// <summary>Whether a value that is none of these may be this arm all the same.</summary>
    public bool IsImplicitMapping { get; }

    public UnionProperty[] Properties { get; }

    /// <summary>The number of required members.</summary>
    public int RequiredCount { get; }

    /// <summary>Whether the scalar on which the reader stands is one of the values that name this arm.</summary>
    public bool HasDiscriminatorValue(ref Utf8JsonReader json)
    {
        foreach (byte[] tag in DiscriminatorValues)
        {
            if (MatchesText(tag, ref json))
                return true;
        }

        return false;
    }

    /// <summary>Whether the scalar on which the reader stands has this text: that of a string, of anything else its JSON.</summary>
    public static bool MatchesText(byte[] text, ref Utf8JsonReader json) =>
        json.TokenType switch
        {
            JsonTokenType.String => json.ValueTextEquals(text),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => json.ValueSpan.SequenceEqual(text),
            _ => false,
        };

    public static char GetKind(JsonTokenType token) =>
        token switch
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
internal struct UnionCaseMatch
{
    /// <summary>Required members that were not seen.</summary>
    public int MissingCount;

    /// <summary>Members that were seen.</summary>
    public int MatchedCount;

    /// <summary>Members of members that were seen, and constants.</summary>
    public int InnerMatchCount;

    /// <summary>The arm cannot be it.</summary>
    public bool IsExcluded;

    /// <summary>The index of the member that the property at hand is; -1 where it is none.</summary>
    public int PropertyIndex;

    /// <summary>Notes the value that the property at hand has, on whose first token the reader stands.</summary>
    public void MatchValue(char kind, UnionCase arm, ref Utf8JsonReader json)
    {
        if (IsExcluded)
            return;
        if (arm.Kind == 'm' || PropertyIndex < 0)
        {
            IsExcluded = arm.ElementKinds.Length > 0 && !arm.ElementKinds.Contains(kind, StringComparison.Ordinal);
            return;
        }

        UnionProperty member = arm.Properties[PropertyIndex];
        MatchedCount++;
        MissingCount -= member.IsRequired ? 1 : 0;
        CheckKindAndConstant(kind, member, ref json);
        if (kind == 'o' && member.InnerProperties.Length > 0)
            MatchInnerProperties(member.InnerProperties, json);
    }

    /// <summary>Looks one step further in, by a copy of the reader.</summary>
    private void MatchInnerProperties(UnionProperty[] members, Utf8JsonReader json)
    {
        foreach (UnionProperty member in members)
            MissingCount += member.IsRequired ? 1 : 0;
        while (!IsExcluded && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int found = UnionProperty.IndexOf(members, ref json);
            json.Read();
            if (found >= 0)
            {
                InnerMatchCount++;
                MissingCount -= members[found].IsRequired ? 1 : 0;
                CheckKindAndConstant(UnionCase.GetKind(json.TokenType), members[found], ref json);
            }

            json.Skip();
        }
    }

    private void CheckKindAndConstant(char kind, UnionProperty member, ref Utf8JsonReader json)
    {
        // A null where none is expected is a common slip of APIs, and says nothing about the type.
        IsExcluded = member.Kinds.Length > 0 && kind != '0' && !member.Kinds.Contains(kind, StringComparison.Ordinal);
        if (kind is not ('s' or 'n' or 'b') || member.Constant is null)
            return;
        IsExcluded |= !UnionCase.MatchesText(member.Constant, ref json);
        InnerMatchCount++;
    }
}
