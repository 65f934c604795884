using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CfGen.Generator.Tests.Words;

/// <summary>The string literals of an assembly, as its IL has them: messages of exceptions and diagnostics among them.</summary>
internal static class AssemblyStrings
{
    /// <summary>Reads each literal once. Interpolated strings come in pieces.</summary>
    public static IReadOnlyList<string> Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using PEReader file = new(stream);
        MetadataReader metadata = file.GetMetadataReader();
        List<string> strings = [];
        for (
            UserStringHandle handle = MetadataTokens.UserStringHandle(0);
            !handle.IsNil || strings.Count == 0;
            handle = metadata.GetNextHandle(handle)
        )
        {
            if (metadata.GetUserString(handle) is { Length: > 0 } text)
                strings.Add(text);
        }

        return strings;
    }
}
