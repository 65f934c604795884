using System.Text.Json.Nodes;
using JsonPointer = CfGen.Generator.Parsing.JsonPointer;

namespace CfGen.Corpus.Fuzzing;

/// <summary>Makes random changes to the tree of a document: what people and programs get wrong, and worse.</summary>
internal sealed class TreeMutator(JsonNode root, SeededRandom random)
{
    // A tree with more places than this is not walked whole.
    private const int MaximumPlaces = 3000;
    private const int MaximumCopied = 4000;
    private const int MaximumNesting = 300;

    /// <summary>Makes one change.</summary>
    public void Mutate()
    {
        List<Place> places = FindPlaces();
        if (places.Count == 0)
            return;
        Place place = random.Pick(places);
        switch (random.Next(14))
        {
            case 0:
                place.Remove();
                break;
            case 1:
                place.Set(FuzzVocabulary.ParseValue(random));
                break;
            case 2:
                place.Rename(random.Pick(FuzzVocabulary.Names));
                break;
            case 3:
                place.Rename(random.Pick(places).Name ?? "x");
                break;
            case 4:
                Copy(random.Pick(places), place);
                break;
            case 5:
                Swap(random.Pick(places), place);
                break;
            case 6:
                SetReference(places);
                break;
            case 7:
                place.Set(new JsonObject { ["$ref"] = PickReference(places) });
                break;
            case 8:
                SetType(places);
                break;
            case 9:
                Wrap(place);
                break;
            case 10:
                place.Duplicate(random.Pick(FuzzVocabulary.Names));
                break;
            case 11:
                SetVersion();
                break;
            default:
                AddMember(places);
                break;
        }
    }

    private void Copy(Place source, Place target)
    {
        JsonNode? copied = source.Value?.DeepClone();
        if (copied is null || copied.ToJsonString().Length < MaximumCopied)
            target.Set(copied);
    }

    private void Swap(Place one, Place other)
    {
        JsonNode? first = one.Value?.DeepClone();
        JsonNode? second = other.Value?.DeepClone();
        // One inside the other: what is set first is gone with it.
        one.Set(second);
        other.Set(first);
    }

    private void SetReference(List<Place> places)
    {
        List<Place> references = places.FindAll(p => p.Name == "$ref");
        if (references.Count > 0)
            random.Pick(references).Set(PickReference(places));
    }

    private void SetType(List<Place> places)
    {
        List<Place> types = places.FindAll(p => p.Name is "type" or "format");
        if (types.Count == 0)
            return;
        Place place = random.Pick(types);
        place.Set(random.Pick(place.Name == "type" ? FuzzVocabulary.Types : FuzzVocabulary.Formats));
    }

    private void Wrap(Place place)
    {
        int depth = random.IsOneOf(4) ? random.Next(MaximumNesting) : 1 + random.Next(4);
        string keyword = random.Pick(["allOf", "oneOf", "anyOf", "items", "additionalProperties", "properties", "not", ""]);
        JsonNode? value = place.Value?.DeepClone();
        for (int i = 0; i < depth; i++)
            value = keyword switch
            {
                "allOf" or "oneOf" or "anyOf" => new JsonObject { [keyword] = new JsonArray(value) },
                "items" => new JsonObject { ["type"] = "array", ["items"] = value },
                "properties" => new JsonObject { ["properties"] = new JsonObject { ["p"] = value } },
                "" => new JsonArray(value),
                _ => new JsonObject { [keyword] = value },
            };
        place.Set(value);
    }

    private void SetVersion()
    {
        if (root is JsonObject document)
            document[document.ContainsKey("swagger") ? "swagger" : "openapi"] = random.Pick(FuzzVocabulary.Versions);
    }

    private void AddMember(List<Place> places)
    {
        List<Place> objects = places.FindAll(p => p.Value is JsonObject);
        if (objects.Count == 0)
            return;
        string member = random.Pick(FuzzVocabulary.Members);
        while (member.Contains('%', StringComparison.Ordinal))
        {
            int at = member.IndexOf('%', StringComparison.Ordinal);
            // A name can hold what JSON escapes; the quotes around it are there already.
            string reference = JsonValue.Create(PickReference(places)).ToJsonString()[1..^1];
            member = member[..at] + reference.Replace("%", "", StringComparison.Ordinal) + member[(at + 1)..];
        }

        var target = (JsonObject)random.Pick(objects).Value!;
        foreach (KeyValuePair<string, JsonNode?> added in JsonNode.Parse("{" + member + "}")!.AsObject().ToList())
            target[added.Key] = added.Value?.DeepClone();
    }

    private string PickReference(List<Place> places)
    {
        if (random.IsOneOf(12))
            return random.Pick(["#", "#/", "", "other.yaml#/x", "#/components/schemas/Missing", "https://example.com/a#/b", "#here"]);
        List<Place> components = places.FindAll(p => p.IsComponent);
        return random.Pick(components.Count > 0 && !random.IsOneOf(4) ? components : places).Pointer;
    }

    private List<Place> FindPlaces()
    {
        List<Place> places = [];
        Stack<(JsonNode Node, string Pointer)> open = new([(root, JsonPointer.Root)]);
        while (open.TryPop(out (JsonNode Node, string Pointer) next) && places.Count < MaximumPlaces)
        {
            int before = places.Count;
            if (next.Node is JsonObject members)
                places.AddRange(members.Select(m => new Place(members, m.Key, 0, JsonPointer.Append(next.Pointer, m.Key))));
            else if (next.Node is JsonArray items)
                places.AddRange(
                    Enumerable.Range(0, items.Count).Select(i => new Place(items, null, i, JsonPointer.Append(next.Pointer, i)))
                );
            foreach (Place place in places.Skip(before))
            {
                if (place.Value is { } value and (JsonObject or JsonArray))
                    open.Push((value, place.Pointer));
            }
        }

        return places;
    }

    /// <summary>A member of an object, or an item of an array.</summary>
    private sealed record Place(JsonNode Parent, string? Name, int Index, string Pointer)
    {
        public JsonNode? Value =>
            Parent is JsonObject members ? members[Name!]
            : Index < Items.Count ? Items[Index]
            : null;

        public bool IsComponent =>
            Parent.Parent is JsonObject
            && (
                Pointer.StartsWith("#/components/", StringComparison.Ordinal)
                || Pointer.StartsWith("#/definitions/", StringComparison.Ordinal)
            );

        private JsonArray Items => (JsonArray)Parent;

        public void Set(JsonNode? value)
        {
            if (Parent is JsonObject members)
                members[Name!] = value;
            else if (Index < Items.Count)
                Items[Index] = value;
        }

        public void Remove()
        {
            if (Parent is JsonObject members)
                members.Remove(Name!);
            else if (Index < Items.Count)
                Items.RemoveAt(Index);
        }

        public void Rename(string name)
        {
            if (Parent is not JsonObject members)
                return;
            JsonNode? value = members[Name!];
            members.Remove(Name!);
            members[name] = value;
        }

        public void Duplicate(string name)
        {
            if (Parent is JsonObject members)
                members[name] = Value?.DeepClone();
            else
                Items.Add(Value?.DeepClone());
        }
    }
}
