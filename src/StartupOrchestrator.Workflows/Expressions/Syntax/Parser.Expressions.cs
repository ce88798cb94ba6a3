using System.Collections.Frozen;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private const int PowerRank = 12;

    private static readonly FrozenDictionary<string, (int Rank, BinaryOperator Operator)> BinaryOperators =
        new Dictionary<string, (int, BinaryOperator)>
        {
            ["|"] = (4, BinaryOperator.BitOr),
            ["^"] = (5, BinaryOperator.BitXor),
            ["&"] = (6, BinaryOperator.BitAnd),
            ["=="] = (7, BinaryOperator.Equal),
            ["!="] = (7, BinaryOperator.NotEqual),
            ["==="] = (7, BinaryOperator.StrictEqual),
            ["!=="] = (7, BinaryOperator.StrictNotEqual),
            ["<"] = (8, BinaryOperator.Less),
            ["<="] = (8, BinaryOperator.LessOrEqual),
            [">"] = (8, BinaryOperator.Greater),
            [">="] = (8, BinaryOperator.GreaterOrEqual),
            ["in"] = (8, BinaryOperator.In),
            ["instanceof"] = (8, BinaryOperator.InstanceOf),
            ["<<"] = (9, BinaryOperator.ShiftLeft),
            [">>"] = (9, BinaryOperator.ShiftRight),
            [">>>"] = (9, BinaryOperator.ShiftRightUnsigned),
            ["+"] = (10, BinaryOperator.Add),
            ["-"] = (10, BinaryOperator.Subtract),
            ["*"] = (11, BinaryOperator.Multiply),
            ["/"] = (11, BinaryOperator.Divide),
            ["%"] = (11, BinaryOperator.Remainder),
            ["**"] = (PowerRank, BinaryOperator.Power),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (int Rank, LogicalOperator Operator)> LogicalOperators =
        new Dictionary<string, (int, LogicalOperator)>
        {
            ["??"] = (1, LogicalOperator.Coalesce),
            ["||"] = (2, LogicalOperator.Or),
            ["&&"] = (3, LogicalOperator.And),
        }.ToFrozenDictionary();

    // Where an expression stands in parentheses of its own; compared by reference.
    private readonly HashSet<Expression> _parenthesized = new(ReferenceEqualityComparer.Instance);
    private int _arrowAllowedAt = -1;

    private Expression ParseExpression()
    {
        var place = Here();
        var first = ParseAssignment();
        if (!_token.Is(","))
        {
            return first;
        }

        var parts = new List<Expression> { first };
        while (TryTake(","))
        {
            parts.Add(ParseAssignment());
        }

        return new Sequence(place, [.. parts]);
    }

    private Expression ParseAssignment() => Nested(ParseAssignmentHere);

    private Expression ParseAssignmentHere()
    {
        _arrowAllowedAt = _token.Start;
        var left = ParseConditional();
        if (_token.Kind != TokenKind.Punctuator || !_token.Text.EndsWith('=') || IsOpenArrow(left))
        {
            return left;
        }

        var op = _token.Text[..^1];
        if (op.Length == 0)
        {
            Take();
            return new Assign(left.Place, left, ToTarget(left, null), ParseAssignment());
        }

        if (LogicalOperators.TryGetValue(op, out var logical))
        {
            Take();
            return new LogicalAssign(left.Place, logical.Operator, SimpleTarget(left), ParseAssignment());
        }

        if (BinaryOperators.TryGetValue(op, out var binary) && binary.Rank is 4 or 5 or 6 or > 8)
        {
            Take();
            return new CompoundAssign(left.Place, binary.Operator, SimpleTarget(left), ParseAssignment());
        }

        return left;
    }

    private Expression SimpleTarget(Expression left) => (Expression)(left is Identifier or Member
        ? ToTarget(left, null)
        : throw Syntax(left.Place, "This cannot be assigned to."));

    private Expression ParseConditional()
    {
        var condition = ParseBinary(0);
        if (!_token.Is("?") || IsOpenArrow(condition))
        {
            return condition;
        }

        Take();
        var yes = WithIn(ParseAssignment);
        Expect(":");
        return new Conditional(condition.Place, condition, yes, ParseAssignment());
    }

    private Expression ParseBinary(int above)
    {
        var left = ParseUnary();
        while (!IsOpenArrow(left) && _token.Kind is (TokenKind.Punctuator or TokenKind.Name))
        {
            var place = Here();
            if (LogicalOperators.TryGetValue(_token.Text, out var logical) && logical.Rank > above && _token.Kind == TokenKind.Punctuator)
            {
                Take();
                left = MakeLogical(place, logical.Operator, left, Nested(() => ParseBinary(logical.Rank)));
            }
            else if (BinaryOperators.TryGetValue(_token.Text, out var binary) && binary.Rank > above && (_allowsIn || !_token.IsWord("in")))
            {
                Take();
                left = MakeBinary(place, binary, left);
            }
            else
            {
                break;
            }
        }

        return left;
    }

    private Binary MakeBinary(Place place, (int Rank, BinaryOperator Operator) binary, Expression left)
    {
        var isPower = binary.Rank == PowerRank;
        if (isPower && left is (Unary or Delete) && !_parenthesized.Contains(left))
        {
            throw Syntax(place, "Put parentheses around the left side of '**'.");
        }

        return new(place, binary.Operator, left, Nested(() => ParseBinary(isPower ? PowerRank - 1 : binary.Rank)));
    }

    private Logical MakeLogical(Place place, LogicalOperator op, Expression left, Expression right)
    {
        foreach (var side in new[] { left, right })
        {
            var mixes = side is Logical other && !_parenthesized.Contains(side)
                && (other.Operator == LogicalOperator.Coalesce) != (op == LogicalOperator.Coalesce);
            if (mixes)
            {
                throw Syntax(place, "'??' together with '&&' or '||' needs parentheses.");
            }
        }

        return new(place, op, left, right);
    }

    private Expression ParseUnary()
    {
        var place = Here();
        if (_token.Kind is not (TokenKind.Punctuator or TokenKind.Name))
        {
            return ParsePostfix();
        }

        UnaryOperator? op = _token.Text switch
        {
            "-" => UnaryOperator.Negate,
            "+" => UnaryOperator.Plus,
            "!" => UnaryOperator.Not,
            "~" => UnaryOperator.BitNot,
            "typeof" => UnaryOperator.TypeOf,
            "void" => UnaryOperator.Void,
            _ => null,
        };
        if (op is not null)
        {
            Take();
            return new Unary(place, op.Value, Nested(ParseUnary));
        }

        if (TryTakeWord("delete"))
        {
            return new Delete(place, Nested(ParseUnary));
        }

        if (_token.Is("++") || _token.Is("--"))
        {
            var change = Take().Text == "++" ? 1 : -1;
            return new Update(place, SimpleTarget(Nested(ParseUnary)), change, isPrefix: true);
        }

        return ParsePostfix();
    }

    private Expression ParsePostfix()
    {
        var value = ParseChain();
        if ((_token.Is("++") || _token.Is("--")) && !_token.AfterNewline && !IsOpenArrow(value))
        {
            return new Update(value.Place, SimpleTarget(value), Take().Text == "++" ? 1 : -1, isPrefix: false);
        }

        return value;
    }

    // An arrow without parentheses around it ends its expression.
    private bool IsOpenArrow(Expression expression) => expression is Function { IsArrow: true } && !_parenthesized.Contains(expression);
}
