using System.Globalization;
using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>
/// Parses a pattern of RFC 9485. <c>^</c> and <c>$</c> outside of brackets are the start and the end of the text, as the conformance tests
/// of RFC 9535 want it.
/// </summary>
internal sealed class PatternParser
{
    private const int MaximumSteps = 10_000;
    private const int MaximumDepth = 50;
    private const string Metacharacters = "()*+.?[\\]{|}";

    private readonly string _text;
    private readonly List<PatternStep> _steps = [];
    private int _at;
    private int _depth;

    private PatternParser(string text) => _text = text;

    /// <summary>Parses a pattern.</summary>
    /// <returns>The program, or the reason why the text is not a pattern as a clause.</returns>
    public static (PatternProgram? Program, string? Problem) Parse(string text)
    {
        PatternParser parser = new(text);
        try
        {
            parser.ParseAlternatives();
            if (parser._at < text.Length)
                return (null, "the '" + text[parser._at] + "' has nothing before it");
            parser.Add(new PatternStep(PatternStepKind.Match));
            return (new PatternProgram(parser._steps), null);
        }
        catch (FormatException exception)
        {
            return (null, exception.Message);
        }
    }

    private bool IsAt(char c) => _at < _text.Length && _text[_at] == c;

    private void Add(PatternStep step)
    {
        CheckSize();
        _steps.Add(step);
    }

    private void CheckSize()
    {
        if (_steps.Count == MaximumSteps)
            throw new FormatException("its repetitions make it too large");
    }

    private void ParseAlternatives()
    {
        if (++_depth > MaximumDepth)
            throw new FormatException("its groups are nested too deeply");
        List<int> ends = [];
        while (true)
        {
            int start = _steps.Count;
            while (_at < _text.Length && _text[_at] is not ('|' or ')'))
                ParsePiece();
            if (!IsAt('|'))
                break;
            _at++;
            Insert(start, new PatternStep(PatternStepKind.Split, null, start + 1, _steps.Count + 2));
            ends.Add(_steps.Count);
            Add(new PatternStep(PatternStepKind.Jump));
        }

        foreach (int end in ends)
            _steps[end] = new PatternStep(PatternStepKind.Jump, null, _steps.Count);
        _depth--;
    }

    private void ParsePiece()
    {
        int start = _steps.Count;
        ParseAtom();
        if (_at >= _text.Length)
            return;
        switch (_text[_at])
        {
            case '*':
                Repeat(start, 0, null);
                break;
            case '+':
                Repeat(start, 1, null);
                break;
            case '?':
                Repeat(start, 0, 1);
                break;
            case '{':
                (int minimum, int? maximum) = ParseQuantity();
                Repeat(start, minimum, maximum);
                break;
            default:
                return;
        }

        _at++;
    }

    // The atom is taken out and written as often as it is needed.
    private void Repeat(int start, int minimum, int? maximum)
    {
        List<PatternStep> atom = _steps.GetRange(start, _steps.Count - start);
        _steps.RemoveRange(start, atom.Count);
        for (int i = 0; i < minimum; i++)
            AddCopy(atom, start);
        if (maximum is null)
        {
            int loop = _steps.Count;
            Add(new PatternStep(PatternStepKind.Split, null, loop + 1, loop + atom.Count + 2));
            AddCopy(atom, start);
            Add(new PatternStep(PatternStepKind.Jump, null, loop));
            return;
        }

        int end = _steps.Count + ((maximum.Value - minimum) * (atom.Count + 1));
        for (int i = minimum; i < maximum; i++)
        {
            Add(new PatternStep(PatternStepKind.Split, null, _steps.Count + 1, end));
            AddCopy(atom, start);
        }
    }

    private void AddCopy(List<PatternStep> atom, int start)
    {
        int moved = _steps.Count - start;
        foreach (PatternStep step in atom)
            Add(Move(step, moved));
    }

    private static PatternStep Move(PatternStep step, int distance) =>
        step.Kind is PatternStepKind.Jump or PatternStepKind.Split
            ? step with
            {
                First = step.First + distance,
                Second = step.Second + distance,
            }
            : step;

    private void Insert(int at, PatternStep step)
    {
        CheckSize();
        for (int i = at; i < _steps.Count; i++)
            _steps[i] = Move(_steps[i], 1);
        _steps.Insert(at, step);
    }

    private void ParseAtom()
    {
        char c = _text[_at];
        switch (c)
        {
            case '(':
                _at++;
                ParseAlternatives();
                if (!IsAt(')'))
                    throw new FormatException("a group is not closed");
                _at++;
                break;
            case '[':
                Add(new PatternStep(PatternStepKind.Character, new PatternBracketParser(_text, _at).Parse(out _at)));
                break;
            case '.':
                _at++;
                Add(new PatternStep(PatternStepKind.Character, CharacterSet.CreateAny()));
                break;
            case '^' or '$':
                _at++;
                Add(new PatternStep(c == '^' ? PatternStepKind.Start : PatternStepKind.End));
                break;
            case '\\' when PatternEscapes.TryReadCategory(_text, ref _at, out string category, out bool isNegated):
                CharacterSet set = new();
                set.AddCategory(category, isNegated);
                Add(new PatternStep(PatternStepKind.Character, set));
                break;
            default:
                if (c != '\\' && Metacharacters.IndexOf(c) >= 0)
                    throw new FormatException("the '" + c + "' has to be escaped as '\\" + c + "'");
                Add(new PatternStep(PatternStepKind.Character, CharacterSet.Create(PatternEscapes.ReadCharacter(_text, ref _at))));
                break;
        }
    }

    // Leaves the position at the closing brace.
    private (int Minimum, int? Maximum) ParseQuantity()
    {
        _at++;
        int minimum = ParseNumber();
        int? maximum = minimum;
        if (IsAt(','))
        {
            _at++;
            maximum = IsAt('}') ? null : ParseNumber();
        }

        if (!IsAt('}') || maximum < minimum)
            throw new FormatException("the repetition in braces is not of the form '{2}', '{2,}' or '{2,5}'");
        return (minimum, maximum);
    }

    private int ParseNumber()
    {
        int start = _at;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
            _at++;
        string digits = _text.Substring(start, _at - start);
        if (digits.Length == 0)
            throw new FormatException("a brace has no number");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number > MaximumSteps)
            throw new FormatException("it repeats something more than " + NumberFormat.ToInvariantString(MaximumSteps) + " times");
        return number;
    }
}
