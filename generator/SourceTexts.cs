using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator;

internal static class SourceTexts
{
    public static SourceText Create(string text) => SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256);
}
