using System.Runtime.CompilerServices;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>One evaluation: its host, its remaining budget and the values that statements hand up.</summary>
internal sealed class Machine(IScriptHost host, ScriptBudget budget)
{
    /// <summary>What throwing and catching count, since both are slow here.</summary>
    public const int ThrowCost = 1_500;

    private readonly ScriptBudget _budget = budget;
    private List<HeapObject>? _walkedList;
    private long _steps = budget.Steps;
    private long _bytes = budget.AllocatedBytes;

    private List<HeapObject> Walked => _walkedList ??= [];

    public IScriptHost Host { get; } = host;

    public int Depth { get; set; }

    public int Levels { get; set; }

    /// <summary>The value of the last statement that has one.</summary>
    public ScriptValue Completion { get; set; }

    /// <summary>What the running <c>return</c> carries.</summary>
    public ScriptValue Returned { get; set; }

    /// <summary>For conversions outside any evaluation, such as reading a result.</summary>
    public static Machine Detached() => new(EmptyScriptHost.Instance, ScriptBudget.Default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        if (--_steps < 0)
        {
            OutOfSteps();
        }
    }

    /// <summary>Counts work in proportion to data; <paramref name="count"/> may be any size.</summary>
    public void Steps(long count)
    {
        if ((_steps -= count) < 0)
        {
            OutOfSteps();
        }
    }

    /// <summary>Counts bytes before they are allocated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Charge(long bytes)
    {
        if ((_bytes -= bytes) < 0)
        {
            OutOfMemory();
        }
    }

    /// <summary>Counts a string of this length before it is made.</summary>
    public void ChargeText(long length)
    {
        if (length > Limits.TextLength)
        {
            OutOfMemory();
        }

        Charge(32 + (2 * length));
        Steps(length >> 4);
    }

    /// <summary>Counts an array of this length before it is made.</summary>
    public void ChargeArray(long length)
    {
        if (length > Limits.ArrayLength)
        {
            OutOfMemory();
        }

        Charge(80 + (16 * length));
        Steps(length >> 3);
    }

    /// <summary>Enters a call whose body is so many tree levels high.</summary>
    public void Enter(int levels)
    {
        Step();
        Levels += levels;
        if (++Depth > _budget.Depth || Levels > Limits.ActiveLevels || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            TooDeep();
        }
    }

    public void Leave(int levels)
    {
        Depth--;
        Levels -= levels;
    }

    /// <summary>Where an evaluation stands, to come back to after an error was caught.</summary>
    public Position Mark() => new(Depth, Levels, _walkedList?.Count ?? 0);

    public void Return(Position mark)
    {
        (Depth, Levels) = (mark.Depth, mark.Levels);
        _walkedList?.RemoveRange(mark.Walked, _walkedList.Count - mark.Walked);
    }

    /// <summary>Begins to write out an object; false if it is being written already, that is, contains itself.</summary>
    public bool BeginWalk(HeapObject value)
    {
        CheckValueDepth(Walked.Count);
        Steps(Walked.Count >> 2);
        if (Walked.Contains(value))
        {
            return false;
        }

        Walked.Add(value);
        return true;
    }

    public void EndWalk() => Walked.RemoveAt(Walked.Count - 1);

    /// <summary>Guards a walk through nested values.</summary>
    public void CheckValueDepth(int depth)
    {
        Step();
        if (depth > Limits.ValueDepth)
        {
            throw new ScriptException(ScriptErrorKind.DepthBudget, $"A value nests more than {Limits.ValueDepth} levels deep.");
        }
    }

    /// <summary>The string of a value known to be one, paid for.</summary>
    public string Flat(ScriptValue text)
    {
        if (text.Ref is string flat)
        {
            return flat;
        }

        var rope = (Rope)text.Ref!;
        if (!rope.IsFlat)
        {
            ChargeText(rope.Length);
            Steps(rope.Length >> 3);
        }

        return rope.Flatten();
    }

    private void OutOfSteps() => throw new ScriptException(
        ScriptErrorKind.StepBudget, $"The script needs more than {_budget.Steps} steps. Does a loop never end?");

    private void OutOfMemory() => throw new ScriptException(
        ScriptErrorKind.AllocationBudget, $"The script makes more data than one evaluation may ({_budget.AllocatedBytes} bytes).");

    private void TooDeep() => throw new ScriptException(
        ScriptErrorKind.DepthBudget, $"The script calls functions more than {_budget.Depth} levels deep. Does a function call itself for ever?");

    internal readonly record struct Position(int Depth, int Levels, int Walked);
}
