using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The calls that build a request: one for each parameter, one for the body.</summary>
internal static class RequestChain
{
    public static string GetParameterCall(ParameterModel parameter) =>
        parameter.AllowReserved
            ? $".{ApiRequestBuilder.AllowReserved}(true){GetCall(parameter)}.{ApiRequestBuilder.AllowReserved}(false)"
            : GetCall(parameter);

    private static string GetCall(ParameterModel parameter)
    {
        bool inPath = parameter.Location == ParameterLocation.Path;
        List<string> arguments = [];
        if (!inPath)
            arguments.Add(Literal.Quote(parameter.SerializedName));
        arguments.Add(parameter.Required ? Literal.EscapeIdentifier(parameter.Name) : "parameters?." + GetPropertyName(parameter));
        arguments.Add(Literal.Quote(parameter.SchemaPointer));
        if (!inPath)
            arguments.Add(parameter.Required ? "true" : "false");
        bool isPlain = IsScalar(parameter.Type);
        if (parameter.Style is ParameterStyle.Json or ParameterStyle.Form)
            return $".{parameter.Location}{parameter.Style}{GetTypeArguments(parameter)}({string.Join(", ", arguments)})";
        if (
            inPath
                ? isPlain && parameter.Style == ParameterStyle.Default
                : isPlain || parameter.Type is ListType { Item: { } item } && IsScalar(item)
        )
        {
            if (parameter is { Location: ParameterLocation.Query, Type: ListType } && FindQueryStyle(parameter) is { } list)
                arguments.Add($"{ApiRequestBuilder.Style}: {list}");
            arguments.AddRange(GetRuleArguments(parameter));
            return $".{parameter.Location}{GetTypeSuffix(parameter.Type)}({string.Join(", ", arguments)})";
        }

        if (parameter.Location == ParameterLocation.Query && FindQueryStyle(parameter) is { } style)
            arguments.Add(style);
        if (inPath)
            arguments.AddRange([
                $"{ContractEnums.PathStyle}.{(parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix ? parameter.Style.ToString() : "Simple")}",
            ]);
        if (parameter.Location != ParameterLocation.Query && parameter.Explode)
            arguments.Add($"{ApiRequestBuilder.Explode}: true");
        if (inPath)
            arguments.AddRange(
                GetRuleArguments(parameter).Where(_ => parameter.Type is ScalarType { Kind: ScalarKind.String } or ListType)
            );
        return $".{parameter.Location}Object{GetTypeArguments(parameter)}({string.Join(", ", arguments)})";
    }

    /// <summary>
    /// The type in the member's name. With overloads csc would have to choose among a dozen, each with optional
    /// arguments, for every parameter of every operation.
    /// </summary>
    private static string GetTypeSuffix(TypeRef type) =>
        type switch
        {
            ScalarType { Kind: ScalarKind.Int32 or ScalarKind.Int64 } => "Int64",
            ScalarType { Kind: ScalarKind.Single or ScalarKind.Double } => "Double",
            ScalarType { Kind: ScalarKind.Boolean } => "Bool",
            ScalarType { Kind: ScalarKind.Decimal or ScalarKind.Guid or ScalarKind.DateTime or ScalarKind.Date or ScalarKind.Uri } scalar =>
                scalar.Kind.ToString(),
            NamedType => "Enum",
            ListType => "List",
            _ => "",
        };

    /// <summary>A parameter's name as a property of the record of optional parameters.</summary>
    public static string GetPropertyName(ParameterModel parameter) =>
        char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    public static string GetBodyCall(BodyModel body)
    {
        // An optional struct is a Nullable<T>, which type inference does not see.
        TypeRef type = !body.Required && body.Type.IsValueType ? new NullableType(body.Type) : body.Type;
        List<string> arguments = [body.Name, body.Required ? "true" : "false"];
        if (body.MediaType.Length > 0)
            arguments.Add(Literal.Quote(body.MediaType));
        if (body.Kind == ContentKind.Text && body.Rules != ValueRules.None)
            arguments.AddRange([Literal.Quote(body.SchemaPointer), .. RuleArguments.ForString(body.Rules)]);
        bool hasCodec =
            body.Kind == ContentKind.JsonLines || (body.Kind == ContentKind.Json && type is not NamedType { Kind: NamedKind.Model });
        string typeArguments = hasCodec ? $"<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>" : "";
        return $".{ApiRequestBuilder.WithBody(body.Kind)}{typeArguments}({string.Join(", ", arguments)})";
    }

    /// <summary>The type of the body argument.</summary>
    public static string GetBodyType(BodyModel body)
    {
        string type = TypeNames.ToCSharp(body.Type);
        return body.Kind == ContentKind.JsonLines ? $"{NamespaceAliases.Collections}IAsyncEnumerable<{type}>" : type;
    }

    private static bool IsScalar(TypeRef type) => type is ScalarType or NamedType { Kind: NamedKind.Enum };

    private static string GetTypeArguments(ParameterModel parameter)
    {
        // An optional struct is a Nullable<T>, which type inference does not see.
        TypeRef type = !parameter.Required && parameter.Type.IsValueType ? new NullableType(parameter.Type) : parameter.Type;
        return $"<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>";
    }

    /// <summary>The style argument; null if it is the runtime's default, one parameter for each value.</summary>
    private static string? FindQueryStyle(ParameterModel parameter)
    {
        string? name = parameter.Style switch
        {
            ParameterStyle.DeepObject => "DeepObject",
            ParameterStyle.SpaceDelimited when !parameter.Explode => "SpaceDelimited",
            ParameterStyle.PipeDelimited when !parameter.Explode => "PipeDelimited",
            ParameterStyle.Default when !parameter.Explode => "Form",
            _ => null,
        };
        return name is null ? null : $"{ContractEnums.QueryStyle}.{name}";
    }

    private static IEnumerable<string> GetRuleArguments(ParameterModel parameter) =>
        parameter.Type switch
        {
            ScalarType { Kind: ScalarKind.String } => RuleArguments.ForString(parameter.Rules),
            // The runtime has minimum and maximum for parameters; the rarer rules stay with bodies.
            ScalarType { IsNumber: true } number => RuleArguments.ForNumber(
                new ValueRules(Minimum: parameter.Rules.Minimum, Maximum: parameter.Rules.Maximum),
                number.Kind
            ),
            ListType { Item: ScalarType { Kind: ScalarKind.String } } => RuleArguments
                .ForList(parameter.Rules with { UniqueItems = false })
                .Concat(RuleArguments.ForString(parameter.ItemRules)),
            ListType => RuleArguments.ForList(parameter.Rules with { UniqueItems = false }),
            _ => [],
        };
}
