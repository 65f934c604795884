using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>
/// Reads models from a body that is wholly in memory. While an object is read the reader stands on the name of the next
/// property: <see cref="On(ReadOnlySpan{byte})"/> compares it, a value method reads its value and moves to the next name.
/// In the order of the document every test of an emitted reader hits at once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonModelReader
{
    /// <summary>Objects and arrays may nest this deep where nothing else is said.</summary>
    public const int DefaultMaxDepth = 64;

    private readonly ReadOnlySpan<byte> _body;
    private readonly bool _lenient;
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _name;
    private ulong _seen;
    private JsonExtras? _extras;
    private bool _more;
    private bool _hit;
    private int _drift;
    private int _unknownEnums;
    private int _unknownUnions;

    /// <summary>A reader that stands before the first token of <paramref name="json"/>.</summary>
    /// <param name="json">One JSON value, UTF-8, without a byte order mark.</param>
    /// <param name="lenient">Whether a missing or wrongly typed value reads as the default of its type.</param>
    /// <param name="maxDepth">How deep objects and arrays may nest.</param>
    public JsonModelReader(ReadOnlySpan<byte> json, bool lenient = false, int maxDepth = DefaultMaxDepth)
    {
        _body = json;
        _lenient = lenient;
        _json = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        _name = NoName;
        _seen = 0;
        _extras = null;
        _more = false;
        _hit = false;
        _drift = 0;
        _unknownEnums = 0;
        _unknownUnions = 0;
    }

    /// <summary>No property can have this name: 0xFF is in no UTF-8 text.</summary>
    private static ReadOnlySpan<byte> NoName => [0xFF];

    /// <summary>The type of the token on which the reader stands.</summary>
    public readonly JsonTokenType TokenType => _json.TokenType;

    /// <summary>How many missing or wrongly typed values a lenient read has let pass.</summary>
    internal readonly int Drift => _drift;

    /// <summary>How many values of enums the document does not know.</summary>
    internal readonly int UnknownEnums => _unknownEnums;

    /// <summary>How many values that none of the types of their union fits.</summary>
    internal readonly int UnknownUnions => _unknownUnions;

    /// <summary>Begins an object; the reader stands on its <c>{</c>. Give the result to <see cref="End"/>.</summary>
    public JsonFrame Begin()
    {
        var outer = new JsonFrame(_seen, _extras);
        _extras = null;
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            _seen = 0;
            Advance();
            _hit = false;
        }
        else
        {
            WrongType("an object");
            _seen = ulong.MaxValue; // one fault, not one a member
            _more = false;
        }

        return outer;
    }

    /// <summary>Whether a property is left in the object.</summary>
    public readonly bool More() => _more;

    /// <summary>Whether the next property has this name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool On(scoped ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>Whether the next property has this name; if so, <paramref name="bit"/> is marked as present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool On(scoped ReadOnlySpan<byte> name, ulong bit)
    {
        if (!_name.SequenceEqual(name))
            return false;
        _seen |= bit;
        return true;
    }

    /// <summary>Ends a pass over the members: a property that a whole pass did not want is kept as it is.</summary>
    public void Miss()
    {
        if (!_hit)
            Keep();
        _hit = false;
    }

    /// <summary>Ends an object: checks that all <paramref name="required"/> bits were marked.</summary>
    /// <param name="outer">What <see cref="Begin"/> gave.</param>
    /// <param name="required">The bits of the required members.</param>
    /// <param name="names">Their names in the order of the bits, separated by NUL.</param>
    /// <returns>The properties that nobody wanted, or null.</returns>
    public JsonExtras? End(JsonFrame outer, ulong required = 0, scoped ReadOnlySpan<byte> names = default)
    {
        if ((_seen & required) != required)
            Missing(required & ~_seen, names);
        JsonExtras? extras = _extras;
        _extras = outer.Extras;
        _seen = outer.Seen;
        return extras;
    }

    /// <summary>Checks a required member that has no bit; called before <see cref="End"/> moves on.</summary>
    public void Require<T>(T? value, scoped ReadOnlySpan<byte> name)
    {
        if (value is null && _seen != ulong.MaxValue)
            Missing(1, name);
    }

    /// <summary>Moves to the first token.</summary>
    internal void Start() => _json.Read();

    /// <summary>Faults where anything but white space follows the value.</summary>
    internal void Finish() => _json.Read();

    /// <summary>Skips the value of the property and moves on.</summary>
    internal void Skip()
    {
        _json.Skip();
        Advance();
    }

    /// <summary>Skips the value on whose first token the reader stands.</summary>
    internal void SkipValue() => _json.Skip();

    internal readonly bool Saw(ulong bit) => (_seen & bit) != 0;

    /// <summary>As <see cref="Miss"/>, but lets the property go.</summary>
    public void Drop()
    {
        if (!_hit)
            Skip();
        _hit = false;
    }

    /// <summary>From the name of a property to its value.</summary>
    private void Enter() => _json.Read();

    /// <summary>From the end of a value to the name of the next property.</summary>
    private void Advance()
    {
        _json.Read();
        _hit = true;
        _more = _json.TokenType == JsonTokenType.PropertyName;
        if (!_more)
            _name = NoName;
        else if (!_json.ValueIsEscaped)
            _name = _json.ValueSpan;
        else
            _name = Unescaped();
    }

    private readonly byte[] Unescaped()
    {
        byte[] buffer = new byte[_json.ValueSpan.Length];
        return buffer[..CopyText(buffer)];
    }

    private readonly int CopyText(Span<byte> buffer)
    {
        try
        {
            return _json.CopyString(buffer);
        }
        catch (InvalidOperationException)
        {
            throw NotText();
        }
    }

    /// <summary>As <see cref="Miss"/>, but the document types the property without naming it.</summary>
    /// <param name="rest">The properties of this kind so far; of two with one name the last counts.</param>
    public void Rest<T, TCodec>(ref Dictionary<string, T>? rest)
        where TCodec : struct, IJsonCodec<T>
    {
        if (!_hit)
        {
            string name = NameText();
            Enter();
            (rest ??= new(StringComparer.Ordinal))[name] = TCodec.Read(ref this);
            Advance();
        }

        _hit = false;
    }

    private readonly string NameText()
    {
        try
        {
            return s_strict.GetString(_name);
        }
        catch (ArgumentException)
        {
            throw NotText();
        }
    }

    private void Keep()
    {
        string name = NameText();
        Enter();
        int start = (int)_json.TokenStartIndex;
        _json.Skip();
        (_extras ??= new JsonExtras()).Add(name, _body[start..(int)_json.BytesConsumed]);
        Advance();
    }

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private void Missing(ulong bits, scoped ReadOnlySpan<byte> names)
    {
        if (_lenient)
        {
            _drift += BitOperations.PopCount(bits);
            return;
        }

        for (int skip = BitOperations.TrailingZeroCount(bits); skip > 0; skip--)
            names = names[(names.IndexOf((byte)0) + 1)..];
        int end = names.IndexOf((byte)0);
        string name = Encoding.UTF8.GetString(end < 0 ? names : names[..end]);
        throw new JsonFaultException($"the required property '{name}' is missing", _json.TokenStartIndex, name);
    }

    /// <summary>A value of another type: a fault, or in a lenient read a skipped value.</summary>
    private void WrongType(string expected)
    {
        if (!_lenient)
            throw new JsonFaultException($"{expected} is expected, there is {Found(expected)}", _json.TokenStartIndex);
        _drift++;
        _json.Skip();
    }

    private readonly string Found(string expected) => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        // A text may be no date, a number no integer: the type alone does not say what is wrong then.
        JsonTokenType.String when expected is not ("an object" or "an array" or "a boolean") && !IsNumber(expected) => "a string that is none",
        JsonTokenType.String => "a string",
        JsonTokenType.Number when IsNumber(expected) => "a number that is none",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    private static bool IsNumber(string expected) => expected.EndsWith("number", StringComparison.Ordinal) || expected.EndsWith("integer", StringComparison.Ordinal);

    private readonly JsonFaultException NotText() => new("the text is not valid UTF-8", _json.TokenStartIndex);
}
