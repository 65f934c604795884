using CfGen.Generator;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;
using CfGen.Generator.Tests.Usage;
using CfGen.Generator.Usage;

namespace CfGen.Corpus.Programs;

/// <summary>The client of a whole document, and the text of each type and member that it has.</summary>
internal sealed class WholeClient
{
    /// <summary>The namespace of each client.</summary>
    public const string Namespace = "Acme.Api";

    /// <summary>The class of each client.</summary>
    public const string Name = "AcmeClient";

    private WholeClient(GeneratedClient client, bool hasInterfaces)
    {
        Units = client.Units;
        Settings = client.Usage!;
        HasInterfaces = hasInterfaces;
        Names = NameTable.Create([client.GetMemberNames()]);
        Texts = EmittedTexts.Read(Units.Select(u => ConsumerOptions.Parse(SourceFileEmitter.Emit(u), u.HintName)));
    }

    /// <summary>All files.</summary>
    public EquatableArray<SourceFileModel> Units { get; }

    /// <summary>The settings of <c>Emit="used"</c>.</summary>
    public UsageSettings Settings { get; }

    /// <summary>True if client and resources have interfaces.</summary>
    public bool HasInterfaces { get; }

    /// <summary>The names whose use decides on what is emitted.</summary>
    public NameTable Names { get; }

    /// <summary>The texts of the whole client.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>Generates the client of a document; null where it has no operation.</summary>
    public static WholeClient? Create(DocumentText document, bool hasInterfaces)
    {
        ItemMetadata metadata = new(
            InputKind.Client,
            [
                new(nameof(DocumentSetting.Namespace), Namespace),
                new(nameof(DocumentSetting.ClientName), Name),
                new(nameof(DocumentSetting.Access), "internal"),
                new(nameof(DocumentSetting.Interfaces), hasInterfaces ? "true" : "false"),
                new(nameof(DocumentSetting.Emit), "used"),
            ],
            LocationInfo.ForFile("/project/Acme.csproj")
        );
        DocumentInput input = new(document, metadata, new ProjectProperties("Acme", "", IsReportEnabled: false));
        GeneratedClient client = ClientBuilder.Build(input, [], CancellationToken.None);
        return client.Usage is not null && client.Units.OfType<ResourceModel>().Any() ? new WholeClient(client, hasInterfaces) : null;
    }
}
