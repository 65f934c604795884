using System.Text.Json.Nodes;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>Parses the expressions of filters, with the types that RFC 9535 wants of functions and comparisons.</summary>
internal sealed class FilterParser(JsonPathReader reader, JsonPathParser queries)
{
    private const int MaximumDepth = 50;

    private static readonly (string Text, ComparisonOperator Operator)[] s_operators =
    [
        ("==", ComparisonOperator.Equal),
        ("!=", ComparisonOperator.NotEqual),
        ("<=", ComparisonOperator.LessOrEqual),
        (">=", ComparisonOperator.GreaterOrEqual),
        ("<", ComparisonOperator.Less),
        (">", ComparisonOperator.Greater),
    ];

    private int _depth;

    /// <summary>Parses a logical expression.</summary>
    /// <exception cref="JsonPathException">The text is not an expression.</exception>
    public FilterExpression ParseExpression()
    {
        if (++_depth > MaximumDepth)
            throw reader.Fail("filters and parentheses are nested more than 50 levels deep");
        List<FilterExpression> operands = [ParseAnd()];
        while (TryReadOperator("||"))
            operands.Add(ParseAnd());
        _depth--;
        return operands.Count == 1 ? operands[0] : new OrExpression(operands);
    }

    private FilterExpression ParseAnd()
    {
        List<FilterExpression> operands = [ParseBasic()];
        while (TryReadOperator("&&"))
            operands.Add(ParseBasic());
        return operands.Count == 1 ? operands[0] : new AndExpression(operands);
    }

    private bool TryReadOperator(string word)
    {
        int start = reader.At;
        reader.SkipSpace();
        if (!reader.TryRead(word))
        {
            reader.At = start;
            return false;
        }

        reader.SkipSpace();
        return true;
    }

    private FilterExpression ParseBasic()
    {
        bool isNegated = reader.Next == '!';
        if (isNegated)
        {
            reader.At++;
            reader.SkipSpace();
        }

        if (reader.Next == '(')
        {
            reader.At++;
            reader.SkipSpace();
            FilterExpression inner = ParseExpression();
            reader.SkipSpace();
            reader.Read(')', "a parenthesis is not closed");
            return isNegated ? new NotExpression(inner) : inner;
        }

        int start = reader.At;
        Operand left = ParseOperand();
        if (TryReadComparison() is not { } comparison)
        {
            FilterExpression test = ToTest(left, start);
            return isNegated ? new NotExpression(test) : test;
        }

        if (isNegated)
            throw reader.FailFrom(start, "a comparison that '!' negates is in parentheses");
        ValueExpression one = ToValue(left, start, "a comparison has a value on each side");
        int second = reader.At;
        ValueExpression other = ToValue(ParseOperand(), second, "a comparison has a value on each side");
        return new ComparisonExpression(one, comparison, other);
    }

    private ComparisonOperator? TryReadComparison()
    {
        int start = reader.At;
        reader.SkipSpace();
        foreach ((string text, ComparisonOperator comparison) in s_operators)
        {
            if (!reader.TryRead(text))
                continue;
            reader.SkipSpace();
            return comparison;
        }

        reader.At = start;
        return null;
    }

    /// <summary>Parses a literal, a query or a function.</summary>
    private Operand ParseOperand()
    {
        switch (reader.Next)
        {
            case '$' or '@':
                return new Operand { Query = queries.ParseQuery() };
            case '\'' or '"':
                return Literal(JsonValue.Create(reader.ReadString()));
            case '-' or (>= '0' and <= '9'):
                return Literal(JsonNode.Parse(reader.ReadNumber()));
        }

        int start = reader.At;
        while (reader.Next is (>= 'a' and <= 'z') or '_' or (>= '0' and <= '9'))
            reader.At++;
        string word = reader.Text.Substring(start, reader.At - start);
        if (reader.Next == '(' && word.Length > 0 && word[0] is >= 'a' and <= 'z')
            return ParseFunction(word, start);
        switch (word)
        {
            case "true":
                return Literal(JsonValue.Create(true));
            case "false":
                return Literal(JsonValue.Create(false));
            case "null":
                return Literal(null);
            default:
                throw reader.FailFrom(start, "an expression has a query '@…' or '$…', a literal or a function here");
        }

        static Operand Literal(JsonNode? value) => new() { Value = new LiteralExpression(value) };
    }

