using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Submissions;

namespace StartupOrchestrator.Domain.Tests.Sites;

public class GateTests
{
    private const string Anna = Stage<SiteState>.Anna;
    private const string Boris = Stage<SiteState>.Boris;
    private static readonly ActorId Protocol = new(ActorKind.Document, "protocol");
    private static readonly ActorId Cv = new(ActorKind.Document, "cv");
    private static readonly ActorId Approval = new(ActorKind.Submission, "ctr");
    private static readonly ActorId Agreement = new(ActorKind.Contract, "c1");
    private static readonly LocalDate Spring = new(2026, 4, 1);

    [Fact]
    public void Gate_lists_every_condition_that_does_not_hold_with_its_owner()
    {
        var stage = SiteStage.In(SiteStatus.InStartUp);
        stage.Do(new RegisterChild(Cv, "cv", [Gate.IpRelease], ScopeLevel.Site));

        var refusal = stage.Refuses(new RequestGate(Gate.IpRelease));

        Assert.Equal("gate.conditions", refusal.Code);
        Assert.Equal(
            ["REG", "REG", "CON", "SUS", "SUS"],
            refusal.Unmet.Select(u => u.Owner));
        Assert.Contains(refusal.Unmet, u => u.Condition.Contains("not there yet", StringComparison.Ordinal));
    }

