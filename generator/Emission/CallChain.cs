using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The links of a call's chain: one a parameter, one for the body.</summary>
internal static class CallChain
{
    public static string Parameter(ParameterModel parameter)
        => parameter.AllowReserved ? $".AllowReserved(true){Link(parameter)}.AllowReserved(false)" : Link(parameter);

    private static string Link(ParameterModel parameter)
    {
        bool inPath = parameter.Place == ParameterPlace.Path;
        List<string> arguments = [];
        if (!inPath)
            arguments.Add(Literal.Quote(parameter.WireName));
        arguments.Add(parameter.Required ? Literal.Identifier(parameter.Name) : "parameters?." + MemberName(parameter));
        arguments.Add(Literal.Quote(parameter.SchemaPointer));
        if (!inPath)
            arguments.Add(parameter.Required ? "true" : "false");
        bool isPlain = IsPlain(parameter.Type);
        if (parameter.Style is ParameterStyle.Json or ParameterStyle.Form)
            return $".{parameter.Place}{parameter.Style}{Codec(parameter)}({string.Join(", ", arguments)})";
        if (inPath ? isPlain && parameter.Style == ParameterStyle.Default : isPlain || parameter.Type is ListType { Item: { } item } && IsPlain(item))
        {
            if (parameter is { Place: ParameterPlace.Query, Type: ListType } && QueryStyle(parameter) is { } list)
                arguments.Add($"style: {list}");
            arguments.AddRange(Limits(parameter));
            return $".{parameter.Place}{Suffix(parameter.Type)}({string.Join(", ", arguments)})";
        }

        if (parameter.Place == ParameterPlace.Query && QueryStyle(parameter) is { } style)
            arguments.Add(style);
        if (inPath)
            arguments.AddRange([$"{TypeNames.Infrastructure}PathStyle.{(parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix ? parameter.Style.ToString() : "Simple")}"]);
        if (parameter.Place != ParameterPlace.Query && parameter.Explode)
            arguments.Add("explode: true");
        if (inPath)
            arguments.AddRange(Limits(parameter).Where(_ => parameter.Type is ScalarType { Kind: ScalarKind.String } or ListType));
        return $".{parameter.Place}Object{Codec(parameter)}({string.Join(", ", arguments)})";
    }

    /// <summary>
    /// What the member's name says of the type. Overloads would do, and csc would weigh a dozen of them, each with optional
    /// arguments, for every parameter of every operation.
    /// </summary>
    private static string Suffix(TypeRef type) => type switch
    {
        ScalarType { Kind: ScalarKind.Int32 or ScalarKind.Int64 } => "Int64",
        ScalarType { Kind: ScalarKind.Single or ScalarKind.Double } => "Double",
        ScalarType { Kind: ScalarKind.Boolean } => "Bool",
        ScalarType { Kind: ScalarKind.Decimal or ScalarKind.Guid or ScalarKind.DateTime or ScalarKind.Date or ScalarKind.Uri } scalar => scalar.Kind.ToString(),
        NamedType => "Enum",
        ListType => "List",
        _ => "",
    };

    /// <summary>A parameter's name as a property of the record of optional parameters.</summary>
    public static string MemberName(ParameterModel parameter) => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    public static string Body(BodyModel body)
    {
        // An optional struct is a Nullable<T>, which the method has to be told.
        TypeRef type = !body.Required && body.Type.IsValueType ? new NullableType(body.Type) : body.Type;
        string Typed() => $"<{TypeNames.CSharp(type)}, {TypeNames.Codec(type)}>";
        List<string> arguments = [body.Name, body.Required ? "true" : "false"];
        if (body.MediaType.Length > 0)
            arguments.Add(Literal.Quote(body.MediaType));
        if (body.Kind == ContentKind.Text && body.Rules != ValueRules.None)
            arguments.AddRange([Literal.Quote(body.SchemaPointer), .. RuleArguments.OfString(body.Rules)]);
        string member = body.Kind switch
        {
            ContentKind.Json => type is NamedType { Kind: NamedKind.Model } ? "Json" : "Json" + Typed(),
            ContentKind.Lines => "JsonLines" + Typed(),
            _ => body.Kind.ToString(),
        };
        return $".{member}({string.Join(", ", arguments)})";
    }

    /// <summary>The body as the method takes it.</summary>
    public static string BodyType(BodyModel body)
    {
        string type = TypeNames.CSharp(body.Type);
        return body.Kind == ContentKind.Lines ? $"{TypeNames.Generic}IAsyncEnumerable<{type}>" : type;
    }

    private static bool IsPlain(TypeRef type) => type is ScalarType or NamedType { Kind: NamedKind.Enum };

    private static string Codec(ParameterModel parameter)
    {
        // An optional struct is a Nullable<T>, which the method has to be told.
        TypeRef type = !parameter.Required && parameter.Type.IsValueType ? new NullableType(parameter.Type) : parameter.Type;
        return $"<{TypeNames.CSharp(type)}, {TypeNames.Codec(type)}>";
    }

    /// <summary>Null where it is what the runtime takes for granted: a value each.</summary>
    private static string? QueryStyle(ParameterModel parameter)
    {
        string? name = parameter.Style switch
        {
            ParameterStyle.DeepObject => "DeepObject",
            ParameterStyle.SpaceDelimited when !parameter.Explode => "SpaceDelimited",
            ParameterStyle.PipeDelimited when !parameter.Explode => "PipeDelimited",
            ParameterStyle.Default when !parameter.Explode => "Form",
            _ => null,
        };
        return name is null ? null : $"{TypeNames.Infrastructure}QueryStyle.{name}";
    }

    private static IEnumerable<string> Limits(ParameterModel parameter) => parameter.Type switch
    {
        ScalarType { Kind: ScalarKind.String } => RuleArguments.OfString(parameter.Rules),
        // The runtime has minimum and maximum for parameters; the rarer rules stay with bodies.
        ScalarType { IsNumber: true } number =>
            RuleArguments.OfNumber(new ValueRules(Minimum: parameter.Rules.Minimum, Maximum: parameter.Rules.Maximum), number.Kind),
        ListType { Item: ScalarType { Kind: ScalarKind.String } } => RuleArguments.OfList(parameter.Rules with { UniqueItems = false }).Concat(RuleArguments.OfString(parameter.ItemRules)),
        ListType => RuleArguments.OfList(parameter.Rules with { UniqueItems = false }),
        _ => [],
    };
}
