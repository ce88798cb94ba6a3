using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Gates;

namespace StartupOrchestrator.Domain.Tests.Documents;

public class DocumentTests
{
    private const string Anna = Stage<DocumentState>.Anna;
    private const string Boris = Stage<DocumentState>.Boris;

    private static readonly Dictionary<DocumentStatus, string> Allowed = new()
    {
        [DocumentStatus.Expected] = "requested received not-applicable waived",
        [DocumentStatus.Requested] = "requested received not-applicable waived",
        [DocumentStatus.Received] = "in-review received not-applicable waived",
        [DocumentStatus.InReview] = "approved rejected",
        [DocumentStatus.Rejected] = "requested received not-applicable waived",
        [DocumentStatus.Approved] = "effective superseded expired received",
        [DocumentStatus.Effective] = "superseded expired requested received",
        [DocumentStatus.Superseded] = "requested received not-applicable waived",
        [DocumentStatus.Expired] = "requested received not-applicable waived",
        [DocumentStatus.NotApplicable] = "",
        [DocumentStatus.Waived] = "",
    };

    private static readonly Dictionary<DocumentStatus, Command> Acts = new()
    {
        [DocumentStatus.Requested] = new RequestDocument(),
        [DocumentStatus.Received] = new ReceiveDocument(Given.File('e'), "9"),
        [DocumentStatus.InReview] = new StartDocumentReview(),
        [DocumentStatus.Approved] = new ApproveDocument(),
        [DocumentStatus.Rejected] = new RejectDocument("not-signed"),
        [DocumentStatus.Effective] = new MakeDocumentEffective(),
        [DocumentStatus.Superseded] = new SupersedeDocument(),
        [DocumentStatus.Expired] = new ExpireDocument(),
        [DocumentStatus.NotApplicable] = new MarkNotApplicable(),
        [DocumentStatus.Waived] = new WaiveDocument(Boris),
    };

    public static TheoryData<DocumentStatus, DocumentStatus> Pairs
    {
        get
        {
            var data = new TheoryData<DocumentStatus, DocumentStatus>();
            foreach (var from in Allowed.Keys)
            {
                foreach (var to in Acts.Keys)
                {
                    data.Add(from, to);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Document_goes_only_where_the_table_leads(DocumentStatus from, DocumentStatus to)
    {
        var stage = In(from);

        stage.Try(Acts[to], Anna, reason: true);

        if (Allowed[from].Split(' ').Contains(StatusName.Of(to)))
        {
            Assert.Equal(to, stage.State.Status);
        }
        else
        {
            Assert.Equal((RefusalKind.NotAllowed, StatusName.Of(from)), (stage.Refusal.Kind, stage.Refusal.State));
        }
    }

    [Fact]
    public void Document_enters_the_register_of_its_site() =>
        Assert.Equal(
            new Tell(Given.Site.SiteActor!.Value, new RegisterChild(new(ActorKind.Document, "d1"), "cv", [Gate.IpRelease], ScopeLevel.Site), "register").ToString(),
            Expected().Effects.Single().ToString());

    [Fact]
    public void Second_review_is_another_persons()
    {
        var stage = Expected(secondReview: true).Do(new ReceiveDocument(Given.File())).Do(new StartDocumentReview());

        stage.Do(new ApproveDocument());
        Assert.Equal(DocumentStatus.InReview, stage.State.Status);
        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new ApproveDocument()).Kind);
        stage.Do(new ApproveDocument(), Boris);

        Assert.Equal(DocumentStatus.Approved, stage.State.Status);
        Assert.True(stage.Holds("approved"));
    }

    [Fact]
    public void Rejection_asks_a_reason_from_the_list_and_is_counted()
    {
        var stage = In(DocumentStatus.InReview);

        Assert.Equal("reasonCode", stage.Refuses(new RejectDocument("ugly")).Field);
        stage.Do(new RejectDocument("not-signed", Given.Text()));

        Assert.Equal((1, Party.Site), (stage.State.Rejections, stage.Row.WaitingOn));
    }

    [Fact]
    public void Version_in_force_counts_while_the_next_is_reviewed()
    {
        var stage = In(DocumentStatus.Effective).Do(new ReceiveDocument(Given.File('c'), "2.0")).Do(new StartDocumentReview());
        Assert.Equal("1.0", stage.State.Counting?.Label);

        stage.Do(new ApproveDocument()).Do(new MakeDocumentEffective());

        Assert.Equal("2.0", stage.State.Counting?.Label);
        Assert.Equal([VersionStatus.Superseded, VersionStatus.Effective], stage.State.Versions.Select(v => v.Status));
    }

    [Fact]
    public void Rejected_renewal_leaves_the_version_in_force()
    {
        var stage = In(DocumentStatus.Effective).Do(new ReceiveDocument(Given.File('c'), "2.0")).Do(new StartDocumentReview()).Do(new RejectDocument("illegible"));

        Assert.True(stage.State.SatisfiesOn(new LocalDate(2026, 12, 1)));
    }

    [Fact]
    public void Age_limit_gives_the_end_of_validity_and_arms_the_watch()
    {
        var stage = Expected(expiry: new ExpiryRule(ExpiryKind.AgeLimit, Months: 24));
        stage.Do(new ReceiveDocument(Given.File(), Dated: new LocalDate(2025, 1, 15))).Do(new StartDocumentReview()).Do(new ApproveDocument());

        Assert.Equal(new LocalDate(2027, 1, 15), stage.State.Counting?.ValidUntil);
        var warning = stage.Effects.OfType<SetTimer>().Single();
        Assert.Equal(Instant.FromUtc(2026, 11, 16, 12, 0), warning.Due);

        stage.Do(warning.Command, Origin.SystemActor);
        Assert.True(stage.Holds("expiring"));
        var end = stage.Effects.OfType<SetTimer>().Single();
        stage.Now = end.Due;
        stage.Do(end.Command, Origin.SystemActor);

        Assert.Equal(DocumentStatus.Expired, stage.State.Status);
        Assert.False(stage.State.SatisfiesOn(new LocalDate(2027, 1, 16)));
    }

    [Fact]
    public void End_date_on_the_paper_must_be_entered()
    {
        var stage = Expected(expiry: new ExpiryRule(ExpiryKind.EndDate)).Do(new ReceiveDocument(Given.File())).Do(new StartDocumentReview());

        Assert.Equal("validUntil", stage.Refuses(new ApproveDocument()).Field);
        Assert.Equal("validUntil", stage.Refuses(new ApproveDocument(ValidUntil: new LocalDate(2026, 1, 1))).Field);
        stage.Do(new ApproveDocument(ValidUntil: new LocalDate(2027, 6, 30)));
    }

    [Fact]
    public void Watch_that_comes_late_for_a_renewed_document_does_nothing()
    {
        var stage = In(DocumentStatus.Effective);
        var events = stage.Events.Count;

        stage.Do(new ExpireDocument(), Origin.SystemActor);

        Assert.Equal(events, stage.Events.Count);
    }

    [Fact]
    public void Nobody_approves_their_own_waiver()
    {
        var stage = In(DocumentStatus.Requested);

        Assert.Equal("reason", stage.Refuses(new WaiveDocument(Boris)).Field);
        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new WaiveDocument(Anna), Anna, reason: true).Kind);
        stage.Do(new WaiveDocument(Boris), Anna, reason: true);

        Assert.True(stage.State.SatisfiesOn(new LocalDate(2026, 12, 1)));
    }

