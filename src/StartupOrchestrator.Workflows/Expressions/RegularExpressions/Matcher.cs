using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

/// <summary>Runs a program over a text, going back to the last choice when something does not fit. Every step counts against the budget.</summary>
internal sealed class Matcher(Machine m, Instruction[] program, string text, bool ignoresCase, int slotCount)
{
    private const int InstructionsPerStep = 2;

    private readonly int[] _slots = new int[slotCount];
    private readonly List<(int Pc, int At, int Changes)> _choices = [];
    private readonly List<(int Slot, int Value)> _changes = [];
    private int _instructions;

    /// <summary>Matches at this place; the slots are valid until the next run.</summary>
    public int[]? Run(int at)
    {
        Array.Fill(_slots, -1);
        _choices.Clear();
        _changes.Clear();
        return RunFrom(0, at) ? _slots : null;
    }

    private bool RunFrom(int pc, int at)
    {
        var bottom = _choices.Count;
        while (true)
        {
            if (++_instructions >= InstructionsPerStep)
            {
                _instructions = 0;
                m.Step();
            }

            ref readonly var instruction = ref program[pc];
            if (instruction.Op == Op.Done)
            {
                // What is decided inside stays decided.
                _choices.RemoveRange(bottom, _choices.Count - bottom);
                return true;
            }

            if (Advance(instruction, ref pc, ref at))
            {
                continue;
            }

            if (_choices.Count == bottom)
            {
                return false;
            }

            (pc, at, var changes) = _choices[^1];
            _choices.RemoveAt(_choices.Count - 1);
            Undo(changes);
        }
    }

    private bool Advance(in Instruction instruction, ref int pc, ref int at)
    {
        pc++;
        switch (instruction.Op)
        {
            case Op.Take:
                return Take(instruction, ref at);
            case Op.Split:
                m.Charge(_choices.Count == _choices.Capacity ? 24L * Math.Max(8, _choices.Count) : 0);
                _choices.Add((instruction.B, at, _changes.Count));
                pc = instruction.A;
                return true;
            case Op.Jump:
                pc = instruction.A;
                return true;
            case Op.Save:
                Change(instruction.A, at);
                return true;
            case Op.Forget:
                for (var slot = instruction.A; slot <= instruction.B; slot++)
                {
                    Change(slot, -1);
                }

                return true;
            case Op.MustMove:
                return _slots[instruction.A] != at;
            case Op.Back:
                return Repeat(instruction, ref at);
            case Op.Look or Op.LookNot:
                return Look(instruction, ref pc, at);
            case Op.TextStart:
                return at == 0;
            case Op.TextEnd:
                return at == text.Length;
            case Op.LineStart:
                return at == 0 || IsLineEnd(text[at - 1]);
            case Op.LineEnd:
                return at == text.Length || IsLineEnd(text[at]);
            case Op.WordEdge:
                return IsWordEdge(at);
            case Op.NoWordEdge:
                return !IsWordEdge(at);
            case Op.Done:
                return true;
            default:
                throw new InvalidOperationException($"Unknown instruction {instruction.Op}.");
        }
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private bool IsWordEdge(int at) =>
        (at > 0 && CharacterSet.IsWord(text[at - 1])) != (at < text.Length && CharacterSet.IsWord(text[at]));

    private bool Take(in Instruction instruction, ref int at)
    {
        var from = instruction.IsBackwards ? at - 1 : at;
        if (from < 0 || from >= text.Length || !instruction.Set!.Has(text[from]))
        {
            return false;
        }

        at += instruction.IsBackwards ? -1 : 1;
        return true;
    }

    private bool Repeat(in Instruction instruction, ref int at)
    {
        var (start, end) = (_slots[2 * instruction.A], _slots[(2 * instruction.A) + 1]);
        if (start < 0 || end < 0)
        {
            return true;
        }

        var length = end - start;
        m.Steps(length >> 2);
        var from = instruction.IsBackwards ? at - length : at;
        if (from < 0 || from + length > text.Length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            var (a, b) = (text[start + i], text[from + i]);
            if (a != b && !(ignoresCase && CharacterSet.Fold(a) == CharacterSet.Fold(b)))
            {
                return false;
            }
        }

        at += instruction.IsBackwards ? -length : length;
        return true;
    }

    private bool Look(in Instruction instruction, ref int pc, int at)
    {
        var changes = _changes.Count;
        var fits = RunFrom(pc, at);
        pc = instruction.A;
        if (instruction.Op == Op.Look)
        {
            return fits;
        }

        Undo(changes);
        return !fits;
    }

    private void Change(int slot, int value)
    {
        m.Charge(_changes.Count == _changes.Capacity ? 16L * Math.Max(8, _changes.Count) : 0);
        _changes.Add((slot, _slots[slot]));
        _slots[slot] = value;
    }

    private void Undo(int changes)
    {
        while (_changes.Count > changes)
        {
            var (slot, value) = _changes[^1];
            _slots[slot] = value;
            _changes.RemoveAt(_changes.Count - 1);
        }
    }
}
