namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>Random expressions of the language that end quickly and whose results do not depend on the machine.</summary>
internal sealed class ExpressionGenerator(Random random)
{
    private static readonly string[] Numbers =
    [
        "0", "1", "2", "3", "-1", "-0", "0.1", "0.5", "1.5", "2.5", "10", "100", "255", "1e21", "1e-7", "123456789", "4294967296", "2**31",
        "9007199254740991", "NaN", "Infinity", "-Infinity", "1/3", "0xff", "7", "-3.7", "5e-324",
    ];

    private static readonly string[] Texts =
    [
        "''", "'a'", "'abc'", "'Abc Def'", "'a,b,,c'", "'12'", "' 7 '", "'0x1f'", "'1e3'", "'äöß'", "'😀x'", "'line\\nbreak'", "'NaN'", "'null'",
        "'aXbXc'", "`t${1 + 1}`", "\"q'\"", "'2026-03-12'", "'\\u2028'", "'0'", "'-5'", "'.5'",
    ];

    private static readonly string[] BinaryOperators =
    [
        "+", "-", "*", "/", "%", "==", "!=", "===", "!==", "<", "<=", ">", ">=", "&&", "||", "&", "|", "^", "<<", ">>", ">>>", "+", "+", "===", "<",
    ];

    private static readonly string[] TextMethods =
    [
        "length", "toUpperCase()", "toLowerCase()", "trim()", "trimStart()", "trimEnd()", "split('')", "split(',')", "at(-1)", "charAt(I)",
        "charCodeAt(I)", "codePointAt(I)", "slice(I, I)", "slice(I)", "substring(I, I)", "substr(I, I)", "indexOf(T)", "lastIndexOf(T)",
        "includes(T)", "startsWith(T)", "endsWith(T)", "repeat(2)", "padStart(I, T)", "padEnd(I, T)", "concat(T, N)", "replace(T, T)",
        "replaceAll(T, T)", "replace(T, m => m + '!')", "split(T)", "split(T, I)", "match(R)", "replace(R, T)", "search(R)", "split(R)",
        "match(G)", "replace(G, '[$&$1]')", "replaceAll(G, (m, ...r) => r.length + m)", "indexOf(T, I)", "lastIndexOf(T, I)", "normalize('NFD')",
        "toString()", "isWellFormed()",
    ];

    private static readonly string[] ArrayMethods =
    [
        "length", "join()", "join(T)", "slice(I, I)", "concat(A)", "concat(E)", "indexOf(E)", "lastIndexOf(E)", "includes(E)", "at(I)",
        "map(F)", "filter(F)", "some(F)", "every(F)", "find(F)", "findIndex(F)", "findLast(F)", "findLastIndex(F)", "flatMap(F)",
        "reduce((a, b) => a + b, E)", "reduce((a, b) => a + b)", "reduceRight((a, b) => a + '' + b, '')", "sort()", "sort((a, b) => a - b)",
        "sort((a, b) => b > a)", "sort(() => 0)", "reverse()", "toSorted()", "toReversed()", "with(I, E)", "toSpliced(I, 1, E)", "fill(E, I, I)",
        "flat()", "flat(Infinity)", "push(E)", "pop()", "shift()", "unshift(E)", "splice(I, I)", "splice(I, I, E, E)", "copyWithin(I, I, I)",
        "toString()", "map(String)", "map(Number)", "filter(Boolean)", "entries().next().value", "keys().next()", "forEach(F)",
    ];

    private static readonly string[] NumberMethods = ["toFixed(D)", "toString()", "toString(16)", "toString(2)", "toPrecision(3)", "toExponential(D)", "valueOf()"];

    private static readonly string[] Functions =
    [
        "Math.max(N, N)", "Math.min(N, E)", "Math.round(N)", "Math.floor(N)", "Math.ceil(N)", "Math.trunc(N)", "Math.sign(N)", "Math.abs(E)",
        "Math.sqrt(N)", "Math.pow(N, N)", "Math.max(...A)", "Number(E)", "String(E)", "Boolean(E)", "parseInt(T)", "parseInt(T, 16)", "parseFloat(T)",
        "isNaN(E)", "isFinite(E)", "Number.isInteger(E)", "Number.isSafeInteger(N)", "Array.isArray(E)", "Array.from(T)", "Array.from(A, F)",
        "Array.from({length: 3}, (_, i) => i)", "Array.of(E, E)", "Object.keys(O)", "Object.values(O)", "Object.entries(O)", "Object.assign({}, O, O)",
        "Object.fromEntries(Object.entries(O))", "Object.is(E, E)", "JSON.stringify(E)", "JSON.stringify(O, null, 2)", "JSON.parse(JSON.stringify(O))",
        "[...new Set(A)]", "new Map(Object.entries(O)).size", "[...new Map(Object.entries(O))]", "encodeURIComponent(T)", "typeof E", "typeof (E)",
        "Math.fround(N)", "Math.imul(N, N)", "Math.clz32(N)", "String.fromCharCode(65, N)", "Object.hasOwn(O, T)", "Object.freeze(A)",
    ];

