using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Agreement;

public sealed class AgreementTests
{
    [Fact]
    public void Recorded_cases_agree_except_where_the_original_is_wrong()
    {
        var rows = WorkflowAgreement.Run(File.ReadLines(SharedData.Require("elsa-cases.jsonl")));

        var unexplained = rows.Where(r => !r.Agrees).Select(r => $"{r.Name} {r.Mode}: {r.Status}/{r.SubStatus} {string.Join(",", r.Lines)} {r.Fault} {r.Why}").ToList();
        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained));
        Assert.All(rows.Where(r => r.SubStatus == "Suspended"), r => Assert.Contains("nothing to wait for", r.Why, StringComparison.Ordinal));
    }
}
