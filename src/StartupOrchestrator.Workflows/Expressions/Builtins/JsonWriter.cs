using System.Globalization;
using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary><c>JSON.stringify</c></summary>
internal sealed class JsonWriter
{
    private readonly Machine _m;
    private readonly FunctionObject? _replacer;
    private readonly List<string>? _allowed;
    private readonly string _gap;
    private readonly StringBuilder _text = new();
    private string _indent = "";

    public JsonWriter(Machine m, ScriptValue replacer, ScriptValue space)
    {
        _m = m;
        _replacer = replacer.Ref as FunctionObject;
        _allowed = replacer.Ref is ArrayObject list
            ? [.. list.ToList().Where(item => item.IsText || item.IsNumber).Select(item => Conversions.ToFlatText(m, item)).Distinct()]
            : null;
        _gap = space.IsNumber
            ? new string(' ', (int)Math.Clamp(Conversions.ToInteger(m, space), 0, 10))
            : space.IsText ? m.Flat(space)[..Math.Min(10, Equality.Length(space))] : "";
    }

    /// <summary>The text; <c>undefined</c> for values that JSON cannot hold.</summary>
    public ScriptValue Write(ScriptValue value)
    {
        if (!Append(ScriptValue.Undefined, "", value))
        {
            return default;
        }

        _m.ChargeText(_text.Length);
        return _text.ToString();
    }

    private bool Append(ScriptValue holder, ScriptValue key, ScriptValue value)
    {
        _m.Step();
        if (value.Ref is PlainObject plain && plain.TryGet("toJSON", out var own) && own.Ref is FunctionObject convert)
        {
            value = convert.Call(_m, value, [Conversions.ToText(_m, key)]);
        }

        if (_replacer is not null)
        {
            value = _replacer.Call(_m, holder, [Conversions.ToText(_m, key), value]);
        }

        switch (value.Ref)
        {
            case null or FunctionObject:
                return false;
            case string or Rope:
                AppendQuoted(_m.Flat(value));
                return true;
            case Tag when value.IsNumber:
                Add(double.IsFinite(value.Num) ? NumberText.Of(value.Num) : "null");
                return true;
            case ArrayObject array:
                AppendWalked(array, () => AppendArray(array));
                return true;
            case HeapObject heap:
                AppendWalked(heap, () => AppendObject(heap));
                return true;
            default:
                Add(value.ToText());
                return true;
        }
    }

    private void AppendWalked(HeapObject heap, Action append)
    {
        if (!_m.BeginWalk(heap))
        {
            throw Errors.Type("Converting circular structure to JSON");
        }

        _m.Enter(levels: 8);
        var outer = _indent;
        _m.Charge(_gap.Length == 0 ? 0 : 32 + (2 * (_indent.Length + _gap.Length)));
        _indent += _gap;
        append();
        _indent = outer;
        _m.Leave(levels: 8);
        _m.EndWalk();
    }

    private void AppendArray(ArrayObject array)
    {
        var count = array.Count;
        Add("[");
        for (var i = 0; i < count; i++)
        {
            Add(i > 0 ? "," : "");
            NewLine(_indent);
            if (!Append(new(array), i, array[i]))
            {
                Add("null");
            }
        }

        Close("]", count > 0);
    }

    private void AppendObject(HeapObject heap)
    {
        Add("{");
        var any = false;
        foreach (var key in _allowed ?? Properties.EnumerableKeys(_m, new(heap)))
        {
            if (!heap.TryGet(key, out var value))
            {
                continue;
            }

            // Whether a member appears is known only after its value; so the beginning is taken back if not.
            var start = _text.Length;
            Add(any ? "," : "");
            NewLine(_indent);
            AppendQuoted(key);
            Add(_gap.Length > 0 ? ": " : ":");
            if (Append(new(heap), key, value))
            {
                any = true;
            }
            else
            {
                _text.Length = start;
            }
        }

        Close("}", any);
    }

    private void Close(string bracket, bool hadItems)
    {
        if (hadItems)
        {
            NewLine(_indent[..(_indent.Length - _gap.Length)]);
        }

        Add(bracket);
    }

    private void NewLine(string indent)
    {
        if (_gap.Length > 0)
        {
            Add("\n");
            Add(indent);
        }
    }

    private void Add(string part)
    {
        _m.Charge(2L * part.Length);
        _m.Steps(part.Length >> 4);
        _text.Append(part);
    }

    private void AppendQuoted(string text)
    {
        _m.Charge(4 + (2L * text.Length));
        _m.Steps(text.Length >> 2);
        _text.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            AppendCharacter(text, i);
        }

        _text.Append('"');
    }

    private void AppendCharacter(string text, int i)
    {
        var c = text[i];
        var isLone = char.IsSurrogate(c)
            && !(char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            && !(char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]));
        var escaped = c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            _ => c < ' ' || isLone ? "\\u" : null,
        };
        if (escaped is null)
        {
            _text.Append(c);
            return;
        }

        _m.Charge(24);
        _m.Step();
        _text.Append(escaped);
        if (escaped == "\\u")
        {
            _text.Append(CultureInfo.InvariantCulture, $"{(int)c:x4}");
        }
    }
}
