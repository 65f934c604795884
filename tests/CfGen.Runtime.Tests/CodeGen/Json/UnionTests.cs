using System.Text.Json;
using System.Text.Json.Serialization;
using CfGen.CodeGen;
using CfGen.Validation;

namespace CfGen.Runtime.Tests.CodeGen;

/// <summary>A union as the generator emits it: reading, holding and writing its value.</summary>
public class UnionTests
{
    private static Target Read(string json) => CodecTests.Read<Target, ModelCodec<Target>>(json);

    private static string Write(Target value) => CodecTests.Write<Target, ModelCodec<Target>>(value);

    [Theory]
    [InlineData("""{"kind":"host","name":"example.com"}""", 1)]
    [InlineData("""{"kind":"pool","members":["a","b"]}""", 2)]
    [InlineData("\"text\"", 3)]
    [InlineData("""[1,-2,3]""", 4)]
    [InlineData("""{"kind":"cloud","region":{"name":"eu"},"tags":[1,null]}""", 0)]
    [InlineData("""["text"]""", 0)]
    [InlineData("12.50", 0)]
    [InlineData("null", 0)]
    [InlineData("""{"kind":"host","name":"x","added":{"later":[true]}}""", 1)]
    public void A_value_is_written_as_it_was_read(string json, int caseIndex)
    {
        Target target = Read(json);

        Assert.Equal(json, Write(target));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Wrapper>($$"""{"target":{{json}}}""")!.Target ?? target));
        Assert.Equal(caseIndex == 0, target.IsUnknown);
        Assert.Equal(caseIndex, target.Match(_ => 1, _ => 2, _ => 3, _ => 4, _ => 0));
    }

    [Fact]
    public void A_value_is_read_as_the_type_of_its_case()
    {
        Assert.Equal("example.com", Assert.IsType<Host>(Read("""{"kind":"host","name":"example.com"}""").Value).Name);
        Assert.Equal(["a", "b"], Assert.IsType<Pool>(Read("""{"members":["a","b"],"kind":"pool"}""").Value).Members);
        Assert.True(Read("\"text\"").TryGet(out string? text) && text == "text");
        Assert.False(Read("\"text\"").TryGet<Host>(out _));
        Assert.True(Read("[1,2]").TryGet(out IReadOnlyList<long>? numbers));
        Assert.Equal([1L, 2L], numbers);
        Assert.Equal(JsonValueKind.Number, Assert.IsType<JsonElement>(Read("5").Value).ValueKind);
    }

    [Fact]
    public void Values_that_fit_no_case_are_counted()
    {
        byte[] json = """["text",5,true,{"kind":"host","name":"x"}]"""u8.ToArray();
        var reader = new JsonModelReader(json);
        reader.ReadFirstToken();

        IReadOnlyList<Target> targets = ListCodec<Target, ModelCodec<Target>>.Read(ref reader);

        Assert.Equal([false, true, true, false], targets.Select(t => t.IsUnknown));
        Assert.Equal(2, reader.UnknownUnionCount);
    }

    [Fact]
    public void Equality_is_by_case_and_value()
    {
        Assert.Equal(Read("\"a\""), new Target("a"));
        Assert.True(Read("\"a\"") == new Target("a"));
        Assert.Equal(Read("\"a\"").GetHashCode(), new Target("a").GetHashCode());
        Assert.NotEqual(Read("\"a\""), new Target("b"));
        Assert.Equal(Read("""{"kind":"x","a":1}"""), Read("""{"kind":"x","a":1}"""));
        Assert.NotEqual(Read("""{"kind":"x","a":1}"""), Read("""{"kind":"x","a":2}"""));
        Assert.NotEqual(Target.Unknown(JsonDocument.Parse("\"a\"").RootElement), new Target("a"));
        Assert.False(new Target("a").Equals((object)new OtherTarget("a")));
        Assert.True(new Target("a") != null);
    }

    [Fact]
    public void A_union_holds_a_value() => Assert.Throws<ArgumentNullException>(() => new Target((string)null!));

    [Fact]
    public void A_missing_property_of_the_selected_case_is_an_error()
    {
        JsonException e = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Wrapper>("""{"target":{"kind":"host"}}"""));

        Assert.Contains("name", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_the_value_are_checked()
    {
        var validator = new BodyValidator("body", null, new PatternChecks(isDeferring: false));

        validator.Model("target", new Target(new Host { Kind = "host", Name = "" }));
        validator.Model("other", new Target("a"));

        Assert.Equal(["/target/name"], validator.FoundViolations!.All.Select(v => v.BodyPointer));
    }

    private sealed record Wrapper([property: JsonPropertyName("target")] Target? Target);

    private sealed class OtherTarget(object value) : ApiUnion(3, value);

    public sealed record Host : IJsonModel<Host>, IValidatable
    {
        private readonly UnknownProperties? _unknownProperties;

        public Host() { }

        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        private Host(ref JsonModelReader r)
        {
            Kind = Name = "";
            var outer = r.ReadStartObject();
            for (; r.HasMoreProperties(); r.CaptureUnknown())
            {
                if (r.IsProperty("kind"u8, 0b01))
                    Kind = r.String();
                if (r.IsProperty("name"u8, 0b10))
                    Name = r.String();
            }

            _unknownProperties = r.ReadEndObject(outer, 0b11, "kind\0name"u8);
        }

        public required string Kind { get; init; }

        public required string Name { get; init; }

        public static Host Read(ref JsonModelReader r) => new(ref r);

        public static void Write(ref JsonModelWriter w, Host value)
        {
            w.WriteStartObject();
            w.String("kind"u8, value.Kind);
            w.String("name"u8, value.Name);
            w.WriteEndObject(value._unknownProperties);
        }

        void IValidatable.Validate(BodyValidator v) => v.String("name", Name, "#/name", minLength: 1);
    }

    public sealed record Pool : IJsonModel<Pool>
    {
        public IReadOnlyList<string>? Members { get; private init; }

        public static Pool Read(ref JsonModelReader r)
        {
            IReadOnlyList<string>? members = null;
            var outer = r.ReadStartObject();
            for (; r.HasMoreProperties(); r.SkipUnknown())
            {
                if (r.IsProperty("members"u8))
                    members = r.ValueOrNull<IReadOnlyList<string>, ListCodec<string, StringCodec>>();
            }

            r.ReadEndObject(outer);
            return new Pool { Members = members };
        }

        public static void Write(ref JsonModelWriter w, Pool value)
        {
            w.WriteStartObject();
            w.String("kind"u8, "pool");
            w.Value<IReadOnlyList<string>, ListCodec<string, StringCodec>>("members"u8, value.Members);
            w.WriteEndObject();
        }
    }

    [JsonConverter(typeof(JsonModelConverter<Target>))]
    public sealed class Target : ApiUnion, IJsonModel<Target>
    {
        private static readonly UnionTable s_cases = new UnionTable("kind")
            .Object("!s:kind\0!s:name", "host")
            .Object("s:kind\0a:members", "pool")
            .Value('s')
            .Value('a', "n");

        private Target(int caseIndex, object value)
            : base(caseIndex, value) { }

        public Target(Host value)
            : base(1, value) { }

        public Target(string value)
            : base(3, value) { }

        public static Target Unknown(JsonElement value) => new(0, value);

        public TResult Match<TResult>(
            Func<Host, TResult> host,
            Func<Pool, TResult> pool,
            Func<string, TResult> text,
            Func<IReadOnlyList<long>, TResult> numbers,
            Func<JsonElement, TResult> unknown
        ) =>
            CaseIndex switch
            {
                1 => host((Host)Value),
                2 => pool((Pool)Value),
                3 => text((string)Value),
                4 => numbers((IReadOnlyList<long>)Value),
                _ => unknown((JsonElement)Value),
            };

        static Target IJsonModel<Target>.Read(ref JsonModelReader r) =>
            r.SelectCase(s_cases) switch
            {
                1 => new Target(1, r.ReadCase<Host>()),
                2 => new Target(2, r.ReadCase<Pool>()),
                3 => new Target(3, r.ReadCase<string, StringCodec>()),
                4 => new Target(4, r.ReadCase<IReadOnlyList<long>, ListCodec<long, Int64Codec>>()),
                _ => Unknown(r.ReadCase<JsonElement, JsonElementCodec>()),
            };

        static void IJsonModel<Target>.Write(ref JsonModelWriter w, Target value)
        {
            switch (value.CaseIndex)
            {
                case 1:
                    w.WriteCase<Host>(value.Value);
                    break;
                case 2:
                    w.WriteCase<Pool>(value.Value);
                    break;
                case 3:
                    w.WriteCase<string, StringCodec>(value.Value);
                    break;
                case 4:
                    w.WriteCase<IReadOnlyList<long>, ListCodec<long, Int64Codec>>(value.Value);
                    break;
                default:
                    w.WriteCase<JsonElement, JsonElementCodec>(value.Value);
                    break;
            }
        }
    }
}
