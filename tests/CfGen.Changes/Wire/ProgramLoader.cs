using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace CfGen.Changes.Wire;

/// <summary>Compiles a program with a client, and runs it.</summary>
internal static class ProgramLoader
{
    /// <summary>Compiles and loads a program.</summary>
    public static Assembly Load(string name, ClientUnderTest client, SyntaxTree program)
    {
        using MemoryStream assembly = new();
        client.Emit(program, assembly);
        assembly.Position = 0;
        return new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(assembly);
    }

    /// <summary>Runs a program.</summary>
    /// <param name="old">The assembly of the old client, whose members are read.</param>
    public static IReadOnlyList<RecordedCall> Run(Assembly assembly, Assembly old)
    {
        using Recorder recorder = new();
        ResultText results = new(old);
        Action<string, int, string, string> begin = recorder.Begin;
        Func<object?, Task> end = result =>
        {
            recorder.End(results.Write(result));
            return Task.CompletedTask;
        };
        Action<Exception> fail = recorder.Fail;
        MethodInfo run = assembly.GetType(CallProgram.TypeName, throwOnError: true)!.GetMethod(CallProgram.MethodName)!;
        ((Task)run.Invoke(null, [recorder, begin, end, fail])!).GetAwaiter().GetResult();
        return recorder.Calls;
    }
}
