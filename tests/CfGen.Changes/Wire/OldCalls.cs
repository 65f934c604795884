using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CfGen.Changes.Wire;

/// <summary>A program that makes all calls of the old client, and what they sent and read.</summary>
internal sealed class OldCalls
{
    private readonly Assembly _assembly;
    private readonly SyntaxTree _program;

    public OldCalls(string name, ClientUnderTest client)
    {
        Code = CallProgram.Write(client.Files);
        _program = client.ParseConsumer(Code);
        _assembly = ProgramLoader.Load(name, client, _program);
        Calls = ProgramLoader.Run(_assembly, _assembly);
    }

    /// <summary>The code of the program.</summary>
    public string Code { get; }

    /// <summary>The calls with the old client.</summary>
    public IReadOnlyList<RecordedCall> Calls { get; }

    /// <summary>Makes the calls with a new client, which has the whole surface of the old one.</summary>
    public IReadOnlyList<RecordedCall> Repeat(string name, ClientUnderTest client) =>
        ProgramLoader.Run(ProgramLoader.Load(name, client, _program), _assembly);
}
