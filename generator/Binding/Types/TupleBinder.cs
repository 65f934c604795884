using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;

namespace CfGen.Generator.Binding.Types;

/// <summary>Binds the positions of tuples, and the items after them.</summary>
internal static class TupleBinder
{
    /// <summary>
    /// The number of items that an array must have. Authors who write no <c>minItems</c> mean all positions, although JSON Schema requires
    /// none.
    /// </summary>
    public static int GetRequiredCount(ResolvedSchema schema) =>
        Math.Min(schema.MergedConstraints.MinItems ?? schema.Positions.Count, CountPositions(schema));

    public static void AddMembers(TupleNode tuple, ResolvedSchema schema, TypeBinder types, SchemaResolver schemas)
    {
        NameScope names = new(reserved: [.. ReservedNames.RecordMembers, tuple.KnownName]);
        int count = CountPositions(schema);
        for (int i = 0; i < count; i++)
        {
            SchemaIntersection position = schema.Positions[i];
            ResolvedSchema resolved = schemas.Resolve(position);
            string unnamed = "Item" + NumberFormat.ToInvariantString(i + 1);
            string name = names.Reserve(Identifiers.ToMemberName(resolved.Title, unnamed), unnamed);
            ConstantValue? constant = types.FindConstant(position, resolved);
            TypeRef type = constant?.Type ?? types.Bind(position, resolved, InlineTypeName.ForMember(tuple, name));
            bool isRequired = i < GetRequiredCount(schema);
            tuple.Positions.Add(
                new PropertyNode(
                    name,
                    NumberFormat.ToInvariantString(i),
                    type,
                    isRequired,
                    resolved.IsNullable,
                    IsReadOnly: false,
                    IsWriteOnly: false,
                    types.GetConstraints(resolved),
                    resolved.CreateDocumentation(position.Pointer)
                )
                {
                    ItemConstraints = types.GetItemConstraints(resolved, type),
                    Constant = isRequired ? constant?.Text : null,
                    KeyRules = types.ObjectRules.BindKeys(resolved, type),
                }
            );
        }

        if (!schema.IsClosedTuple)
            tuple.Rest = BindRest(tuple, schema, types, names);
    }

    // A length that leaves out positions forbids them.
    private static int CountPositions(ResolvedSchema schema) =>
        Math.Min(schema.Positions.Count, Math.Max(schema.MergedConstraints.MaxItems ?? int.MaxValue, 1));

    private static TupleRestModel BindRest(TupleNode tuple, ResolvedSchema schema, TypeBinder types, NameScope names)
    {
        string name = names.Reserve("Rest", "RestItems");
        TypeRef item = schema.Items is { } items ? types.BindElement(items, InlineTypeName.ForMember(tuple, "RestItem")) : TypeRef.Json;
        return new TupleRestModel(
            name,
            item,
            schema.MergedConstraints.MaxItems - schema.Positions.Count,
            IsValidated: false,
            new Documentation("", Pointer: schema.Items?.Pointer ?? "")
        );
    }
}
