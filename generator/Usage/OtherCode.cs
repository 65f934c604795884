using System.Buffers;
using CfGen.Generator.Configuration;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Usage;

/// <summary>The words of additional files: of pages and views, and of sources of other projects. All of them count.</summary>
/// <param name="Words">The names of clients among the words, in ordinal order.</param>
/// <param name="Assemblies">
/// The names of the assemblies that the sources may belong to: those that their items name, and the folders that they are in.
/// </param>
internal sealed record OtherCode(EquatableArray<string> Words, EquatableArray<string> Assemblies)
{
    // Pages and views become C# in a generator of their own, whose code no other generator sees.
    private static readonly string[] s_extensions = [".razor", ".cshtml", ".xaml", ".axaml"];

    /// <summary>A file that uses nothing.</summary>
    public static OtherCode Empty { get; } = new([], []);

    /// <summary>True for an additional file that may use a client.</summary>
    public static bool IsIn(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        Array.Exists(s_extensions, e => file.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase))
        || UserSource.Read(file, options) is not null;

    /// <summary>Reads a file.</summary>
    /// <param name="table">The names of the clients; empty if no client asks for them.</param>
    public static OtherCode Read(AdditionalText file, AnalyzerConfigOptionsProvider options, NameTable table, CancellationToken ct)
    {
        if (table.Count == 0 || file.GetText(ct) is not { } text)
            return Empty;
        EquatableArray<string> assemblies = UserSource.Read(file, options) is { } source ? GetAssemblies(source, file.Path) : [];
        return new OtherCode(FindWords(text, table), assemblies);
    }

    /// <summary>Joins what several files use.</summary>
    public static OtherCode Merge(IReadOnlyCollection<OtherCode> files) =>
        files.Count == 0 ? Empty : new OtherCode(Merge(files.SelectMany(f => f.Words)), Merge(files.SelectMany(f => f.Assemblies)));

    private static EquatableArray<string> Merge(IEnumerable<string> names) =>
        new SortedSet<string>(names, StringComparer.Ordinal).ToEquatable();

    private static EquatableArray<string> GetAssemblies(UserSource source, string path) =>
        source.Assembly.Length > 0 ? [source.Assembly] : GetFolders(path).Where(f => f.Length > 0).ToEquatable();

    private static IEnumerable<string> GetFolders(string path)
    {
        string[] parts = path.Split('/', '\\');
        return parts.Take(parts.Length - 1);
    }

    private static EquatableArray<string> FindWords(SourceText text, NameTable table)
    {
        SortedSet<int> found = [];
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            text.CopyTo(0, buffer, 0, text.Length);
            ReadOnlySpan<char> all = buffer.AsSpan(0, text.Length);
            if (WordScanner.Scan(all, table, (index, _) => found.Add(index)))
                WordScanner.Scan(WordScanner.Unescape(all).AsSpan(), table, (index, _) => found.Add(index));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        return found.Select(i => table[i]).ToEquatable();
    }
}
