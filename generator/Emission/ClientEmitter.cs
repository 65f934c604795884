using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The root class and its options.</summary>
internal static class ClientEmitter
{
    public static void Emit(Emitters emitters, ClientUnit client)
    {
        CodeWriter writer = emitters.Writer;
        string options = client.ClientName + "Options";
        writer.Docs(client.Docs, $"Client of the {client.ApiName} API.");
        writer.Line(Emitters.GeneratedCode);
        using (writer.Open($"{emitters.Context.Access} partial class {client.ClientName} : {(emitters.Context.Interfaces ? TypeNames.Named("I" + client.ClientName) : "global::System.IDisposable")}"))
        {
            writer.Line($"private readonly {TypeNames.Infrastructure}ApiConnection _connection;").Line();
            Constructors(writer, client.ClientName, TypeNames.Named(options), client.EnvironmentPrefix);
            Resources(emitters, client.Resources, "I" + client.ClientName);
            writer.Line().Line("/// <inheritdoc/>");
            using (writer.Open("public void Dispose()"))
            {
                writer.Line("Dispose(true);");
                writer.Line("global::System.GC.SuppressFinalize(this);");
            }

            writer.Line().Summary("Releases the transport, where this client owns it.");
            writer.Param("disposing", "Whether managed resources are to be released.");
            using (writer.Open("protected virtual void Dispose(bool disposing)"))
            {
                writer.Line("if (disposing)");
                writer.Line("    _connection.Dispose();");
            }
        }

        writer.Line();
        if (emitters.Context.Interfaces)
        {
            writer.Docs(client.Docs, $"Client of the {client.ApiName} API.");
            writer.Line(Emitters.GeneratedCode);
            using (writer.Open($"{emitters.Context.Access} partial interface I{client.ClientName} : global::System.IDisposable"))
                ContractResources(emitters, client.Resources);
            writer.Line();
        }

        Options(emitters, client, options);
    }

    /// <summary>Properties that lead to resources, made when first asked for.</summary>
    /// <param name="contract">Name of the interface that the class implements, where there are interfaces.</param>
    public static void Resources(Emitters emitters, EquatableArray<ResourceLink> resources, string contract)
    {
        CodeWriter writer = emitters.Writer;
        foreach (ResourceLink link in resources)
        {
            string type = TypeNames.Named(link.TypeName);
            string field = "_" + char.ToLowerInvariant(link.Property[0]) + link.Property.Substring(1) + "Resource";
            writer.Line();
            writer.Line($"private {type}? {field};").Line();
            writer.Summary($"Operations on {link.Property}.");
            writer.Line($"public virtual {type} {link.Property} => {field} ??= new {type}(_connection);");
            if (emitters.Context.Interfaces)
                writer.Line().Line($"{TypeNames.Named("I" + link.TypeName)} {TypeNames.Named(contract)}.{link.Property} => {link.Property};");
        }
    }

    /// <summary>The same properties as members of an interface.</summary>
    public static void ContractResources(Emitters emitters, EquatableArray<ResourceLink> resources)
    {
        foreach (ResourceLink link in resources)
        {
            emitters.Writer.Line().Summary($"Operations on {link.Property}.");
            emitters.Writer.Line($$"""{{TypeNames.Named("I" + link.TypeName)}} {{link.Property}} { get; }""");
        }
    }

    private static void Constructors(CodeWriter writer, string client, string options, string prefix)
    {
        writer.Summary($"A client with the options that the environment gives ({prefix}_BASE_URL and the variables of the credentials). Missing credentials fault the first call, not this constructor.");
        writer.Line($$"""public {{client}}() : this({{options}}.FromEnvironment()) { }""").Line();

        writer.Summary("A client with its own transport.");
        writer.Param("options", "Credentials and settings; later changes of it do not reach this client.");
        writer.Line($"public {client}({options} options) => _connection = new {TypeNames.Infrastructure}ApiConnection(options);").Line();

        writer.Summary("A client that sends through a handler.");
        writer.Param("handler", "The innermost or outermost handler of the caller's choice. It should not follow redirects by itself.");
        writer.Param("options", "Credentials and settings; later changes of it do not reach this client.");
        writer.Param("disposeHandler", "Whether disposing the client disposes the handler.");
        writer.Line($"public {client}(global::System.Net.Http.HttpMessageHandler handler, {options} options, bool disposeHandler = false) => _connection = new {TypeNames.Infrastructure}ApiConnection(handler, options, disposeHandler);").Line();

        writer.Summary("A client that borrows an HttpClient and never disposes it.");
        writer.Param("httpClient", "The caller's HttpClient.");
        writer.Param("options", "Credentials and settings; later changes of it do not reach this client.");
        writer.Line($"public {client}(global::System.Net.Http.HttpClient httpClient, {options} options) => _connection = new {TypeNames.Infrastructure}ApiConnection(httpClient, options);");
    }

