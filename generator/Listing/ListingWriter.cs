using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>The stage that makes the listing of a client from the models of its source files.</summary>
internal static class ListingWriter
{
    /// <summary>Creates the listing.</summary>
    /// <returns>Null where the files have no client.</returns>
    public static ApiListing? Create(EquatableArray<SourceFileModel> files)
    {
        if (files.OfType<ClientModel>().FirstOrDefault() is not { } client)
            return null;
        LineWriter line = new();
        TypeDirections directions = TypeDirections.Find(files);
        ListedClient.Write(line, client);
        foreach (SourceFileModel file in files)
        {
            if (file is ResourceModel resource)
            {
                ListedClient.WriteResources(line, resource.TypeName, resource.Resources);
                foreach (OperationModel operation in resource.Operations)
                    ListedOperation.Write(line, client, resource, operation);
            }

            foreach (TypeModel type in TypeDirections.GetTypes(file))
                new ListedType(line, directions, type).Write();
        }

        return new ApiListing($"{client.Context.Namespace}.{client.ClientName}", line.Complete());
    }
}
