using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>Makes the listing of a client from the models of its source files.</summary>
internal sealed class ListingWriter
{
    private readonly LineWriter _line = new();
    private readonly ClientModel _client;
    private readonly Lazy<TypeDirections> _directions;
    private readonly ListedOperation _operations;
    private readonly SharedLines _lines;

    private ListingWriter(ClientModel client, EquatableArray<SourceFileModel> files, ApiListing? committed)
    {
        _client = client;
        _directions = new(() => TypeDirections.Find(files));
        _operations = new ListedOperation(_line, client);
        _lines = new SharedLines(committed);
    }

    /// <summary>Creates the listing.</summary>
    /// <param name="files">The models of all files.</param>
    /// <returns>Null where the files have no client.</returns>
    public static ApiListing? Create(EquatableArray<SourceFileModel> files) => Create(files, null, null)?.Listing;

    /// <summary>Creates the listing, and makes only the lines that are not there yet.</summary>
    /// <param name="files">The models of all files.</param>
    /// <param name="committed">A listing that has most of the lines; null where there is none.</param>
    /// <param name="previous">The listing of models of which most are the same objects; null where there is none.</param>
    /// <returns>Null where the files have no client.</returns>
    public static ClientListing? Create(EquatableArray<SourceFileModel> files, ApiListing? committed, ClientListing? previous)
    {
        if (files.OfType<ClientModel>().FirstOrDefault() is not { } client)
            return null;
        ListingWriter writer = new(client, files, committed);
        List<OwnerLines> owners = writer.Write(ListedOwner.GetAll(files), previous);
        return new ClientListing(writer._lines.Complete($"{client.Context.Namespace}.{client.ClientName}"), client, owners);
    }

    /// <summary>True if a client has the lines of a listing. At the first other line, nothing more is written.</summary>
    public static bool Matches(EquatableArray<SourceFileModel> files, ApiListing committed)
    {
        if (committed.Text is null || files.OfType<ClientModel>().FirstOrDefault() is not { } client)
            return false;
        ListingWriter writer = new(client, files, committed);
        writer.Write(ListedOwner.GetAll(files), null, mustMatch: true);
        return ReferenceEquals(writer._lines.Complete(committed.Client), committed);
    }

    private List<OwnerLines> Write(ListedOwner[] owners, ClientListing? previous, bool mustMatch = false)
    {
        List<OwnerLines> written = new(owners.Length);
        int known = 0;
        for (int i = 0; i < owners.Length && !(mustMatch && !_lines.AreCommitted); i++)
        {
            int start = _lines.Count;
            if (FindKnown(owners, i, previous, ref known) is { } lines)
            {
                for (int j = 0; j < lines.Count; j++)
                    _lines.Add(previous!.Listing.Lines[lines.Start + j]);
            }
            else
            {
                Write(owners[i]);
                // The client has lines of its own, and those of its methods.
                if (IsShared(owners, i + 1))
                    Write(owners[++i]);
                _line.Sort();
                for (int j = 0; j < _line.Count; j++)
                    _lines.Add(_line.GetText(j), _line.GetPointer(j));
                _line.Clear();
            }

            written.Add(new OwnerLines(owners[i], start, _lines.Count - start));
        }

        return written;
    }

    /// <summary>Finds the lines of an owner in the previous listing, if its model is the same.</summary>
    private OwnerLines? FindKnown(ListedOwner[] owners, int index, ClientListing? previous, ref int next)
    {
        ListedOwner owner = owners[index];
        // The lines of methods name options of the client.
        if (previous is null || IsShared(owners, index + 1) || (owner.Model is ResourceModel && !ReferenceEquals(previous.Client, _client)))
            return null;
        while (next < previous.Owners.Count && string.CompareOrdinal(previous.Owners[next].Owner.Name, owner.Name) < 0)
            next++;
        return
            next < previous.Owners.Count
            && previous.Owners[next].Owner.Name == owner.Name
            && ReferenceEquals(previous.Owners[next].Owner.Model, owner.Model)
            ? previous.Owners[next]
            : null;
    }

    private static bool IsShared(ListedOwner[] owners, int index) => index < owners.Length && owners[index].Name == owners[index - 1].Name;

    private void Write(ListedOwner owner)
    {
        switch (owner.Model)
        {
            case ClientModel client when owner.Name == client.ClientName:
                ListedClient.Write(_line, client);
                break;
            case ClientModel client:
                ListedClient.WriteOptions(_line, client);
                break;
            case ResourceModel resource:
                ListedClient.WriteResources(_line, resource.TypeName, resource.Resources);
                foreach (OperationModel operation in resource.Operations)
                    _operations.Write(resource, operation);
                break;
            case OperationModel operation:
                _operations.WriteParametersRecord(operation, owner.Name);
                break;
            case TypeModel type:
                new ListedType(_line, _directions.Value, type).Write();
                break;
        }
    }
}
