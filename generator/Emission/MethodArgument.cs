using CfGen.Generator.Emission.Comments;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>One argument of an operation's methods.</summary>
/// <param name="Name">The C# name, escaped.</param>
/// <param name="Cref">The type in a reference of XML documentation.</param>
/// <param name="Default">The default value with its equals sign; empty if the argument is required.</param>
internal sealed record MethodArgument(string Name, string Type, string Cref, DocText Docs, bool HasGuidOverload, string Default)
{
    /// <summary>True if there is an overload without it: for the optional parameters and an optional body.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>True if no reference of XML documentation names its type: a class or struct that the generator does not know, or null.</summary>
    public bool HasUnknownCref { get; init; }

    private const int MaxListedParameters = 12;

    /// <summary>Creates the arguments in the order of the methods.</summary>
    public static IReadOnlyList<MethodArgument> CreateAll(OperationModel operation) =>
        [.. OperationArgument.GetAll(operation).Select(argument => Create(operation, argument))];

    private static MethodArgument Create(OperationModel operation, OperationArgument argument) =>
        argument switch
        {
            { Parameter: { Option: not null } shared } => FromClientParameter(shared),
            { Parameter: { } parameter } => FromParameter(parameter),
            { Body: { } body } => FromBody(body, body.Required ? "" : " = null"),
            _ => FromParametersRecord(operation, operation.ParametersType!),
        };

    private static MethodArgument FromParametersRecord(OperationModel operation, string record) =>
        new(
            OperationArgument.ParametersName,
            TypeNames.Qualify(record) + "?",
            TypeNames.Qualify(record),
            DocText.FromPlainText(DescribeParameters(operation)),
            false,
            " = null"
        )
        {
            IsLeftOut = true,
        };

    private static string DescribeParameters(OperationModel operation)
    {
        List<string> names = [.. operation.Parameters.Where(p => p is { Required: false, Option: null }).Select(p => p.PropertyName)];
        return $"The optional parameters: {string.Join(", ", names.Take(MaxListedParameters))}"
            + (names.Count > MaxListedParameters ? " and others." : ".");
    }

    private static MethodArgument FromClientParameter(ParameterModel parameter)
    {
        MethodArgument argument = FromParameter(parameter);
        return argument with
        {
            Type = argument.Type + "?",
            Cref = argument.Cref + (parameter.Type.IsValueType ? "?" : ""),
            Default = " = null",
            Docs = argument.Docs.AppendSentence("If omitted, the client's option is used."),
            HasUnknownCref = parameter.Type is OwnType,
        };
    }

    private static MethodArgument FromParameter(ParameterModel parameter)
    {
        DocText docs = DocComment
            .ToText(parameter.Docs, DocComment.DescribeParameter(parameter))
            .AppendSentence(OperationDocsEmitter.DescribeRules(parameter.Rules));
        string name = Literal.EscapeIdentifier(parameter.Name);
        return new MethodArgument(
            name,
            TypeNames.ToCSharp(parameter.Type),
            TypeNames.ToCref(parameter.Type),
            docs,
            parameter.HasGuidOverload,
            ""
        );
    }

    private static DocText DescribeBody(BodyModel body)
    {
        DocText described = DocText.FromMarkdown(body.Docs.Summary);
        if (described.IsEmpty)
            described = DocText.FromPlainText("The request body.");
        return body.IsFreeForm ? described.AppendSentence("If omitted, an empty object is sent.") : described;
    }

    private static MethodArgument FromBody(BodyModel body, string defaultValue)
    {
        bool isOptional = defaultValue.Length > 0;
        string cref = TypeNames.ToCref(body.Type);
        return new MethodArgument(
            body.Name,
            RequestChain.GetBodyType(body) + (isOptional ? "?" : ""),
            body.Kind == ContentKind.JsonLines ? $"{NamespaceAliases.Collections}IAsyncEnumerable{{{cref}}}"
                : isOptional && body.Type.IsValueType ? cref + "?"
                : cref,
            DescribeBody(body),
            false,
            defaultValue
        )
        {
            IsLeftOut = isOptional,
            HasUnknownCref = isOptional && body.Type is OwnType,
        };
    }
}
