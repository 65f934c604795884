namespace CfGen.Generator;

/// <summary>Tracking names of the pipeline's steps, for tests of what an edit costs.</summary>
internal static class Steps
{
    public const string Inputs = nameof(Inputs);
    public const string References = nameof(References);
    public const string NamesFiles = nameof(NamesFiles);
    public const string Overlays = nameof(Overlays);
    public const string Listings = nameof(Listings);
    public const string Items = nameof(Items);
    public const string Clients = nameof(Clients);
    public const string Namespaces = nameof(Namespaces);
    public const string Owners = nameof(Owners);
    public const string Project = nameof(Project);
    public const string ReadsCode = nameof(ReadsCode);
    public const string MemberNames = nameof(MemberNames);
    public const string NameTable = nameof(NameTable);
    public const string OtherCode = nameof(OtherCode);
    public const string UsedNames = nameof(UsedNames);
    public const string ChangedClients = nameof(ChangedClients);
    public const string ChangedNames = nameof(ChangedNames);
    public const string MemberUses = nameof(MemberUses);
    public const string Units = nameof(Units);
    public const string Diagnostics = nameof(Diagnostics);
}
