using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    /// <summary>A name or pattern behind <c>let</c>, <c>const</c>, <c>var</c> or <c>catch</c>.</summary>
    private ITarget ParseBindingTarget(VariableKind kind, List<string> names)
    {
        var place = Here();
        if (_token.Kind == TokenKind.Name)
        {
            var name = Take().Text;
            names.Add(name);
            return Declare(place, name, kind);
        }

        if (!_token.Is("[") && !_token.Is("{"))
        {
            throw Unexpected("A name is missing");
        }

        var known = Scope.Variables.Select(variable => variable.Name).ToHashSet();
        var target = ToTarget(WithIn(ParsePrimary), kind);
        names.AddRange(Scope.Variables.Select(variable => variable.Name).Where(name => !known.Contains(name)));
        return target;
    }

    /// <summary>Turns an expression into what it means on the left of an assignment, or as a declaration of this kind.</summary>
    private ITarget ToTarget(Expression expression, VariableKind? kind)
    {
        if (_parenthesized.Contains(expression) && (kind is not null || expression is not (Identifier or Member)))
        {
            throw Syntax(expression.Place, "Parentheses have no place around this.");
        }

        switch (expression)
        {
            case Identifier identifier when kind is { } declared:
                return Declare(identifier.Place, identifier.Name, declared);
            case Identifier identifier:
                CheckName(identifier.Place, identifier.Name);
                identifier.IsAssigned = true;
                return identifier;
            case Member { IsOptional: false } member when kind is null:
                return member;
            case Assign assign:
                return new DefaultTarget(assign.Place, ToTarget(assign.Written, kind), assign.Value);
            case ArrayLiteral list:
                return ToArrayTarget(list, kind);
            case ObjectLiteral members:
                return ToObjectTarget(members, kind);
            default:
                throw Syntax(expression.Place, kind is null ? "This cannot be assigned to." : "This cannot be a variable.");
        }
    }

    private ArrayTarget ToArrayTarget(ArrayLiteral list, VariableKind? kind)
    {
        if (list.HasCommaAfterRest || list.Items.SkipLast(1).Any(item => item is Spread))
        {
            throw Syntax(list.Place, "Only the last one may take the rest.");
        }

        var rest = list.Items.Length > 0 && list.Items[^1] is Spread spread ? ToTarget(NoDefault(spread.Value), kind) : null;
        var items = list.Items.Where(item => item is not Spread).Select(item => item is null ? null : ToTarget(item, kind)).ToArray();
        return new(list.Place, items, rest);
    }

    private ObjectTarget ToObjectTarget(ObjectLiteral members, VariableKind? kind)
    {
        if (members.Entries.SkipLast(1).Any(entry => entry.IsSpread))
        {
            throw Syntax(members.Place, "Only the last one may take the rest.");
        }

        var entries = members.Entries.Where(entry => !entry.IsSpread).Select(entry => ToEntry(entry, kind)).ToArray();
        var rest = members.Entries.Length > 0 && members.Entries[^1] is { IsSpread: true } last
            ? ToTarget(last.Value is Identifier ? last.Value : throw Syntax(last.Value.Place, "The rest needs a name."), kind)
            : null;
        return new(members.Place, entries, rest);
    }

    private TargetEntry ToEntry(Entry entry, VariableKind? kind)
    {
        var target = ToTarget(entry.Value, kind);
        return new(entry.Name, entry.Computed, entry.Default is null ? target : new DefaultTarget(entry.Value.Place, target, entry.Default));
    }

    private static Expression NoDefault(Expression expression) =>
        expression is Assign ? throw Syntax(expression.Place, "The rest takes no default.") : expression;
}
