using System.Text.Json.Nodes;
using CfGen.Changes.Consumers;
using CfGen.Changes.Wire;
using CfGen.Generator.Listing;
using Microsoft.CodeAnalysis;

namespace CfGen.Changes.Bases;

/// <summary>A document before the change, its client, and code that uses all of the client.</summary>
internal sealed class BaseDocument
{
    private readonly JsonObject _root;
    private readonly Lazy<OldCalls> _calls;

    /// <param name="hasOverloads">False for a client of .NET 8.</param>
    public BaseDocument(string name, JsonObject root, bool hasOverloads = true)
    {
        Name = name;
        _root = root;
        Text = root.ToJsonString();
        Client = ClientUnderTest.Generate(root, hasOverloads: hasOverloads);
        Listing = Client.Listing ?? throw new InvalidOperationException($"Nothing is generated from '{name}'.");
        Code = ConsumerWriter.Write(Client.Files);
        Consumer = Client.ParseConsumer(Code);
        Errors = Client.Compile(Consumer);
        _calls = new(() => new OldCalls(name, Client));
    }

    /// <summary>The name of the file, and what was done to it.</summary>
    public string Name { get; }

    /// <summary>The document as JSON.</summary>
    public string Text { get; }

    public ClientUnderTest Client { get; }

    public ApiListing Listing { get; }

    /// <summary>All calls with this client. They are made when they are first asked for.</summary>
    public OldCalls Calls => _calls.Value;

    /// <summary>The code that uses the client.</summary>
    public string Code { get; }

    public SyntaxTree Consumer { get; }

    /// <summary>The errors of the code with its own client: there must be none.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; }

    /// <summary>Returns a copy of the document to change.</summary>
    public JsonObject Copy() => (JsonObject)_root.DeepClone();
}
