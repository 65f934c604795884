using CfGen.CodeGen;

namespace CfGen.Runtime.Tests.CodeGen.Json;

/// <summary>The numbers of values in <c>Known</c>.</summary>
public class OpenEnumTableTests
{
    private static readonly string[] s_many = [.. Enumerable.Range(1, 20).Select(i => $"v{i}")];

    [Theory]
    [InlineData("cat", 1)]
    [InlineData("fox", 3)]
    [InlineData("dog", 0)]
    [InlineData(null, 0)]
    public void A_value_has_the_number_of_the_table(string? value, int number) =>
        Assert.Equal(number, new OpenEnumTable("cat", "fox").WithNumbers(1, 3).FindOrdinal(value));

    [Theory]
    [InlineData("v1", 2)]
    [InlineData("v20", 40)]
    [InlineData("v21", 0)]
    public void A_long_table_has_numbers_too(string value, int number) =>
        Assert.Equal(number, new OpenEnumTable(s_many).WithNumbers([.. Enumerable.Range(1, 20).Select(i => 2 * i)]).FindOrdinal(value));

    [Theory]
    [InlineData(7L, 5)]
    [InlineData(8L, 2)]
    [InlineData(9L, 0)]
    public void So_has_a_table_of_integers(long value, int number) =>
        Assert.Equal(number, new OpenEnumTable(7L, 8L).WithNumbers(5, 2).FindOrdinal(value));

    [Fact]
    public void Without_numbers_a_value_has_that_of_its_place() => Assert.Equal(2, new OpenEnumTable("cat", "fox").FindOrdinal("fox"));

    /// <summary>The table finds the JSON type of a value by its place, and not by its number.</summary>
    [Fact]
    public void A_mixed_table_has_numbers()
    {
        OpenEnumTable table = OpenEnumTable.CreateMixed(("a", true), ("1", false)).WithNumbers(9, 4);
        Assert.Equal(4, table.FindOrdinal("1"));
        Assert.Equal(9, table.FindOrdinal("a"));
        Assert.False(table.IsString("1"));
        Assert.True(table.IsString("a"));
    }
}
