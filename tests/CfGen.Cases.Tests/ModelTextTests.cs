using System.Text.Json;
using CfGen.Cases.Tests.SecretMembers;

namespace CfGen.Cases.Tests;

/// <summary>The text of models: their JSON without secrets, and bounded.</summary>
public class ModelTextTests
{
    private const string Hidden = "S3CRET";

    private static User Parse(string json) => JsonSerializer.Deserialize<User>(json)!;

    [Theory]
    [InlineData("""{"pin":"S3CRET"}""", "\"pin\": ***")] // format: password
    [InlineData("""{"apiKey":"S3CRET"}""", "\"apiKey\": ***")]
    [InlineData("""{"passwordHash":"S3CRET"}""", "\"passwordHash\": ***")]
    [InlineData("""{"client-secret":{"value":"S3CRET"}}""", "\"client-secret\": ***")]
    [InlineData("""{"tokens":["S3CRET","S3CRET"],"total_tokens":5}""", "\"tokens\": ***, \"total_tokens\": 5")]
    [InlineData("""{"secret_number":4711}""", "\"secret_number\": ***")]
    [InlineData("""{"has_password":true}""", "\"has_password\": true")]
    [InlineData("""{"next_page_token":"p2","monkey":"m"}""", "\"next_page_token\": \"p2\", \"monkey\": \"m\"")]
    [InlineData("""{"settings":{"DB_PASSWORD":"S3CRET","HOST":"h"}}""", "\"settings\": {\"DB_PASSWORD\": ***, \"HOST\": \"h\"}")]
    [InlineData("""{"anything":[{"AccessToken":{"a":["S3CRET"]},"b":1}]}""", "\"anything\": [{\"AccessToken\": ***, \"b\": 1}]")]
    [InlineData("""{"user":{"id":"2","pin":"S3CRET"}}""", "\"user\": {\"id\": \"2\", \"pin\": ***}")]
    public void A_secret_is_in_no_text(string json, string expected)
    {
        User user = Parse("""{"id":"1",""" + json[1..]);

        Assert.DoesNotContain("S3CRET", user.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", user.ToString(), StringComparison.Ordinal);
        Assert.Contains(expected, user.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"id\": \"1\"", user.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            json.Contains(Hidden, StringComparison.Ordinal),
            JsonSerializer.Serialize(user).Contains(Hidden, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_a_server_never_returns_is_a_secret()
    {
        var user = new User
        {
            Id = "1",
            Answer = new() { Text = Hidden },
        };

        Assert.DoesNotContain(Hidden, user.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"answer\": ***", user.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_one_line_of_JSON()
    {
        Listing listing = JsonSerializer.Deserialize<Listing>("""{"users":[{"id":"a\n\"b\u0007é","point":[1.5,2]}],"other":"x"}""")!;

        Assert.Equal("""Listing { "users": [{"id": "a\n\"b\u0007é", "point": [1.5, 2]}], "other": "x" }""", listing.ToString());
        Assert.Equal("Listing { }", new Listing().ToString());
    }

    [Fact]
    public void A_text_of_a_server_begins_no_line() => Assert.DoesNotContain('\n', new User { Id = "\u0001forged\nline" }.ToString());

    [Fact]
    public void Long_texts_lists_and_maps_are_cut()
    {
        var user = new User
        {
            Id = new string('x', 199) + "😀" + new string('y', 5000),
            Names = [.. Enumerable.Range(0, 1000).Select(i => "n" + i)],
            Settings = Enumerable.Range(0, 50).ToDictionary(i => "s" + i, i => "v"),
            Anything = JsonSerializer.SerializeToElement(Enumerable.Range(0, 30)),
        };

        string text = user.ToString();

        Assert.Contains("\"id\": \"" + new string('x', 199) + "…\"", text, StringComparison.Ordinal);
        Assert.Contains("\"n9\", … 990 more]", text, StringComparison.Ordinal);
        Assert.Contains("\"s9\": \"v\", \"…\": … 40 more}", text, StringComparison.Ordinal);
        Assert.Contains("8, 9, … 20 more]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_deep_and_wide_model_has_a_short_text(int width)
    {
        var user = new User { Id = "leaf" };
        for (int i = 0; i < 40; i++)
            user = new User { Id = "level", Users = [.. Enumerable.Repeat(user, width)] };

        string text = user.ToString();

        Assert.InRange(text.Length, 50, 5000);
        Assert.Contains("…", text, StringComparison.Ordinal);
        Assert.DoesNotContain("leaf", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_written_throws_nothing()
    {
        var user = new User
        {
            Id = "1",
            Point = new() { Item1 = double.NaN, Item2 = 1 },
        };

        Assert.StartsWith("User { \"id\": \"1\"", user.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("User { \"id\": \"1\"", new User { Id = "1", Users = [null!] }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Types_without_JSON_hide_their_secrets()
    {
        Assert.Equal(
            "CaseLoginRequest { User = me, Password = ***, Pin = ***, RememberToken = True }",
            new CaseLoginRequest
            {
                User = "me",
                Password = Hidden,
                Pin = Hidden,
                RememberToken = true,
            }.ToString()
        );
        Assert.Equal(
            "UsersListParameters { ApiKey = ***, PageToken = p2, Limit = 5 }",
            new UsersListParameters
            {
                ApiKey = Hidden,
                PageToken = "p2",
                Limit = 5,
            }.ToString()
        );
    }

    [Fact]
    public void A_type_without_a_JSON_writer_hides_its_secrets()
    {
        ReceivedSecrets.User user = JsonSerializer.Deserialize<ReceivedSecrets.User>("""{"id":"1","apiKey":"S3CRET","pin":"S3CRET"}""")!;

        Assert.Equal("User { Id = 1, ApiKey = ***, Pin = *** }", user.ToString());
    }

    [Fact]
    public void A_secret_parameter_of_the_client_is_not_serialized()
    {
        var options = new CaseClientOptions { XSigningSecret = Hidden };

        Assert.DoesNotContain(Hidden, JsonSerializer.Serialize(options), StringComparison.Ordinal);
        Assert.True(
            Attribute.IsDefined(
                typeof(CaseClientOptions).GetProperty(nameof(options.XSigningSecret))!,
                typeof(System.Diagnostics.DebuggerBrowsableAttribute)
            )
        );
    }
}
