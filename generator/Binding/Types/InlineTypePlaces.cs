using CfGen.Generator.Documents;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// Names inline types after the component that they stand in, and not after the operation or the type that leads to them first: another one
/// that leads there, too, changes no name.
/// </summary>
internal sealed class InlineTypePlaces(
    SchemaResolver schemas,
    ComponentTypeNames componentNames,
    ReusableTypeNames reusableNames,
    ComponentInventory components
)
{
    private ILookup<string, string>? _withoutResponse;

    /// <param name="name">The name after what leads to the type.</param>
    public InlineTypeName Locate(SchemaIntersection schema, InlineTypeName name)
    {
        if (FindPlace(schema) is not { } place || place.IsBeside(GetPlace(name.Parent)))
            return name;
        bool isMember = name.MemberName.Length > 0;
        bool isItself = place.Properties.Count == 0;
        if (place.Kind == ComponentPlace.Schemas)
        {
            // The result of an envelope belongs to the operation, unless several have the envelope.
            if (!isMember && (isItself || !components.IsShared(place.Id)))
                return name;
        }
        else if (isItself && (!isMember || place.Kind == ComponentPlace.Parameters))
        {
            return reusableNames.Take(place.Kind, place.Id) is { } own ? name.ReplaceBy(own, isReserved: true) : name;
        }

        if (GetName(place) is not { } component)
            return name;
        if (!isMember)
            component = GetResultName(place, component);
        int words = Math.Max(0, isMember ? place.Properties.Count - 1 : place.Properties.Count);
        string prefix = component + string.Concat(place.Properties.Take(words).Select(p => Identifiers.ToMemberName(p)));
        return isMember ? name.MoveTo(prefix) : name.ReplaceBy(prefix, isReserved: false);
    }

    private string? GetName(ComponentPlace place) =>
        place.Kind == ComponentPlace.Schemas ? componentNames.GetName(place.Id) : reusableNames.Find(place.Kind, place.Id);

    /// <summary>
    /// The name before <c>Result</c>: the result of <c>usage_response</c> is that of the usage, where no other component is called so.
    /// </summary>
    private string GetResultName(ComponentPlace place, string component)
    {
        _withoutResponse ??= components.SchemaNames.ToLookup(id => RemoveResponse(componentNames.GetName(id)), StringComparer.Ordinal);
        string name = RemoveResponse(component);
        return Words.Split(name).Count > 1 && _withoutResponse[name].Count() == 1 ? name : RemoveResponse(Identifiers.ToTypeName(place.Id));
    }

    private static string RemoveResponse(string name)
    {
        List<string> words = Words.Split(name);
        words.RemoveAll(w => w is "Response" or "Responses");
        return words.Count == 0 ? name : Words.ToPascalCase(words);
    }

    private static ComponentPlace? GetPlace(TypeNode? node) => node is null ? null : ComponentPlace.TryParse(node.Documentation.Pointer);

    /// <summary>The one component that says more about the type than a JSON type; null where several do, or an operation does.</summary>
    private ComponentPlace? FindPlace(SchemaIntersection schema)
    {
        IEnumerable<LocatedSchema> parts =
            schema.Schemas.Count == 1
                ? schema.Schemas
                : schema.Schemas.Where(s => !schemas.Resolve(new SchemaIntersection([s])).IsTypeOnly);
        List<ComponentPlace?> places = [.. parts.Select(p => ComponentPlace.TryParse(p.Pointer))];
        return places.Count > 0 && places[0] is { } first && places.TrueForAll(first.IsBeside) ? first : null;
    }
}
