using CfGen.Generator.Emission.Comments;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The options of the client: credentials, and the variables of its servers.</summary>
internal static class OptionsEmitter
{
    public static void Emit(EmitContext context, ClientModel client, string options)
    {
        CodeWriter writer = context.Writer;
        string definition = ApiDefinition.Type;
        writer.WriteSummary($"The credentials and settings of a {client.ClientName}.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (writer.OpenBlock($"{context.File.AccessModifier} partial class {options} : {ApiClientOptions.Type}"))
        {
            string close = client.ServerVariables.Count == 0 && client.Parameters.Count == 0 ? ");" : ")";
            string end = client.Schemes.Count == 0 ? close : ",";
            string self = TypeNames.Qualify(options);
            writer.WriteLine(
                $"private static readonly {definition} s_definition = new {definition}({Literal.Quote(client.ApiName)}, {Literal.Quote(client.BaseUrl)}, {Literal.Quote(client.EnvironmentPrefix)}{end}"
            );
            using (writer.Indent())
            {
                for (int i = 0; i < client.Schemes.Count; i++)
                    writer.WriteLine(CredentialEmitter.FormatScheme(client.Schemes[i]) + (i + 1 < client.Schemes.Count ? "," : close));
            }

            EmitInitializer(writer, client);

            writer.WriteLine().WriteLine("/// <inheritdoc/>");
            writer.WriteLine($"protected override {definition} {ApiClientOptions.Definition} => s_definition;");
            for (int i = 0; i < client.Schemes.Count; i++)
                CredentialEmitter.Emit(writer, client.Schemes[i], i, self);
            for (int i = 0; i < client.ServerVariables.Count; i++)
                EmitServerOption(writer, client.ServerVariables[i], i);
            for (int i = 0; i < client.Parameters.Count; i++)
                ClientParameterEmitter.EmitOption(writer, client.Parameters[i], i);

            writer.WriteLine().WriteSummary("Creates options from environment variables. An empty variable counts as not set.");
            writer.WriteLine("/// <returns>New options, which can be changed.</returns>");
            using (writer.OpenBlock($"public static {self} FromEnvironment()"))
            {
                writer.WriteLine($"var options = new {self}();");
                writer.WriteLine($"options.{ApiClientOptions.ReadEnvironment}();");
                writer.WriteLine("return options;");
            }
        }
    }

    /// <summary>The rest of the definition, where servers have variables or the client has parameters.</summary>
    private static void EmitInitializer(CodeWriter writer, ClientModel client)
    {
        if (client.ServerVariables.Count == 0 && client.Parameters.Count == 0)
            return;
        using (writer.OpenBraces("};"))
        {
            if (client.ServerVariables.Count > 0)
                EmitServerVariables(writer, client.ServerVariables);
            if (client.Parameters.Count > 0)
                ClientParameterEmitter.EmitDefinitions(writer, client.Parameters);
        }
    }

    private static void EmitServerVariables(CodeWriter writer, EquatableArray<ServerVariableModel> variables)
    {
        writer.WriteLine($"{ApiDefinition.ServerVariables} = new {ServerVariable.Type}[]");
        using (writer.OpenBraces("},"))
        {
            foreach (ServerVariableModel variable in variables)
            {
                IEnumerable<string> arguments = new[]
                {
                    Literal.Quote(variable.Name),
                    Literal.Quote(variable.OptionName),
                    variable.Default is { } value ? Literal.Quote(value) : "null",
                }.Concat(variable.AllowedValues.Select(Literal.Quote));
                writer.WriteLine($"new {ServerVariable.Type}({string.Join(", ", arguments)}),");
            }
        }
    }

    private static void EmitServerOption(CodeWriter writer, ServerVariableModel variable, int index)
    {
        string sent = $"The variable '{variable.Name}' of the server's URL.";
        writer.WriteLine().WriteSummary(DocText.FromMarkdown(variable.Docs.Summary).Append(DocText.FromPlainText(sent)));
        string values = string.Join(", ", variable.AllowedValues.Select(DocComment.ToCodeElement));
        writer.WriteRemarks(
            DocText.Empty,
            variable.Default is { } value ? $"The default is {DocComment.ToCodeElement(value)}." : "It has to be set.",
            values.Length > 0 ? $"One of: {values}." : "",
            DocComment.ToCodeElement(variable.Docs.Pointer)
        );
        writer.WriteLine(
            $$"""public string? {{variable.OptionName}} { get => {{ApiClientOptions.GetServerVariable}}({{index}}); set => {{ApiClientOptions.SetServerVariable}}({{index}}, value); }"""
        );
    }
}
