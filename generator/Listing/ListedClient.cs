using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>The lines of the client, its resources and its options.</summary>
internal static class ListedClient
{
    /// <summary>The type of an option that is a function.</summary>
    public const string Provider = "provider";

    /// <summary>The type of an option that is a method.</summary>
    public const string Method = "method";

    /// <summary>Returns the class name of the options.</summary>
    public static string GetOptionsName(ClientModel client) => client.ClientName + "Options";

    /// <summary>Writes the line of the client, and its properties.</summary>
    public static void Write(LineWriter line, ClientModel client)
    {
        line.Begin(client.ClientName, ListedKind.Client, JsonPointer.Root)
            .Add(ListedFact.BaseUrl, client.BaseUrl)
            .Add(ListedFact.Environment, client.EnvironmentPrefix)
            .Add(ListedFact.Access, client.Context.AccessModifier)
            .Add(ListedFact.Models, client.Context.UsesRecords ? "record" : "class")
            .Add(ListedFact.Interfaces, client.Context.HasInterfaces)
            .End();
        WriteResources(line, client.ClientName, client.Resources);
    }

    /// <summary>Writes the members of the options.</summary>
    public static void WriteOptions(LineWriter line, ClientModel client)
    {
        string options = GetOptionsName(client);
        foreach (SecuritySchemeModel scheme in client.Schemes)
            WriteScheme(line, client, scheme, options);
        foreach (ServerVariableModel variable in client.ServerVariables)
        {
            line.Begin(options, '.', variable.OptionName, ListedKind.ServerVariable, variable.Docs.Pointer)
                .Add(ListedFact.Type, "string?")
                .Add(ListedFact.Name, variable.Name)
                .Add(ListedFact.Values, string.Join(",", variable.AllowedValues))
                .Add(ListedFact.Default, variable.Default ?? "")
                .End();
        }

        foreach (ClientParameterModel parameter in client.Parameters)
        {
            line.Begin(options, '.', parameter.OptionName, ListedKind.Option, parameter.Docs.Pointer)
                .Add(ListedFact.Type, ListedTypeName.Format(parameter.Type, isNullable: true))
                .Add(ListedFact.Name, parameter.Name)
                .Add(ListedFact.Environment, parameter.EnvironmentVariable)
                .Add(ListedFact.Default, parameter.Default ?? "")
                .AddRules(parameter.Rules)
                .End();
        }
    }

    /// <summary>Writes the properties that lead to resources.</summary>
    public static void WriteResources(LineWriter line, string type, EquatableArray<ResourceLink> resources)
    {
        string pointer = JsonPointer.Append(JsonPointer.Root, "paths");
        foreach (ResourceLink link in resources)
            line.Begin(type, '.', link.PropertyName, ListedKind.Resource, pointer).Add(ListedFact.Type, link.TypeName).End();
    }

    private static void WriteScheme(LineWriter line, ClientModel client, SecuritySchemeModel scheme, string options)
    {
        line.Begin(options, '.', scheme.OptionName, ListedKind.Credential, scheme.Docs.Pointer)
            .Add(ListedFact.Type, "string?")
            .Add(ListedFact.SchemeKind, scheme.Kind.ClassName)
            .Add(ListedFact.Name, scheme.Kind.HasName ? scheme.SerializedName : "")
            .Add(ListedFact.Together, scheme.RequiredTogether == 0 ? "" : FormatSchemes(client, scheme.RequiredTogether))
            .Add(ListedFact.TokenUrl, scheme.TokenUrl)
            .Add(ListedFact.Environment, string.Join(",", scheme.EnvironmentVariables))
            .End();
        if (scheme.Kind.HasPassword)
            WriteOther(scheme.SecondaryOptionName, "string?");
        if (!scheme.Kind.HasTokenProvider)
            return;
        WriteOther(scheme.SecondaryOptionName, Provider);
        WriteOther(scheme.UseProviderMethod, Method);
        if (scheme.TokenUrl.Length > 0)
            WriteOther(scheme.UseClientCredentialsMethod, Method);

        void WriteOther(string name, string type) =>
            line.Begin(options, '.', name, ListedKind.Credential, scheme.Docs.Pointer)
                .Add(ListedFact.Type, type)
                .Add(ListedFact.Option, scheme.OptionName)
                .End();
    }

    /// <summary>Names the options of the schemes of a bit set, with <c>+</c> between them.</summary>
    public static string FormatSchemes(ClientModel client, ulong schemes) =>
        string.Join(
            "+",
            client.Schemes.Where((_, i) => (schemes >> i & 1) != 0).Select(s => s.OptionName).OrderBy(name => name, StringComparer.Ordinal)
        );
}
