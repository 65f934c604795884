using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Configuration;

/// <summary>A source of another project that uses the clients of this one: a <c>CfGenUser</c> item.</summary>
/// <param name="Assembly">The assembly that the item names; empty where it names none.</param>
internal sealed record UserSource(string Assembly)
{
    private const string Encoded = EncodedItem.Kind + "=" + EncodedItem.UserKind;

    /// <summary>Reads the item of an additional file; null where it has none.</summary>
    public static UserSource? Read(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        if (!options.GetOptions(file).TryGetValue(ItemMetadata.Key, out string? item) || !IsEncoded(item))
            return null;
        return new UserSource(EncodedItem.Decode(item).Find(pair => pair.Key == EncodedItem.Assembly).Value ?? "");
    }

    /// <summary>True for the encoded metadata of such an item.</summary>
    public static bool IsEncoded(string item) =>
        item.StartsWith(Encoded, StringComparison.Ordinal) && (item.Length == Encoded.Length || item[Encoded.Length] == '&');
}
