using System.Globalization;
using System.Text;
using CfGen.Generator.Model;

namespace CfGen.Changes.Consumers;

/// <summary>Writes code that uses every member of a client: each call by position and by name, each member read and written.</summary>
internal sealed class ConsumerWriter
{
    private readonly StringBuilder _code = new(
        "#nullable enable annotations\n#pragma warning disable\nnamespace Consumer;\ninternal static class Use\n{\n"
    );
    private int _count;

    private ConsumerWriter() { }

    /// <summary>Returns the code.</summary>
    public static string Write(EquatableArray<SourceFileModel> files)
    {
        ConsumerWriter writer = new();
        foreach (SourceFileModel file in files)
        {
            if (file is ClientModel client)
                ClientUse.Write(writer, client);
            if (file is ResourceModel resource)
            {
                writer.WriteLinks(resource.TypeName, resource.Resources);
                foreach (OperationModel operation in resource.Operations)
                    MethodUse.Write(writer, resource.TypeName, operation);
            }

            foreach (TypeModel type in GetTypes(file))
                TypeUse.Write(writer, type);
        }

        return writer._code.Append("}\n").ToString();
    }

    /// <summary>Writes a method whose parameters stand for values that the statements need.</summary>
    public void WriteMethod(IEnumerable<string> parameters, IEnumerable<string> statements)
    {
        _code.Append("    static async global::System.Threading.Tasks.Task Use").Append(Next()).Append('(');
        _code.Append(string.Join(", ", parameters)).Append(")\n    {\n");
        foreach (string statement in statements)
            _code.Append("        ").Append(statement).Append('\n');
        _code.Append("    }\n");
    }

    /// <summary>Reads the properties that lead to resources.</summary>
    public void WriteLinks(string type, EquatableArray<ResourceLink> links) =>
        WriteMethod(
            [$"{ConsumerType.Qualify(type)} owner"],
            links.Select((l, i) => $"{ConsumerType.Qualify(l.TypeName)} resource{Text(i)} = owner.{l.PropertyName};")
        );

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Next() => Text(_count++);

    private static EquatableArray<TypeModel> GetTypes(SourceFileModel file) =>
        file switch
        {
            ResourceModel resource => resource.Types,
            SharedTypesModel shared => shared.Types,
            _ => [],
        };
}