    [Fact]
    public void One_person_requests_another_approves_and_evidence_is_frozen()
    {
        var stage = Ready();

        stage.Do(new RequestGate(Gate.IpRelease));
        Assert.Equal(Party.Sponsor, stage.Row.WaitingOn);
        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new ApproveGate(Gate.IpRelease), Anna).Kind);
        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new ApproveGate(Gate.IpRelease), Origin.SystemActor, cause: Given.Plan).Kind);
        stage.Do(new ApproveGate(Gate.IpRelease), Boris);

        var e = stage.Events.OfType<GateApproved>().Single();
        Assert.Equal(("anna", "boris"), (e.RequestedBy, e.By));
        Assert.All(e.Conditions, c => Assert.True(c.Met));
        var protocol = e.Conditions.SelectMany(c => c.Evidence).First(x => x.Actor == Protocol);
        Assert.Equal((7, "3.0", new string('b', 64)), (protocol.Version, protocol.Detail, protocol.Sha256));
        Assert.NotNull(stage.State.Milestones["SI-250"].Actual);
        Assert.True(stage.Holds("gate:ip-release:approved"));
    }

    [Fact]
    public void Plan_requests_only_for_a_person()
    {
        var stage = Ready();

        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new RequestGate(Gate.IpRelease), Origin.SystemActor, cause: Given.Plan).Kind);
        stage.Do(new RequestGate(Gate.IpRelease, RequestedBy: Boris), Origin.SystemActor, cause: Given.Plan);

        Assert.Equal("boris", stage.State.IpRelease.RequestedBy);
        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new ApproveGate(Gate.IpRelease), Boris).Kind);
    }

    [Fact]
    public void Person_cannot_approve_on_behalf_of_the_requester()
    {
        var stage = Ready().Do(new RequestGate(Gate.IpRelease));

        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new ApproveGate(Gate.IpRelease), Boris, onBehalfOf: Anna).Kind);
    }

    [Fact]
    public void Exception_keeps_approver_reason_and_end()
    {
        var stage = Ready();
        stage.Evidence[Agreement] = new Evidence(1, new ContractState { Exists = true, Scope = Given.Site });

        Assert.Single(stage.Refuses(new RequestGate(Gate.IpRelease)).Unmet);
        stage.Do(new RequestGate(Gate.IpRelease, ExceptionsAsked: ["contract-executed"]));
        Assert.Single(stage.Refuses(new ApproveGate(Gate.IpRelease), Boris).Unmet);
        stage.Do(new ApproveGate(Gate.IpRelease, [new GateException("contract-executed", Given.Text("why"), new LocalDate(2026, 12, 31))]), Boris);

        Assert.Equal(new GrantedException("contract-executed", Given.Text("why"), new LocalDate(2026, 12, 31), "boris"), stage.State.IpRelease.Exceptions.Single());
    }

    [Fact]
    public void Approval_of_authority_and_ethics_cannot_be_excepted()
    {
        var stage = Ready();
        stage.Evidence.Remove(Approval);

        Assert.Equal(2, stage.Refuses(new RequestGate(Gate.IpRelease, ExceptionsAsked: ["authority-approved", "ethics-approved", "submissions/ctr"])).Unmet.Length);
    }

    [Fact]
    public void Site_that_the_approval_does_not_name_waits_for_it()
    {
        var stage = Ready();
        var state = (SubmissionState)stage.Evidence[Approval].State!;
        stage.Evidence[Approval] = new Evidence(2, state with { Sites = ["s1.001"] });

        Assert.All(stage.Refuses(new RequestGate(Gate.IpRelease)).Unmet, u => Assert.Contains("does not name this site", u.Condition, StringComparison.Ordinal));
    }

    [Fact]
    public void Version_at_the_site_must_be_the_one_approved()
    {
        var stage = Ready();
        var state = (SubmissionState)stage.Evidence[Approval].State!;
        stage.Evidence[Approval] = new Evidence(2, state with { Covers = [new CoveredDocument("protocol", "2.0")] });

        Assert.Contains("3.0, approved 2.0", stage.Refuses(new RequestGate(Gate.IpRelease)).Unmet.Single().Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_that_expired_since_the_request_holds_the_gate()
    {
        var stage = Ready().Do(new RequestGate(Gate.IpRelease));
        stage.Evidence[Cv] = new Evidence(4, Document("cv", "1", validUntil: new LocalDate(2026, 11, 22)));

        Assert.Contains("expired on 22-Nov-2026", stage.Refuses(new ApproveGate(Gate.IpRelease), Boris).Unmet.Single().Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_gate_activates_the_site()
    {
        var stage = Released(SiteStatus.Initiated);

        Assert.Equal(2, stage.Refuses(new RequestGate(Gate.Activation)).Unmet.Length);
        stage.Do(new SetSiteMilestone("SI-230", MilestoneDateKind.Actual, Spring)).Do(new SetSiteMilestone("SI-240", MilestoneDateKind.Actual, Spring));
        stage.Do(new RequestGate(Gate.Activation)).Do(new ApproveGate(Gate.Activation), Boris);

        Assert.Equal(SiteStatus.Active, stage.State.Status);
        Assert.NotNull(stage.State.Milestones["SI-270"].Actual);
        Assert.Equal((string?)stage.Row.Doc["actual"], (string?)stage.Row.Doc["SI-270.actual"]);
        stage.Do(new AdvanceSite(SiteStatus.Closed, ReasonCode: "study-ended"));
    }

    [Fact]
    public void Activation_needs_ip_release_that_rests_on_no_ended_exception()
    {
        var stage = Released(SiteStatus.Initiated, new LocalDate(2026, 11, 24));
        stage.Do(new SetSiteMilestone("SI-230", MilestoneDateKind.Actual, Spring)).Do(new SetSiteMilestone("SI-240", MilestoneDateKind.Actual, Spring));
        stage.Now = Instant.FromUtc(2026, 12, 1, 9, 0);

        Assert.Contains("ended on 24-Nov-2026", stage.Refuses(new RequestGate(Gate.Activation)).Unmet.Single().Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejection_asks_a_reason_and_the_gate_can_be_requested_again()
    {
        var stage = Ready().Do(new RequestGate(Gate.IpRelease));

        Assert.Equal("reason", stage.Refuses(new RejectGate(Gate.IpRelease), Boris).Field);
        stage.Do(new RejectGate(Gate.IpRelease), Boris, reason: true);
        stage.Do(new RequestGate(Gate.IpRelease), Boris).Do(new ApproveGate(Gate.IpRelease), Anna);
    }

    [Fact]
    public void Sponsor_and_country_change_what_a_gate_asks()
    {
        var policy = new GatePolicySet("spn", "PL", new GatePolicyLayer(
            [new GateCondition(Gate.IpRelease, "compensation-fund", "Compensation fund paid", "SUS", ConditionKind.MilestoneReached, ["CO-200"])],
            [new GateRemoval(Gate.IpRelease, "contract-executed")]));
        var settings = new OrganisationState { GatePolicies = [policy] };

        var conditions = GatePolicies.For(Gate.IpRelease, Given.Site, settings).Select(c => c.Code).ToArray();

        Assert.Contains("compensation-fund", conditions);
        Assert.DoesNotContain("contract-executed", conditions);
        Assert.Contains("contract-executed", GatePolicies.For(Gate.IpRelease, new Scope("spn", "s1", "DE"), settings).Select(c => c.Code));
    }

    [Fact]
    public void Undone_activation_must_pass_its_gate_again()
    {
        var stage = Released(SiteStatus.Initiated);
        stage.Do(new SetSiteMilestone("SI-230", MilestoneDateKind.Actual, Spring)).Do(new SetSiteMilestone("SI-240", MilestoneDateKind.Actual, Spring));
        stage.Do(new RequestGate(Gate.Activation)).Do(new ApproveGate(Gate.Activation), Boris);

        stage.Do(new CorrectSite(SiteCorrection.Reopen), reason: true);

        Assert.Equal((SiteStatus.Initiated, GateStatus.Open, GateStatus.Approved), (stage.State.Status, stage.State.Activation.Status, stage.State.IpRelease.Status));
        Assert.Null(stage.State.Milestones["SI-270"].Actual);
    }

    private static Stage<SiteState> Released(SiteStatus status, LocalDate? exceptionEnds = null)
    {
        var stage = Ready(status);
        if (exceptionEnds is null)
        {
            return stage.Do(new RequestGate(Gate.IpRelease)).Do(new ApproveGate(Gate.IpRelease), Boris);
        }

        stage.Evidence.Remove(Agreement);
        return stage.Do(new RequestGate(Gate.IpRelease, ExceptionsAsked: ["contract-executed"]))
            .Do(new ApproveGate(Gate.IpRelease, [new GateException("contract-executed", Given.Text(), exceptionEnds)]), Boris);
    }

    private static Stage<SiteState> Ready(SiteStatus status = SiteStatus.InStartUp)
    {
        var stage = SiteStage.In(status).Do(new AssignContact("PI", "jan"));
        stage.Do(new RegisterChild(Protocol, "protocol", [], ScopeLevel.Study)).Do(new RegisterChild(Cv, "cv", [Gate.IpRelease], ScopeLevel.Site))
            .Do(new RegisterChild(Approval, "ctr-decision", [Gate.IpRelease], ScopeLevel.Country)).Do(new RegisterChild(Agreement, "contract", [Gate.IpRelease], ScopeLevel.Site));
        stage.Evidence[Protocol] = new Evidence(7, Document("protocol", "3.0"));
        stage.Evidence[Cv] = new Evidence(3, Document("cv", "1"));
        stage.Evidence[Approval] = new Evidence(5, new SubmissionState
        {
            Exists = true, Type = SubmissionType.CtrDecision, Status = SubmissionStatus.Decided, Decision = SubmissionDecision.Approved, Scope = Given.Country,
            Covers = [new CoveredDocument("protocol", "3.0")],
        });
        stage.Evidence[Agreement] = new Evidence(9, new ContractState { Exists = true, Scope = Given.Site, Status = ContractStatus.Executed, ExecutedOn = Spring });
        return stage;
    }

    private static DocumentState Document(string type, string label, LocalDate? validUntil = null) => new()
    {
        Exists = true, Type = type, Title = type, Status = DocumentStatus.Effective,
        Versions = [new DocumentVersion(1, Given.File('b'), VersionStatus.Effective, Spring, "anna", label, ValidUntil: validUntil)],
    };
}
