using System.ComponentModel;
using System.Text.Json;

namespace CfGen.CodeGen;

/// <summary>
/// The properties of an object that its document does not list. They are kept, so that a model that is read and written loses nothing.
/// Equality is by content, so that records with equal properties are equal.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnknownProperties : IEquatable<UnknownProperties>
{
    private readonly List<(string Name, byte[] Json)> _properties = [];

    internal UnknownProperties() { }

    internal void Add(string name, ReadOnlySpan<byte> json) => _properties.Add((name, json.ToArray()));

    internal void Write(Utf8JsonWriter writer)
    {
        foreach ((string name, byte[] json) in _properties)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json, skipInputValidation: true); // the reader has validated it
        }
    }

    /// <inheritdoc/>
    public bool Equals(UnknownProperties? other)
    {
        if (other is null || other._properties.Count != _properties.Count)
            return false;
        for (int i = 0; i < _properties.Count; i++)
        {
            (string name, byte[] json) = _properties[i];
            (string otherName, byte[] otherJson) = other._properties[i];
            if (!string.Equals(name, otherName, StringComparison.Ordinal) || !json.AsSpan().SequenceEqual(otherJson))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnknownProperties);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach ((string name, byte[] json) in _properties)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.AddBytes(json);
        }

        return hash.ToHashCode();
    }
}
