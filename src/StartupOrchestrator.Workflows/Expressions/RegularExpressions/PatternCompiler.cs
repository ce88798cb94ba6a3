using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

/// <summary>Turns a regular expression into instructions.</summary>
internal sealed class PatternCompiler(int groups)
{
    private const int MostInstructions = 20_000;

    private readonly List<Instruction> _program = [];

    /// <summary>Places remembered while matching: two for the whole, two for each group, one for each open loop.</summary>
    public int SlotCount { get; private set; } = 2 + (2 * groups);

    public Instruction[] Compile(PatternNode root)
    {
        Add(new(Op.Save, 0));
        Compile(root, isBackwards: false);
        Add(new(Op.Save, 1));
        Add(new(Op.Done));
        return [.. _program];
    }

    private int Add(Instruction instruction)
    {
        if (_program.Count >= MostInstructions)
        {
            throw Errors.Unsupported("The regular expression repeats too much; use smaller counts.");
        }

        _program.Add(instruction);
        return _program.Count - 1;
    }

    private void Compile(PatternNode node, bool isBackwards)
    {
        switch (node)
        {
            case SetNode set:
                Add(new(Op.Take, Set: set.Set, IsBackwards: isBackwards));
                break;
            case SequenceNode sequence:
                foreach (var part in isBackwards ? sequence.Parts.Reverse() : sequence.Parts)
                {
                    Compile(part, isBackwards);
                }

                break;
            case ChoiceNode choice:
                CompileChoice(choice, isBackwards);
                break;
            case GroupNode group:
                Add(new(Op.Save, (2 * group.Number) + (isBackwards ? 1 : 0)));
                Compile(group.Inner, isBackwards);
                Add(new(Op.Save, (2 * group.Number) + (isBackwards ? 0 : 1)));
                break;
            case BackNode back:
                Add(new(Op.Back, back.Number, IsBackwards: isBackwards));
                break;
            case PlaceNode place:
                Add(new(place.Op));
                break;
            case LookNode look:
                CompileLook(look);
                break;
            case RepeatNode repeat:
                CompileRepeat(repeat, isBackwards);
                break;
        }
    }

    private void CompileChoice(ChoiceNode choice, bool isBackwards)
    {
        var ends = new List<int>();
        foreach (var part in choice.Parts.SkipLast(1))
        {
            var split = Add(default);
            Compile(part, isBackwards);
            ends.Add(Add(default));
            _program[split] = new(Op.Split, split + 1, _program.Count);
        }

        Compile(choice.Parts[^1], isBackwards);
        foreach (var end in ends)
        {
            _program[end] = new(Op.Jump, _program.Count);
        }
    }

    private void CompileLook(LookNode look)
    {
        var start = Add(default);
        Compile(look.Inner, look.IsBehind);
        Add(new(Op.Done));
        _program[start] = new(look.IsNegative ? Op.LookNot : Op.Look, _program.Count);
    }

    private void CompileRepeat(RepeatNode repeat, bool isBackwards)
    {
        for (var i = 0; i < repeat.Least; i++)
        {
            CompileRound(repeat, isBackwards);
        }

        if (repeat.Most is null)
        {
            CompileLoop(repeat, isBackwards);
            return;
        }

        // Every further round is optional, and left out together with those behind it.
        var splits = new List<int>();
        for (var i = repeat.Least; i < repeat.Most; i++)
        {
            splits.Add(Add(default));
            CompileMovingRound(repeat, isBackwards);
        }

        foreach (var split in splits)
        {
            _program[split] = SplitFor(repeat, split + 1, _program.Count);
        }
    }

    private void CompileLoop(RepeatNode repeat, bool isBackwards)
    {
        var split = Add(default);
        CompileMovingRound(repeat, isBackwards);
        Add(new(Op.Jump, split));
        _program[split] = SplitFor(repeat, split + 1, _program.Count);
    }

    private void CompileMovingRound(RepeatNode repeat, bool isBackwards)
    {
        var slot = SlotCount++;
        Add(new(Op.Save, slot));
        CompileRound(repeat, isBackwards);
        Add(new(Op.MustMove, slot));
    }

    private void CompileRound(RepeatNode repeat, bool isBackwards)
    {
        if (repeat.LastGroup > repeat.FirstGroup)
        {
            Add(new(Op.Forget, 2 * (repeat.FirstGroup + 1), (2 * repeat.LastGroup) + 1));
        }

        Compile(repeat.Inner, isBackwards);
    }

    private static Instruction SplitFor(RepeatNode repeat, int round, int behind) =>
        repeat.IsLazy ? new(Op.Split, behind, round) : new(Op.Split, round, behind);
}
