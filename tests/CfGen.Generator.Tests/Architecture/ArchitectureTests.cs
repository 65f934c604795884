using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CfGen.Generator.Tests.Architecture;

/// <summary>
/// The rules of docs/design/architecture.md about what each folder of the generator uses, checked in the compiled assembly.
/// </summary>
public class ArchitectureTests
{
    private const string Generator = "CfGen.Generator";

    private static readonly string[] s_libraries = ["Microsoft.OpenApi", "System.Text.Json", "YamlDotNet", "Markdig"];

    // What stands beside the rooms: the generator class and what holds the stages together.
    private const string Root = "";

    private static readonly string[] s_rooms =
    [
        "Configuration",
        "Parsing",
        "Overlays",
        "Documents",
        "Schemas",
        "Naming",
        "Binding",
        "Lowering",
        "Model",
        "Listing",
        "Usage",
        "Analyzers",
        "Comparison",
        "Keeping",
        "Reporting",
        "Emission",
        "Diagnostics",
    ];

    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value & 0xFFFF);

    private static readonly Lazy<IReadOnlyList<Mention>> s_mentions = new(() =>
        GetMentions(typeof(OpenApiClientGenerator).Assembly.Location)
    );

    /// <summary>The stage, and what nothing of it may mention.</summary>
    public static TheoryData<string, string[]> Rules =>
        new()
        {
            { Root, s_libraries },
            {
                "Configuration",
                [.. Rooms("Overlays", "Schemas", "Naming", "Lowering", "Usage", "Emission"), "Microsoft.OpenApi", "YamlDotNet", "Markdig"]
            },
            {
                "Parsing",
                [.. Rooms("Overlays", "Documents", "Schemas", "Naming", "Binding", "Lowering", "Model", "Usage", "Emission"), "Markdig"]
            },
            { "Overlays", [.. RoomsExcept("Overlays", "Parsing", "Diagnostics"), "Microsoft.OpenApi", "YamlDotNet", "Markdig"] },
            { "Documents", [.. Rooms("Schemas", "Naming", "Binding", "Lowering", "Usage", "Emission"), "Markdig"] },
            { "Schemas", [.. Rooms("Binding", "Lowering", "Usage", "Emission"), "Microsoft.CodeAnalysis", "YamlDotNet", "Markdig"] },
            { "Naming", [.. Rooms("Schemas", "Binding", "Lowering", "Usage", "Emission"), "YamlDotNet", "Markdig"] },
            { "Binding", [.. Rooms("Lowering", "Usage", "Emission"), "Microsoft.CodeAnalysis", "YamlDotNet", "Markdig"] },
            { "Lowering", [.. Rooms("Documents", "Usage", "Emission"), "Microsoft.CodeAnalysis", "YamlDotNet", "Markdig"] },
            { "Model", [.. RoomsExcept("Model"), "Microsoft", "System.Text.Json", "YamlDotNet", "Markdig"] },
            { "Listing", [.. RoomsExcept("Listing", "Configuration", "Model", "Parsing", "Diagnostics"), .. s_libraries] },
            { "Usage", [.. RoomsExcept("Usage", "Configuration", "Parsing", "Model", "Diagnostics"), .. s_libraries] },
            { "Analyzers", [.. RoomsExcept("Analyzers", "Usage", "Diagnostics", "Model"), .. s_libraries] },
            {
                "Comparison",
                [
                    .. RoomsExcept("Comparison", "Configuration", "Listing", "Usage", "Model", "Parsing", "Diagnostics"),
                    "Microsoft",
                    .. s_libraries,
                ]
            },
            {
                "Keeping",
                [
                    .. RoomsExcept("Keeping", "Documents", "Naming", "Model", "Parsing", "Listing", "Comparison", "Diagnostics"),
                    "Microsoft",
                    .. s_libraries,
                ]
            },
            { "Emission", [.. RoomsExcept("Emission", "Model"), "Microsoft", "System.Text.Json", "YamlDotNet"] },
            { "Reporting", [.. Rooms("Listing", "Comparison", "Emission"), .. s_libraries] },
            { "Diagnostics", [.. RoomsExcept("Diagnostics"), "Microsoft.OpenApi", "YamlDotNet", "Markdig"] },
        };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_stage_references_only_allowed_namespaces(string stage, string[] forbidden)
    {
        List<Mention> mentions = [.. s_mentions.Value.Where(m => GetRoom(m.From) == stage)];
        Assert.NotEmpty(mentions);
        Assert.Empty(
            mentions
                .Where(m => Array.Exists(forbidden, f => InFolder(m.Namespace, f)))
                .Select(m => $"{m.From}.{m.By} mentions {m.Namespace}.{m.Type}")
                .Distinct()
        );
    }

    // The library is loaded with the class, and only a text with markup needs either.
    [Fact]
    public void Only_the_reader_of_markdown_mentions_its_library() =>
        Assert.All(
            s_mentions.Value.Where(m => InFolder(m.Namespace, "Markdig")),
            m => Assert.StartsWith("CfGen.Generator.Emission.Comments.MarkdownReader", m.From + "." + m.By, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_stage_has_a_rule()
    {
        IEnumerable<string> stages = s_mentions.Value.Select(m => GetRoom(m.From)).Distinct();
        Assert.Equal(Rules.Select(r => (string)r[0]).Order(StringComparer.Ordinal), stages.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// The same document gives the same code on every machine, at any time, in any culture; and a compiler reads no files behind its own
    /// back.
    /// </summary>
    [Theory]
    [InlineData("System.IO", "File")]
    [InlineData("System.IO", "Directory")]
    [InlineData("System.IO", "FileInfo")]
    [InlineData("System.IO", "FileStream")]
    [InlineData("System.IO", "StreamReader")]
    [InlineData("System.IO", "StreamWriter")]
    [InlineData("System", "AppContext")]
    [InlineData("System", "Random")]
    [InlineData("System", "Console")]
    [InlineData("System.Diagnostics", "Process")]
    [InlineData("System.Diagnostics", "Stopwatch")]
    [InlineData("System.Net.Http", "HttpClient")]
    [InlineData("System.Net", "WebClient")]
    [InlineData("System.Threading", "Thread")]
    public void The_generator_never_mentions_the_type(string space, string type) =>
        Assert.Empty(s_mentions.Value.Where(m => m.Namespace == space && m.Type == type).Select(m => $"{m.From}.{m.By}"));

    [Theory]
    [InlineData("DateTime", "get_Now")]
    [InlineData("DateTime", "get_UtcNow")]
    [InlineData("DateTimeOffset", "get_Now")]
    [InlineData("DateTimeOffset", "get_UtcNow")]
    [InlineData("Guid", "NewGuid")]
    [InlineData("CultureInfo", "get_CurrentCulture")]
    [InlineData("CultureInfo", "get_CurrentUICulture")]
    [InlineData("StringComparer", "get_CurrentCulture")]
    [InlineData("StringComparer", "get_CurrentCultureIgnoreCase")]
    [InlineData("Path", "GetFullPath")]
    [InlineData("Path", "GetTempPath")]
    public void The_generator_never_calls_the_member(string type, string member) =>
        Assert.DoesNotContain(GetMembers(typeof(OpenApiClientGenerator).Assembly.Location), m => m == $"{type}.{member}");

    // Iterators ask for their thread.
    [Fact]
    public void The_generator_reads_no_environment() =>
        Assert.DoesNotContain(
            GetMembers(typeof(OpenApiClientGenerator).Assembly.Location),
            m => m.StartsWith("Environment.", StringComparison.Ordinal) && m != "Environment.get_CurrentManagedThreadId"
        );

    [Fact]
    public void The_runtime_references_the_framework_and_logging_alone()
    {
        using PEReader file = new(File.OpenRead(typeof(ApiOperationAttribute).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        IEnumerable<string> references = metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name));

        Assert.Equal(
            // Logging brings the container's abstractions.
            ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
            references.Order(StringComparer.Ordinal).Where(r => !r.StartsWith("System.", StringComparison.Ordinal) && r != "netstandard")
        );
    }

    private static string[] RoomsExcept(params string[] names) => Rooms([.. s_rooms.Except(names)]);

    private static string[] Rooms(params string[] names) => Array.ConvertAll(names, n => $"{Generator}.{n}");

    private static string GetRoom(string space) => space.Split('.').ElementAtOrDefault(2) ?? Root;

    private static bool InFolder(string space, string folder) =>
        space == folder || space.StartsWith(folder + ".", StringComparison.Ordinal);

    /// <summary>The types that each type mentions: in its base, its members, their signatures and its code, without attributes.</summary>
    private static List<Mention> GetMentions(string assembly)
    {
        using PEReader file = new(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        List<Mention> mentions = [];
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            string from = TypeNameCollector.GetNamespace(metadata, handle);
            string by = metadata.GetString(type.Name);
            TypeNameCollector collector = new(metadata, (space, name) => mentions.Add(new Mention(from, by, space, name)));
            collector.CollectEntity(type.BaseType);
            foreach (InterfaceImplementationHandle contract in type.GetInterfaceImplementations())
                collector.CollectEntity(metadata.GetInterfaceImplementation(contract).Interface);
            foreach (FieldDefinitionHandle field in type.GetFields())
                metadata.GetFieldDefinition(field).DecodeSignature(collector, null);
            foreach (MethodDefinitionHandle method in type.GetMethods())
            {
                MethodDefinition definition = metadata.GetMethodDefinition(method);
                definition.DecodeSignature(collector, null);
                if (definition.RelativeVirtualAddress != 0)
                    ReadBody(file.GetMethodBody(definition.RelativeVirtualAddress), metadata, collector);
            }
        }

        // What PolySharp and the compiler add has no folder.
        return [.. mentions.Where(m => m.From.StartsWith(Generator, StringComparison.Ordinal))];
    }

    private static void ReadBody(MethodBodyBlock body, MetadataReader metadata, TypeNameCollector collector)
    {
        if (!body.LocalSignature.IsNil)
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(collector, null);
        BlobReader il = body.GetILReader();
        while (il.RemainingBytes > 0)
        {
            int first = il.ReadByte();
            OpCode code = s_codes[first == 0xFE ? 0xFE00 | il.ReadByte() : first];
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    collector.CollectEntity(MetadataTokens.EntityHandle(il.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    int targets = il.ReadInt32();
                    il.Offset += 4 * targets;
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    il.Offset += code.OperandType switch
                    {
                        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                        OperandType.InlineVar => 2,
                        OperandType.InlineI8 or OperandType.InlineR => 8,
                        _ => 4,
                    };
                    break;
            }
        }
    }

    private static List<string> GetMembers(string assembly)
    {
        using PEReader file = new(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .MemberReferences.Select(metadata.GetMemberReference)
                .Where(m => m.Parent.Kind == HandleKind.TypeReference)
                .Select(m =>
                    metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)m.Parent).Name) + "." + metadata.GetString(m.Name)
                ),
        ];
    }

    private sealed record Mention(string From, string By, string Namespace, string Type);
}
