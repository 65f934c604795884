using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Runtime.Tests.CodeGen;

/// <summary>Assigns a value to one of the cases of a union.</summary>
public class UnionTableTests
{
    private static int Select(UnionTable table, string json, CancellationToken cancellationToken = default)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return table.SelectCase(reader, new CancellationCheck(cancellationToken));
    }

    [Theory]
    [InlineData("[1,2,3]", 1)]
    [InlineData("[1,2]", 2)]
    [InlineData("[1]", 0)]
    [InlineData("[1,2,3,4]", 0)]
    [InlineData("""["x",2]""", 0)]
    [InlineData("""[1,null]""", 2)]
    public void The_length_and_the_kinds_of_a_tuple_select_the_case(string json, int expected) =>
        Assert.Equal(expected, Select(new UnionTable().Tuple(3, true, "n", "n", "n").Tuple(2, true, "n", "n"), json));

    [Theory]
    [InlineData("""{"id":"x"}""", 1)]
    [InlineData("\"x\"", 2)]
    [InlineData("1.5", 3)]
    [InlineData("true", 4)]
    [InlineData("false", 4)]
    [InlineData("""["x",1]""", 5)]
    [InlineData("[1]", 6)]
    [InlineData("[]", 5)]
    [InlineData("[true]", 0)]
    [InlineData("[[]]", 0)]
    [InlineData("null", 0)]
    public void The_json_kind_selects_the_case(string json, int expected)
    {
        UnionTable table = new UnionTable().Object("!s:id").Value('s').Value('n').Value('b').Value('a', "s").Value('a', "n");

        Assert.Equal(expected, Select(table, json));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", 2)]
    [InlineData("""{"id":"x"}""", 1)]
    [InlineData("{}", 2)]
    [InlineData("""{"a":"x"}""", 0)]
    [InlineData("""{"a":1,"b":"x"}""", 0)]
    public void A_map_takes_objects_whose_values_have_its_kind(string json, int expected) =>
        Assert.Equal(expected, Select(new UnionTable().Object("!s:id").Value('m', "n"), json));

    [Theory]
    [InlineData("""{"type":"A","address":"x"}""", 1)]
    [InlineData("""{"target":"x","type":"CNAME"}""", 2)]
    [InlineData("""{"type":"CNAME"}""", 2)] // a named case that lacks a required property is an error of the reader, not another case
    [InlineData("""{"type":"CNAME","address":"x"}""", 2)]
    [InlineData("""{"\u0074ype":"\u0041"}""", 1)]
    [InlineData("""{"type":"MX","address":"x"}""", 0)]
    [InlineData("""{"type":"a","address":"x"}""", 0)]
    [InlineData("""{"type":1,"address":"x"}""", 0)]
    [InlineData("""{"type":null,"address":"x"}""", 0)]
    [InlineData("""{"data":{"type":"A"},"target":"x"}""", 2)] // the name counts in the object itself only
    public void The_discriminator_selects_the_case(string json, int expected)
    {
        UnionTable table = new UnionTable("type").Object("s:type\0!s:address", "A", "AAAA").Object("s:type\0!s:target", "CNAME");

        Assert.Equal(expected, Select(table, json));
    }

    [Theory]
    [InlineData("""{"version":1}""", 1)]
    [InlineData("""{"version":2}""", 2)]
    [InlineData("""{"version":"2"}""", 2)]
    [InlineData("""{"version":true}""", 3)]
    [InlineData("""{"version":3}""", 0)]
    public void A_discriminator_can_be_a_number_or_a_boolean(string json, int expected) =>
        Assert.Equal(
            expected,
            Select(new UnionTable("version").Object(":version", "1").Object(":version", "2").Object(":version", "true"), json)
        );

    [Theory]
    [InlineData("""{"type":"A","address":"x"}""", 1)]
    [InlineData("""{"type":"A","target":"x"}""", 2)]
    [InlineData("""{"target":"x","type":"A"}""", 2)]
    [InlineData("""{"type":"B","address":"x","other":"x"}""", 3)]
    public void Properties_decide_between_cases_with_the_same_discriminator_value(string json, int expected)
    {
        UnionTable table = new UnionTable("type")
            .Object("s:type\0!s:address", "A")
            .Object("s:type\0!s:target", "A")
            .Object("s:type\0s:other", "B");

        Assert.Equal(expected, Select(table, json));
    }

    [Theory]
    [InlineData("""{"kind":"Cat","size":"x"}""", 1)]
    [InlineData("""{"kind":"Dog","name":"x"}""", 2)]
    [InlineData("""{"kind":"puppy","size":"x"}""", 2)]
    [InlineData("""{"kind":"kitten","name":"x"}""", 1)]
    [InlineData("""{"kind":"Cow","weight":1}""", 3)]
    [InlineData("""{"kind":"calf","weight":1}""", 0)]
    public void An_implicit_mapping_applies_where_the_discriminator_has_another_value(string json, int expected)
    {
        UnionTable table = new UnionTable("kind")
            .ImplicitMapping("s:kind\0!s:name", "Cat")
            .ImplicitMapping("s:kind\0!s:size", "Dog")
            .Object("s:kind\0!n:weight", "Cow");

        Assert.Equal(expected, Select(table, json));
    }

    [Theory]
    [InlineData(false, """{"name":"x"}""", 1)]
    [InlineData(true, """{"name":"x"}""", 0)]
    [InlineData(true, """{"name":"x","age":1}""", 2)]
    [InlineData(true, """{"kind":"Cat","name":"x"}""", 1)]
    public void Without_its_discriminator_a_value_can_be_required_to_be_unambiguous(bool requireUnambiguous, string json, int expected)
    {
        UnionTable table = new UnionTable("kind", requireUnambiguous)
            .Object("s:kind\0!s:name", "Cat")
            .Object("s:kind\0!s:name\0n:age", "Dog");

        Assert.Equal(expected, Select(table, json));
    }

    [Theory]
    [InlineData("""{"id":"x"}""", 1)]
    [InlineData("""{"name":"x"}""", 2)]
    [InlineData("""{"name":"x","id":"x"}""", 3)]
    [InlineData("{}", 0)]
    [InlineData("""{"other":"x"}""", 0)]
    public void Cases_can_differ_in_their_required_properties_only(string json, int expected)
    {
        UnionTable table = new UnionTable().Object("!s:id\0s:name").Object("s:id\0!s:name").Object("!s:id\0!s:name");

        Assert.Equal(expected, Select(table, json));
    }

    [Theory]
    [InlineData("{}", 1)]
    [InlineData("""{"id":"x"}""", 2)]
    [InlineData("""{"other":1}""", 0)]
    public void An_empty_object_is_the_case_that_requires_nothing(string json, int expected) =>
        Assert.Equal(expected, Select(new UnionTable().Object("s:id").Object("!s:id"), json));

    [Theory]
    [InlineData("""{"a":"x"}""", 1)]
    [InlineData("""{"a":"x","b":"x"}""", 2)]
    [InlineData("""{"b":"x","c":"x"}""", 3)]
    [InlineData("""{"a":"x","b":"x","c":"x"}""", 2)]
    public void The_case_that_knows_most_properties_is_selected_and_the_first_of_equals(string json, int expected) =>
        Assert.Equal(expected, Select(new UnionTable().Object("s:a").Object("s:a\0s:b").Object("s:b\0s:c"), json));

    [Theory]
    [InlineData("""{"value":"x"}""", 1)]
    [InlineData("""{"value":1}""", 2)]
    [InlineData("""{"value":[]}""", 2)]
    [InlineData("""{"value":null}""", 1)]
    [InlineData("""{"value":true}""", 0)]
    public void The_kind_of_a_property_selects_the_case_and_null_fits_all(string json, int expected) =>
        Assert.Equal(expected, Select(new UnionTable().Object("!s:value").Object("!na:value"), json));

    [Theory]
    [InlineData("""{"mode":"fast"}""", 1)]
    [InlineData("""{"mode":"slow"}""", 2)]
    [InlineData("""{"mode":"medium"}""", 3)]
    [InlineData("""{"mode":5}""", 4)]
    [InlineData("""{"mode":6}""", 0)]
    public void A_constant_selects_the_case(string json, int expected) =>
        Assert.Equal(
            expected,
            Select(new UnionTable().Object("!s:mode\0=fast").Object("!s:mode\0=slow").Object("!s:mode").Object("!n:mode\0=5"), json)
        );

    [Theory]
    [InlineData("""{"spec":{"size":1}}""", 1)]
    [InlineData("""{"spec":{"count":1}}""", 2)]
    [InlineData("""{"spec":{"size":"x"}}""", 0)]
    [InlineData("""{"spec":{}}""", 0)]
    public void Properties_of_a_property_select_the_case(string json, int expected) =>
        Assert.Equal(expected, Select(new UnionTable().Object("!o:spec\0>!n:size").Object("!o:spec\0>!n:count"), json));

    [Theory]
    [InlineData("""{"id":"x","a":1}""", 1)]
    [InlineData("""{"id":"x","a":"y"}""", 2)]
    [InlineData("""{"id":"x","a":true}""", 0)]
    public void Additional_properties_have_a_kind(string json, int expected) =>
        Assert.Equal(expected, Select(new UnionTable().Object("!s:id\0*n").Object("!s:id\0*s"), json));

    [Theory]
    [InlineData("""{"p0":"x"}""", 1)]
    [InlineData("""{"p39":"x"}""", 40)]
    [InlineData("""{"p40":"x"}""", 0)]
    public void A_union_can_have_many_cases(string json, int expected)
    {
        var table = new UnionTable();
        for (int i = 0; i < 40; i++)
            table.Object($"!s:p{i}");

        Assert.Equal(expected, Select(table, json));
    }

    /// <summary>The look at a value decodes it once more: that ends with the call, wherever the many bytes are.</summary>
    [Theory]
    [InlineData("{\"p\":1,\"other\":[", "12345678,", "1]}")]
    [InlineData("{\"p\":{\"other\":[", "12345678,", "1]}}")]
    [InlineData("{", "\"other\":1,", "\"p\":1}")]
    [InlineData("{\"p\":{", "\"other\":1,", "\"size\":1}}")]
    public void A_large_value_is_not_looked_at_after_cancellation(string start, string repeated, string end)
    {
        UnionTable table = new UnionTable().Object("on:p\0>n:size").Object("on:p\0>n:count");
        string json = start + string.Concat(Enumerable.Repeat(repeated, 8_000)) + end;
        using var cancellation = new CancellationTokenSource();
        Assert.InRange(Select(table, json, cancellation.Token), 1, 2);

        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => Select(table, json, cancellation.Token));
        Assert.Equal(1, Select(table, """{"p":{"size":1}}""", cancellation.Token));
    }

    [Fact]
    public void An_empty_table_selects_nothing() =>
        Assert.All((string[])["{}", "[]", "1"], json => Assert.Equal(0, Select(new UnionTable(), json)));
}
