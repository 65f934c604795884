namespace CfGen.Generator.Model;

/// <summary>The codecs of the types that <see cref="SourceFileContext.OwnTypes"/> lists.</summary>
internal sealed record OwnTypesModel(SourceFileContext Context, string ClientName) : SourceFileModel(Context, ClientName + ".OwnTypes");
