using System.Globalization;
using CfGen.Generator.Emission.Comments;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The security schemes of the client, and the options that hold their credentials.</summary>
internal static class CredentialEmitter
{
    // No serializer writes the value, and no debugger shows it.
    public const string HidingAttributes =
        "[global::System.Text.Json.Serialization.JsonIgnore, global::System.Diagnostics.DebuggerBrowsable(global::System.Diagnostics.DebuggerBrowsableState.Never)]";

    private const string Func = "global::System.Func";
    private const string CancellationToken = NamespaceAliases.Threading + "CancellationToken";
    private const string ValueTask = NamespaceAliases.Tasks + "ValueTask";

    public static string FormatScheme(SecuritySchemeModel scheme)
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
        string created = $"new {SecurityScheme.ForKind(scheme.Kind)}({string.Join(", ", arguments)})";
        if (!scheme.Kind.HasTokenProvider)
            return created;
        string url = scheme.TokenUrl.Length > 0 ? $", {BearerScheme.TokenUrl} = {Literal.Quote(scheme.TokenUrl)}" : "";
        return $"{created} {{ {BearerScheme.ProviderName} = {Literal.Quote(scheme.SecondaryOptionName)}{url} }}";
    }

    /// <param name="options">The type of the options, which methods return.</param>
    public static void Emit(CodeWriter writer, SecuritySchemeModel scheme, int index, string options)
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
        EmitProperty(writer, "string", scheme.OptionName, ApiClientOptions.GetCredential, ApiClientOptions.SetCredential, index);
        if (scheme.Kind.HasPassword)
        {
            writer.WriteLine().WriteSummary($"The password of HTTP basic authentication, used with {scheme.OptionName}.");
            writer.WriteRemarks(DocText.Empty, $"Environment variable: {DocComment.ToCodeElement(scheme.EnvironmentVariables[1])}.");
            EmitProperty(
                writer,
                "string",
                scheme.SecondaryOptionName,
                ApiClientOptions.GetBasicPassword,
                ApiClientOptions.SetBasicPassword,
                index
            );
        }
        else if (scheme.Kind.HasTokenProvider)
            EmitProviders(writer, scheme, index, options);
    }

    private static void EmitProviders(CodeWriter writer, SecuritySchemeModel scheme, int index, string options)
    {
        writer
            .WriteLine()
            .WriteSummary(
                $"The function that provides the token in place of {scheme.OptionName}. It is called before each attempt, and again after a 401."
            );
        EmitProperty(
            writer,
            $"{Func}<{CancellationToken}, {ValueTask}<string>>",
            scheme.SecondaryOptionName,
            ApiClientOptions.GetTokenProvider,
            ApiClientOptions.SetTokenProvider,
            index
        );

        writer
            .WriteLine()
            .WriteSummary(
                $"Sets the function that provides the token and its expiry, in place of {scheme.OptionName}. A token is kept until shortly before it expires. All calls that need another one wait for the same."
            );
        WriteReturns(writer);
        EmitMethod(
            writer,
            options,
            scheme.UseProviderMethod,
            $"{Func}<{ApiTokenContext.Type}, {CancellationToken}, {ValueTask}<{ApiAccessToken.Type}>> provider",
            $"{ApiClientOptions.SetTokenProvider}({index}, provider)"
        );
        if (scheme.TokenUrl.Length == 0)
            return;

        writer
            .WriteLine()
            .WriteSummary(
                $"Sets the id and the secret of a client, for which the token URL of the document returns tokens (OAuth 2, client credentials), in place of {scheme.OptionName}."
            );
        writer.WriteRemarks(DocText.Empty, DocComment.ToCodeElement(scheme.TokenUrl));
        WriteReturns(writer);
        EmitMethod(
            writer,
            options,
            scheme.UseClientCredentialsMethod,
            $"string clientId, string clientSecret, global::System.Action<{ApiClientCredentials.Type}>? configure = null",
            $"{ApiClientOptions.SetClientCredentials}({index}, clientId, clientSecret, configure)"
        );
    }

    private static void WriteReturns(CodeWriter writer) => writer.WriteLine("/// <returns>These options.</returns>");

    private static void EmitProperty(CodeWriter writer, string type, string name, string getter, string setter, int index)
    {
        writer.WriteLine(HidingAttributes);
        writer.WriteLine($$"""public {{type}}? {{name}} { get => {{getter}}({{index}}); set => {{setter}}({{index}}, value); }""");
    }

    private static void EmitMethod(CodeWriter writer, string options, string name, string parameters, string statement)
    {
        using (writer.OpenBlock($"public {options} {name}({parameters})"))
        {
            writer.WriteLine(statement + ";");
            writer.WriteLine("return this;");
        }
    }
}
