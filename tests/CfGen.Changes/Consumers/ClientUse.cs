using CfGen.Generator.Model;

namespace CfGen.Changes.Consumers;

/// <summary>Uses the client class and its options.</summary>
internal static class ClientUse
{
    public static void Write(ConsumerWriter writer, ClientModel client)
    {
        writer.WriteLinks(client.ClientName, client.Resources);
        List<string> statements = [$"using var client = new {ConsumerType.Qualify(client.ClientName)}(options);"];
        foreach (SecuritySchemeModel scheme in client.Schemes)
        {
            statements.Add($"options.{scheme.OptionName} = \"text\"; string? value{scheme.OptionName} = options.{scheme.OptionName};");
            if (scheme.Kind.HasPassword)
                statements.Add($"options.{scheme.SecondaryOptionName} = \"text\";");
            if (!scheme.Kind.HasTokenProvider)
                continue;
            statements.Add(
                $"options.{scheme.SecondaryOptionName} = _ => new global::System.Threading.Tasks.ValueTask<string>(\"text\"); options.{scheme.UseProviderMethod}((context, token) => default);"
            );
            if (scheme.TokenUrl.Length > 0)
                statements.Add($"options.{scheme.UseClientCredentialsMethod}(\"id\", \"secret\");");
        }

        statements.AddRange(client.ServerVariables.Select(v => $"options.{v.OptionName} = \"text\";"));
        List<string> parameters = [$"{ConsumerType.Qualify(client.ClientName)}Options options"];
        foreach (ClientParameterModel parameter in client.Parameters)
        {
            parameters.Add($"{ConsumerType.Format(parameter.Type, isNullable: true)} of{parameter.OptionName}");
            statements.Add($"options.{parameter.OptionName} = of{parameter.OptionName};");
            statements.Add(
                $"{ConsumerType.Format(parameter.Type, isNullable: true)} read{parameter.OptionName} = options.{parameter.OptionName};"
            );
        }

        writer.WriteMethod(parameters, statements);
    }
}
