using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>An owner of lines in a listing: the client, its options, a class with methods, a type, a record of optional parameters.</summary>
/// <param name="Name">The name that its lines begin with.</param>
/// <param name="Model">The model that the lines follow from: the operation of a record of optional parameters.</param>
internal readonly record struct ListedOwner(string Name, object Model)
{
    /// <summary>
    /// Gets all owners in ordinal order, which is that of their lines: what follows the name of an owner in a line precedes each letter.
    /// </summary>
    public static ListedOwner[] GetAll(EquatableArray<SourceFileModel> files)
    {
        List<ListedOwner> owners = [];
        foreach (SourceFileModel file in files)
        {
            if (file is ClientModel client)
            {
                owners.Add(new(client.ClientName, client));
                owners.Add(new(ListedClient.GetOptionsName(client), client));
            }
            else if (file is ResourceModel resource)
            {
                owners.Add(new(resource.TypeName, resource));
                // The methods of one operation share the record.
                foreach (OperationModel operation in resource.Operations)
                {
                    if (operation is { ParametersType: { } record, Variant: null })
                        owners.Add(new(record, operation));
                }
            }

            foreach (TypeModel type in TypeDirections.GetTypes(file))
                owners.Add(new(type.Name, type));
        }

        owners.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return [.. owners];
    }
}
