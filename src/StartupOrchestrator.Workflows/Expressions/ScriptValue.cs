using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions;

/// <summary>The types of values, finer than <c>typeof</c>: null and arrays have their own.</summary>
public enum ScriptType
{
    /// <summary><c>undefined</c>.</summary>
    Undefined,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A 64-bit floating-point number.</summary>
    Number,

    /// <summary>A string of UTF-16 units.</summary>
    Text,

    /// <summary>Anything else with members.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>Something that can be called.</summary>
    Function,
}

/// <summary>A value of the expression language. The default is <c>undefined</c>.</summary>
/// <remarks>Objects and arrays are shared by reference and can be changed by a script; they belong to one evaluation at a time.</remarks>
public readonly partial struct ScriptValue : IEquatable<ScriptValue>
{
    internal readonly object? Ref;
    internal readonly double Num;

    internal ScriptValue(object? reference, double number = 0)
    {
        Ref = reference;
        Num = number;
    }

    /// <summary><c>undefined</c>.</summary>
    public static ScriptValue Undefined => default;

    /// <summary><c>null</c>.</summary>
    public static ScriptValue Null => new(Tag.Null);

    /// <summary><c>true</c>.</summary>
    public static ScriptValue True => new(Tag.True);

    /// <summary><c>false</c>.</summary>
    public static ScriptValue False => new(Tag.False);

    /// <summary>The type of this value.</summary>
    public ScriptType Type => Ref switch
    {
        null => ScriptType.Undefined,
        Tag tag => tag.Type,
        string or Rope => ScriptType.Text,
        ArrayObject => ScriptType.Array,
        FunctionObject => ScriptType.Function,
        _ => ScriptType.Object,
    };

    /// <summary>Whether this is <c>undefined</c>.</summary>
    public bool IsUndefined => Ref is null;

    /// <summary>Whether this is <c>null</c>.</summary>
    public bool IsNull => ReferenceEquals(Ref, Tag.Null);

    /// <summary>Whether this is <c>null</c> or <c>undefined</c>.</summary>
    public bool IsNullish => Ref is null || ReferenceEquals(Ref, Tag.Null);

    /// <summary>Whether this is a number, which may be NaN.</summary>
    public bool IsNumber => ReferenceEquals(Ref, Tag.Number);

    /// <summary>Whether this is a string.</summary>
    public bool IsText => Ref is string or Rope;

    /// <summary>Whether this is <c>true</c> or <c>false</c>.</summary>
    public bool IsBoolean => ReferenceEquals(Ref, Tag.True) || ReferenceEquals(Ref, Tag.False);

    /// <summary>Whether this is an array.</summary>
    public bool IsArray => Ref is ArrayObject;

    /// <summary>Whether this can be called.</summary>
    public bool IsFunction => Ref is FunctionObject;

    /// <summary>Whether this is an object, an array or a function.</summary>
    public bool IsObject => Ref is HeapObject;

    /// <summary>Whether <c>if</c> takes it for true.</summary>
    public bool IsTruthy
    {
        get
        {
            if (ReferenceEquals(Ref, Tag.True))
            {
                return true;
            }

            return Ref switch
            {
                null => false,
                Tag => IsNumber && Num != 0 && !double.IsNaN(Num),
                string text => text.Length > 0,
                Rope rope => rope.Length > 0,
                _ => true,
            };
        }
    }

    /// <summary>A number.</summary>
    public static ScriptValue FromNumber(double value) => new(Tag.Number, value);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static ScriptValue FromBoolean(bool value) => new(value ? Tag.True : Tag.False);

    /// <summary>A string; null becomes <c>null</c>.</summary>
    public static ScriptValue FromText(string? value) => new(value ?? (object)Tag.Null);

    /// <summary>A function of the host.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="function">What it does.</param>
    public static ScriptValue FromFunction(string name, ScriptFunction function) => new(new HostFunction(name, function));

    /// <summary>A new array with these items.</summary>
    public static ScriptValue FromItems(IEnumerable<ScriptValue> items) => new(new ArrayObject(items.ToArray()));

    /// <summary>A new object without members.</summary>
    public static ScriptValue NewObject() => new(new PlainObject());

    /// <summary>A new object with these members, in this order.</summary>
    public static ScriptValue FromMembers(IEnumerable<KeyValuePair<string, ScriptValue>> members)
    {
        var result = new PlainObject();
        foreach (var member in members)
        {
            result.Set(member.Key, member.Value);
        }

        return new(result);
    }

    /// <summary>A number.</summary>
    public static implicit operator ScriptValue(double value) => FromNumber(value);

    /// <summary>A boolean.</summary>
    public static implicit operator ScriptValue(bool value) => FromBoolean(value);

    /// <summary>A string, or <c>null</c>.</summary>
    public static implicit operator ScriptValue(string? value) => FromText(value);

    /// <summary>As <c>Equals</c>.</summary>
    public static bool operator ==(ScriptValue left, ScriptValue right) => left.Equals(right);

    /// <summary>As <c>Equals</c>, denied.</summary>
    public static bool operator !=(ScriptValue left, ScriptValue right) => !left.Equals(right);

    /// <summary>Equal as <c>===</c> has it, except that NaN equals NaN; objects are equal when they are the same object.</summary>
    public bool Equals(ScriptValue other) => Equality.SameValueZero(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScriptValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Equality.Hash(this);

    /// <summary>For debuggers; scripts convert with <see cref="ToText"/>.</summary>
    public override string ToString() => IsObject ? Type.ToString() : ToText();
}
