using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Tests.Access;

public sealed class CommandPolicyTests
{
    /// <summary>Commands that nobody sends to <c>/commands</c>: between actors, or with endpoints of their own that do more.</summary>
    private static readonly string[] Inside =
    [
        "kernel.", "register.", "process.", "letter.", "definition.", "organisation.", "plan.start", "plan.timer-fired", "plan.resume", "plan.complete-task", "trigger.", "plan.child-ended", "plan.publish-event",
        "person.register", "person.change", "person.set-password-hash", "person.grant", "person.revoke", "person.create-token", "person.revoke-token", "person.record-sign-in",
        "document.warn-expiry", "submission.add-part", "submission.part-concluded", "submission.parts-concluded", "task.issue-link",
    ];

    [Fact]
    public void Command_ofTheDomain_isEitherOpenWithARightOrInside()
    {
        var commands = ContractCatalog.Scan(typeof(Runtime.IActorRuntime).Assembly).Contracts.Where(c => c.Value.IsAssignableTo(typeof(Command))).Select(c => c.Key);
        var open = CommandPolicy.All.Select(p => p.Contract).ToHashSet();

        var neither = commands.Where(c => !open.Contains(c) && !Inside.Any(i => i.EndsWith('.') ? c.StartsWith(i, StringComparison.Ordinal) : c == i)).Order(StringComparer.Ordinal);

        Assert.Empty(neither);
    }

    [Fact]
    public void Role_thatOnlyReads_mayChangeNothing()
    {
        Right[] reading = [Right.ReadRecords, Right.ReadPersonal, Right.ReadAudit, Right.Export];

        Assert.Subset(reading.ToHashSet(), RoleBundle.Inspector.Rights.ToHashSet());
    }

    [Fact]
    public void SiteBudgets_areARightOfTheirOwn() =>
        Assert.Equal(["contracts-budget"], RoleBundle.All.Where(r => r.Rights.Contains(Right.SiteBudgets)).Select(r => r.Code));
}
