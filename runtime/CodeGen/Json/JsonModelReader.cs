using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>
/// Reads models from a JSON body that is completely in memory. While an object is read, the reader stands on the name of the next
/// property: <see cref="IsProperty(ReadOnlySpan{byte})"/> compares the name, and a value method reads the value and moves to the next name.
/// Emitted code compares names in the order of the document, so that a body in that order needs one comparison a property.
/// </summary>
/// <remarks>
/// Three files, because one would be too long to read: this one walks through objects, <c>JsonModelReader.Properties.cs</c> has the
/// method for each type of property, and <c>JsonModelReader.Values.cs</c> reads the value at the current token.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonModelReader
{
    /// <summary>The nesting depth of objects and arrays that is allowed by default.</summary>
    internal const int DefaultMaxDepth = 64;

    /// <summary>
    /// The nesting depth that can be allowed at most. Generated code reads, writes and compares nested values by recursion.
    /// </summary>
    internal const int HighestMaxDepth = 512;

    // From this depth on, each level looks at the stack that is left: a model of 300 properties takes 8 KB of it.
    private const int StackCheckDepth = 16;

    private readonly ReadOnlySpan<byte> _body;
    private readonly bool _lenient;
    private readonly JsonSerializerOptions? _serializerOptions;
    private CancellationCheck _cancellation;
    private Utf8JsonReader _reader;
    private ReadOnlySpan<byte> _propertyName;
    private ulong _seenProperties;
    private UnknownProperties? _unknownProperties;
    private bool _hasMoreProperties;

    // Whether a value method has read the property at which this pass over the members began.
    private bool _isPropertyRead;
    private int _invalidValueCount;
    private int _missingPropertyCount;
    private int _unknownEnumCount;
    private int _unknownUnionCount;

    /// <summary>Creates a reader that stands before the first token of <paramref name="json"/>.</summary>
    /// <param name="json">One JSON value in UTF-8, without a byte order mark.</param>
    /// <param name="lenient">True to read a missing or wrongly typed value as the default of its type.</param>
    /// <param name="maxDepth">The nesting depth of objects and arrays that is allowed.</param>
    /// <param name="serializerOptions">The options that read types of the program that have no codec.</param>
    /// <param name="cancellationToken">The token that ends the reading.</param>
    internal JsonModelReader(
        ReadOnlySpan<byte> json,
        bool lenient = false,
        int maxDepth = DefaultMaxDepth,
        JsonSerializerOptions? serializerOptions = null,
        CancellationToken cancellationToken = default
    )
    {
        _serializerOptions = serializerOptions;
        _cancellation = new CancellationCheck(cancellationToken);
        _body = json;
        _lenient = lenient;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        _propertyName = NoPropertyName;
        _seenProperties = 0;
        _unknownProperties = null;
        _hasMoreProperties = false;
        _isPropertyRead = false;
        _invalidValueCount = 0;
        _missingPropertyCount = 0;
        _unknownEnumCount = 0;
        _unknownUnionCount = 0;
    }

    /// <summary>The type of the current token.</summary>
    internal readonly JsonTokenType TokenType => _reader.TokenType;

    /// <summary>The number of missing or wrongly typed values that a lenient read accepted.</summary>
    internal readonly int InvalidValueCount => _invalidValueCount;

    /// <summary>The number of required properties among them that are missing.</summary>
    internal readonly int MissingPropertyCount => _missingPropertyCount;

    /// <summary>The number of enum values that the document does not list.</summary>
    internal readonly int UnknownEnumCount => _unknownEnumCount;

    /// <summary>The number of values that fit no case of their union.</summary>
    internal readonly int UnknownUnionCount => _unknownUnionCount;

    /// <summary>A name that no property can have: 0xFF does not occur in UTF-8 text.</summary>
    private static ReadOnlySpan<byte> NoPropertyName => [0xFF];

    /// <summary>Enters the object at whose <c>{</c> the reader stands.</summary>
    /// <returns>The state of the object around it, for <see cref="ReadEndObject"/>.</returns>
    public JsonObjectState ReadStartObject()
    {
        EnsureStack();
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
            _seenProperties = ulong.MaxValue; // all members count as seen, so that one error is reported and not one a member
            _hasMoreProperties = false;
        }

        return outer;
    }

    /// <summary>Returns true while the object has properties that were not read.</summary>
    public readonly bool HasMoreProperties() => _hasMoreProperties;

    /// <summary>Returns true if the next property has this name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsProperty(scoped ReadOnlySpan<byte> name) => _propertyName.SequenceEqual(name);

    /// <summary>Returns true if the next property has this name, and marks the required property of this bit as seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsProperty(scoped ReadOnlySpan<byte> name, ulong bit)
    {
        if (!_propertyName.SequenceEqual(name))
            return false;
        _seenProperties |= bit;
        return true;
    }

    /// <summary>Ends one pass over the members: keeps a property that none of them has read as an unknown property.</summary>
    public void CaptureUnknown()
    {
        if (!_isPropertyRead)
            CapturePropertyValue();
        _isPropertyRead = false;
    }

    /// <summary>Ends one pass over the members: skips a property that none of them has read.</summary>
    public void SkipUnknown()
    {
        if (!_isPropertyRead)
            SkipProperty();
        _isPropertyRead = false;
    }

    /// <summary>
    /// Ends one pass over the members: reads a property that none of them has read as one of <c>additionalProperties</c>.
    /// </summary>
    /// <param name="properties">The additional properties that were read before. When a name repeats, the last value counts.</param>
    public void AdditionalProperty<T, TCodec>(ref Dictionary<string, T>? properties)
        where TCodec : struct, IValueCodec<T>
    {
        if (!_isPropertyRead)
        {
            string name = GetPropertyName();
            MoveToValue();
            (properties ??= new(StringComparer.Ordinal))[name] = TCodec.Read(ref this);
            MoveToNextProperty();
        }

        _isPropertyRead = false;
    }

    /// <summary>Leaves an object and checks that all <paramref name="required"/> bits were marked.</summary>
    /// <param name="outer">The result of <see cref="ReadStartObject"/>.</param>
    /// <param name="required">The bits of the required properties.</param>
    /// <param name="names">The names of the required properties in the order of their bits, separated by NUL.</param>
    /// <returns>The unknown properties that were kept, or null.</returns>
    public UnknownProperties? ReadEndObject(JsonObjectState outer, ulong required = 0, scoped ReadOnlySpan<byte> names = default)
    {
        if ((_seenProperties & required) != required)
            ReportMissingProperty(required & ~_seenProperties, names);
        UnknownProperties? unknown = _unknownProperties;
        _unknownProperties = outer.UnknownProperties;
        _seenProperties = outer.SeenProperties;
        return unknown;
    }

    /// <summary>
    /// Checks a required property that has no bit. Emitted for the 65th required property of an object and those after it.
    /// </summary>
    public void RequireProperty<T>(T? value, scoped ReadOnlySpan<byte> name)
    {
        if (value is null && _seenProperties != ulong.MaxValue)
            ReportMissingProperty(1, name);
    }

    /// <summary>Moves to the first token.</summary>
    internal void ReadFirstToken() => _reader.Read();

    /// <summary>Checks that only white space follows the value.</summary>
    /// <exception cref="JsonException">Something else follows.</exception>
    internal void ReadToEnd() => _reader.Read();

    /// <summary>Skips the value at whose first token the reader stands.</summary>
    internal void SkipValue() => _cancellation.Skip(ref _reader);

    /// <summary>Returns true if the required property of this bit was read.</summary>
    internal readonly bool HasSeen(ulong bit) => (_seenProperties & bit) != 0;

    /// <summary>Stops before the recursion uses up the stack, which would end the process.</summary>
    private readonly void EnsureStack()
    {
        if (_reader.CurrentDepth >= StackCheckDepth && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new JsonReadException("the value nests deeper than the stack of the thread allows", _reader.TokenStartIndex);
    }

    /// <summary>Stops if the caller has canceled the call.</summary>
    private void CheckCancellation() => _cancellation.Check(_reader.BytesConsumed);

    private void SkipProperty()
    {
        MoveToValue();
        SkipValue();
        MoveToNextProperty();
    }

    /// <summary>Moves from the name of a property to its value.</summary>
    private void MoveToValue() => _reader.Read();

    /// <summary>Moves from the end of a value to the name of the next property.</summary>
    private void MoveToNextProperty()
    {
        _reader.Read();
        CheckCancellation();
        _isPropertyRead = true;
        _hasMoreProperties = _reader.TokenType == JsonTokenType.PropertyName;
        if (!_hasMoreProperties)
            _propertyName = NoPropertyName;
        else if (!_reader.ValueIsEscaped)
            _propertyName = _reader.ValueSpan;
        else
            _propertyName = UnescapeText();
    }

    private void CapturePropertyValue()
    {
        string name = GetPropertyName();
        MoveToValue();
        int start = (int)_reader.TokenStartIndex;
        SkipValue();
        (_unknownProperties ??= new UnknownProperties()).Add(name, _body[start..(int)_reader.BytesConsumed]);
        MoveToNextProperty();
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

    private void ReportMissingProperty(ulong bits, scoped ReadOnlySpan<byte> names)
    {
        if (_lenient)
        {
            int count = BitOperations.PopCount(bits);
            _invalidValueCount += count;
            _missingPropertyCount += count;
            return;
        }

        for (int skip = BitOperations.TrailingZeroCount(bits); skip > 0; skip--)
            names = names[(names.IndexOf((byte)0) + 1)..];
        int end = names.IndexOf((byte)0);
        string name = Encoding.UTF8.GetString(end < 0 ? names : names[..end]);
        throw new JsonReadException($"the required property '{name}' is missing", _reader.TokenStartIndex, name);
    }
}