    [Fact]
    public void Reopened_approval_is_in_review_again_and_names_the_gates()
    {
        var stage = In(DocumentStatus.Approved);

        Assert.Equal("reason", stage.Refuses(new CorrectDocument(DocumentCorrection.Reopen)).Field);
        stage.Do(new CorrectDocument(DocumentCorrection.Reopen), reason: true);

        Assert.Equal((DocumentStatus.InReview, VersionStatus.Received), (stage.State.Status, stage.State.Latest!.Status));
        Assert.Null(stage.State.Counting);
        Assert.Equal("""{"from":"approved","to":"in-review","gates":["ip-release"]}""", stage.Answer!.ToJsonString());
    }

    [Fact]
    public void Same_file_twice_is_received_once()
    {
        var stage = In(DocumentStatus.Requested).Do(new ReceiveDocument(Given.File())).Do(new ReceiveDocument(Given.File()));

        Assert.Single(stage.State.Versions);
    }

    private static Stage<DocumentState> Expected(bool secondReview = false, ExpiryRule? expiry = null) =>
        new Stage<DocumentState>(new DocumentActor(), new(ActorKind.Document, "d1"))
            .Do(new ExpectDocument("cv", "CV of the PI", Given.Site, "05.02.04", [Gate.IpRelease], "jan", SecondReview: secondReview, Expiry: expiry));

    private static Stage<DocumentState> In(DocumentStatus status)
    {
        var stage = Expected();
        DocumentStatus[] road = status switch
        {
            DocumentStatus.Expected => [],
            DocumentStatus.Requested or DocumentStatus.NotApplicable or DocumentStatus.Waived or DocumentStatus.Received => [status],
            DocumentStatus.InReview => [DocumentStatus.Received, status],
            DocumentStatus.Rejected or DocumentStatus.Approved => [DocumentStatus.Received, DocumentStatus.InReview, status],
            DocumentStatus.Effective or DocumentStatus.Superseded or DocumentStatus.Expired => [DocumentStatus.Received, DocumentStatus.InReview, DocumentStatus.Approved, status],
        };
        foreach (var next in road)
        {
            stage.Do(next == DocumentStatus.Received ? new ReceiveDocument(Given.File(), "1.0") : Acts[next], Anna, reason: true);
        }

        return stage;
    }
}
