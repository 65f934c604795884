using System.Globalization;
using System.Text;
using CfGen.Corpus.Fuzzing;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;
using CfGen.Generator.Usage;

namespace CfGen.Corpus.Programs;

/// <summary>A random program that uses a client: calls of operations of several products, in the ways that programs have.</summary>
internal sealed class RandomProgram
{
    private const int MinimumCalls = 5;
    private const int MaximumCalls = 200;
    private const int MinimumProducts = 2;
    private const int MaximumProducts = 25;

    private readonly WholeClient _client;
    private readonly SeededRandom _random;
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _helpers = new();
    private readonly Dictionary<string, ResourceModel> _resources;

    private RandomProgram(WholeClient client, int seed)
    {
        _client = client;
        _random = new SeededRandom((ulong)seed);
        _resources = client.Units.OfType<ResourceModel>().Where(r => !r.IsClient).ToDictionary(r => r.TypeName);
    }

    /// <summary>The number of calls.</summary>
    public int Calls { get; private set; }

    /// <summary>The number of products, which are the resources of the client itself.</summary>
    public int Products { get; private set; }

    /// <summary>The C#.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Writes the program of a seed.</summary>
    public static RandomProgram Create(WholeClient client, int seed)
    {
        RandomProgram program = new(client, seed);
        program.Write();
        return program;
    }

    private void Write()
    {
        List<(string Path, ResourceModel Resource, OperationModel Operation)> all = SelectOperations();
        Calls = MinimumCalls + _random.Next(MaximumCalls - MinimumCalls + 1);
        for (int i = 0; i < Calls; i++)
        {
            (string path, ResourceModel resource, OperationModel operation) = _random.Pick(all);
            WriteCall(i, path, resource, operation);
        }

        WriteTypes();
        // Types that the document calls deprecated are used like others.
        Text = $$"""
            #pragma warning disable CS0612, CS0618
            #nullable disable warnings
            using {{WholeClient.Namespace}};

            internal static class Program
            {
                internal static void Run({{WholeClient.Name}} c)
                {
            {{_body}}    }

            {{_helpers}}}
            """;
    }

    private List<(string Path, ResourceModel Resource, OperationModel Operation)> SelectOperations()
    {
        List<ResourceLink> products = [.. _client.Units.OfType<ClientModel>().Single().Resources];
        Products = Math.Min(products.Count, MinimumProducts + _random.Next(MaximumProducts - MinimumProducts + 1));
        List<(string, ResourceModel, OperationModel)> all = [];
        foreach (ResourceModel root in _client.Units.OfType<ResourceModel>().Where(r => r.IsClient))
            all.AddRange(root.Operations.Select(o => ("c", root, o)));
        for (int i = 0; i < Products; i++)
        {
            ResourceLink product = _random.Pick(products);
            products.Remove(product);
            AddOperations("c." + product.PropertyName, product, all);
        }

        return all;
    }

    private void AddOperations(string path, ResourceLink link, List<(string, ResourceModel, OperationModel)> all)
    {
        ResourceModel resource = _resources[link.TypeName];
        all.AddRange(resource.Operations.Select(o => (path, resource, o)));
        foreach (ResourceLink child in resource.Resources)
            AddOperations($"{path}.{child.PropertyName}", child, all);
    }

    private void WriteCall(int number, string path, ResourceModel resource, OperationModel operation)
    {
        bool hasResponse =
            operation.Paging is null && operation.Response.Kind is not (ContentKind.JsonLines or ContentKind.ServerSentEvents);
        string method = operation.Name + (hasResponse && _random.IsOneOf(5) ? "WithResponse" : "") + "Async";
        string call =
            $"{method}({string.Join(", ", MethodArgument.CreateAll(operation).Where(a => a.Default.Length == 0).Select(FormatValue))})";
        string id = number.ToString(CultureInfo.InvariantCulture);
        switch (_random.Next(9))
        {
            case 0:
                WriteLine($"var r{id} = {path}; _ = r{id}.{call};");
                break;
            case 1:
                WriteLine($"_ = {path.Replace(".", "?.", StringComparison.Ordinal)}?.{call};");
                break;
            case 2:
                WriteLine($"_ = {Escape(path)}.{Escape(call)};");
                break;
            case 3:
                WriteLine($"System.Func<object> f{id} = () => {path}.{call}; _ = f{id};");
                break;
            case 4:
                _helpers.Append(CultureInfo.InvariantCulture, $"    internal static object M{id}({resource.TypeName} r) => r.{call};\n");
                break;
            case 5 when _client.HasInterfaces:
                _helpers.Append(CultureInfo.InvariantCulture, $"    internal static object M{id}(I{resource.TypeName} r) => r.{call};\n");
                break;
            case 6:
                WriteLine($"_ = nameof({resource.TypeName}.{method});");
                break;
            case 7 when operation.ParametersType is { } parameters:
                WriteLine($"_ = new {parameters}();");
                break;
            default:
                WriteLine($"_ = {path}.{call};");
                break;
        }
    }

    // Without a type's name, so that each type has to be found through the operation.
    private static string FormatValue(MethodArgument argument) => argument.Type == "string" ? "\"a\"" : "default!";

    // One letter of the first name after the variable.
    private static string Escape(string code)
    {
        int letter = code.IndexOf('.', StringComparison.Ordinal) + 1;
        return $"{code[..letter]}\\u{(int)code[letter]:x4}{code[(letter + 1)..]}";
    }

    private void WriteTypes()
    {
        List<TypeModel> types = [.. _client.Units.SelectMany(AccessNames.GetTypes)];
        for (int i = _random.Next(4); i > 0 && types.Count > 0; i--)
            WriteLine($"_ = typeof({WholeClient.Namespace}.{_random.Pick(types).Name});");
    }

    private void WriteLine(string statement) => _body.Append("        ").Append(statement).Append('\n');
}