    private Operand ParseFunction(string name, int start)
    {
        if (PathFunction.Find(name) is not { } function)
            throw reader.FailFrom(
                start,
                "the function '" + name + "' does not exist; the functions are length, count, value, match and search"
            );
        if (++_depth > MaximumDepth)
            throw reader.Fail("filters and functions are nested more than 50 levels deep");
        reader.At++;
        List<Operand> arguments = [];
        List<(int Start, int End)> spans = [];
        reader.SkipSpace();
        if (reader.Next != ')')
        {
            do
            {
                reader.SkipSpace();
                int argument = reader.At;
                arguments.Add(ParseOperand());
                spans.Add((argument, reader.At));
                reader.SkipSpace();
            } while (reader.TryRead(","));
        }

        reader.Read(')', "the arguments of '" + name + "' are not closed");
        if (arguments.Count != function.Parameters.Length)
            throw reader.FailFrom(start, "'" + name + "' has " + (function.Parameters.Length == 1 ? "one argument" : "two arguments"));
        _depth--;
        return Bind(function, arguments, spans);
    }

    private Operand Bind(PathFunction function, List<Operand> arguments, List<(int Start, int End)> spans)
    {
        if (function.Parameters[0] == PathType.Nodes)
        {
            JsonPathQuery query =
                arguments[0].Query
                ?? throw reader.FailFrom(spans[0].Start, "the argument of '" + function.Name + "' is a query '@…' or '$…'");
            return new Operand { Value = function == PathFunction.Count ? new CountExpression(query) : new QueryValueExpression(query) };
        }

        ValueExpression first = ToValue(arguments[0], spans[0].Start, "the argument of '" + function.Name + "' is a value");
        if (function == PathFunction.Length)
            return new Operand { Value = new LengthExpression(first) };

        ValueExpression pattern = ToValue(arguments[1], spans[1].Start, "the argument of '" + function.Name + "' is a value");
        if (pattern is LiteralExpression { Value: JsonValue literal } && literal.TryGetValue(out string? text))
            CheckPattern(text, spans[1].Start, spans[1].End);
        return new Operand { Test = new PatternExpression(first, pattern, isWhole: function == PathFunction.Match) };
    }

    // Such a pattern matches nothing, and the query is valid.
    private void CheckPattern(string pattern, int start, int end)
    {
        if (PatternParser.Parse(pattern).Problem is { } problem)
            queries.AddNote(new JsonPathNote(JsonPathNoteKind.InvalidPattern, pattern, problem, start, end - start));
    }

    private FilterExpression ToTest(Operand operand, int start) =>
        operand.Test
        ?? (
            operand.Query is { } query
                ? new ExistenceExpression(query)
                : throw reader.FailFrom(start, "a value is not a condition; compare it with another value")
        );

    private ValueExpression ToValue(Operand operand, int start, string reason)
    {
        if (operand.Value is { } value)
            return value;
        if (operand.Query is not { } query)
            throw reader.FailFrom(start, reason + "; 'match' and 'search' have none");
        return query.IsSingular
            ? new QueryValueExpression(query)
            : throw reader.FailFrom(start, reason + ", and this query can select several");
    }

    /// <summary>A part of an expression before its type is known: one of the three.</summary>
    private readonly struct Operand
    {
        public ValueExpression? Value { get; init; }

        public JsonPathQuery? Query { get; init; }

        public FilterExpression? Test { get; init; }
    }
}
