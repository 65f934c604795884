namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>The kind of a step of a pattern.</summary>
internal enum PatternStepKind
{
    Character,
    Split,
    Jump,
    Start,
    End,
    Match,
}

/// <summary>A step of a pattern.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Set">The characters that a <see cref="PatternStepKind.Character"/> accepts.</param>
/// <param name="First">The step after a jump, or one of the two after a split.</param>
/// <param name="Second">The other step after a split.</param>
internal sealed record PatternStep(PatternStepKind Kind, CharacterSet? Set = null, int First = 0, int Second = 0);

/// <summary>
/// A pattern of RFC 9485 as a program. All of its paths are followed at once, so that the time grows with the product of the lengths of
/// pattern and text. The regular expressions of .NET can need exponential time, and a limit by the clock would not be deterministic.
/// </summary>
internal sealed class PatternProgram(IReadOnlyList<PatternStep> steps)
{
    /// <summary>True if the text matches: as a whole, or in a part of it.</summary>
    /// <exception cref="WorkLimitException">The match takes too many steps.</exception>
    public bool IsMatch(string text, bool isWhole, WorkBudget budget)
    {
        StateSet current = new(steps.Count);
        StateSet next = new(steps.Count);
        Follow(0, 0, text, current, budget);
        for (int at = 0; ; )
        {
            if (current.HasMatch && (!isWhole || at == text.Length))
                return true;
            if (at >= text.Length)
                return false;
            int character = char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
            int after = at + (character > char.MaxValue ? 2 : 1);
            next.Clear();
            foreach (int state in current.States)
            {
                budget.Spend();
                if (steps[state].Set is { } set && set.Contains(character))
                    Follow(state + 1, after, text, next, budget);
            }

            if (!isWhole)
                Follow(0, after, text, next, budget);
            (current, next) = (next, current);
            at = after;
        }
    }

    // Adds a state and all that it leads to without a character.
    private void Follow(int first, int at, string text, StateSet states, WorkBudget budget)
    {
        states.Open.Push(first);
        while (states.Open.Count > 0)
        {
            int state = states.Open.Pop();
            if (!states.Add(state))
                continue;
            budget.Spend();
            PatternStep step = steps[state];
            switch (step.Kind)
            {
                case PatternStepKind.Match:
                    states.HasMatch = true;
                    break;
                case PatternStepKind.Jump:
                    states.Open.Push(step.First);
                    break;
                case PatternStepKind.Split:
                    states.Open.Push(step.Second);
                    states.Open.Push(step.First);
                    break;
                case PatternStepKind.Start when at == 0:
                case PatternStepKind.End when at == text.Length:
                    states.Open.Push(state + 1);
                    break;
            }
        }
    }

    private sealed class StateSet(int count)
    {
        private readonly bool[] _has = new bool[count];

        public List<int> States { get; } = [];

        public Stack<int> Open { get; } = new();

        public bool HasMatch { get; set; }

        public bool Add(int state)
        {
            if (_has[state])
                return false;
            _has[state] = true;
            States.Add(state);
            return true;
        }

        public void Clear()
        {
            foreach (int state in States)
                _has[state] = false;
            States.Clear();
            HasMatch = false;
        }
    }
}
