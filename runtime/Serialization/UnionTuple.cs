using System.Text.Json;

namespace CfGen.Serialization;

/// <summary>A union case that is a tuple.</summary>
/// <param name="requiredCount">The number of items that it must have.</param>
/// <param name="isClosed">True if it has no items after its positions.</param>
/// <param name="kinds">The letters of the JSON types of each position. Empty allows all.</param>
internal sealed class UnionTuple(int requiredCount, bool isClosed, string[] kinds)
{
    /// <summary>Returns true if the array at whose <c>[</c> the reader stands has this length and these types.</summary>
    public bool Matches(Utf8JsonReader json)
    {
        int count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (count < kinds.Length ? !Allows(kinds[count], UnionCase.GetKind(json.TokenType)) : isClosed)
                return false;
            json.Skip();
            count++;
        }

        return count >= requiredCount;
    }

    // Many APIs send null where their document does not allow it.
    private static bool Allows(string kinds, char kind) =>
        kinds.Length == 0 || kind == '0' || kinds.Contains(kind, StringComparison.Ordinal);
}
