namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>A string made by concatenation and put together only when somebody looks, so that building a long text stays cheap.</summary>
internal sealed class Rope(object left, object right, int length)
{
    private object? _left = left;
    private object? _right = right;
    private string? _flat;

    public int Length { get; } = length;

    public bool IsFlat => _flat is not null;

    public string Flatten()
    {
        if (_flat is not null)
        {
            return _flat;
        }

        _flat = string.Create(Length, this, static (target, rope) => Fill(target, rope));
        (_left, _right) = (null, null);
        return _flat;
    }

    // Right to left with an own stack: the usual rope leans left and is as deep as it is long.
    private static void Fill(Span<char> target, Rope root)
    {
        var end = target.Length;
        var pending = new Stack<object>();
        pending.Push(root);
        while (pending.TryPop(out var part))
        {
            var text = part as string ?? ((Rope)part)._flat;
            if (text is not null)
            {
                end -= text.Length;
                text.CopyTo(target[end..]);
                continue;
            }

            var rope = (Rope)part;
            pending.Push(rope._left!);
            pending.Push(rope._right!);
        }
    }
}
