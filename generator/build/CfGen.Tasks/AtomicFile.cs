using System.Text;

namespace CfGen.Tasks;

/// <summary>
/// Files that several builds may read and write at once: each of them sees a whole file, its own or that of another build.
/// </summary>
internal static class AtomicFile
{
    private const int Attempts = 5;

    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a file. Null where it is missing or cannot be read.</summary>
    public static string? TryRead(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream, s_encoding);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file that does not hold the text, so that its time tells when the text changed.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteIfDifferent(string path, string text)
    {
        for (int attempt = 1; TryRead(path) != text; attempt++)
        {
            try
            {
                Write(path, text);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && attempt < Attempts)
            {
                // Windows refuses to replace a file while another build does. That build may well have written the same text.
                Thread.Sleep(20 * attempt);
            }
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, text, s_encoding);
            if (File.Exists(path))
                File.Replace(temporary, path, destinationBackupFileName: null);
            else
                File.Move(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
