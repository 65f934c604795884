using System.Text.Json;

namespace CfGen.Serialization;

/// <summary>The state of one union case while the properties of an object are compared with it.</summary>
internal struct UnionCaseMatch
{
    /// <summary>The number of required properties that were not found.</summary>
    public int MissingCount;

    /// <summary>The number of properties of the case that were found.</summary>
    public int MatchedCount;

    /// <summary>The number of matching constants, and of known properties inside properties.</summary>
    public int InnerMatchCount;

    /// <summary>True if the object cannot be this case.</summary>
    public bool IsExcluded;

    /// <summary>The index of the current property among those of the case, or -1.</summary>
    public int PropertyIndex;

    /// <summary>Compares the value of the current property, at whose first token the reader stands.</summary>
    public void MatchValue(char kind, UnionCase candidate, ref Utf8JsonReader json, CancellationCheck cancellation)
    {
        if (IsExcluded)
            return;
        if (candidate.Kind == 'm' || PropertyIndex < 0)
        {
            IsExcluded = candidate.ElementKinds.Length > 0 && !candidate.ElementKinds.Contains(kind, StringComparison.Ordinal);
            return;
        }

        UnionProperty property = candidate.Properties[PropertyIndex];
        MatchedCount++;
        MissingCount -= property.IsRequired ? 1 : 0;
        CheckKindAndConstant(kind, property, ref json);
        if (kind == 'o' && property.InnerProperties.Length > 0)
            MatchInnerProperties(property.InnerProperties, json, cancellation);
    }

    /// <summary>Compares the properties inside the current property, with a copy of the reader.</summary>
    private void MatchInnerProperties(UnionProperty[] properties, Utf8JsonReader json, CancellationCheck cancellation)
    {
        foreach (UnionProperty property in properties)
            MissingCount += property.IsRequired ? 1 : 0;
        while (!IsExcluded && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int index = UnionProperty.IndexOf(properties, ref json);
            json.Read();
            if (index >= 0)
            {
                InnerMatchCount++;
                MissingCount -= properties[index].IsRequired ? 1 : 0;
                CheckKindAndConstant(UnionCase.GetKind(json.TokenType), properties[index], ref json);
            }

            cancellation.Skip(ref json);
            cancellation.Check(json.BytesConsumed);
        }
    }

    private void CheckKindAndConstant(char kind, UnionProperty property, ref Utf8JsonReader json)
    {
        // Many APIs send null where their document does not allow it, so null excludes no case.
        IsExcluded = property.Kinds.Length > 0 && kind != '0' && !property.Kinds.Contains(kind, StringComparison.Ordinal);
        if (kind is not ('s' or 'n' or 'b') || property.Constant is null)
            return;
        IsExcluded |= !UnionCase.MatchesText(property.Constant, ref json);
        InnerMatchCount++;
    }
}
