using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.CodeGen;

public class BodyValidatorTests
{
    private sealed record Part : IJsonModel<Part>, IValidatable
    {
        public string? Text { get; init; }

        public Uri? Url { get; init; }

        public long? Whole { get; init; }

        public double? Number { get; init; }

        public decimal? Price { get; init; }

        public int? Maybe { get; init; }

        public IReadOnlyList<string>? Tags { get; init; }

        public Part? Inner { get; init; }

        public IReadOnlyList<Part>? Parts { get; init; }

        public IReadOnlyDictionary<string, Part>? Map { get; init; }

        public static Part Read(ref JsonModelReader r) => throw new NotSupportedException();

        public static void Write(ref JsonModelWriter w, Part value)
        {
            w.WriteStartObject();
            w.String("text"u8, value.Text);
            w.Model("inner"u8, value.Inner);
            w.List("parts"u8, value.Parts);
            w.Map("map"u8, value.Map);
            w.OrNull().Int32("maybe"u8, value.Maybe);
            w.WriteEndObject();
        }

        public void Validate(BodyValidator v)
        {
            v.Required("text", Text, "#/text");
            v.String("text", Text, "#/text", minLength: 1, maxLength: 3, pattern: "^[a-z]*$");
            v.Uri("url", Url, "#/url", maxLength: 30);
            v.Number("whole", Whole, "#/whole", minimum: 1, maximum: 9, multipleOf: 3);
            v.Number("number", Number, "#/number", minimum: 0, exclusiveMinimum: true, maximum: 1, multipleOf: 0.1);
            v.Number("price", Price, "#/price", maximum: 1, exclusiveMaximum: true, multipleOf: 0.01m);
            v.Number("maybe", Maybe, "#/maybe", minimum: 1);
            v.Items("tags", Tags, "#/tags", minItems: 1, maxItems: 2, uniqueItems: true);
            v.Strings("tags", Tags, "#/tags/items", maxLength: 2);
            v.Model("inner", Inner);
            v.List("parts", Parts, "#/parts");
            v.Map("a/b~c", Map, "#/map");
        }
    }

    private static async Task<ApiViolation[]> ViolationsAsync(Part body)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions());
        ApiRequestBuilder call = client.Call(TestOperations.Create(HttpMethod.Post)).WithJsonBody(body, true);
        try
        {
            await call.SendAsync(default);
            Assert.Single(stub.Requests);
            return [];
        }
        catch (ApiValidationException e)
        {
            Assert.Empty(stub.Requests);
            Secrets.AssertAbsent(e);
            Assert.All(e.Violations, v => Assert.Equal(("body", "body"), (v.Parameter, v.Location)));
            return [.. e.Violations];
        }
    }

    [Fact]
    public async Task A_valid_body_is_sent() =>
        Assert.Empty(
            await ViolationsAsync(
                new Part
                {
                    Text = "abc",
                    Url = new Uri("https://example.com"),
                    Whole = 9,
                    Number = 0.3,
                    Price = 0.99m,
                    Maybe = 1,
                    Tags = ["ä", "😀😀"],
                    Inner = new Part { Text = "a" },
                    Parts = [new Part { Text = "a" }],
                    Map = new Dictionary<string, Part>
                    {
                        ["k"] = new() { Text = "a", Maybe = null },
                    },
                }
            )
        );

    [Fact]
    public async Task Every_rule_is_checked() =>
        Assert.Equal(
            [
                ("/text", "maxLength: 3"),
                ("/text", "pattern: ^[a-z]*$"),
                ("/url", "format: uri"),
                ("/whole", "maximum: 9"),
                ("/whole", "multipleOf: 3"),
                ("/number", "exclusiveMinimum: 0"),
                ("/price", "exclusiveMaximum: 1"),
                ("/maybe", "minimum: 1"),
                ("/tags", "maxItems: 2"),
                ("/tags", "uniqueItems"),
                ("/tags/1", "maxLength: 2"),
                ("/tags/2", "type: string"),
            ],
            (
                await ViolationsAsync(
                    new Part
                    {
                        Text = "SECRET",
                        Url = new Uri("/relative", UriKind.Relative),
                        Whole = 10,
                        Number = 0,
                        Price = 1,
                        Maybe = 0,
                        Tags = ["a", "SECRET", null!, "a"],
                    }
                )
            ).Select(v => (v.BodyPointer, v.Rule))
        );

    [Fact]
    public async Task Violations_have_pointers_into_the_body()
    {
        var bad = new Part();
        ApiViolation[] violations = await ViolationsAsync(
            new Part
            {
                Text = "a",
                Inner = new Part { Text = "a", Inner = bad },
                Parts = [new Part { Text = "a" }, bad, null!],
                Map = new Dictionary<string, Part> { ["x/y~z"] = bad, [""] = null! },
            }
        );

        Assert.Equal(
            ["/inner/inner/text", "/parts/1/text", "/parts/2", "/a~1b~0c/x~1y~0z/text", "/a~1b~0c/"],
            violations.Select(v => v.BodyPointer)
        );
        Assert.Equal("body at /inner/inner/text is required and must not be null (required, #/text).", violations[0].Message);
    }

    [Fact]
    public async Task Numbers_without_JSON_are_violations() =>
        Assert.Equal(
            ["type: number", "type: number"],
            [
                (await ViolationsAsync(new Part { Text = "a", Number = double.NaN }))[0].Rule,
                (await ViolationsAsync(new Part { Text = "a", Number = double.PositiveInfinity }))[0].Rule,
            ]
        );

    [Fact]
    public async Task Multiples_of_decimals_are_exact() =>
        Assert.Equal("multipleOf: 0.01", Assert.Single(await ViolationsAsync(new Part { Text = "a", Price = 0.005m })).Rule);

    [Fact]
    public async Task Violations_of_parameters_and_body_are_reported_together()
    {
        using var client = new TestClient(new TestClientOptions());

        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client
                .Call(TestOperations.Create(HttpMethod.Post, "/{id}"))
                .AddString(ParameterLocation.Path, "id", "..", "#/id", true, expression: "id")
                .WithJsonBody(new Part(), true, expression: "part")
                .SendAsync(default)
        );

        Assert.Equal(["id", "part"], e.Violations.Select(v => v.Parameter));
    }

    [Fact]
    public async Task Each_item_of_a_list_body_is_checked()
    {
        using var client = new TestClient(new TestClientOptions());
        IReadOnlyList<Part> parts = [new Part { Text = "a" }, new Part()];

        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client
                .Call(TestOperations.Create(HttpMethod.Post))
                .WithJsonBody<IReadOnlyList<Part>, ListCodec<Part, ModelCodec<Part>>>(parts, true)
                .SendAsync(default)
        );

        Assert.Equal("/1/text", Assert.Single(e.Violations).BodyPointer);
    }

    [Fact]
    public async Task A_body_that_contains_itself_fails_the_task()
    {
        var list = new List<Part>();
        var body = new Part { Text = "a", Parts = list };
        list.Add(body);
        using var client = new TestClient(new TestClientOptions());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.Call(TestOperations.Create(HttpMethod.Post)).WithJsonBody(body, true).SendAsync(default)
        );
    }
}
