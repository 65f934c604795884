using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>How the arms of a union are told apart: by JSON type, by the value of a telling property, or by what properties are there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionTable
{
    private readonly byte[]? _discriminator;
    private readonly bool _requireUnambiguous;
    private readonly List<UnionCase> _cases = [];

    /// <summary>An empty table; <paramref name="tag"/> is the property whose value names the arm, if one does.</summary>
    /// <param name="tag">The property's name.</param>
    /// <param name="requireUnambiguous">Whether a value that does not have the property is an arm only where no other would do as well.</param>
    public UnionTable(string? tag = null, bool requireUnambiguous = false)
    {
        _discriminator = tag is null ? null : Encoding.UTF8.GetBytes(tag);
        _requireUnambiguous = requireUnambiguous;
    }

    /// <summary>Adds an object with properties.</summary>
    /// <param name="properties">
    /// The properties, separated by NUL: <c>!</c> where required, the letters of the JSON types, <c>:</c>, the name. After one of them
    /// may come <c>=</c> and the only value that it may have, and its own properties, each with <c>&gt;</c> before it. At the end may come
    /// <c>*</c> and the letters of all that it does not name.
    /// </param>
    /// <param name="discriminatorValues">The values of the telling property that name this arm.</param>
    public UnionTable Object(string properties, params string[] discriminatorValues)
    {
        _cases.Add(new UnionCase('o', "", properties, discriminatorValues));
        return this;
    }

    /// <summary>Adds an object that the telling property names if it says one of these values, and that it may be where it says another.</summary>
    /// <param name="properties">As of <see cref="Object"/>.</param>
    /// <param name="discriminatorValues">The values that name this arm.</param>
    public UnionTable ImplicitMapping(string properties, params string[] discriminatorValues)
    {
        _cases.Add(new UnionCase('o', "", properties, discriminatorValues, isGuess: true));
        return this;
    }

    /// <summary>Adds an arm that its JSON type tells.</summary>
    /// <param name="kind"><c>a</c> array, <c>m</c> map, <c>s</c> string, <c>n</c> number, <c>b</c> boolean.</param>
    /// <param name="elementKinds">The letters of the JSON types of the elements; empty where they may be any.</param>
    public UnionTable Value(char kind, string elementKinds = "")
    {
        _cases.Add(new UnionCase(kind, elementKinds, "", []));
        return this;
    }

    /// <summary>The number of the arm for the value on whose first token the reader stands, from 1; 0 where none fits.</summary>
    /// <param name="json">A copy of the reader: it is moved.</param>
    internal int SelectCase(Utf8JsonReader json)
    {
        char kind = UnionCase.GetKind(json.TokenType);
        if (kind == 'o')
            return SelectObjectCase(ref json);
        for (int i = 0; i < _cases.Count; i++)
        {
            if (_cases[i].Kind == kind && (kind != 'a' || MatchesElementKind(_cases[i].ElementKinds, json)))
                return i + 1;
        }

        return 0;
    }

    private int SelectObjectCase(ref Utf8JsonReader json)
    {
        Span<UnionCaseMatch> scores = _cases.Count <= 32 ? stackalloc UnionCaseMatch[_cases.Count] : new UnionCaseMatch[_cases.Count];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = new UnionCaseMatch { MissingCount = _cases[i].RequiredCount, IsExcluded = _cases[i].Kind is not ('o' or 'm') };
        bool isEmpty = true;
        bool isTagged = !_requireUnambiguous;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            bool isTag = _discriminator is not null && json.ValueTextEquals(_discriminator);
            if (!isTag)
                MatchPropertyName(scores, ref json);
            json.Read();
            if (isTag)
            {
                int named = SelectByDiscriminator(scores, ref json);
                if (named > 0)
                    return named;
                isTagged |= named < 0;
            }

            char kind = UnionCase.GetKind(json.TokenType);
            for (int i = 0; i < scores.Length; i++)
                scores[i].MatchValue(kind, _cases[i], ref json);
            json.Skip();
        }

        return SelectBestMatch(scores, isEmpty, isTagged);
    }

    /// <summary>Marks for each arm which of its members the property is, before its value is known.</summary>
    private void MatchPropertyName(scoped Span<UnionCaseMatch> scores, ref Utf8JsonReader json)
    {
        for (int i = 0; i < scores.Length; i++)
        {
            if (!scores[i].IsExcluded)
                scores[i].PropertyIndex = UnionProperty.IndexOf(_cases[i].Properties, ref json);
        }
    }

    /// <summary>
    /// The arm that the value of the telling property names, from 1; 0 where it names none. Where it names several it is -1, and what
    /// else is there decides among them. Arms that have other names are out.
    /// </summary>
    private int SelectByDiscriminator(scoped Span<UnionCaseMatch> scores, ref Utf8JsonReader json)
    {
        int named = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (!_cases[i].HasDiscriminatorValue(ref json))
                continue;
            // An arm that is told by its name alone says nothing of its members, and shares the name with none.
            if (_cases[i].Properties.Length == 0)
                return i + 1;
            named = named == 0 ? i + 1 : -1;
        }

        if (named > 0)
            return named;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i].IsExcluded |=
                _cases[i].DiscriminatorValues.Length > 0
                && (named == 0 ? !_cases[i].IsImplicitMapping : !_cases[i].HasDiscriminatorValue(ref json));
            scores[i].PropertyIndex = scores[i].IsExcluded ? -1 : UnionProperty.IndexOf(_cases[i].Properties, _discriminator);
        }

        return named;
    }

    /// <summary>
    /// Of the arms that lack nothing the one that knows most of the properties, then most of what is in them; of two such the one that
    /// demands more, then the first. Where the document's telling property is not there or names none, two such are told apart by nothing.
    /// </summary>
    private int SelectBestMatch(Span<UnionCaseMatch> scores, bool isEmpty, bool isTagged)
    {
        int best = -1;
        bool isAlone = true;
        for (int i = 0; i < scores.Length; i++)
        {
            UnionCaseMatch score = scores[i];
            bool told = _cases[i].Kind == 'm' || score.MatchedCount > 0 || (isEmpty && _discriminator is null);
            if (score.IsExcluded || score.MissingCount > 0 || !told)
                continue;
            int order = best < 0 ? 1 : GetRank(score, i).CompareTo(GetRank(scores[best], best));
            isAlone = order > 0 || (isAlone && order < 0);
            if (order > 0)
                best = i;
        }

        return isTagged || isAlone ? best + 1 : 0;
    }

    private (int Known, int Inner, int Required) GetRank(UnionCaseMatch score, int arm) =>
        (score.MatchedCount, score.InnerMatchCount, _cases[arm].RequiredCount);

    /// <summary>Whether the first element of the array is of one of these JSON types; an empty array is of any.</summary>
    private static bool MatchesElementKind(string elements, Utf8JsonReader json) =>
        elements.Length == 0
        || !json.Read()
        || json.TokenType == JsonTokenType.EndArray
        || elements.Contains(UnionCase.GetKind(json.TokenType), StringComparison.Ordinal);
}
