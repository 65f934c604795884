using System.Security.Cryptography;
using System.Text;

namespace CfGen.Tasks.Updating;

/// <summary>The contents of documents, without what Git changes: line breaks.</summary>
internal static class FileText
{
    /// <summary>Decodes UTF-8, or UTF-16 with a byte order mark.</summary>
    public static string Decode(byte[] content)
    {
        using StreamReader reader = new(new MemoryStream(content), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a file. Null where it does not exist.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[]? ReadIfExists(string path)
    {
        if (!File.Exists(path))
            return null;
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    // The method of LINQ by its name: C# prefers that of spans, whose assembly not every host has.
    /// <summary>True if the contents differ in nothing but the form of line breaks.</summary>
    public static bool AreSame(byte[]? left, byte[]? right) =>
        left is not null && right is not null && Enumerable.SequenceEqual(Normalize(left), Normalize(right));

    /// <summary>Returns the hash of contents as hexadecimal digits. The form of line breaks does not count.</summary>
    public static string Hash(byte[] content)
    {
        using SHA256 algorithm = SHA256.Create();
        return BitConverter.ToString(algorithm.ComputeHash(Normalize(content))).Replace("-", "");
    }

    private static byte[] Normalize(byte[] content)
    {
        byte[] normalized = new byte[content.Length];
        int length = 0;
        for (int i = 0; i < content.Length; i++)
        {
            bool isBeforeLineFeed = content[i] == (byte)'\r' && i + 1 < content.Length && content[i + 1] == (byte)'\n';
            if (!isBeforeLineFeed)
                normalized[length++] = content[i];
        }

        Array.Resize(ref normalized, length);
        return normalized;
    }
}
