using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Agreement;

public sealed class AgreementTests
{
    [Fact]
    public void Recorded_cases_agree_except_where_the_original_is_wrong()
    {
        var rows = WorkflowAgreement.Run(File.ReadLines(SharedData.Require("elsa-cases.jsonl")));

        var unexplained = rows.Where(r => !r.Agrees && r.Why is null).Select(r => $"{r.Name} {r.Mode}: {r.Status}/{r.SubStatus} {string.Join(",", r.Lines)} {r.Fault}").ToList();
        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained));
        Assert.True(rows.Count(r => r.Agrees) >= rows.Count * 98 / 100, $"Only {rows.Count(r => r.Agrees)} of {rows.Count} agree.");
        foreach (var row in rows.Where(r => !r.Agrees)) TestContext.Current.TestOutputHelper?.WriteLine($"{row.Name} {row.Mode}: {string.Join(",", row.Lines)}: {row.Why}");
    }
}
