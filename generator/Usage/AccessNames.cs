using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>The names in emitted code by which code of the project can reach a part of a client.</summary>
internal static class AccessNames
{
    /// <summary>Gets all names of a client whose use decides on what is emitted.</summary>
    public static EquatableArray<string> GetAll(EquatableArray<SourceFileModel> units)
    {
        HashSet<string> names = new(FriendAttributes.Names, StringComparer.Ordinal);
        foreach (SourceFileModel unit in units)
        {
            names.UnionWith(GetLinks(unit).SelectMany(GetNames));
            names.UnionWith(GetTypes(unit).Select(t => t.Name));
            if (unit is not ResourceModel resource)
                continue;
            names.UnionWith(GetTypeNames(resource));
            foreach (OperationModel operation in resource.Operations)
            {
                names.UnionWith(GetNames(operation));
                if (operation.ParametersType is { } parameters)
                    names.Add(parameters);
            }
        }

        return names.OrderBy(n => n, StringComparer.Ordinal).ToEquatable();
    }

    /// <summary>Gets the property that leads to a resource, and its field, which another part of the class can use.</summary>
    public static IEnumerable<string> GetNames(ResourceLink link) => [link.PropertyName, link.FieldName];

    /// <summary>Gets the class of a resource and its interface.</summary>
    public static IEnumerable<string> GetTypeNames(ResourceModel resource) => [resource.TypeName, "I" + resource.TypeName];

    /// <summary>Gets the members of an operation in the class of its resource. The private ones can be used by another part of the class.</summary>
    public static IEnumerable<string> GetNames(OperationModel operation) =>
        [.. GetMethods(operation), operation.CreateRequestMethod, operation.InfoFieldName, operation.PagingFieldName];

    /// <summary>Gets the methods that an operation can have.</summary>
    public static IEnumerable<string> GetMethods(OperationModel operation) =>
        [operation.Name + "Async", operation.Name + "WithResponseAsync"];

    /// <summary>Gets the links of a file's class to other resources.</summary>
    public static EquatableArray<ResourceLink> GetLinks(SourceFileModel unit) =>
        unit switch
        {
            ClientModel client => client.Resources,
            ResourceModel resource => resource.Resources,
            _ => [],
        };

    /// <summary>Gets the types of the document that a file declares.</summary>
    public static EquatableArray<TypeModel> GetTypes(SourceFileModel unit) =>
        unit switch
        {
            ResourceModel resource => resource.Types,
            SharedTypesModel shared => shared.Types,
            _ => [],
        };
}
