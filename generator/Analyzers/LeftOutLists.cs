using CfGen.Generator.Model;
using CfGen.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Analyzers;

/// <summary>The members that a build left out, read from the files of comments that the generator writes.</summary>
internal sealed class LeftOutLists
{
    private const string Comment = "// ";

    private readonly Dictionary<(string Type, string Member), string> _operations = [];

    private LeftOutLists(IEnumerable<SyntaxTree> trees, CancellationToken ct)
    {
        foreach (SyntaxTree tree in trees)
            Read(tree.GetText(ct));
        Names = NameTable.Create([_operations.Keys.Select(k => k.Member).ToEquatable()]);
    }

    /// <summary>The names of the members.</summary>
    public NameTable Names { get; }

    /// <summary>Reads the lists of a compilation; null where nothing was left out.</summary>
    public static LeftOutLists? Read(Compilation compilation, CancellationToken ct)
    {
        if (compilation.SyntaxTrees.FirstOrDefault() is not { } first || !CodeReading.IsEnabled(first.Options))
            return null;
        LeftOutLists lists = new(compilation.SyntaxTrees.Where(IsList), ct);
        return lists._operations.Count > 0 ? lists : null;
    }

    /// <summary>Finds the operation of a member that a type or its base would have in the whole client; null where there is none.</summary>
    public (string Type, string Operation)? Find(ITypeSymbol? type, string member)
    {
        for (; type is not null; type = type.BaseType)
        {
            string name = type.TypeKind == TypeKind.Interface ? type.Name.Substring(1) : type.Name;
            string qualified = $"{type.ContainingNamespace.ToDisplayString()}.{name}";
            if (_operations.TryGetValue((qualified, member), out string? operation))
                return (type.Name, operation);
        }

        return null;
    }

    private static bool IsList(SyntaxTree tree) =>
        tree.FilePath.EndsWith(LeftOutModel.FileSuffix + ".g.cs", StringComparison.Ordinal)
        && tree.FilePath.IndexOf(typeof(OpenApiClientGenerator).FullName, StringComparison.Ordinal) >= 0;

    private void Read(SourceText text)
    {
        const string Namespace = "namespace ";
        string? declared = null;
        bool isMember = false;
        foreach (TextLine line in text.Lines)
        {
            string content = line.ToString();
            if (content.StartsWith(Namespace, StringComparison.Ordinal))
                declared = content.Substring(Namespace.Length).TrimEnd(';');
            else if (content == Comment + LeftOutModel.Heading)
                isMember = true;
            else if (isMember && content.StartsWith(Comment, StringComparison.Ordinal))
                Add(declared, content.Substring(Comment.Length).Split([' '], 3));
        }
    }

    private void Add(string? declared, string[] parts)
    {
        if (parts.Length == 3)
            _operations[($"{declared}.{parts[0]}", parts[1])] = parts[2];
    }
}
