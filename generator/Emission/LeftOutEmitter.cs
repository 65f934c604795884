using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The list of what was left out: a comment a member.</summary>
internal static class LeftOutEmitter
{
    public static void Emit(CodeWriter writer, LeftOutModel model)
    {
        writer.WriteLine("// " + LeftOutModel.Heading);
        foreach (LeftOutMember member in model.Members)
            writer.WriteLine($"// {member.TypeName} {member.Name} {ToOneLine(member.Operation)}");
    }

    // A path can have any character, and a line break would end the comment.
    private static string ToOneLine(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (
                CharUnicodeInfo.GetUnicodeCategory(characters[i])
                is UnicodeCategory.Control
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
            )
                characters[i] = '?';
        }

        return new string(characters);
    }
}