    private static readonly string[] Patterns =
    [
        "/a/", "/[a-c]+/", "/(\\d+)/", "/b?/", "/^./", "/(.)(.)/", "/\\s*,\\s*/", "/[^a]$/", "/(?:x|b)c?/i", "/\\w+/", "/(?=b)/", "/(a)|(b)/", "/x*/",
    ];

    private int _depth;

    public List<string> Names { get; } = [];

    public string Any()
    {
        if (++_depth > 4 || random.Next(6) == 0)
        {
            _depth--;
            return Leaf();
        }

        var result = random.Next(16) switch
        {
            0 or 1 or 2 => $"({Any()} {Pick(BinaryOperators)} {Any()})",
            3 => $"({Any()} ? {Any()} : {Any()})",
            4 => $"({Any()} ?? {Any()})",
            5 => $"{Pick(["!", "-", "+", "~", "typeof ", "void "])}({Any()})",
            6 => $"`{random.Next(9)}${{{Any()}}}|${{{Any()}}}`",
            7 => Fill(Pick(Functions)),
            8 => $"({Fill("T")}).{Fill(Pick(TextMethods))}",
            9 or 10 => $"({Fill("A")}).{Fill(Pick(ArrayMethods))}",
            11 => $"({Fill("N")}).{Fill(Pick(NumberMethods))}",
            12 => $"({Fill("O")})?.{Pick(["a", "b", "c?.d", "a?.b.c", "['b']", "[0]?.a"]).Replace("['b']", "['b']", StringComparison.Ordinal)}",
            13 => $"(({Pick(["x", "x = 1", "{a, b = 2}", "[x, y = 3]", "...x", "{a: {b} = {}}"])}) => {Pick(["1", "[typeof x]", Any()])})({Any()})",
            14 => Fill("A"),
            _ => Fill("O"),
        };
        _depth--;
        return result;
    }

    /// <summary>Replaces the letters that stand for something by it.</summary>
    public string Fill(string template)
    {
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var isAlone = (i == 0 || !(char.IsLetterOrDigit(template[i - 1]) || template[i - 1] is '.' or '$' or '_'))
                && (i + 1 == template.Length || !char.IsLetterOrDigit(template[i + 1]));
            result.Append(isAlone ? Stand(template[i]) : template[i].ToString());
        }

        return result.ToString();
    }

    public string Pick(string[] from) => from[random.Next(from.Length)];

    private string Stand(char letter) => letter switch
    {
        'I' => Pick(["0", "1", "2", "-1", "-2", "5", "undefined", "1.7", "'1'", "NaN", "-Infinity"]),
        'D' => Pick(["0", "1", "2", "5", "10", "20"]),
        'N' => random.Next(4) == 0 ? $"({Any()})" : Pick(Numbers),
        'T' => random.Next(5) == 0 ? $"String({Any()})" : Pick(Texts),
        'E' => Any(),
        'A' => Items(),
        'O' => Members(),
        'F' => Pick(["x => x", "x => !x", "(x, i) => i", "x => x > 1", "x => [x, x]", "x => x + 1", "(x, i, a) => a.length", "x => typeof x", "String", "x => x?.a"]),
        'R' => Pick(Patterns),
        'G' => Pick(Patterns) is var pattern && pattern.EndsWith('i') ? pattern + "g" : pattern + "g",
        _ => letter.ToString(),
    };

    private string Leaf() => random.Next(5) switch
    {
        0 => Pick(Numbers),
        1 => Pick(Texts),
        2 => Pick(["true", "false", "null", "undefined", "[]", "({})", "[1,2,3]", "({a: 1, b: 'x'})", "[,1]", "[[1,2],[3]]", "['b','a']"]),
        3 when Names.Count > 0 => Names[random.Next(Names.Count)],
        _ => Pick(Numbers),
    };

    private string Items()
    {
        var parts = Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(8) == 0 ? $"...[{Any()}]" : Any());
        return $"[{string.Join(", ", parts)}]";
    }

    private string Members()
    {
        var parts = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(8) switch
        {
            0 => $"...({Any()})",
            1 => $"[{Leaf()}]: {Any()}",
            2 => $"{random.Next(3)}: {Any()}",
            _ => $"{Pick(["a", "b", "c", "'x y'", "if"])}: {Any()}",
        });
        return $"({{{string.Join(", ", parts)}}})";
    }
}
