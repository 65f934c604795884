using System.Globalization;
using CfGen.Generator.Emission.Comments;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The options of parameters that belong to the client.</summary>
internal static class ClientParameterEmitter
{
    /// <summary>Writes their part of the API's definition.</summary>
    public static void EmitDefinitions(CodeWriter writer, EquatableArray<ClientParameterModel> parameters)
    {
        writer.WriteLine($"{ApiDefinition.ClientParameters} = new {ClientParameter.Type}[]");
        using (writer.OpenBraces("},"))
        {
            foreach (ClientParameterModel parameter in parameters)
            {
                List<string> arguments = [Literal.Quote(parameter.OptionName)];
                if (parameter.EnvironmentVariable.Length > 0 || parameter.Default is not null)
                    arguments.Add(parameter.EnvironmentVariable.Length > 0 ? Literal.Quote(parameter.EnvironmentVariable) : "null");
                if (parameter.Default is { } value)
                    arguments.Add(FormatDefault(parameter.Type, value));
                writer.WriteLine($"new {ClientParameter.Type}({string.Join(", ", arguments)}),");
            }
        }
    }

    public static void EmitOption(CodeWriter writer, ClientParameterModel parameter, int index)
    {
        DocText described = DocText.FromMarkdown(parameter.Docs.Summary);
        writer
            .WriteLine()
            .WriteSummary(described.IsEmpty ? DocText.FromPlainText($"The parameter '{parameter.Name}' of every call.") : described);
        writer.WriteRemarks(
            DocText.Empty,
            $"The parameter {DocComment.ToCodeElement(parameter.Name)} of calls that do not pass it.",
            parameter.Default is { } value ? $"The default is {DocComment.ToCodeElement(value)}." : "",
            OperationDocsEmitter.DescribeRules(parameter.Rules) is { Length: > 0 } rules ? XmlText.Escape(rules) : "",
            parameter.EnvironmentVariable.Length > 0
                ? $"Environment variable: {DocComment.ToCodeElement(parameter.EnvironmentVariable)}."
                : "",
            DocComment.ToCodeElement(parameter.Docs.Pointer)
        );
        string type = TypeNames.ToCSharp(parameter.Type) + "?";
        if (Secrets.IsSecret(parameter.Name, parameter.Type))
            writer.WriteLine(CredentialEmitter.HidingAttributes);
        string number = index.ToString(CultureInfo.InvariantCulture);
        writer.WriteLine(
            $$"""public {{type}} {{parameter.OptionName}} { get => {{ApiClientOptions.GetClientParameter}}<{{type}}>({{number}}); set => {{ApiClientOptions.SetClientParameter}}({{number}}, value); }"""
        );
    }

    private static string FormatDefault(TypeRef type, string value) =>
        type is NamedType ? $"new {TypeNames.ToCSharp(type)}({Literal.Quote(value)})" : Literal.FromConstant(type, value);
}
