using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>
/// The cases of a union, and the way to select one for a JSON value: by its JSON type, by the value of its discriminator, or by the
/// properties that it has.
/// </summary>
/// <remarks>
/// JSON types are letters: <c>o</c> object, <c>a</c> array, <c>m</c> map, <c>s</c> string, <c>n</c> number, <c>b</c> boolean.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionTable
{
    // Up to this number of cases, their state is kept on the stack.
    private const int MaxCasesOnStack = 32;

    private readonly byte[]? _discriminator;
    private readonly bool _requireUnambiguous;
    private readonly List<UnionCase> _cases = [];

    // The index of the case that the others build on, or -1.
    private int _baseIndex = -1;

    /// <summary>Creates a table without cases.</summary>
    /// <param name="discriminator">The name of the discriminator property, or null.</param>
    /// <param name="requireUnambiguous">True if a value without the discriminator is a case only if no other case fits as well.</param>
    public UnionTable(string? discriminator = null, bool requireUnambiguous = false)
    {
        _discriminator = discriminator is null ? null : Encoding.UTF8.GetBytes(discriminator);
        _requireUnambiguous = requireUnambiguous;
    }

    /// <summary>Reads a union as a response is read.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is the default of its struct.</exception>
    /// <exception cref="JsonException">The JSON does not fit the type that is selected.</exception>
    public static T Read<T>(JsonElement value)
        where T : ApiUnion, IJsonModel<T> =>
        value.ValueKind == JsonValueKind.Undefined
            ? throw new ArgumentException("The value is the default of JsonElement, which has no JSON.", nameof(value))
            : JsonElementReader.Read<T>(value, JsonModelReader.HighestMaxDepth);

    /// <summary>Adds a case that is an object. If it has discriminator values, no other value of the discriminator is this case.</summary>
    /// <param name="properties">
    /// The properties, separated by NUL. Each is <c>!</c> if it is required, the letters of its JSON types, <c>:</c> and its name.
    /// It may be followed by <c>=</c> and its only allowed value, and by its own properties, each after <c>&gt;</c>. The last entry may be
    /// <c>*</c> and the letters of additional properties.
    /// </param>
    /// <param name="discriminatorValues">The values of the discriminator that select this case.</param>
    public UnionTable Object(string properties, params string[] discriminatorValues)
    {
        _cases.Add(new UnionCase('o', "", properties, discriminatorValues));
        return this;
    }

    /// <summary>
    /// Adds a case that is an object and that the discriminator names by the name of its schema, without a mapping in the document.
    /// A value with another discriminator value can still be this case.
    /// </summary>
    /// <param name="properties">The same as for <see cref="Object"/>.</param>
    /// <param name="discriminatorValues">The values of the discriminator that select this case.</param>
    public UnionTable ImplicitMapping(string properties, params string[] discriminatorValues)
    {
        _cases.Add(new UnionCase('o', "", properties, discriminatorValues, isImplicitMapping: true));
        return this;
    }

    /// <summary>Adds the case that the others build on: an object that is none of them is this case.</summary>
    /// <param name="properties">The same as for <see cref="Object"/>.</param>
    /// <param name="discriminatorValues">The values of the discriminator that select this case.</param>
    public UnionTable Base(string properties, params string[] discriminatorValues)
    {
        _baseIndex = _cases.Count;
        return ImplicitMapping(properties, discriminatorValues);
    }

    /// <summary>Adds a case that its JSON type identifies.</summary>
    /// <param name="kind">The letter of the JSON type.</param>
    /// <param name="elementKinds">
    /// The letters of the JSON types of the elements of an array or the values of a map. Empty allows all.
    /// </param>
    public UnionTable Value(char kind, string elementKinds = "")
    {
        _cases.Add(new UnionCase(kind, elementKinds, "", []));
        return this;
    }

    /// <summary>Adds a case that is an array whose positions have types of their own.</summary>
    /// <param name="requiredCount">The number of items that it must have.</param>
    /// <param name="isClosed">True if it has no items after its positions.</param>
    /// <param name="kinds">The letters of the JSON types of each position. Empty allows all.</param>
    public UnionTable Tuple(int requiredCount, bool isClosed, params string[] kinds)
    {
        _cases.Add(new UnionCase('a', "", "", []) { Tuple = new UnionTuple(requiredCount, isClosed, kinds) });
        return this;
    }

    /// <summary>
    /// Returns the number of the case, from 1, for the value at whose first token the reader stands, or 0 if no case fits.
    /// </summary>
    /// <param name="json">A copy of the reader, which is moved.</param>
    /// <param name="cancellation">Stops the look at a large value.</param>
    internal int SelectCase(Utf8JsonReader json, CancellationCheck cancellation)
    {
        char kind = UnionCase.GetKind(json.TokenType);
        if (kind == 'o')
            return SelectObjectCase(ref json, cancellation);
        for (int i = 0; i < _cases.Count; i++)
        {
            if (_cases[i].Kind == kind && (kind != 'a' || MatchesElements(_cases[i], json)))
                return i + 1;
        }

        return 0;
    }

    private int SelectObjectCase(ref Utf8JsonReader json, CancellationCheck cancellation)
    {
        Span<UnionCaseMatch> matches =
            _cases.Count <= MaxCasesOnStack ? stackalloc UnionCaseMatch[_cases.Count] : new UnionCaseMatch[_cases.Count];
        for (int i = 0; i < matches.Length; i++)
            matches[i] = new UnionCaseMatch { MissingCount = _cases[i].RequiredCount, IsExcluded = _cases[i].Kind is not ('o' or 'm') };
        bool isEmpty = true;
        bool isAmbiguityAllowed = !_requireUnambiguous;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            bool isDiscriminator = _discriminator is not null && json.ValueTextEquals(_discriminator);
            if (!isDiscriminator)
                MatchPropertyName(matches, ref json);
            json.Read();
            if (isDiscriminator)
            {
                int selected = SelectByDiscriminator(matches, ref json);
                if (selected > 0)
                    return selected;
                isAmbiguityAllowed |= selected < 0;
            }

            char kind = UnionCase.GetKind(json.TokenType);
            for (int i = 0; i < matches.Length; i++)
                matches[i].MatchValue(kind, _cases[i], ref json, cancellation);
            cancellation.Skip(ref json);
            cancellation.Check(json.BytesConsumed);
        }

        return SelectBestMatch(matches, isEmpty, isAmbiguityAllowed);
    }

    /// <summary>Notes for each case which of its properties has the name at which the reader stands.</summary>
    private void MatchPropertyName(scoped Span<UnionCaseMatch> matches, ref Utf8JsonReader json)
    {
        for (int i = 0; i < matches.Length; i++)
        {
            if (!matches[i].IsExcluded)
                matches[i].PropertyIndex = UnionProperty.IndexOf(_cases[i].Properties, ref json);
        }
    }

    /// <summary>
    /// Returns the number of the case, from 1, that the value of the discriminator selects, 0 if it selects none, and -1 if it selects
    /// several, between which the other properties decide. Excludes the cases with other discriminator values.
    /// </summary>
    private int SelectByDiscriminator(scoped Span<UnionCaseMatch> matches, ref Utf8JsonReader json)
    {
        int selected = 0;
        for (int i = 0; i < matches.Length; i++)
        {
            if (!_cases[i].HasDiscriminatorValue(ref json))
                continue;
            // A case without listed properties is identified by its discriminator value alone, which it shares with no other case.
            if (_cases[i].Properties.Length == 0)
                return i + 1;
            selected = selected == 0 ? i + 1 : -1;
        }

        if (selected > 0)
            return selected;
        for (int i = 0; i < matches.Length; i++)
        {
            UnionCase candidate = _cases[i];
            matches[i].IsExcluded |=
                candidate.DiscriminatorValues.Length > 0
                && (selected == 0 ? !candidate.IsImplicitMapping : !candidate.HasDiscriminatorValue(ref json));
            matches[i].PropertyIndex = matches[i].IsExcluded ? -1 : UnionProperty.IndexOf(candidate.Properties, _discriminator);
        }

        return selected;
    }

    /// <summary>
    /// Returns the number of the best case that lacks no required property, or 0. The case that knows most properties is the best, then
    /// the one that knows most of what is in them, then the one that requires most, then the first one.
    /// </summary>
    private int SelectBestMatch(Span<UnionCaseMatch> matches, bool isEmpty, bool isAmbiguityAllowed)
    {
        int best = -1;
        bool isUnambiguous = true;
        for (int i = 0; i < matches.Length; i++)
        {
            UnionCaseMatch match = matches[i];
            bool isRecognized = _cases[i].Kind == 'm' || match.MatchedCount > 0 || (isEmpty && _discriminator is null);
            if (match.IsExcluded || match.MissingCount > 0 || !isRecognized)
                continue;
            int order = best < 0 ? 1 : GetRank(match, i).CompareTo(GetRank(matches[best], best));
            isUnambiguous = order > 0 || (isUnambiguous && order < 0);
            if (order > 0)
                best = i;
        }

        // A subtype has to know more of the object than the base.
        if (_baseIndex >= 0 && (best < 0 || !isUnambiguous || matches[best].MatchedCount <= matches[_baseIndex].MatchedCount))
            return _baseIndex + 1;
        return isAmbiguityAllowed || isUnambiguous ? best + 1 : 0;
    }

    private (int Matched, int InnerMatched, int Required) GetRank(UnionCaseMatch match, int index) =>
        (match.MatchedCount, match.InnerMatchCount, _cases[index].RequiredCount);

    /// <summary>
    /// Returns true if the array is the tuple of the case, or if its first element is of one of the JSON types. An empty array is of any.
    /// </summary>
    private static bool MatchesElements(UnionCase candidate, Utf8JsonReader json) =>
        candidate.Tuple is { } tuple
            ? tuple.Matches(json)
            : candidate.ElementKinds.Length == 0
                || !json.Read()
                || json.TokenType == JsonTokenType.EndArray
                || candidate.ElementKinds.Contains(UnionCase.GetKind(json.TokenType), StringComparison.Ordinal);
}
