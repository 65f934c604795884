using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>
/// Reads models from a body that is wholly in memory. While an object is read the reader stands on the name of the next
/// property: <see cref="IsProperty(ReadOnlySpan{byte})"/> compares it, a value method reads its value and moves to the next name.
/// In the order of the document every test of an emitted reader hits at once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonModelReader
{
    /// <summary>Objects and arrays may nest this deep where nothing else is said.</summary>
    public const int DefaultMaxDepth = 64;

    private readonly ReadOnlySpan<byte> _body;
    private readonly bool _lenient;
    private Utf8JsonReader _reader;
    private ReadOnlySpan<byte> _propertyName;
    private ulong _seenProperties;
    private UnknownProperties? _unknownProperties;
    private bool _hasMoreProperties;
    private bool _isPropertyRead;
    private int _invalidValueCount;
    private int _unknownEnumCount;
    private int _unknownUnionCount;

    /// <summary>A reader that stands before the first token of <paramref name="json"/>.</summary>
    /// <param name="json">One JSON value, UTF-8, without a byte order mark.</param>
    /// <param name="lenient">Whether a missing or wrongly typed value reads as the default of its type.</param>
    /// <param name="maxDepth">How deep objects and arrays may nest.</param>
    public JsonModelReader(ReadOnlySpan<byte> json, bool lenient = false, int maxDepth = DefaultMaxDepth)
    {
        _body = json;
        _lenient = lenient;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        _propertyName = NoPropertyName;
        _seenProperties = 0;
        _unknownProperties = null;
        _hasMoreProperties = false;
        _isPropertyRead = false;
        _invalidValueCount = 0;
        _unknownEnumCount = 0;
        _unknownUnionCount = 0;
    }

    /// <summary>No property can have this name: 0xFF is in no UTF-8 text.</summary>
    private static ReadOnlySpan<byte> NoPropertyName => [0xFF];

    /// <summary>The type of the token on which the reader stands.</summary>
    public readonly JsonTokenType TokenType => _reader.TokenType;

    /// <summary>How many missing or wrongly typed values a lenient read has let pass.</summary>
    internal readonly int InvalidValueCount => _invalidValueCount;

    /// <summary>How many values of enums the document does not know.</summary>
    internal readonly int UnknownEnumCount => _unknownEnumCount;

    /// <summary>How many values that none of the types of their union fits.</summary>
    internal readonly int UnknownUnionCount => _unknownUnionCount;

    /// <summary>Begins an object; the reader stands on its <c>{</c>. Give the result to <see cref="ReadEndObject"/>.</summary>
    public JsonObjectState ReadStartObject()
    {
        var outer = new JsonObjectState(_seenProperties, _unknownProperties);
        _unknownProperties = null;
        if (_reader.TokenType == JsonTokenType.StartObject)
        {
            _seenProperties = 0;
            MoveToNextProperty();
            _isPropertyRead = false;
        }
        else
        {
            ReportWrongType("an object");
            _seenProperties = ulong.MaxValue; // one fault, not one a member
            _hasMoreProperties = false;
        }

        return outer;
    }

    /// <summary>Whether a property is left in the object.</summary>
    public readonly bool HasMoreProperties() => _hasMoreProperties;

    /// <summary>Whether the next property has this name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsProperty(scoped ReadOnlySpan<byte> name) => _propertyName.SequenceEqual(name);

    /// <summary>Whether the next property has this name; if so, <paramref name="bit"/> is marked as present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsProperty(scoped ReadOnlySpan<byte> name, ulong bit)
    {
        if (!_propertyName.SequenceEqual(name))
            return false;
        _seenProperties |= bit;
        return true;
    }

    /// <summary>Ends a pass over the members: a property that a whole pass did not want is kept as it is.</summary>
    public void CaptureUnknown()
    {
        if (!_isPropertyRead)
            CapturePropertyValue();
        _isPropertyRead = false;
    }

    /// <summary>Ends an object: checks that all <paramref name="required"/> bits were marked.</summary>
    /// <param name="outer">What <see cref="ReadStartObject"/> gave.</param>
    /// <param name="required">The bits of the required members.</param>
    /// <param name="names">Their names in the order of the bits, separated by NUL.</param>
    /// <returns>The properties that nobody wanted, or null.</returns>
    public UnknownProperties? ReadEndObject(JsonObjectState outer, ulong required = 0, scoped ReadOnlySpan<byte> names = default)
    {
        if ((_seenProperties & required) != required)
            ReportMissingProperty(required & ~_seenProperties, names);
        UnknownProperties? extras = _unknownProperties;
        _unknownProperties = outer.UnknownProperties;
        _seenProperties = outer.SeenProperties;
        return extras;
    }

    /// <summary>Checks a required member that has no bit; called before <see cref="ReadEndObject"/> moves on.</summary>
    public void RequireProperty<T>(T? value, scoped ReadOnlySpan<byte> name)
    {
        if (value is null && _seenProperties != ulong.MaxValue)
            ReportMissingProperty(1, name);
    }

    /// <summary>Moves to the first token.</summary>
    internal void ReadFirstToken() => _reader.Read();

    /// <summary>Faults where anything but white space follows the value.</summary>
    internal void ReadToEnd() => _reader.Read();

    /// <summary>Skips the value of the property and moves on.</summary>
    internal void SkipProperty()
    {
        _reader.Skip();
        MoveToNextProperty();
    }

    /// <summary>Skips the value on whose first token the reader stands.</summary>
    internal void SkipValue() => _reader.Skip();

    internal readonly bool HasSeen(ulong bit) => (_seenProperties & bit) != 0;

    /// <summary>As <see cref="CaptureUnknown"/>, but lets the property go.</summary>
    public void SkipUnknown()
    {
        if (!_isPropertyRead)
            SkipProperty();
        _isPropertyRead = false;
    }

    /// <summary>From the name of a property to its value.</summary>
    private void MoveToValue() => _reader.Read();

    /// <summary>From the end of a value to the name of the next property.</summary>
    private void MoveToNextProperty()
    {
        _reader.Read();
        _isPropertyRead = true;
        _hasMoreProperties = _reader.TokenType == JsonTokenType.PropertyName;
        if (!_hasMoreProperties)
            _propertyName = NoPropertyName;
        else if (!_reader.ValueIsEscaped)
            _propertyName = _reader.ValueSpan;
        else
            _propertyName = UnescapeText();
    }

    private readonly byte[] UnescapeText()
    {
        byte[] buffer = new byte[_reader.ValueSpan.Length];
        return buffer[..CopyUnescapedText(buffer)];
    }

    private readonly int CopyUnescapedText(Span<byte> buffer)
    {
        try
        {
            return _reader.CopyString(buffer);
        }
        catch (InvalidOperationException)
        {
            throw CreateInvalidTextException();
        }
    }

    /// <summary>As <see cref="CaptureUnknown"/>, but the document types the property without naming it.</summary>
    /// <param name="rest">The properties of this kind so far; of two with one name the last counts.</param>
    public void AdditionalProperty<T, TCodec>(ref Dictionary<string, T>? rest)
        where TCodec : struct, IJsonCodec<T>
    {
        if (!_isPropertyRead)
        {
            string name = GetPropertyName();
            MoveToValue();
            (rest ??= new(StringComparer.Ordinal))[name] = TCodec.Read(ref this);
            MoveToNextProperty();
        }

        _isPropertyRead = false;
    }

    private readonly string GetPropertyName()
    {
        try
        {
            return s_strictUtf8.GetString(_propertyName);
        }
        catch (ArgumentException)
        {
            throw CreateInvalidTextException();
        }
    }

    private void CapturePropertyValue()
    {
        string name = GetPropertyName();
        MoveToValue();
        int start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        (_unknownProperties ??= new UnknownProperties()).Add(name, _body[start..(int)_reader.BytesConsumed]);
        MoveToNextProperty();
    }

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private void ReportMissingProperty(ulong bits, scoped ReadOnlySpan<byte> names)
    {
        if (_lenient)
        {
            _invalidValueCount += BitOperations.PopCount(bits);
            return;
        }

        for (int skip = BitOperations.TrailingZeroCount(bits); skip > 0; skip--)
            names = names[(names.IndexOf((byte)0) + 1)..];
        int end = names.IndexOf((byte)0);
        string name = Encoding.UTF8.GetString(end < 0 ? names : names[..end]);
        throw new JsonReadException($"the required property '{name}' is missing", _reader.TokenStartIndex, name);
    }

    /// <summary>A value of another type: a fault, or in a lenient read a skipped value.</summary>
    private void ReportWrongType(string expected)
    {
        if (!_lenient)
            throw new JsonReadException($"{expected} is expected, there is {DescribeToken(expected)}", _reader.TokenStartIndex);
        _invalidValueCount++;
        _reader.Skip();
    }

    private readonly string DescribeToken(string expected) =>
        _reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            // A text may be no date, a number no integer: the type alone does not say what is wrong then.
            JsonTokenType.String when expected is not ("an object" or "an array" or "a boolean") && !IsNumberType(expected) =>
                "a string that is none",
            JsonTokenType.String => "a string",
            JsonTokenType.Number when IsNumberType(expected) => "a number that is none",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "a boolean",
            JsonTokenType.Null => "null",
            _ => "nothing",
        };

    private static bool IsNumberType(string expected) =>
        expected.EndsWith("number", StringComparison.Ordinal) || expected.EndsWith("integer", StringComparison.Ordinal);

    private readonly JsonReadException CreateInvalidTextException() => new("the text is not valid UTF-8", _reader.TokenStartIndex);
}
