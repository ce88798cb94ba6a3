namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>Random programs of the language: expressions, and statements around them that always end.</summary>
internal sealed class ProgramGenerator(Random random)
{
    private readonly ExpressionGenerator _expressions = new(random);
    private int _names;
    private int _depth;

    public string Next()
    {
        _expressions.Names.Clear();
        _names = 0;
        if (random.Next(3) == 0)
        {
            return _expressions.Any();
        }

        var statements = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Statement()).ToList();
        statements.Add(random.Next(4) == 0 ? Statement() : $"[{string.Join(", ", _expressions.Names.Append(_expressions.Any()))}]");
        return string.Join(random.Next(3) == 0 ? "\n" : "; ", statements);
    }

    private string Name()
    {
        var name = $"v{_names++}";
        _expressions.Names.Add(name);
        return name;
    }

    private string Any() => _expressions.Any();

    private string Old() => _expressions.Names.Count == 0 ? "0" : _expressions.Names[random.Next(_expressions.Names.Count)];

    private string Statement()
    {
        if (++_depth > 3)
        {
            _depth--;
            return $"({Any()})";
        }

        var before = _expressions.Names.Count;
        var result = random.Next(17) switch
        {
            0 or 1 or 2 => Declaration(),
            3 when before > 0 => $"{Old()} {_expressions.Pick(["=", "+=", "-=", "*=", "??=", "||=", "&&=", "|=", "**="])} {Any()}",
            4 when before > 0 => $"{Old()}{_expressions.Pick(["++", "--"])}",
            5 => Scoped(() => $"if ({Any()}) {{ {Inner()} }} else {{ {Inner()} }}"),
            6 => Scoped(() => $"for (let i = 0; i < {random.Next(4)}; i++) {{ {Statement()}; {Statement()} }}"),
            7 => Scoped(() => $"for (let {Name()} of {_expressions.Fill(_expressions.Pick(["A", "T", "new Set(A)", "Object.entries(O)"]))}) {{ {Statement()} }}"),
            8 => Scoped(() => $"for (let {Name()} in {_expressions.Fill(_expressions.Pick(["A", "T", "O"]))}) {{ {Statement()} }}"),
            9 => Scoped(() => $"switch ({Any()}) {{ case {Any()}: {Statement()}; {_expressions.Pick(["break;", ""])} case 1: ({Any()}); default: ({Any()}) }}"),
            10 => Scoped(() => $"try {{ {Inner()}; {_expressions.Pick(["throw " + Any(), "null.x", "({}).f()", "(1)"])} }} catch (e) {{ {_expressions.Pick(["(e instanceof Error)", "typeof e", "e?.name", "(" + Any() + ")"])} }}"),
            11 => Scoped(() => $"try {{ {Inner()} }} catch {{ ({Any()}) }} finally {{ ({Any()}) }}"),
            12 => Scoped(() => $"{{ {Statement()}; {Statement()} }}"),
            13 => Scoped(() => $"for (let k = 0; ; k++) {{ if (k > {random.Next(4)}) break; if (k === 1) continue; {Statement()} }}"),
            14 => FunctionDeclaration(),
            15 when before > 0 => $"[{Old()}, {Old()}] = [{Any()}, {Any()}]",
            _ => $"({Any()})",
        };
        _depth--;
        return result;
    }

    private string Inner() => Scoped(Statement);

    private string Scoped(Func<string> inside)
    {
        var count = _expressions.Names.Count;
        var result = inside();
        _expressions.Names.RemoveRange(count, _expressions.Names.Count - count);
        return result;
    }

    private string Declaration()
    {
        var value = Any();
        return random.Next(6) switch
        {
            0 => $"let [{Name()}, {Name()} = {Any()}] = {_expressions.Fill("[E, E]")}",
            1 => $"let {{a: {Name()}, b: {Name()} = 5, ...{Name()}}} = {_expressions.Fill("O")}",
            2 => $"var {Name()} = {value}",
            _ => $"let {Name()} = {value}",
        };
    }

    private string FunctionDeclaration()
    {
        var value = Any();
        return $"let {Name()} = ((p, q = {value}) => {{ {Scoped(() =>
        {
            _expressions.Names.AddRange(["p", "q"]);
            return Statement() + "; return " + Any();
        })} }})({Any()})";
    }
}
