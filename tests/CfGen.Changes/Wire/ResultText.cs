using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Changes.Wire;

/// <summary>Writes a result as text, by the public members that the old client has.</summary>
/// <param name="old">The assembly of the old client.</param>
internal sealed class ResultText(Assembly old)
{
    private readonly StringBuilder _text = new();

    public string Write(object? value)
    {
        _text.Clear();
        Append(value);
        return _text.ToString();
    }

    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                _text.Append("null");
                break;
            case string text:
                _text.Append(JsonSerializer.Serialize(text));
                break;
            case JsonElement json:
                _text.Append(json.ValueKind == JsonValueKind.Undefined ? "undefined" : json.GetRawText());
                break;
            case byte[] bytes:
                _text.Append(Convert.ToBase64String(bytes));
                break;
            case Stream stream:
                using (StreamReader reader = new(stream))
                    _text.Append(JsonSerializer.Serialize(reader.ReadToEnd()));
                break;
            case IOpenEnum known:
                _text.Append(CultureInfo.InvariantCulture, $"{value.GetType().Name}:{known.Value}");
                break;
            case ApiUnion union:
                _text.Append(union.IsUnknown ? "unknown " : union.Value.GetType().Name + " ");
                Append(union.Value);
                break;
            case IFormattable formattable:
                _text.Append(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                _text.Append('[');
                foreach (object? item in items)
                {
                    Append(item);
                    _text.Append(", ");
                }

                _text.Append(']');
                break;
            default:
                AppendMembers(value);
                break;
        }
    }

    private void AppendMembers(object value)
    {
        Type type = value.GetType();
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            AppendProperties(value, type);
            return;
        }

        if (type.Namespace?.StartsWith(ClientUnderTest.Namespace, StringComparison.Ordinal) != true)
        {
            _text.Append(value);
            return;
        }

        // A new member is read by nobody yet.
        AppendProperties(value, old.GetType(type.FullName!) ?? type);
    }

    private void AppendProperties(object value, Type known)
    {
        _text.Append(known.Name).Append('{');
        foreach (
            PropertyInfo property in known
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
                .OrderBy(p => p.Name, StringComparer.Ordinal)
        )
        {
            _text.Append(property.Name).Append(": ");
            Append(value.GetType().GetProperty(property.Name)?.GetValue(value));
            _text.Append(", ");
        }

        _text.Append('}');
    }
}
