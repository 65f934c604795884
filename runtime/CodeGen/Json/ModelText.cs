using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>The text of models: what <c>ToString</c> of a generated record prints between its braces.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelText
{
    private static readonly JsonWriterOptions s_options = new()
    {
        SkipValidation = true, // a value that cannot be written ends the text
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // for people, not for pages
    };

    /// <summary>Prints the JSON of a model: without secrets, and with a bounded number of items and characters.</summary>
    /// <returns>False if nothing was printed, as in NativeAOT.</returns>
    public static bool Print<T>(StringBuilder text, T model)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        // ToString of a type is never trimmed, and would keep the JSON writer of each type that a program only receives.
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return false;
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, s_options);
        try
        {
            JsonModelWriter writer = JsonModelWriter.ForText(json);
            T.Write(ref writer, model);
        }
#pragma warning disable CA1031 // A debugger and a log call this: what was printed until then is enough.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The rest is missing.
        }

        json.Flush();
        return JsonText.PrintMembers(text, buffer.WrittenSpan);
    }

    /// <summary>Prints a member of a type that has no JSON.</summary>
    public static StringBuilder Member(StringBuilder text, string name, object? value) =>
        Start(text, name).Append(JsonText.Shorten(value?.ToString() ?? ""));

    /// <summary>Prints a member whose value is a secret.</summary>
    public static StringBuilder Secret(StringBuilder text, string name) => Start(text, name).Append(JsonText.Hidden);

    private static StringBuilder Start(StringBuilder text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(", ");
        return text.Append(name).Append(" = ");
    }
}
