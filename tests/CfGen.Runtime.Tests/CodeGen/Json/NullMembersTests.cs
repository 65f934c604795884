using System.Net;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Runtime.Tests.CodeGen;

/// <summary>The marks of properties that are sent as null.</summary>
public class NullMembersTests
{
    private sealed record Patch;

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(200)]
    public void A_mark_is_that_of_one_index(int index)
    {
        NullMembers marked = default;
        marked.Mark(index);

        Assert.Equal([index], Enumerable.Range(0, 300).Where(i => marked.Has(i)));
        Assert.Equal((null, "a"), (marked.Keep(index, "a"), marked.Keep(index + 1, "a")));
        Assert.Equal((true, false, true), (marked.IsSent(index, (int?)null), marked.IsSent(index + 1, (int?)null), marked.IsSent(1, "a")));
    }

    [Fact]
    public void Merged_marks_leave_both_operands_as_they_are()
    {
        NullMembers one = default;
        one.Mark(1);
        one.Mark(70);
        NullMembers two = default;
        two.Mark(2);
        two.Mark(140);

        NullMembers both = one.Merge(two);
        NullMembers reversed = two.Merge(one);

        Assert.Equal([1, 2, 70, 140], Enumerable.Range(0, 200).Where(i => both.Has(i)));
        Assert.Equal([1, 2, 70, 140], Enumerable.Range(0, 200).Where(i => reversed.Has(i)));
        Assert.Equal([1, 70], Enumerable.Range(0, 200).Where(i => one.Has(i)));
        Assert.Equal([2, 140], Enumerable.Range(0, 200).Where(i => two.Has(i)));
    }

    [Fact]
    public void Marks_do_not_count_in_equality()
    {
        NullMembers marked = default;
        marked.Mark(3);

        Assert.True(marked == default && !(marked != default) && marked.Equals(default) && marked.Equals((object)default(NullMembers)));
        Assert.Equal(default(NullMembers).GetHashCode(), marked.GetHashCode());
        Assert.False(marked.Equals(""));
    }

    [Fact]
    public void Properties_are_selected_by_name()
    {
        NullMembers selected = NullMembers.Select<Patch>("Note  Tags", ["Tags", "Note", "Tags"]);

        Assert.Equal([0, 2], Enumerable.Range(0, 10).Where(i => selected.Has(i)));
    }

    [Theory]
    [InlineData("Sku")]
    [InlineData("note")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Note  Tags")]
    public void Another_name_is_an_error_that_lists_the_right_ones(string? name)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => NullMembers.Select<Patch>("Note  Tags", ["Note", name!]));

        Assert.Equal(
            $"Patch has no property '{name}' that can be left out and be null. WithNull takes Note, Tags. (Parameter 'properties')",
            error.Message
        );
        Assert.Equal("properties", Assert.Throws<ArgumentNullException>(() => NullMembers.Select<Patch>("Note", null!)).ParamName);
    }

    /// <summary>A record of one recursive property, as emitted.</summary>
    private sealed record Node : IJsonModel<Node>
    {
        public Node? Inner { get; init; }

        public static void Write(ref JsonModelWriter w, Node value)
        {
            w.WriteStartObject();
            w.Model("inner"u8, value.Inner);
            w.WriteEndObject();
        }
    }

    [Fact]
    public void A_writer_writes_null_for_the_next_property_only()
    {
        string json = Write(
            static (ref JsonModelWriter w) =>
            {
                w.OrNull().String("a"u8, null);
                w.OrNull().Int32("b"u8, null);
                w.OrNull().Json("c"u8, null);
                w.OrNull().Json("d"u8, default(JsonElement));
                w.OrNull().Uri("e"u8, null);
                w.OrNull().IPAddress("f"u8, IPAddress.Loopback);
                w.OrNull().Model<Node>("g"u8, null);
                w.OrNull().Model("h"u8, new Node { Inner = new Node() });
                w.OrNull().Value<string, StringCodec>("i"u8, null);
                w.OrNull(false).String("j"u8, null);
                w.OrNull(default, 0).String("k"u8, null);
                w.OrNull(NullMembers.Select<Patch>("A B", ["B"]), 0).String("l"u8, null);
                w.OrNull(NullMembers.Select<Patch>("A B", ["B"]), 1).String("m"u8, null);
                w.String("n"u8, null);
                w.Int32("o"u8, null);
                w.Json("p"u8, null);
                w.Model<Node>("q"u8, null);
            }
        );

        Assert.Equal(
            """{"a":null,"b":null,"c":null,"d":null,"e":null,"f":"127.0.0.1","g":null,"h":{"inner":{}},"i":null,"m":null}""",
            json
        );
    }

    private delegate void WriteProperties(ref JsonModelWriter w);

    private static string Write(WriteProperties write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            var w = new JsonModelWriter(json);
            w.WriteStartObject();
            write(ref w);
            w.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