    private static void Options(Emitters emitters, ClientUnit client, string options)
    {
        CodeWriter writer = emitters.Writer;
        string definition = TypeNames.Infrastructure + "ApiDefinition";
        writer.Summary($"Credentials and settings of a {client.ClientName}.");
        writer.Line(Emitters.GeneratedCode);
        using (writer.Open($"{emitters.Context.Access} partial class {options} : {TypeNames.Runtime}ApiClientOptions"))
        {
            string end = client.Schemes.Count == 0 ? ");" : ",";
            string self = TypeNames.Named(options);
            writer.Line($"private static readonly {definition} s_definition = new {definition}({Literal.Quote(client.ApiName)}, {Literal.Quote(client.BaseUrl)}, {Literal.Quote(client.EnvironmentPrefix)}{end}");
            using (writer.Indent())
            {
                for (int i = 0; i < client.Schemes.Count; i++)
                    writer.Line(Scheme(client.Schemes[i]) + (i + 1 < client.Schemes.Count ? "," : ");"));
            }

            writer.Line().Line("/// <inheritdoc/>");
            writer.Line($"protected override {definition} Definition => s_definition;");
            for (int i = 0; i < client.Schemes.Count; i++)
                Credential(writer, client.Schemes[i], i);

            writer.Line().Summary("The options that the environment gives; variables that are empty count as unset.");
            writer.Line("/// <returns>New options, to be changed at will.</returns>");
            using (writer.Open($"public static {self} FromEnvironment()"))
            {
                writer.Line($"var options = new {self}();");
                writer.Line("options.ReadEnvironment();");
                writer.Line("return options;");
            }
        }
    }

    private static string Scheme(SchemeModel scheme)
    {
        List<string> arguments = [Literal.Quote(scheme.Id)];
        if (scheme.Kind is SchemeKind.Header or SchemeKind.Query or SchemeKind.Cookie)
            arguments.Add(Literal.Quote(scheme.WireName));
        arguments.Add(Literal.Quote(scheme.Option));
        if (scheme.Kind == SchemeKind.Basic)
            arguments.Add(Literal.Quote(scheme.Second));
        if (scheme.Kind is SchemeKind.Header or SchemeKind.Query or SchemeKind.Cookie)
            arguments.Add($"0x{scheme.Companions:x}");
        arguments.AddRange(scheme.Environment.Select(Literal.Quote));
        return $"{TypeNames.Infrastructure}SecurityScheme.{scheme.Kind}({string.Join(", ", arguments)})";
    }

    private static void Credential(CodeWriter writer, SchemeModel scheme, int index)
    {
        string what = scheme.Kind switch
        {
            SchemeKind.Bearer => "Sent as a bearer token.",
            SchemeKind.Basic => "The user of HTTP basic authentication.",
            SchemeKind.Header => $"Sent as the header '{scheme.WireName}'.",
            SchemeKind.Query => $"Sent as the query parameter '{scheme.WireName}'.",
            SchemeKind.Cookie => $"Sent as the cookie '{scheme.WireName}'.",
            _ => "An access token, sent as a bearer token.",
        };
        writer.Line().Summary(DocComment.Plain(scheme.Docs).Summary is { Length: > 0 } described ? described + "\n\n" + what : what);
        // Of basic authentication the second variable is the password's.
        string variables = string.Join(" or ", scheme.Environment.Take(scheme.Kind == SchemeKind.Basic ? 1 : int.MaxValue).Select(DocComment.Code));
        writer.Remarks("", $"Environment: {variables}.", DocComment.Code(scheme.Docs.Pointer));
        writer.Line($$"""public string? {{scheme.Option}} { get => GetCredential({{index}}); set => SetCredential({{index}}, value); }""");
        if (scheme.Kind == SchemeKind.Basic)
        {
            writer.Line().Summary($"The password of HTTP basic authentication, beside {scheme.Option}.");
            writer.Remarks("", $"Environment: {DocComment.Code(scheme.Environment[1])}.");
            writer.Line($$"""public string? {{scheme.Second}} { get => GetBasicPassword({{index}}); set => SetBasicPassword({{index}}, value); }""");
        }
        else if (scheme.Kind == SchemeKind.OAuth)
        {
            const string Provider = $"global::System.Func<{TypeNames.Threading}CancellationToken, {TypeNames.Tasks}ValueTask<string>>";
            writer.Line().Summary($"Gives an access token, in place of {scheme.Option}: asked before each call, and again after a 401.");
            writer.Line($$"""public {{Provider}}? {{scheme.Second}} { get => GetTokenProvider({{index}}); set => SetTokenProvider({{index}}, value); }""");
        }
    }
}
