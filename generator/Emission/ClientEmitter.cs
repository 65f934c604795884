using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The root class and its options.</summary>
internal static class ClientEmitter
{
    public static void Emit(EmitContext emitters, ClientModel client)
    {
        CodeWriter writer = emitters.Writer;
        string options = client.ClientName + "Options";
        writer.WriteDocs(client.Docs, $"Client of the {client.ApiName} API.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (
            writer.OpenBlock(
                $"{emitters.File.AccessModifier} partial class {client.ClientName} : {(emitters.File.HasInterfaces ? TypeNames.Qualify("I" + client.ClientName) : "global::System.IDisposable")}"
            )
        )
        {
            writer.WriteLine($"private readonly {TypeNames.CodeGen}ApiConnection _connection;").WriteLine();
            EmitConstructors(writer, client.ClientName, TypeNames.Qualify(options), client.EnvironmentPrefix);
            EmitResourceProperties(emitters, client.Resources, "I" + client.ClientName);
            writer.WriteLine().WriteLine("/// <inheritdoc/>");
            using (writer.OpenBlock("public void Dispose()"))
            {
                writer.WriteLine("Dispose(true);");
                writer.WriteLine("global::System.GC.SuppressFinalize(this);");
            }

            writer.WriteLine().WriteSummary("Releases the transport, where this client owns it.");
            writer.WriteParam("disposing", "Whether managed resources are to be released.");
            using (writer.OpenBlock("protected virtual void Dispose(bool disposing)"))
            {
                writer.WriteLine("if (disposing)");
                writer.WriteLine("    _connection.Dispose();");
            }
        }

        writer.WriteLine();
        if (emitters.File.HasInterfaces)
        {
            writer.WriteDocs(client.Docs, $"Client of the {client.ApiName} API.");
            writer.WriteLine(EmitContext.GeneratedCodeAttribute);
            using (writer.OpenBlock($"{emitters.File.AccessModifier} partial interface I{client.ClientName} : global::System.IDisposable"))
                EmitInterfaceResources(emitters, client.Resources);
            writer.WriteLine();
        }

        EmitOptions(emitters, client, options);
    }

    /// <summary>Properties that lead to resources, made when first asked for.</summary>
    /// <param name="contract">Name of the interface that the class implements, where there are interfaces.</param>
    public static void EmitResourceProperties(EmitContext emitters, EquatableArray<ResourceLink> resources, string contract)
    {
        CodeWriter writer = emitters.Writer;
        foreach (ResourceLink link in resources)
        {
            string type = TypeNames.Qualify(link.TypeName);
            string field = "_" + char.ToLowerInvariant(link.PropertyName[0]) + link.PropertyName.Substring(1) + "Resource";
            writer.WriteLine();
            writer.WriteLine($"private {type}? {field};").WriteLine();
            writer.WriteSummary($"Operations on {link.PropertyName}.");
            writer.WriteLine($"public virtual {type} {link.PropertyName} => {field} ??= new {type}(_connection);");
            if (emitters.File.HasInterfaces)
                writer
                    .WriteLine()
                    .WriteLine(
                        $"{TypeNames.Qualify("I" + link.TypeName)} {TypeNames.Qualify(contract)}.{link.PropertyName} => {link.PropertyName};"
                    );
        }
    }

    /// <summary>The same properties as members of an interface.</summary>
    public static void EmitInterfaceResources(EmitContext emitters, EquatableArray<ResourceLink> resources)
    {
        foreach (ResourceLink link in resources)
        {
            emitters.Writer.WriteLine().WriteSummary($"Operations on {link.PropertyName}.");
            emitters.Writer.WriteLine($$"""{{TypeNames.Qualify("I" + link.TypeName)}} {{link.PropertyName}} { get; }""");
        }
    }

    private static void EmitConstructors(CodeWriter writer, string client, string options, string prefix)
    {
        writer.WriteSummary(
            $"A client with the options that the environment gives ({prefix}_BASE_URL and the variables of the credentials). Missing credentials fault the first call, not this constructor."
        );
        writer.WriteLine($$"""public {{client}}() : this({{options}}.FromEnvironment()) { }""").WriteLine();

        writer.WriteSummary("A client with its own transport.");
        writer.WriteParam("options", "Credentials and settings; later changes of it do not reach this client.");
        writer.WriteLine($"public {client}({options} options) => _connection = new {TypeNames.CodeGen}ApiConnection(options);").WriteLine();

        writer.WriteSummary("A client that sends through a handler.");
        writer.WriteParam(
            "handler",
            "The innermost or outermost handler of the caller's choice. It should not follow redirects by itself."
        );
        writer.WriteParam("options", "Credentials and settings; later changes of it do not reach this client.");
        writer.WriteParam("disposeHandler", "Whether disposing the client disposes the handler.");
        writer
            .WriteLine(
                $"public {client}(global::System.Net.Http.HttpMessageHandler handler, {options} options, bool disposeHandler = false) => _connection = new {TypeNames.CodeGen}ApiConnection(handler, options, disposeHandler);"
            )
            .WriteLine();

        writer.WriteSummary("A client that borrows an HttpClient and never disposes it.");
        writer.WriteParam("httpClient", "The caller's HttpClient.");
        writer.WriteParam("options", "Credentials and settings; later changes of it do not reach this client.");
        writer.WriteLine(
            $"public {client}(global::System.Net.Http.HttpClient httpClient, {options} options) => _connection = new {TypeNames.CodeGen}ApiConnection(httpClient, options);"
        );
    }

