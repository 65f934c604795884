using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The root class.</summary>
internal static class ClientEmitter
{
    private const string ThreadsSentence =
        "All members can be called from several threads at once, and one instance serves a whole program. Dispose closes its connections, unless they were passed in.";

    private const string EnvelopeSentence =
        "The body of an error is <c>CfGen.ApiEnvelope</c>, where a method names no other type (<c>TryGetBody</c> of the exception).";

    public static void Emit(EmitContext context, ClientModel client)
    {
        CodeWriter writer = context.Writer;
        string options = client.ClientName + "Options";
        writer.WriteDocs(
            client.Docs,
            $"Client of the {client.ApiName} API.",
            remark: client.HasErrorEnvelopes ? $"{ThreadsSentence} {EnvelopeSentence}" : ThreadsSentence
        );
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (
            writer.OpenBlock(
                $"{context.File.AccessModifier} partial class {client.ClientName} : {(context.File.HasInterfaces ? TypeNames.Qualify("I" + client.ClientName) : "global::System.IDisposable")}"
            )
        )
        {
            writer.WriteLine($"private readonly {ApiConnection.Type} _connection;").WriteLine();
            EmitConstructors(writer, client.ClientName, TypeNames.Qualify(options), client.EnvironmentPrefix);
            EmitResourceProperties(context, client.Resources, "I" + client.ClientName);
            EmitSend(writer, isInterface: false);
            writer.WriteLine().WriteLine("/// <inheritdoc/>");
            using (writer.OpenBlock("public void Dispose()"))
            {
                writer.WriteLine("Dispose(true);");
                writer.WriteLine("global::System.GC.SuppressFinalize(this);");
            }

            writer.WriteLine().WriteSummary("Releases the transport if this client owns it.");
            writer.WriteParam("disposing", "True to release managed resources.");
            using (writer.OpenBlock("protected virtual void Dispose(bool disposing)"))
            {
                writer.WriteLine("if (disposing)");
                writer.WriteLine($"    _connection.{ApiConnection.Dispose}();");
            }
        }

        writer.WriteLine();
        if (context.File.HasInterfaces)
        {
            writer.WriteDocs(client.Docs, $"Client of the {client.ApiName} API.");
            writer.WriteLine(EmitContext.GeneratedCodeAttribute);
            using (writer.OpenBlock($"{context.File.AccessModifier} partial interface I{client.ClientName} : global::System.IDisposable"))
            {
                EmitInterfaceResources(context, client.Resources);
                EmitSend(writer, isInterface: true);
            }

            writer.WriteLine();
        }

        OptionsEmitter.Emit(context, client, options);
    }

    /// <summary>The properties that lead to resources, which are created on first use.</summary>
    /// <param name="interfaceName">The interface that the class implements, if interfaces are emitted.</param>
    public static void EmitResourceProperties(EmitContext context, EquatableArray<ResourceLink> resources, string interfaceName)
    {
        CodeWriter writer = context.Writer;
        foreach (ResourceLink link in resources)
        {
            string type = TypeNames.Qualify(link.TypeName);
            writer.WriteLine();
            writer.WriteLine($"private {type}? {link.FieldName};").WriteLine();
            writer.WriteSummary(DocComment.ToText(link.Description, $"Operations on {link.PropertyName}."));
            writer.WriteLine($"public virtual {type} {link.PropertyName} => {link.FieldName} ??= new {type}(_connection);");
            if (context.File.HasInterfaces)
                writer
                    .WriteLine()
                    .WriteLine(
                        $"{TypeNames.Qualify("I" + link.TypeName)} {TypeNames.Qualify(interfaceName)}.{link.PropertyName} => {link.PropertyName};"
                    );
        }
    }

    /// <summary>The same properties as members of an interface.</summary>
    public static void EmitInterfaceResources(EmitContext context, EquatableArray<ResourceLink> resources)
    {
        foreach (ResourceLink link in resources)
        {
            context.Writer.WriteLine().WriteSummary(DocComment.ToText(link.Description, $"Operations on {link.PropertyName}."));
            context.Writer.WriteLine($$"""{{TypeNames.Qualify("I" + link.TypeName)}} {{link.PropertyName}} { get; }""");
        }
    }

    /// <summary>The method that sends a request that no operation describes.</summary>
    private static void EmitSend(CodeWriter writer, bool isInterface)
    {
        writer.WriteLine();
        writer.WriteSummary(
            "Sends a request of your own: with the credentials, retries, redirects and telemetry of this client. A relative URL continues the base URL. A request to another origin gets no credential."
        );
        writer.WriteParam("request", "The request. It stays yours.");
        writer.WriteParam("options", "Options of this call.");
        writer.WriteParam("cancellationToken", "Cancels the call.");
        writer.WriteLine("/// <returns>The successful response, to dispose. Its body is unread.</returns>");
        const string Signature =
            $"global::System.Threading.Tasks.Task<global::System.Net.Http.HttpResponseMessage> SendAsync(global::System.Net.Http.HttpRequestMessage request, {RequestOptions.Type}? options = null, global::System.Threading.CancellationToken cancellationToken = default)";
        writer.WriteLine(
            isInterface
                ? $"{Signature};"
                : $"public virtual {Signature} => _connection.{ApiConnection.Send}(request, options, cancellationToken);"
        );
    }

    private static void EmitConstructors(CodeWriter writer, string client, string options, string prefix)
    {
        writer.WriteSummary(
            $"Creates a client with options from the environment ({prefix}_BASE_URL and the credential variables). If credentials are missing, the first call fails, not this constructor."
        );
        writer.WriteLine($$"""public {{client}}() : this({{options}}.FromEnvironment()) { }""").WriteLine();

        writer.WriteSummary("Creates a client with its own transport.");
        writer.WriteParam("options", "Credentials and settings. Later changes to this object do not affect the client.");
        writer.WriteLine($"public {client}({options} options) => _connection = new {ApiConnection.Type}(options);").WriteLine();

        writer.WriteSummary("Creates a client that sends through a message handler.");
        writer.WriteParam("handler", "The message handler. It should not follow redirects itself.");
        writer.WriteParam("options", "Credentials and settings. Later changes to this object do not affect the client.");
        writer.WriteParam("disposeHandler", "True to dispose the handler together with the client.");
        writer
            .WriteLine(
                $"public {client}(global::System.Net.Http.HttpMessageHandler handler, {options} options, bool disposeHandler = false) => _connection = new {ApiConnection.Type}(handler, options, disposeHandler);"
            )
            .WriteLine();

        writer.WriteSummary("Creates a client that sends through an HttpClient of the caller and never disposes it.");
        writer.WriteParam("httpClient", "The HttpClient to send with.");
        writer.WriteParam("options", "Credentials and settings. Later changes to this object do not affect the client.");
        writer.WriteLine(
            $"public {client}(global::System.Net.Http.HttpClient httpClient, {options} options) => _connection = new {ApiConnection.Type}(httpClient, options);"
        );
    }
}
