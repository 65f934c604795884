using System.Globalization;
using System.Text;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>Text of the document as C# literals and identifiers. No text can end its literal or its line.</summary>
internal static class Literal
{
    private static readonly HashSet<string> s_keywords =
    [
        "abstract",
        "as",
        "base",
        "bool",
        "break",
        "byte",
        "case",
        "catch",
        "char",
        "checked",
        "class",
        "const",
        "continue",
        "decimal",
        "default",
        "delegate",
        "do",
        "double",
        "else",
        "enum",
        "event",
        "explicit",
        "extern",
        "false",
        "finally",
        "fixed",
        "float",
        "for",
        "foreach",
        "goto",
        "if",
        "implicit",
        "in",
        "int",
        "interface",
        "internal",
        "is",
        "lock",
        "long",
        "namespace",
        "new",
        "null",
        "object",
        "operator",
        "out",
        "override",
        "params",
        "private",
        "protected",
        "public",
        "readonly",
        "ref",
        "return",
        "sbyte",
        "sealed",
        "short",
        "sizeof",
        "stackalloc",
        "static",
        "string",
        "struct",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "uint",
        "ulong",
        "unchecked",
        "unsafe",
        "ushort",
        "using",
        "virtual",
        "void",
        "volatile",
        "while",
        "await",
        "field",
        "value",
        "record",
        "required",
        "scoped",
        "file",
    ];

    public static string EscapeIdentifier(string name) => s_keywords.Contains(name) ? "@" + name : name;

    /// <summary>The literal of a constant: of a number, a boolean, or a string, which an open enum is converted from.</summary>
    public static string FromConstant(TypeRef type, string text) =>
        type switch
        {
            ScalarType { Kind: ScalarKind.Boolean or ScalarKind.Int32 } => text,
            ScalarType { Kind: ScalarKind.Int64 } => text + "L",
            ScalarType { Kind: ScalarKind.UInt64 } => text + "UL",
            ScalarType { Kind: ScalarKind.Single } => text + "F",
            ScalarType { Kind: ScalarKind.Double } => text + "D",
            ScalarType { Kind: ScalarKind.Decimal } => text + "M",
            _ => Quote(text),
        };

    /// <summary>A string literal, with its quotes.</summary>
    public static string Quote(string text)
    {
        if (NeedsNoEscape(text))
            return "\"" + text + "\"";
        StringBuilder result = new(text.Length + 2);
        result.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '"':
                    result.Append("\\\"");
                    break;
                case '\\':
                    result.Append("\\\\");
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                case '\0':
                    result.Append("\\0");
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                        result.Append(c).Append(text[++i]);
                    else if (IsPlain(c))
                        result.Append(c);
                    else
                        // Half a surrogate pair has no UTF-8, and a u8 literal of it does not compile.
                        result.Append("\\u").Append((char.IsSurrogate(c) ? 0xFFFD : c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return result.Append('"').ToString();
    }

    // Nearly all texts need no escape.
    private static bool NeedsNoEscape(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
                return false;
        }

        return true;
    }

    /// <summary>Characters that no compiler takes for the end of a line and every editor shows.</summary>
    private static bool IsPlain(char c) =>
        c is >= ' ' and <= '~'
        || CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => false,
            _ => true,
        };
}
