using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>How the arms of a union are told apart: by JSON type, by the value of a telling property, or by what properties are there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionTable
{
    private readonly byte[]? _tag;
    private readonly bool _oneWithout;
    private readonly List<UnionArm> _arms = [];

    /// <summary>An empty table; <paramref name="tag"/> is the property whose value names the arm, if one does.</summary>
    /// <param name="tag">The property's name.</param>
    /// <param name="oneWithout">Whether a value that does not have the property is an arm only where no other would do as well.</param>
    public UnionTable(string? tag = null, bool oneWithout = false)
    {
        _tag = tag is null ? null : Encoding.UTF8.GetBytes(tag);
        _oneWithout = oneWithout;
    }

    /// <summary>Adds an object with properties.</summary>
    /// <param name="members">
    /// The properties, separated by NUL: <c>!</c> where required, the letters of the JSON types, <c>:</c>, the name. After one of them
    /// may come <c>=</c> and the only value that it may have, and its own properties, each with <c>&gt;</c> before it. At the end may come
    /// <c>*</c> and the letters of all that it does not name.
    /// </param>
    /// <param name="tags">The values of the telling property that name this arm.</param>
    public UnionTable Object(string members, params string[] tags)
    {
        _arms.Add(new UnionArm('o', "", members, tags));
        return this;
    }

    /// <summary>Adds an object that the telling property names if it says one of these values, and that it may be where it says another.</summary>
    /// <param name="members">As of <see cref="Object"/>.</param>
    /// <param name="tags">The values that name this arm.</param>
    public UnionTable Guess(string members, params string[] tags)
    {
        _arms.Add(new UnionArm('o', "", members, tags, isGuess: true));
        return this;
    }

    /// <summary>Adds an arm that its JSON type tells.</summary>
    /// <param name="kind"><c>a</c> array, <c>m</c> map, <c>s</c> string, <c>n</c> number, <c>b</c> boolean.</param>
    /// <param name="elements">The letters of the JSON types of the elements; empty where they may be any.</param>
    public UnionTable Value(char kind, string elements = "")
    {
        _arms.Add(new UnionArm(kind, elements, "", []));
        return this;
    }

    /// <summary>The number of the arm for the value on whose first token the reader stands, from 1; 0 where none fits.</summary>
    /// <param name="json">A copy of the reader: it is moved.</param>
    internal int Choose(Utf8JsonReader json)
    {
        char kind = UnionArm.Letter(json.TokenType);
        if (kind == 'o')
            return ChooseObject(ref json);
        for (int i = 0; i < _arms.Count; i++)
        {
            if (_arms[i].Kind == kind && (kind != 'a' || Fits(_arms[i].Elements, json)))
                return i + 1;
        }

        return 0;
    }

    private int ChooseObject(ref Utf8JsonReader json)
    {
        Span<UnionScore> scores = _arms.Count <= 32 ? stackalloc UnionScore[_arms.Count] : new UnionScore[_arms.Count];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = new UnionScore { Missing = _arms[i].Required, IsOut = _arms[i].Kind is not ('o' or 'm') };
        bool isEmpty = true;
        bool isTagged = !_oneWithout;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            bool isTag = _tag is not null && json.ValueTextEquals(_tag);
            if (!isTag)
                Note(scores, ref json);
            json.Read();
            if (isTag)
            {
                int named = Named(scores, ref json);
                if (named > 0)
                    return named;
                isTagged |= named < 0;
            }

            char kind = UnionArm.Letter(json.TokenType);
            for (int i = 0; i < scores.Length; i++)
                scores[i].See(kind, _arms[i], ref json);
            json.Skip();
        }

        return Best(scores, isEmpty, isTagged);
    }

    /// <summary>Marks for each arm which of its members the property is, before its value is known.</summary>
    private void Note(scoped Span<UnionScore> scores, ref Utf8JsonReader json)
    {
        for (int i = 0; i < scores.Length; i++)
        {
            if (!scores[i].IsOut)
                scores[i].Member = UnionMember.Find(_arms[i].Members, ref json);
        }
    }

    /// <summary>
    /// The arm that the value of the telling property names, from 1; 0 where it names none. Where it names several it is -1, and what
    /// else is there decides among them. Arms that have other names are out.
    /// </summary>
    private int Named(scoped Span<UnionScore> scores, ref Utf8JsonReader json)
    {
        int named = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (!_arms[i].IsNamed(ref json))
                continue;
            // An arm that is told by its name alone says nothing of its members, and shares the name with none.
            if (_arms[i].Members.Length == 0)
                return i + 1;
            named = named == 0 ? i + 1 : -1;
        }

        if (named > 0)
            return named;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i].IsOut |= _arms[i].Tags.Length > 0 && (named == 0 ? !_arms[i].IsGuess : !_arms[i].IsNamed(ref json));
            scores[i].Member = scores[i].IsOut ? -1 : UnionMember.Find(_arms[i].Members, _tag);
        }

        return named;
    }

    /// <summary>
    /// Of the arms that lack nothing the one that knows most of the properties, then most of what is in them; of two such the one that
    /// demands more, then the first. Where the document's telling property is not there or names none, two such are told apart by nothing.
    /// </summary>
    private int Best(Span<UnionScore> scores, bool isEmpty, bool isTagged)
    {
        int best = -1;
        bool isAlone = true;
        for (int i = 0; i < scores.Length; i++)
        {
            UnionScore score = scores[i];
            bool told = _arms[i].Kind == 'm' || score.Known > 0 || (isEmpty && _tag is null);
            if (score.IsOut || score.Missing > 0 || !told)
                continue;
            int order = best < 0 ? 1 : Rank(score, i).CompareTo(Rank(scores[best], best));
            isAlone = order > 0 || (isAlone && order < 0);
            if (order > 0)
                best = i;
        }

        return isTagged || isAlone ? best + 1 : 0;
    }

    private (int Known, int Inner, int Required) Rank(UnionScore score, int arm) => (score.Known, score.Inner, _arms[arm].Required);

    /// <summary>Whether the first element of the array is of one of these JSON types; an empty array is of any.</summary>
    private static bool Fits(string elements, Utf8JsonReader json) =>
        elements.Length == 0 || !json.Read() || json.TokenType == JsonTokenType.EndArray || elements.Contains(UnionArm.Letter(json.TokenType), StringComparison.Ordinal);
}
