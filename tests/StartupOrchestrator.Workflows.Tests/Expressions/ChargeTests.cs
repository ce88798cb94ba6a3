using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>
/// Work that a script has done for it counts by the size of what is worked on, so that no short script takes long: what may
/// be done four hundred times with little may not be done as often with much.
/// </summary>
public sealed class ChargeTests
{
    private static readonly ScriptBudget Budget = new(200_000, 20_000_000_000, 200);

    [Theory]
    [InlineData("t.toLowerCase()"), InlineData("t.toUpperCase()"), InlineData("t.indexOf('c')"), InlineData("t.lastIndexOf('c')"), InlineData("t.includes('c')"), InlineData("t.split('c')"), InlineData("t.split('')")]
    [InlineData("t.replaceAll('c', '')"), InlineData("t.replace('c', '')"), InlineData("t.trim()"), InlineData("[...t]"), InlineData("for (const c of t) c"), InlineData("encodeURIComponent(t)"), InlineData("decodeURIComponent(t)")]
    [InlineData("t.normalize()"), InlineData("/c/.test(t)"), InlineData("t.replace(/b/g, 'x')"), InlineData("t.match(/a/g)"), InlineData("stringToBase64(t)"), InlineData("JSON.stringify(t)"), InlineData("t < t + 'a'"), InlineData("Number(t)")]
    [InlineData("parseInt(t, 36)"), InlineData("parseFloat(t)"), InlineData("new Map([[t, 1]])"), InlineData("t.padStart(t.length + 1)"), InlineData("t.startsWith(t)"), InlineData("t.trimEnd()"), InlineData("(t + 'x').length + (t + 'x').indexOf('c')")]
    public void Work_on_a_long_text_counts_by_its_length(string work)
    {
        Assert.Null(Record.Exception(() => Run($"const t = 'ab'; for (let i = 0; i < 400; i++) {{ {work} }}")));
        Assert.Equal(ScriptErrorKind.StepBudget, Assert.Throws<ScriptException>(() => Run($"const t = 'ab'.repeat(50000); for (let i = 0; i < 400; i++) {{ {work} }}")).Kind);
    }

    [Theory]
    [InlineData("a.indexOf(1)"), InlineData("a.lastIndexOf(1)"), InlineData("a.includes(1)"), InlineData("a.reverse()"), InlineData("a.slice()"), InlineData("a.concat([1])"), InlineData("a.join()"), InlineData("a.flat()"), InlineData("a.sort()")]
    [InlineData("a.map(x => x)"), InlineData("a.filter(x => x)"), InlineData("a.forEach(x => x)"), InlineData("a.some(x => !x)"), InlineData("a.every(x => x)"), InlineData("a.find(x => !x)"), InlineData("a.findLast(x => !x)"), InlineData("a.reduce((x, y) => y)")]
    [InlineData("[...a]"), InlineData("a.splice(0, 1)"), InlineData("a.shift()"), InlineData("a.unshift(1)"), InlineData("a.copyWithin(0, 1)"), InlineData("a.toSorted()"), InlineData("a.toReversed()"), InlineData("a.with(0, 1)"), InlineData("a.fill(1)")]
    [InlineData("JSON.stringify(a)"), InlineData("Object.keys(a)"), InlineData("Object.entries(a)"), InlineData("new Set(a)"), InlineData("Math.max(...a)"), InlineData("for (const x of a) x"), InlineData("for (const k in a) k"), InlineData("Array.from(a)")]
    public void Work_on_a_long_array_counts_by_its_length(string work)
    {
        Assert.Null(Record.Exception(() => Run($"const a = [7, 7]; for (let i = 0; i < 400; i++) {{ {work} }}")));
        Assert.Equal(ScriptErrorKind.StepBudget, Assert.Throws<ScriptException>(() => Run($"const a = Array(20000).fill(7); for (let i = 0; i < 400; i++) {{ {work} }}")).Kind);
    }

    private static void Run(string source) => Script.Parse(source).Evaluate(TestHost.Instance, Budget);
}
