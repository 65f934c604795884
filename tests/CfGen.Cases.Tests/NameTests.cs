using System.Text.Json;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Names that are keywords, members of every type, types of .NET, of other alphabets, or equal but for their symbols.</summary>
public class NameTests
{
    [Fact]
    public async Task Each_property_has_its_own_member()
    {
        string body = CreateBody();
        await using TestServer server = await TestServer.StartAsync(200, body);
        using Names.CaseClient client = new(server.CreateOptions<Names.CaseClientOptions>());

        Names.NamesModel names = await client.Method.MyEndpointAsync();

        Assert.Equal(("Names", 7L), (names.Names, names.NamesValue));
        Assert.Equal(("class", true, "@class", "$class"), (names.ClassValue, names.Class, names.ClassValue3, names.ClassValue2));
        Assert.Equal(("validate", true), (names.ValidateValue, names.Validate));
        Assert.Equal(("equals", 7L, "get_hash_code"), (names.EqualsValue, names.GetHashCodeValue, names.GetHashCodeValue2));
        Assert.Equal(("toString", "getType", "finalize"), (names.ToStringValue, names.GetTypeValue, names.FinalizeValue));
        Assert.Equal(("memberwiseClone", "equalityContract"), (names.MemberwiseCloneValue, names.EqualityContractValue));
        Assert.Equal(
            (true, "deconstruct", "<Clone>$"),
            (names.PrintMembersValue, names.DeconstructValue, names.LessThanCloneGreaterThanDollar)
        );
        Assert.Equal(("additionalProperties", "_extras"), (names.AdditionalProperties, names.ExtrasValue));
        Assert.Equal(JsonValueKind.Object, names.Extras!.Value.ValueKind);
        Assert.Equal(("read", "write", "value"), (names.ReadValue, names.WriteValue, names.Value));
        Assert.Equal((7L, 7L, 7L), (names.Plus1, names.Minus1, names.Value1));
        Assert.Equal(("", " ", "🎉"), (names.Property, names.PropertyValue, names.PropertyValue2));
        Assert.Equal(("aB", "a b", "a-b", "a.b", "a_b"), (names.AB, names.ABValue, names.ABValue2, names.ABValue3, names.ABValue4));
        Assert.Equal(("日本", "x-y\"z\\"), (names.日本, names.XYZ));
        Assert.Equal(("Item", "item", "field"), (names.Item, names.ItemValue, names.Field));
        Assert.Equal(("this", "record", "required"), (names.This, names.Record, names.Required));
        Assert.Equal(("init", "global", "await"), (names.Init, names.Global, names.Await));
    }

    [Fact]
    public async Task Components_with_the_names_of_types_of_dotnet_are_sent_and_read()
    {
        const string Response = """{"system":{},"list":[[]],"nullable":{"a":null},"type":"Type","exception":{"message":"m"}}""";
        await using TestServer server = await TestServer.StartAsync(200, Response);
        using Names.CaseClient client = new(server.CreateOptions<Names.CaseClientOptions>());

        Names.SystemModel system = await client.Stream.CreateAsync(
            new() { Stream = [1], Optional = new Names.Optional().WithNull("Value") }
        );

        Assert.Equal("""{"stream":"AQ==","optional":{"value":null}}""", server.SingleRequest.Body);
        Assert.Equal(("m", null, Names.TypeModel.Type), (system.Exception!.Message, system.Nullable!.A, system.Type));
        Assert.Equal(("type", "Type"), (Names.TypeModel.TypeValue.Value, Names.TypeModel.Type.Value));
    }

    [Fact]
    public async Task A_type_that_contains_itself_by_its_own_name_is_read()
    {
        const string Response =
            """{"task":{"task":{}},"date":{"ticks":5},"guid":"00000000-0000-0000-0000-000000000001","string":"s","object":{"a":1}}""";
        await using TestServer server = await TestServer.StartAsync(200, Response);
        Names.CaseClientOptions options = server.CreateOptions<Names.CaseClientOptions>();
        options.ResponseValidation = ResponseValidation.Lenient;
        using Names.CaseClient client = new(options);

        Names.TaskModel task = await client.System.TaskAsync();

        Assert.Equal((5L, "s", 1), (task.Date!.Ticks, task.String, task.Object!.Value.GetProperty("a").GetInt32()));
        Assert.NotNull(task.Task.Task);
    }

    [Fact]
    public async Task Operations_with_the_names_of_members_of_objects_are_called()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"x":"y"}""");
        using Names.CaseClient client = new(server.CreateOptions<Names.CaseClientOptions>());

        await client.GetTypeAsync();
        await client.DisposeResource.GetAsync();
        await client.EqualsResource.GetAsync();
        Names.NamesClient model = await client.Client.GetAsync();
        Names.CfGenModel cfGen = await client.CfGen.GetAsync();

        Assert.Equal(["/get-type", "/dispose", "/equals", "/client", "/cfgen"], server.Requests.Select(r => r.Target));
        Assert.Equal("y", model.X);
        Assert.Null(cfGen.Infrastructure);
    }

    [Fact]
    public async Task Generic_types_have_readable_names()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"a":"a","b":"b","d":"d","g":"g","h":"h","i":"i","j":"j","k":"k","value":{"a":"v"},"total":1,"items":[{"d":"o"}]}"""
        );
        using GenericNames.CaseClient client = new(server.CreateOptions<GenericNames.CaseClientOptions>());

        GenericNames.AcmeSalesOrder sales = await client.A.GetAsync();
        GenericNames.AcmeStockOrder stock = await client.B.GetAsync();
        GenericNames.ResultOfOrder result = await client.C.GetAsync();
        GenericNames.Order order = await client.D.GetAsync();
        GenericNames.GithubComAcmePkgOrder go = await client.G.GetAsync();
        GenericNames.PageOfOrder java = await client.H.GetAsync();
        GenericNames.PageOrder python = await client.I.GetAsync();
        GenericNames.OrderPagedResult swashbuckle = await client.J.GetAsync();
        GenericNames.PagedResultOfOrder nswag = await client.K.GetAsync();

        Assert.Equal("abvdghijk", sales.A + stock.B + result.Value.A + order.D + go.G + java.H + python.I + swashbuckle.J + nswag.K);
    }

    private static string CreateBody()
    {
        using JsonDocument document = JsonDocument.Parse(ReadSchema());
        Dictionary<string, object> values = document
            .RootElement.EnumerateObject()
            .ToDictionary(
                p => p.Name,
                p =>
                    p.Value.GetString() switch
                    {
                        "integer" => 7,
                        "boolean" => true,
                        "object" => new { },
                        _ => (object)p.Name,
                    }
            );
        return JsonSerializer.Serialize(values);
    }

    // The properties of the document with their types.
    private static string ReadSchema() =>
        """
            {"Names":"string","names":"integer","class":"string","Class":"boolean","@class":"string","$class":"string","validate":"string",
            "Validate":"boolean","equals":"string","getHashCode":"integer","get_hash_code":"string","toString":"string","getType":"string",
            "memberwiseClone":"string","equalityContract":"string","printMembers":"boolean","<Clone>$":"string","deconstruct":"string",
            "finalize":"string","additionalProperties":"string","extras":"object","_extras":"string","read":"string","write":"string",
            "value":"string","+1":"integer","-1":"integer","1":"integer","":"string"," ":"string","a b":"string","a_b":"string","a-b":"string",
            "a.b":"string","aB":"string","日本":"string","🎉":"string","x-y\"z\\":"string","field":"string","item":"string","Item":"string",
            "this":"string","record":"string","required":"string","init":"string","global":"string","await":"string"}
            """;
}
