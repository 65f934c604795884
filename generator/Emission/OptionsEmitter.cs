using System.Globalization;
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
                    writer.WriteLine(FormatScheme(client.Schemes[i]) + (i + 1 < client.Schemes.Count ? "," : close));
            }

            EmitInitializer(writer, client);

            writer.WriteLine().WriteLine("/// <inheritdoc/>");
            writer.WriteLine($"protected override {definition} {ApiClientOptions.Definition} => s_definition;");
            for (int i = 0; i < client.Schemes.Count; i++)
                EmitCredential(writer, client.Schemes[i], i);
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

    private static string FormatScheme(SecuritySchemeModel scheme)
    {
        List<string> arguments = [];
        if (scheme.Kind.HasName)
            arguments.Add(Literal.Quote(scheme.SerializedName));
        arguments.Add(Literal.Quote(scheme.OptionName));
        if (scheme.Kind.HasPassword)
            arguments.Add(Literal.Quote(scheme.SecondaryOptionName));
        if (scheme.Kind.HasName)
            arguments.Add($"0x{scheme.RequiredTogether:x}");
        arguments.AddRange(scheme.EnvironmentVariables.Select(Literal.Quote));
        return $"new {SecurityScheme.ForKind(scheme.Kind)}({string.Join(", ", arguments)})";
    }

    private static void EmitCredential(CodeWriter writer, SecuritySchemeModel scheme, int index)
    {
        string sent = string.Format(CultureInfo.InvariantCulture, scheme.Kind.Description, scheme.SerializedName);
        writer.WriteLine().WriteSummary(DocText.FromMarkdown(scheme.Docs.Summary).Append(DocText.FromPlainText(sent)));
        // The second variable of basic authentication is the password's.
        string variables = string.Join(
            " or ",
            scheme.EnvironmentVariables.Take(scheme.Kind.HasPassword ? 1 : int.MaxValue).Select(DocComment.ToCodeElement)
        );
        writer.WriteRemarks(
            DocText.Empty,
            $"Environment variable: {variables}.",
            scheme.Docs.Pointer.Length > 0 ? DocComment.ToCodeElement(scheme.Docs.Pointer) : ""
        );
        writer.WriteLine(
            $$"""public string? {{scheme.OptionName}} { get => {{ApiClientOptions.GetCredential}}({{index}}); set => {{ApiClientOptions.SetCredential}}({{index}}, value); }"""
        );
        if (scheme.Kind.HasPassword)
        {
            writer.WriteLine().WriteSummary($"The password of HTTP basic authentication, used with {scheme.OptionName}.");
            writer.WriteRemarks(DocText.Empty, $"Environment variable: {DocComment.ToCodeElement(scheme.EnvironmentVariables[1])}.");
            writer.WriteLine(
                $$"""public string? {{scheme.SecondaryOptionName}} { get => {{ApiClientOptions.GetBasicPassword}}({{index}}); set => {{ApiClientOptions.SetBasicPassword}}({{index}}, value); }"""
            );
        }
        else if (scheme.Kind.HasTokenProvider)
        {
            const string Provider =
                $"global::System.Func<{NamespaceAliases.Threading}CancellationToken, {NamespaceAliases.Tasks}ValueTask<string>>";
            writer
                .WriteLine()
                .WriteSummary(
                    $"The function that provides the access token in place of {scheme.OptionName}. It is called before each call, and again after a 401."
                );
            writer.WriteLine(
                $$"""public {{Provider}}? {{scheme.SecondaryOptionName}} { get => {{ApiClientOptions.GetTokenProvider}}({{index}}); set => {{ApiClientOptions.SetTokenProvider}}({{index}}, value); }"""
            );
        }
    }
}