    private static void EmitOptions(EmitContext emitters, ClientModel client, string options)
    {
        CodeWriter writer = emitters.Writer;
        string definition = TypeNames.CodeGen + "ApiDefinition";
        writer.WriteSummary($"Credentials and settings of a {client.ClientName}.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (writer.OpenBlock($"{emitters.File.AccessModifier} partial class {options} : {TypeNames.Runtime}ApiClientOptions"))
        {
            string end = client.Schemes.Count == 0 ? ");" : ",";
            string self = TypeNames.Qualify(options);
            writer.WriteLine(
                $"private static readonly {definition} s_definition = new {definition}({Literal.Quote(client.ApiName)}, {Literal.Quote(client.BaseUrl)}, {Literal.Quote(client.EnvironmentPrefix)}{end}"
            );
            using (writer.Indent())
            {
                for (int i = 0; i < client.Schemes.Count; i++)
                    writer.WriteLine(FormatScheme(client.Schemes[i]) + (i + 1 < client.Schemes.Count ? "," : ");"));
            }

            writer.WriteLine().WriteLine("/// <inheritdoc/>");
            writer.WriteLine($"protected override {definition} Definition => s_definition;");
            for (int i = 0; i < client.Schemes.Count; i++)
                EmitCredential(writer, client.Schemes[i], i);

            writer.WriteLine().WriteSummary("The options that the environment gives; variables that are empty count as unset.");
            writer.WriteLine("/// <returns>New options, to be changed at will.</returns>");
            using (writer.OpenBlock($"public static {self} FromEnvironment()"))
            {
                writer.WriteLine($"var options = new {self}();");
                writer.WriteLine("options.ReadEnvironment();");
                writer.WriteLine("return options;");
            }
        }
    }

    private static string FormatScheme(SecuritySchemeModel scheme)
    {
        List<string> arguments = [Literal.Quote(scheme.Id)];
        if (scheme.Kind is SecuritySchemeKind.Header or SecuritySchemeKind.Query or SecuritySchemeKind.Cookie)
            arguments.Add(Literal.Quote(scheme.SerializedName));
        arguments.Add(Literal.Quote(scheme.OptionName));
        if (scheme.Kind == SecuritySchemeKind.Basic)
            arguments.Add(Literal.Quote(scheme.SecondaryOptionName));
        if (scheme.Kind is SecuritySchemeKind.Header or SecuritySchemeKind.Query or SecuritySchemeKind.Cookie)
            arguments.Add($"0x{scheme.RequiredTogether:x}");
        arguments.AddRange(scheme.EnvironmentVariables.Select(Literal.Quote));
        return $"{TypeNames.CodeGen}SecurityScheme.{scheme.Kind}({string.Join(", ", arguments)})";
    }

    private static void EmitCredential(CodeWriter writer, SecuritySchemeModel scheme, int index)
    {
        string what = scheme.Kind switch
        {
            SecuritySchemeKind.Bearer => "Sent as a bearer token.",
            SecuritySchemeKind.Basic => "The user of HTTP basic authentication.",
            SecuritySchemeKind.Header => $"Sent as the header '{scheme.SerializedName}'.",
            SecuritySchemeKind.Query => $"Sent as the query parameter '{scheme.SerializedName}'.",
            SecuritySchemeKind.Cookie => $"Sent as the cookie '{scheme.SerializedName}'.",
            _ => "An access token, sent as a bearer token.",
        };
        writer
            .WriteLine()
            .WriteSummary(DocComment.ToPlainText(scheme.Docs).Summary is { Length: > 0 } described ? described + "\n\n" + what : what);
        // Of basic authentication the second variable is the password's.
        string variables = string.Join(
            " or ",
            scheme.EnvironmentVariables.Take(scheme.Kind == SecuritySchemeKind.Basic ? 1 : int.MaxValue).Select(DocComment.ToCodeElement)
        );
        writer.WriteRemarks("", $"Environment: {variables}.", DocComment.ToCodeElement(scheme.Docs.Pointer));
        writer.WriteLine(
            $$"""public string? {{scheme.OptionName}} { get => GetCredential({{index}}); set => SetCredential({{index}}, value); }"""
        );
        if (scheme.Kind == SecuritySchemeKind.Basic)
        {
            writer.WriteLine().WriteSummary($"The password of HTTP basic authentication, beside {scheme.OptionName}.");
            writer.WriteRemarks("", $"Environment: {DocComment.ToCodeElement(scheme.EnvironmentVariables[1])}.");
            writer.WriteLine(
                $$"""public string? {{scheme.SecondaryOptionName}} { get => GetBasicPassword({{index}}); set => SetBasicPassword({{index}}, value); }"""
            );
        }
        else if (scheme.Kind == SecuritySchemeKind.OAuth)
        {
            const string Provider = $"global::System.Func<{TypeNames.Threading}CancellationToken, {TypeNames.Tasks}ValueTask<string>>";
            writer
                .WriteLine()
                .WriteSummary($"Gives an access token, in place of {scheme.OptionName}: asked before each call, and again after a 401.");
            writer.WriteLine(
                $$"""public {{Provider}}? {{scheme.SecondaryOptionName}} { get => GetTokenProvider({{index}}); set => SetTokenProvider({{index}}, value); }"""
            );
        }
    }
}
