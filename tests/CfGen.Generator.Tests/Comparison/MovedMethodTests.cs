using CfGen.Generator.Comparison;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Tests.Comparison;

/// <summary>Methods whose class has another name: they are named by the resource that leads there, or else by themselves.</summary>
public class MovedMethodTests
{
    private static readonly ApiListing s_old = Create(
        "Client.Aws resource type=AwsResource",
        "AwsResource.CreateAsync method operation=\"POST /aws\" id=create returns=void"
    );

    [Fact]
    public void A_resource_that_leads_to_another_class_names_its_methods()
    {
        ApiListing current = Create(
            "Client.Accounts resource type=AccountsResource",
            "AccountsResource.CreateAsync method operation=\"POST /aws\" id=create returns=void"
        );
        Assert.Equal([ChangeKind.ResourceRenamed], ListingComparison.Compare(s_old, current).Changes.Select(c => c.Kind));
    }

    [Fact]
    public void A_method_is_named_where_its_resource_leads_elsewhere()
    {
        ApiListing current = Create(
            "Client.Aws resource type=OtherResource",
            "OtherResource.Accounts resource type=AccountsResource",
            "OtherResource.ListAsync method operation=\"GET /aws\" id=list returns=void",
            "AccountsResource.CreateAsync method operation=\"POST /aws\" id=create returns=void"
        );
        ApiChange change = Assert.Single(
            ListingComparison.Compare(s_old, current).Changes,
            c => c.Kind is ChangeKind.MethodRenamed or ChangeKind.MethodRemoved
        );
        Assert.Equal(
            (ChangeKind.MethodRenamed, "AwsResource.CreateAsync", "AccountsResource.CreateAsync"),
            (change.Kind, change.Member, change.New)
        );
    }

    private static ApiListing Create(params string[] lines) =>
        new("Acme.Client", [.. lines.Order(StringComparer.Ordinal).Select(l => new ListingLine(l, ""))]);
}
