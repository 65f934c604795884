namespace CfGen.Generator.Model;

/// <summary>The types that the emitted text of an operation or of another type names.</summary>
internal static class TypeReferences
{
    /// <summary>Gets the names of the types of an operation's methods, and of those that its documentation names.</summary>
    public static IReadOnlyList<string> GetNames(OperationModel operation)
    {
        List<string> names = [];
        Visit(operation, names.Add);
        return names;
    }

    /// <summary>Gets the names of the types that a type names.</summary>
    public static IReadOnlyList<string> GetNames(TypeModel type)
    {
        List<string> names = [];
        Visit(type, names.Add);
        return names;
    }

    /// <summary>Gets the names of the types that a reference has.</summary>
    public static IReadOnlyList<string> GetNames(TypeRef? type)
    {
        List<string> names = [];
        Visit(type, names.Add);
        return names;
    }

    /// <summary>Visits the names of the types of an operation's methods, and of those that its documentation names.</summary>
    public static void Visit(OperationModel operation, Action<string> visit)
    {
        foreach (ParameterModel parameter in operation.Parameters.AsSpan())
            Visit(parameter.Type, visit);
        foreach (OlderCall call in operation.OlderCalls.AsSpan())
        {
            foreach (OlderArgument argument in call.Arguments.AsSpan())
                Visit(argument.Type, visit);
        }

        Visit(operation.Body?.Type, visit);
        Visit(operation.Response.Result, visit);
        Visit(operation.Paging?.Item, visit);
        Visit(operation.Paging?.Body, visit);
        foreach (ErrorBodyModel error in operation.Errors.AsSpan())
            Visit(error.Type, visit);
    }

    /// <summary>Visits the names of the types that a type names.</summary>
    public static void Visit(TypeModel type, Action<string> visit)
    {
        switch (type)
        {
            case RecordModel record:
                Visit(record.Properties, visit);
                Visit(record.AdditionalProperties?.Value, visit);
                break;
            case UnionModel union:
                foreach (UnionCaseModel unionCase in union.Cases.AsSpan())
                    Visit(unionCase.Type, visit);
                Visit(union.Properties, visit);
                break;
            case TupleModel tuple:
                Visit(tuple.Positions, visit);
                Visit(tuple.Rest?.Item, visit);
                break;
            case FormModel form:
                foreach (FormPart part in form.Parts.AsSpan())
                    Visit(part.Property.Type, visit);
                break;
            case EnumModel:
                break;
            default:
                throw new ArgumentException($"The type {type.Name} is of an unknown kind.", nameof(type));
        }
    }

    private static void Visit(EquatableArray<PropertyModel> properties, Action<string> visit)
    {
        foreach (PropertyModel property in properties.AsSpan())
            Visit(property.Type, visit);
    }

    private static void Visit(TypeRef? type, Action<string> visit)
    {
        if (FindNamed(type) is { } named)
            visit(named.Name);
    }

    /// <summary>Returns the type that a reference has under its lists, maps and nullable types; null where the document declares none.</summary>
    public static NamedType? FindNamed(TypeRef? type)
    {
        while (type is ListType or MapType or NullableType)
            type = type switch
            {
                ListType list => list.Item,
                MapType map => map.Value,
                _ => ((NullableType)type).Inner,
            };
        return type as NamedType;
    }
}
