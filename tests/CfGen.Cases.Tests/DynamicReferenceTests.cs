using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Templates whose types are bound where they are used.</summary>
public class DynamicReferenceTests
{
    private const string Page = """{"entry":{"name":"n","label":"l"},"more":{"byName":{"a":{"name":"x","label":"y"}}}}""";

    [Fact]
    public async Task A_template_has_the_type_that_its_use_binds()
    {
        await using TestServer server = await TestServer.StartAsync(200, Page);
        using DynamicReferences.CaseClient client = new(server.CreateOptions<DynamicReferences.CaseClientOptions>());

        DynamicReferences.PageTemplateOfUser users = await client.Users.GetAsync();
        DynamicReferences.PageTemplateOfItemType groups = await client.Groups.GetAsync();

        Assert.Equal(("n", "x"), (users.Entry.Name, users.More!.ByName!["a"].Name));
        Assert.Equal(("l", "y"), (groups.Entry.Label, groups.More!.ByName!["a"].Label));
    }

    [Fact]
    public async Task A_schema_that_extends_a_recursive_one_contains_itself()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"id":"1","locale":"de","children":[{"id":"2","locale":"fr","children":[]}],"value":1,"left":{"value":2}}"""
        );
        using DynamicReferences.CaseClient client = new(server.CreateOptions<DynamicReferences.CaseClientOptions>());

        DynamicReferences.LocalizedCategory category = await client.Categories.GetAsync();
        DynamicReferences.Tree tree = await client.Tree.GetAsync();

        Assert.Equal(("2", "fr"), (category.Children[0].Id, category.Children[0].Locale));
        Assert.Equal(2, tree.Left!.Value);
    }
}
