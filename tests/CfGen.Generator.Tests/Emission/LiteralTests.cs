using CfGen.Generator.Emission;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Tests.Emission;

/// <summary>Literals hold every text, and end where they should for every reader of lines.</summary>
public class LiteralTests
{
    private const string LineEnds = "\n\r\u0085\u2028\u2029\v\f";

    [Fact]
    public void Every_character_survives_on_one_line()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string text = $"a{(char)c}b";

            string literal = Literal.Quote(text);

            Assert.False(literal.Any(LineEnds.Contains), $"U+{c:X4} ends the line.");
            // Half a surrogate pair is no text.
            Assert.Equal(char.IsSurrogate((char)c) ? "a\uFFFDb" : text, Read(literal));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\\\"; Evil(); //")]
    [InlineData("\\u0022")]
    [InlineData("{0} {x} %")]
    [InlineData("*/ // /*")]
    [InlineData("\U0001F600")]
    [InlineData("\uD83D")]
    public void Text_that_looks_like_code_stays_text(string text) =>
        Assert.Equal(text == "\uD83D" ? "\uFFFD" : text, Read(Literal.Quote(text)));

    private static string Read(string literal)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(literal);

        Assert.Empty(expression.GetDiagnostics());
        Assert.Equal(literal, expression.ToFullString());
        LiteralExpressionSyntax parsed = Assert.IsType<LiteralExpressionSyntax>(expression);
        return parsed.Token.ValueText;
    }
}
