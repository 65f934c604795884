using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Changes.Bases;

/// <summary>The documents that are changed: those of the project, small real ones, and parts of large real ones.</summary>
internal static class BaseDocuments
{
    // Real APIs, by different authors.
    private static readonly string[] s_whole =
    [
        "redocly-museum.yaml",
        "traintravel-api.yaml",
        "redocly-pets.yaml",
        "vonage-verify.yaml",
        "xero-files.yaml",
        "giphy-api.yaml",
        "firecracker.json",
        "grafana-tempo.yaml",
    ];

    private static readonly string[] s_cut =
    [
        "apache-superset.json",
        "asana-api.yaml",
        "box-platform.json",
        "bunq-api.json",
        "cloudflare-api-2024-08-06.json",
        "datadog-v1.yaml",
        "datadog-v2-2026-04-08.yaml",
        "discord-http-v10.json",
        "docker-engine-3.0.yaml",
        "docusign-esign.yaml",
        "figma-rest.yaml",
        "google-drive-v3.yaml",
        "gusto-v1.yaml",
        "hetzner-cloud.json",
        "intercom-preview.yaml",
        "linode-v4-2023-12.yaml",
        "lob-bundled.yaml",
        "mattermost-v4.yaml",
        "mistral-api.yaml",
        "okta-management-oneof.yaml",
        "openai-api-2.3.0.json",
        "opencode-3.1.yaml",
        "ory-network-1.22.65.json",
        "plex-media-server.yaml",
        "qdrant-1.18.json",
        "readme-api.json",
        "shipbob-2025-07.json",
        "spotify-web-official.yaml",
        "square-connect.json",
        "stripe-2023-09-12.yaml",
        "telegram-bot.json",
        "vault-openapi.json",
        "vonage-voice.yaml",
        "xero-accounting.yaml",
    ];

    /// <summary>Reads the documents of the project.</summary>
    /// <param name="hasOverloads">False for clients of .NET 8.</param>
    public static IReadOnlyList<BaseDocument> ReadOwn(bool hasOverloads = true)
    {
        List<BaseDocument> documents = [];
        var assembly = Assembly.GetExecutingAssembly();
        foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            documents.Add(new BaseDocument(name, Parse(name, reader.ReadToEnd()), hasOverloads));
        }

        return documents;
    }

    /// <summary>Reads the documents of the corpus, where it is there.</summary>
    /// <param name="parts">The number of parts of large documents.</param>
    /// <param name="hasOverloads">False for clients of .NET 8.</param>
    public static IEnumerable<BaseDocument> ReadCorpus(int parts, int seed, bool hasOverloads = true)
    {
        foreach (string name in s_whole)
        {
            if (Read(name) is { } root)
                yield return new BaseDocument(name, root, hasOverloads);
        }

        for (int i = 0; i < s_cut.Length; i++)
        {
            int count = (parts / s_cut.Length) + (i < parts % s_cut.Length ? 1 : 0);
            if (count == 0 || Read(s_cut[i]) is not { } root)
                continue;
            Random random = new(unchecked((seed * 31) + i));
            for (int number = 0; number < count; number++)
            {
                if (DocumentPart.Cut(root, random) is { } part)
                    yield return new BaseDocument(FormattableString.Invariant($"{s_cut[i]}#{number}"), part, hasOverloads);
            }
        }
    }

    /// <summary>Reads a document of the corpus. Null where the corpus is not there.</summary>
    public static JsonObject? Read(string name) =>
        SharedFolder.Find("corpus/" + name) is { } path ? Parse(name, File.ReadAllText(path)) : null;

    private static JsonObject Parse(string name, string text) =>
        (JsonObject)TextParser.Parse(new DocumentText(name, SourceText.From(text)), CancellationToken.None).Root!.DeepClone();
}
