using CfGen.Generator.Model;

namespace CfGen.Generator.Configuration;

/// <summary>The options of one client: a property for each metadata of its item that the generator uses.</summary>
/// <param name="metadata">The metadata to read.</param>
/// <param name="project">The properties of the project.</param>
internal sealed class GenerationOptions(MetadataReader metadata, ProjectProperties project)
{
    /// <summary>The root namespace of the project. The client's name is appended to it where <see cref="Namespace"/> is empty.</summary>
    public string DefaultNamespace { get; } = project.RootNamespace;

    /// <summary>True to report what was inferred, degraded and left out.</summary>
    public bool ReportEnabled { get; } = project.IsReportEnabled;

    /// <summary>The namespace of the generated code. Empty for the default.</summary>
    public string Namespace { get; } = metadata.ReadNamespace(DocumentSetting.Namespace);

    /// <summary>The name of the client class. Empty for the default, which is made of the title of the document.</summary>
    public string ClientName { get; } = metadata.ReadIdentifier(DocumentSetting.ClientName);

    /// <summary>The patterns of the operations to generate. Empty for all operations.</summary>
    public EquatableArray<string> Operations { get; } = metadata.ReadList(DocumentSetting.Operations);

    /// <summary>True to emit only what the code of the project can use, in builds that are not an IDE's.</summary>
    public bool EmitsUsedOnly { get; } = metadata.ReadKeyword(DocumentSetting.Emit, "all", "used") == "used";

    /// <summary>The patterns of the operations that are emitted in any case.</summary>
    public EquatableArray<string> Keep { get; } = metadata.ReadList(DocumentSetting.Keep);

    /// <summary>
    /// The names of the parameters that belong to the client, beside those that every operation has; <c>none</c> for no parameter.
    /// </summary>
    public EquatableArray<string> ClientParameters { get; } = metadata.ReadList(DocumentSetting.ClientParameters);

    /// <summary>True if models are records, not classes.</summary>
    public bool UseRecords { get; } = metadata.ReadKeyword(DocumentSetting.Models, "record", "class") == "record";

    /// <summary>The access modifier of the generated types.</summary>
    public string Accessibility { get; } = metadata.ReadKeyword(DocumentSetting.Access, "public", "internal");

    /// <summary>True if the client and its resources have interfaces.</summary>
    public bool GenerateInterfaces { get; } = metadata.ReadKeyword(DocumentSetting.Interfaces, "false", "true") == "true";

    /// <summary>True if operations are named after their tags and ids, and not after their paths.</summary>
    public bool NamesByOperationId { get; } = metadata.ReadKeyword(DocumentSetting.Naming, "paths", "operationId") == "operationId";

    /// <summary>The directions of JSON that every type supports, whether operations need them or not.</summary>
    public SerializationDirections CommonDirections { get; } =
        metadata.ReadKeyword(DocumentSetting.Json, "results", "both", "used") switch
        {
            "results" => SerializationDirections.Write,
            "both" => SerializationDirections.Read | SerializationDirections.Write,
            _ => SerializationDirections.None,
        };
}
