using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>
/// The methods that register a client with a container. They are in the namespace that every program with a container imports; the class is
/// named after the namespace of the client too, so that clients of one name do not meet.
/// </summary>
internal static class RegistrationEmitter
{
    private const string Injection = "global::Microsoft.Extensions.DependencyInjection.";
    private const string Services = Injection + "IServiceCollection";
    private const string Builder = Injection + "IHttpClientBuilder";
    private const string Provider = "global::System.IServiceProvider";
    private const string Configuration = "global::Microsoft.Extensions.Configuration.";
    private const string Http = "global::Microsoft.Extensions.Http.";
    private const string NetHttp = "global::System.Net.Http.";

    // Methods of OptionsBuilder. Members of the runtime have these names too.
    private const string ConfigureOptions = "Configure";
    private const string ValidateOptions = "Validate";

    private const string Container = Injection + "ServiceCollectionServiceExtensions.";
    private const string Found = Injection + "ServiceProviderServiceExtensions.GetRequiredService";

    public static void Emit(EmitContext context, RegistrationModel model)
    {
        CodeWriter writer = context.Writer;
        writer.WriteSummary($"Registers clients of the {model.ApiName} API with a container.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        string name = $"{ToIdentifier($"{context.File.Namespace}.{model.ClientName}")}ServiceCollectionExtensions";
        using (writer.OpenBlock($"{context.File.AccessModifier} static partial class {name}"))
        {
            EmitMethods(writer, model.ClientName, isKeyed: false);
            EmitMethods(writer, model.ClientName, isKeyed: true);
            EmitRegistration(writer, model, context.File.HasInterfaces);
            EmitSectionReader(writer, model);
            if (model.Parameters.Count > 0)
                EmitParameterSetter(writer, model);
            EmitHandlerFilter(writer);
        }
    }

    /// <summary>
    /// The whole name of a class as an identifier, another one for each name: no part of a name begins with a digit, so that the digit
    /// tells an underscore from a dot.
    /// </summary>
    private static string ToIdentifier(string fullName) => fullName.Replace("_", "_0").Replace('.', '_');

    /// <summary>The four ways to set options, with a key or without.</summary>
    private static void EmitMethods(CodeWriter writer, string client, bool isKeyed)
    {
        string options = TypeNames.Qualify(client + "Options");
        string path = isKeyed ? $"{client}:<serviceKey>" : client;
        string section = Literal.Quote(isKeyed ? client + ":" : client);
        if (isKeyed)
            section += $" + {ClientRegistration.Type}.{ClientRegistration.GetOptionsName}(serviceKey)";
        EmitMethod(
            writer,
            new AddMethod(
                client,
                isKeyed,
                $"options from environment variables, and from the section \"{path}\" of the configuration if there is one",
                Description: "",
                Parameter: "",
                $$"""
                (provider, options) =>
                    {
                        {{ClientRegistration.Type}}.{{ClientRegistration.ReadEnvironment}}(options);
                        if (provider.GetService(typeof({{Configuration}}IConfiguration)) is {{Configuration}}IConfiguration configuration)
                            ReadSection(provider, options, configuration.GetSection({{section}}), false);
                    }
                """
            )
        );
        EmitMethod(
            writer,
            new AddMethod(
                client,
                isKeyed,
                "options from a section of the configuration",
                "The section. The program fails at start if it is missing or has a key that is not an option.",
                $"{Configuration}IConfigurationSection section",
                "(provider, options) => ReadSection(provider, options, section, true)"
            )
        );
        var inCode = new AddMethod(
            client,
            isKeyed,
            "options that are set in code",
            "Sets the options.",
            $"global::System.Action<{options}> configure",
            "(provider, options) => configure(options)"
        );
        EmitMethod(writer, inCode);
        EmitMethod(
            writer,
            inCode with
            {
                Origin = "options that are set in code, with services of the container",
                Parameter = $"global::System.Action<{Provider}, {options}> configure",
                Configure = "configure",
            }
        );
    }

    private static void EmitMethod(CodeWriter writer, AddMethod method)
    {
        string name = method.Parameter.Substring(method.Parameter.LastIndexOf(' ') + 1);
        string key = method.IsKeyed ? "serviceKey" : "";
        writer.WriteSummary($"Adds a singleton {method.Client} with {method.Origin}.");
        writer.WriteParam("services", "The services of the container.");
        if (method.IsKeyed)
            writer.WriteParam(key, "The key of the client.");
        if (name.Length > 0)
            writer.WriteParam(name, method.Description);
        writer.WriteLine("/// <returns>The builder of its HttpClient, for handlers, proxies, certificates and resilience.</returns>");
        string parameters = $"this {Services} services" + (method.IsKeyed ? ", object serviceKey" : "");
        if (name.Length > 0)
            parameters += ", " + method.Parameter;
        using (writer.OpenBlock($"public static {Builder} {(method.IsKeyed ? "AddKeyed" : "Add")}{method.Client}({parameters})"))
        {
            foreach (string argument in new[] { key, name })
            {
                if (argument.Length > 0)
                    writer.WriteLine($"global::System.ArgumentNullException.ThrowIfNull({argument});");
            }

            writer.WriteLine($"return Add(services, {(method.IsKeyed ? key : "null")}, {method.Configure});");
        }

        writer.WriteLine();
    }

    private static void EmitRegistration(CodeWriter writer, RegistrationModel model, bool hasInterface)
    {
        string client = TypeNames.Qualify(model.ClientName);
        string options = client + "Options";
        writer.WriteLine(
            $$"""
            private static {{Builder}} Add({{Services}} services, object? key, global::System.Action<{{Provider}}, {{options}}> configure)
            {
                string name = {{ClientRegistration.Type}}.{{ClientRegistration.Register}}(services, typeof({{client}}), key);
                string optionsName = {{ClientRegistration.Type}}.{{ClientRegistration.GetOptionsName}}(key);
                {{Injection}}OptionsBuilderExtensions.ValidateOnStart(
                    {{Injection}}OptionsServiceCollectionExtensions.AddOptions<{{options}}>(services, optionsName)
                        .{{ConfigureOptions}}<{{Provider}}>((options, provider) => {{ClientRegistration.Type}}.{{ClientRegistration.Configure}}(provider, options, configure))
                        .{{ValidateOptions}}<{{Provider}}>((options, provider) => {{ClientRegistration.Type}}.{{ClientRegistration.Validate}}(options, GetFactory(provider, name), {{(
                model.HasOwnServers ? "false" : "true"
            )}})));
                {{Container}}AddSingleton<{{Http}}IHttpMessageHandlerBuilderFilter>(services, new HandlerFilter(name));
            """
        );
        using (writer.Indent())
        {
            EmitSingleton(writer, client, "Create(provider, name, optionsName)", "Create(provider, name, optionsName)");
            if (hasInterface)
                EmitSingleton(
                    writer,
                    TypeNames.Qualify("I" + model.ClientName),
                    $"{Found}<{client}>(provider)",
                    $"{Injection}ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<{client}>(provider, key)"
                );
            writer.WriteLine(
                $"return {Injection}HttpClientBuilderExtensions.ConfigureHttpClient({Injection}HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, name), {ClientRegistration.Type}.{ClientRegistration.ConfigureClient});"
            );
        }

        writer.WriteLine("}").WriteLine();
        EmitFactories(writer, client, options);
    }

    /// <summary>Emits the registration of a type: without a key, or with one.</summary>
    private static void EmitSingleton(CodeWriter writer, string type, string value, string keyedValue) =>
        writer.WriteLine(
            $$"""
            if (key is null)
                {{Container}}AddSingleton<{{type}}>(services, provider => {{value}});
            else
                {{Container}}AddKeyedSingleton<{{type}}>(services, key, (provider, _) => {{keyedValue}});
            """
        );

    private static void EmitFactories(CodeWriter writer, string client, string options) =>
        writer.WriteLine(
            $$"""
            private static {{client}} Create({{Provider}} provider, string name, string optionsName) =>
                new {{client}}(
                    new {{FactoryHandler.Type}}(GetFactory(provider, name)),
                    {{Found}}<global::Microsoft.Extensions.Options.IOptionsMonitor<{{options}}>>(provider).Get(optionsName));

            private static global::System.Func<{{NetHttp}}HttpClient> GetFactory({{Provider}} provider, string name)
            {
                var factory = {{Found}}<{{NetHttp}}IHttpClientFactory>(provider);
                return () => factory.CreateClient(name);
            }

            """
        );

    private static void EmitSectionReader(CodeWriter writer, RegistrationModel model)
    {
        const string Values = $"section.Path, {Configuration}ConfigurationExtensions.AsEnumerable(section, true)";
        string options = TypeNames.Qualify(model.ClientName + "Options");
        using (
            writer.OpenBlock(
                $"private static void ReadSection({Provider} provider, {options} options, {Configuration}IConfigurationSection section, bool isRequired)"
            )
        )
        {
            if (model.HasTokenUrl)
                writer.WriteLine($"{ClientRegistration.Type}.{ClientRegistration.ReadClientCredentials}(options, {Values});");
            string parameters = model.Parameters.Count > 0 ? "(index, value) => SetParameter(options, index, value)" : "null";
            writer.WriteLine(
                $"{ClientRegistration.Type}.{ClientRegistration.ReadSection}(provider, options, {Values}, isRequired, {parameters});"
            );
        }

        writer.WriteLine();
    }

    private static void EmitParameterSetter(CodeWriter writer, RegistrationModel model)
    {
        using (
            writer.OpenBlock(
                $"private static void SetParameter({TypeNames.Qualify(model.ClientName + "Options")} options, int index, string value)"
            )
        )
        {
            writer.WriteLine("switch (index)");
            using (writer.OpenBraces("}"))
            {
                for (int i = 0; i < model.Parameters.Count; i++)
                {
                    if (FormatValue(model.Parameters[i].Type) is not { } value)
                        continue;
                    writer.WriteLine($"case {i}:");
                    writer.WriteLine($"    options.{model.Parameters[i].OptionName} = {value};");
                    writer.WriteLine("    break;");
                }

                writer.WriteLine("default:");
                writer.WriteLine($"    throw {ClientRegistration.Type}.{ClientRegistration.CreateUnsupportedException}();");
            }
        }

        writer.WriteLine();
    }

    /// <summary>The expression that makes a value of a text; null where a configuration cannot hold the type.</summary>
    private static string? FormatValue(TypeRef type) =>
        type switch
        {
            ScalarType { Kind: ScalarKind.String } => "value",
            ScalarType { Kind: ScalarKind.Uri } => "new global::System.Uri(value, global::System.UriKind.RelativeOrAbsolute)",
            ScalarType { Kind: ScalarKind.OffsetTime or ScalarKind.Bytes or ScalarKind.Json or ScalarKind.File or ScalarKind.Stream } =>
                null,
            ScalarType or NamedType { Kind: NamedKind.Enum } =>
                $"{ClientRegistration.Type}.{ClientRegistration.Parse}<{TypeNames.ToCSharp(type)}>(value)",
            _ => null,
        };

    /// <summary>The primary handler comes before all that configures it, decompression next to it after all other handlers.</summary>
    private static void EmitHandlerFilter(CodeWriter writer)
    {
        const string Action = $"global::System.Action<{Http}HttpMessageHandlerBuilder>";
        writer.WriteLine(
            $$"""
            private sealed class HandlerFilter : {{Http}}IHttpMessageHandlerBuilderFilter
            {
                private readonly string _name;

                public HandlerFilter(string name) => _name = name;

                public {{Action}} Configure({{Action}} next) =>
                    builder =>
                    {
                        {{NetHttp}}HttpMessageHandler? handler = builder.Name == _name ? {{ClientRegistration.Type}}.{{ClientRegistration.CreatePrimaryHandler}}() : null;
                        if (handler is not null)
                            builder.PrimaryHandler = handler;
                        next(builder);
                        if (handler is not null)
                            builder.AdditionalHandlers.Add(new {{DecompressionHandler.Type}}());
                    };
            }
            """
        );
    }

    /// <summary>One method that registers the client.</summary>
    /// <param name="Client">The class of the client.</param>
    /// <param name="IsKeyed">True if the method takes a key.</param>
    /// <param name="Origin">The documentation: where the options come from.</param>
    /// <param name="Description">The documentation of the parameter.</param>
    /// <param name="Parameter">The parameter with its type; empty if there is none.</param>
    /// <param name="Configure">The expression that sets the options.</param>
    private sealed record AddMethod(string Client, bool IsKeyed, string Origin, string Description, string Parameter, string Configure);
}
