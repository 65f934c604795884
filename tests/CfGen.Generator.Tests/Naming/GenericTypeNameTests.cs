using CfGen.Generator.Binding.Types;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Tests.Naming;

/// <summary>The type names of components that are named like a generic, nested or assembly-qualified type.</summary>
public class GenericTypeNameTests
{
    [Theory]
    [InlineData("PagedResult`1[[Acme.Order, Acme, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]", "PagedResultOfOrder")]
    [InlineData("Acme.Result`1[[Acme.Order, Acme, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]", "ResultOfOrder")]
    [InlineData("Acme.Either`2[[Acme.A, Acme, Version=1.0],[System.Int32, mscorlib, Version=4.0]]", "EitherOfAAndInt32")]
    [InlineData(
        "A.Page`1[[A.Envelope`1[[A.Order, A, Version=1.0.0.0]], A, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]",
        "PageOfEnvelopeOfOrder"
    )]
    [InlineData("Issue`1[System.String]", "IssueOfString")]
    [InlineData("Acme.Order, Acme, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null", "Order")]
    [InlineData("Acme.Orders+Create", "OrdersCreate")]
    [InlineData("Acme.Outer`1+Inner[[System.String, mscorlib, Version=4.0.0.0]]", "OuterInnerOfString")]
    [InlineData("PagedResult<Order>", "PagedResultOfOrder")]
    [InlineData("Dictionary<string, List<Order>>", "DictionaryOfStringAndListOfOrder")]
    [InlineData("Page«Order»", "PageOfOrder")]
    [InlineData("Map«string,List«Order»»", "MapOfStringAndListOfOrder")]
    [InlineData("com.acme.Page«com.acme.Order»", "PageOfOrder")]
    [InlineData("Paged[Order]", "PagedOfOrder")]
    [InlineData("List`1[[Acme.Order[], Acme, Version=1.0]]", "ListOfOrderArray")]
    [InlineData("Order[]", "OrderArray")]
    // Those that generators write as words stay as they are.
    [InlineData("Page_Order_", "PageOrder")]
    [InlineData("OrderPagedResult", "OrderPagedResult")]
    [InlineData("PagedResultOfOrder", "PagedResultOfOrder")]
    [InlineData("Acme.Order", "AcmeOrder")]
    // None of these is the name of a type.
    [InlineData("a<b", "ALessThanB")]
    [InlineData("C+", "CPlus")]
    [InlineData("a+b", "APlusB")]
    [InlineData("x [note", "XNote")]
    [InlineData("`", "TypeModel")]
    public void Names_are_readable(string component, string name) => Assert.Equal([name], GetNames(component));

    [Fact]
    public void Namespaces_stay_where_names_would_be_equal()
    {
        Assert.Equal(
            ["SalesPageOfSalesOrder", "StockPageOfStockOrder", "TypeOfOrder"],
            GetNames("Sales.Page`1[Sales.Order]", "Stock.Page`1[Stock.Order]", "Sales.Type`1[Order]")
        );
        Assert.Equal(["SalesPageOfOrder", "PageOfOrder"], GetNames("Sales.Page`1[Order]", "PageOfOrder"));
    }

    [Fact]
    public void Names_do_not_depend_on_the_order_of_the_document()
    {
        string[] ids = ["Page<Order>", "Page«Order»", "PageOfOrder", "Page[Order]"];
        Dictionary<string, string> names = ids.Zip(GetNames(ids)).ToDictionary(p => p.First, p => p.Second);

        Assert.Equal(ids.Length, names.Values.Distinct().Count());
        Assert.Equal(ids.Reverse().Select(id => names[id]), GetNames([.. ids.Reverse()]));
    }

    [Fact]
    public void A_name_of_many_types_in_each_other_ends()
    {
        string deep = string.Concat(Enumerable.Repeat("A<", 100_000));

        Assert.Null(GenericTypeName.TryRead(deep, withNamespaces: true));
        Assert.Null(GenericTypeName.TryRead(deep + new string('>', 100_000), withNamespaces: true));
    }

    private static IEnumerable<string> GetNames(params string[] components)
    {
        ComponentTypeNames names = ComponentTypeNames.Assign(components, components, new NameScope());
        return components.Select(names.GetName);
    }
}
