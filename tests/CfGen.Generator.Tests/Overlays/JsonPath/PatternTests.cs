using CfGen.Generator.Overlays.JsonPath;

namespace CfGen.Generator.Tests.Overlays.JsonPath;

/// <summary>The patterns of <c>match</c> and <c>search</c>, by RFC 9485.</summary>
public class PatternTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a|bc|", "bc", true)]
    [InlineData("a|bc|", "", true)]
    [InlineData("a|bc", "abc", false)]
    [InlineData("(a|b)*c", "abbac", true)]
    [InlineData("(ab|cd|ef)+", "efabcd", true)]
    [InlineData("(ab|cd|ef)+", "efabc", false)]
    [InlineData("a{2}", "aa", true)]
    [InlineData("a{2}", "aaa", false)]
    [InlineData("a{2,}", "aaaa", true)]
    [InlineData("a{2,3}", "aaaa", false)]
    [InlineData("a{0,1}b", "b", true)]
    [InlineData("a{0}b", "b", true)]
    [InlineData("(a|b{2}){2}", "bba", true)]
    [InlineData("(a|b{2}){2}", "ba", false)]
    [InlineData("(a*)*", "aaa", true)]
    [InlineData("x?y?", "y", true)]
    [InlineData("[a-c]+", "abcd", false)]
    [InlineData("[^a-c]+", "def", true)]
    [InlineData("[^a-c]", "b", false)]
    [InlineData("[-a]+", "a-a", true)]
    [InlineData("[a-]+", "a-a", true)]
    [InlineData("[^-]", "-", false)]
    [InlineData("[a\\-z]+", "-az", true)]
    [InlineData("[\\p{Lu}0-9]+", "ÄB7", true)]
    [InlineData("[\\P{L}]", "x", false)]
    [InlineData("[^\\p{Lu}]", "x", true)]
    [InlineData("\\p{N}\\p{Nd}", "Ⅷ8", true)]
    [InlineData("\\n\\r\\t", "\n\r\t", true)]
    [InlineData("\\^\\|\\{\\}", "^|{}", true)]
    [InlineData("[😀-😃]", "😂", true)]
    [InlineData("[😀-😃]", "😄", false)]
    [InlineData("^a$", "a", true)]
    public void A_whole_text_matches_or_does_not(string pattern, string text, bool matches) =>
        Assert.Equal(matches, IsMatch(pattern, text, isWhole: true));

    [Theory]
    [InlineData("b", "abc", true)]
    [InlineData("^b", "abc", false)]
    [InlineData("^a", "abc", true)]
    [InlineData("b$", "abc", false)]
    [InlineData("c$", "abc", true)]
    [InlineData("", "abc", true)]
    [InlineData("a.c|d", "xxabcx", true)]
    [InlineData("[0-9]{3}", "a12b123", true)]
    [InlineData("[0-9]{3}", "a12b12", false)]
    public void A_part_of_a_text_matches_or_does_not(string pattern, string text, bool matches) =>
        Assert.Equal(matches, IsMatch(pattern, text, isWhole: false));

    [Theory]
    [InlineData("*a", "escaped")]
    [InlineData("a**", "escaped")]
    [InlineData("(a", "not closed")]
    [InlineData("a)", "nothing before it")]
    [InlineData("[a", "not closed")]
    [InlineData("[]", "empty")]
    [InlineData("[z-a]", "ends before it starts")]
    [InlineData("[a-c-e]", "hyphen")]
    [InlineData("[[]", "'\\['")]
    [InlineData("a{2", "braces")]
    [InlineData("a{x}", "no number")]
    [InlineData("a{3,2}", "braces")]
    [InlineData("a]", "escaped")]
    [InlineData("\\d+", "'\\d'")]
    [InlineData("\\", "backslash")]
    [InlineData("\\p{Greek}", "'Greek'")]
    [InlineData("\\p{Cs}", "'Cs'")]
    [InlineData("\\pL", "'\\p{Lu}'")]
    [InlineData("a{99999999999999}", "more than 10000 times")]
    [InlineData("(((a{100}){100}){100}){100}", "too large")]
    public void An_invalid_pattern_is_reported(string pattern, string reason)
    {
        (PatternProgram? program, string? problem) = PatternParser.Parse(pattern);
        Assert.Null(program);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_without_end_do_not_overflow_the_stack() =>
        Assert.Contains("nested too deeply", PatternParser.Parse(new string('(', 100_000)).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("(a+)+b")]
    [InlineData("(a|a)*b")]
    [InlineData("(a?){30}a{30}b")]
    public void The_work_grows_with_the_product_of_the_lengths_and_no_faster(string pattern)
    {
        WorkBudget budget = new(50_000, default);
        Assert.False(PatternParser.Parse(pattern).Program!.IsMatch(new string('a', 100), isWhole: true, budget));
    }

    private static bool IsMatch(string pattern, string text, bool isWhole)
    {
        (PatternProgram? program, string? problem) = PatternParser.Parse(pattern);
        Assert.Null(problem);
        return program!.IsMatch(text, isWhole, new WorkBudget(100_000, default));
    }
}
