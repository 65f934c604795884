using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>Lists the members of a client that are not emitted.</summary>
internal static class LeftOutMembers
{
    /// <summary>Creates the list of a client; null where everything is emitted.</summary>
    public static LeftOutModel? Create(EquatableArray<SourceFileModel> units, UsedOperations used)
    {
        if (units.OfType<ClientModel>().FirstOrDefault() is not { } client)
            return null;
        Dictionary<string, ResourceModel> resources = units
            .OfType<ResourceModel>()
            .Where(r => !r.IsClient)
            .ToDictionary(r => r.TypeName, StringComparer.Ordinal);
        List<LeftOutMember> members = [];
        foreach (SourceFileModel unit in units)
        {
            string typeName = unit is ResourceModel declaring ? declaring.TypeName : client.ClientName;
            foreach (ResourceLink link in AccessNames.GetLinks(unit).Where(l => !used.Contains(l)))
                members.Add(new LeftOutMember(typeName, link.PropertyName, FindOperation(link, resources)));
            if (unit is not ResourceModel resource)
                continue;
            members.AddRange(
                from operation in resource.Operations
                where !used.Contains(operation)
                from name in AccessNames.GetMethods(operation)
                select new LeftOutMember(typeName, name, UsageSettings.GetKey(operation))
            );
        }

        return members.Count > 0 ? new LeftOutModel(client.Context, client.ClientName, members.ToEquatable()) : null;
    }

    /// <summary>Finds the first operation that a property leads to.</summary>
    private static string FindOperation(ResourceLink link, Dictionary<string, ResourceModel> resources)
    {
        while (resources.TryGetValue(link.TypeName, out ResourceModel? resource))
        {
            if (resource.Operations.Count > 0)
                return UsageSettings.GetKey(resource.Operations[0]);
            if (resource.Resources.Count == 0)
                break;
            link = resource.Resources[0];
        }

        return "";
    }
}
