namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>Operators that evaluate both sides.</summary>
internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
    Equal,
    NotEqual,
    StrictEqual,
    StrictNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    In,
    InstanceOf,
}

/// <summary>Operators that may leave the right side alone.</summary>
internal enum LogicalOperator
{
    And,
    Or,
    Coalesce,
}

/// <summary>Operators before one value.</summary>
internal enum UnaryOperator
{
    Negate,
    Plus,
    Not,
    BitNot,
    TypeOf,
    Void,
}
