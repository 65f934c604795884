using System.Globalization;
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
        List<string> arguments =
        [
            ContractEnums.Format(parameter.Location),
            Literal.Quote(parameter.SerializedName),
            GetValue(parameter),
            Literal.Quote(parameter.SchemaPointer),
            parameter.Required ? "true" : "false",
        ];
        bool inPath = parameter.Location == ParameterLocation.Path;
        if (IsText(parameter))
        {
            // Repeating the name is the runtime's default for lists.
            if (
                parameter
                    is { Location: ParameterLocation.Query, Type: ListType }
                        and not { Explode: true, Style: not ParameterStyle.DeepObject }
                || parameter is { Location: ParameterLocation.Header, Type: ListType, Style: not ParameterStyle.Simple }
            )
                arguments.AddRange([
                    $"{ApiRequestBuilder.Style}: {ContractEnums.Format(parameter.Style)}",
                    $"{ApiRequestBuilder.Explode}: false",
                ]);
            arguments.AddRange(GetRuleArguments(parameter));
            AddExpression(arguments, parameter);
            return $".{ApiRequestBuilder.AddValue(parameter.Type)}({string.Join(", ", arguments)})";
        }

        arguments.Add(ContractEnums.Format(parameter.Style));
        if (parameter.Explode)
            arguments.Add($"{ApiRequestBuilder.Explode}: true");
        if (inPath && parameter.Type is ScalarType { Kind: ScalarKind.String } or ListType)
            arguments.AddRange(GetRuleArguments(parameter));
        AddExpression(arguments, parameter);
        return $".{ApiRequestBuilder.AddObject}{GetTypeArguments(parameter)}({string.Join(", ", arguments)})";
    }

    private static string GetValue(ParameterModel parameter) =>
        parameter.Option is { } option
            ? $"{Literal.EscapeIdentifier(parameter.Name)} ?? _connection.{ApiConnection.GetOption}<{TypeNames.ToCSharp(parameter.Type)}?>({Format(option)})"
        : parameter.Constant is { } constant ? Literal.FromConstant(parameter.Type, constant)
        : parameter.Required ? Literal.EscapeIdentifier(parameter.Name)
        : "parameters?." + parameter.PropertyName;

    /// <summary>Names the option in violations, where the value is its.</summary>
    private static void AddExpression(List<string> arguments, ParameterModel parameter)
    {
        if (parameter.Option is not { } option)
            return;
        string name = Literal.EscapeIdentifier(parameter.Name);
        arguments.Add(
            $"{ApiRequestBuilder.Expression}: _connection.{ApiConnection.DescribeOption}({Format(option)}, {name} is null, {Literal.Quote(parameter.Name)})"
        );
    }

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Decides whether a value is a text, or a list of texts, that needs no JSON to be written.</summary>
    private static bool IsText(ParameterModel parameter) =>
        parameter.Style != ParameterStyle.Json
        && parameter.Location switch
        {
            ParameterLocation.Path => parameter.Style == ParameterStyle.Simple && IsScalar(parameter.Type),
            ParameterLocation.QueryString => parameter.Style != ParameterStyle.Form,
            _ => IsScalar(parameter.Type) || parameter.Type is ListType { Item: { } item } && IsScalar(item),
        };

    public static string GetBodyCall(BodyModel body)
    {
        if (body.IsFreeForm)
            return $".{ApiRequestBuilder.WithFreeFormBody}({string.Join(", ", new[] { body.Name, Literal.Quote(body.MediaType) }.Take(body.MediaType.Length > 0 ? 2 : 1))})";
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
        string keys = body.KeyRules is { } rules
            ? $".{ApiRequestBuilder.CheckKeys}({string.Join(", ", [body.Name, Literal.Quote(rules.Pointer), .. RuleArguments.ForKeys(rules)])})"
            : "";
        string stream = body.Stream switch
        {
            null => "",
            true => $".{ApiRequestBuilder.WithStream}(true)",
            // If the default of the member is true, it has to be set to false.
            false => $".{ApiRequestBuilder.WithStream}(false, {(body.StreamDefault is true ? "true" : "false")})",
        };
        return $"{stream}{keys}.{ApiRequestBuilder.WithBody(body.Kind)}{typeArguments}({string.Join(", ", arguments)})";
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
        TypeRef type =
            (!parameter.Required || parameter.Option is not null) && parameter.Type.IsValueType
                ? new NullableType(parameter.Type)
                : parameter.Type;
        return $"<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>";
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
