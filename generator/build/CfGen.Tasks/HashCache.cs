using System.Globalization;
using System.Security.Cryptography;

namespace CfGen.Tasks;

/// <summary>
/// Hashes files by their contents. A file whose length and time are those of an earlier build keeps the hash of that build,
/// which a small file beside the other outputs of the build remembers.
/// </summary>
internal sealed class HashCache
{
    private const string Header = "CfGen hashes 1";

    // Time stamps of some file systems are this coarse: a file that was written this short before it was hashed
    // could be written once more without a new time.
    private static readonly TimeSpan s_timePrecision = TimeSpan.FromSeconds(2);

    private readonly string _path;
    private readonly Dictionary<string, Entry> _old = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Entry> _new = new(StringComparer.Ordinal);

    private HashCache(string path) => _path = path;

    /// <summary>Reads the hashes of earlier builds. A file that is missing, broken or of another version holds none.</summary>
    public static HashCache Read(string path)
    {
        HashCache cache = new(path);
        string[] lines = (AtomicFile.TryRead(path) ?? "").Split('\n');
        if (lines[0] != Header)
            return cache;
        for (int i = 1; i < lines.Length; i++)
        {
            if (Entry.TryParse(lines[i], out string file, out Entry entry))
                cache._old[file] = entry;
        }

        return cache;
    }

    /// <summary>Returns the hash of the contents of a file, as hexadecimal digits.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public string GetHash(string file)
    {
        // Both before the file is read: a file that changes meanwhile has another time at the next build.
        DateTime now = DateTime.UtcNow;
        FileInfo info = new(file);
        long length = info.Length;
        long time = info.LastWriteTimeUtc.Ticks;
        if (!_old.TryGetValue(file, out Entry entry) || entry.Length != length || entry.Time != time)
            entry = new Entry(ComputeHash(file), length, time);
        if (info.LastWriteTimeUtc < now - s_timePrecision)
            _new[file] = entry;
        return entry.Hash;
    }

    /// <summary>Writes the hashes for later builds. Does nothing where the file cannot be written: the next build hashes again.</summary>
    public void Write()
    {
        try
        {
            AtomicFile.WriteIfDifferent(_path, Header + "\n" + string.Concat(_new.Select(e => e.Value.Format(e.Key) + "\n")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The cache saves time and nothing else.
        }
    }

    private static string ComputeHash(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using SHA256 algorithm = SHA256.Create();
        return BitConverter.ToString(algorithm.ComputeHash(stream)).Replace("-", "");
    }

    private readonly struct Entry(string hash, long length, long time)
    {
        public string Hash { get; } = hash;

        public long Length { get; } = length;

        public long Time { get; } = time;

        public static bool TryParse(string line, out string file, out Entry entry)
        {
            // The path is last and may have spaces.
            string[] parts = line.Split([' '], 4);
            file = parts[parts.Length - 1];
            entry = default;
            if (parts.Length < 4 || !TryParse(parts[1], out long length) || !TryParse(parts[2], out long time))
                return false;
            entry = new Entry(parts[0], length, time);
            return true;
        }

        public string Format(string file) => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3}", Hash, Length, Time, file);

        private static bool TryParse(string text, out long number) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
