using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Pipeline;

internal static class SourceTexts
{
    public static SourceText Of(string text) => SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256);
}
