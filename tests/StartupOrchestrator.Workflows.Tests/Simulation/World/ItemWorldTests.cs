using StartupOrchestrator.Domain.Actors;
using static StartupOrchestrator.Workflows.Tests.Simulation.World.Outside;

namespace StartupOrchestrator.Workflows.Tests.Simulation.World;

/// <summary>Submissions, documents and contracts: which act comes next in each state, and by whom.</summary>
public sealed class ItemWorldTests
{
    [Theory]
    [InlineData("ready", "ethics-local", "{}", "", "REG: Submit {}")]
    [InlineData("submitted", "ethics-local", "{}", "", "REG: ValidationPassed {}")]
    [InlineData("submitted", "ethics-local", "{}", "validation=rfi", "REG: ReceiveRfi {kind:validation,due:2026-03-22}")]
    [InlineData("submitted", "ethics-local", "{'rfiCount':1}", "validation=rfi", "REG: ValidationPassed {}")]
    [InlineData("rfi-open", "ethics-local", "{}", "", "REG: AnswerRfi {}")]
    [InlineData("rfi-answered", "ethics-local", "{}", "", "REG: SetRfiOutcome {outcome:accepted}")]
    [InlineData("assessing", "ethics-local", "{}", "", "REG: DecideSubmission {decision:approved}")]
    [InlineData("assessing", "ethics-local", "{}", "assessment=rfi", "REG: ReceiveRfi {kind:assessment,due:2026-03-24}")]
    [InlineData("assessing", "ethics-local", "{'rfis':[{'kind':'assessment'}]}", "assessment=rfi", "REG: DecideSubmission {decision:approved}")]
    [InlineData("assessing", "ethics-local", "{'rfis':[{'kind':'validation'}]}", "assessment=rfi", "REG: ReceiveRfi {kind:assessment,due:2026-03-24}")]
    [InlineData("assessing", "authority", "{}", "decision=refused", "REG: DecideSubmission {decision:refused}")]
    [InlineData("assessing", "authority", "{}", "decision=approved-with-conditions", "REG: DecideSubmission {decision:approved-with-conditions,conditions:[{id:sealed,hash:Explain the burden of the visits in the consent form.}]}")]
    [InlineData("assessing", "ctr-initial", "{}", "", "")]
    [InlineData("assessing", "ctr-decision", "{}", "", "")]
    [InlineData("assessing", "ctr-decision", "{'partsConcludedOn':'2026-03-01'}", "assessment=rfi", "REG: DecideSubmission {decision:approved}")]
    [InlineData("planned", "authority", "{}", "", "")]
    public void Submission_is_submitted_validated_questioned_and_decided(string status, string type, string doc, string choice, string expected) =>
        Assert.Equal(Short(expected), Choosing(choice).Next("submission/x", Row(status, doc, type)));

    [Theory]
    [InlineData("ready", "ctr-part-two", "{}", "{}", "")]
    [InlineData("ready", "ctr-part-two", "{}", "{'submittedOn':'2026-03-01'}", "REG: Submit {}")]
    [InlineData("submitted", "ctr-part-two", "{}", "{}", "")]
    [InlineData("submitted", "ctr-part-two", "{}", "{'validOn':'2026-03-01'}", "REG: ValidationPassed {}")]
    [InlineData("submitted", "ctr-decision", "{}", "{'validOn':'2026-03-01'}", "")]
    [InlineData("submitted", "ctr-decision", "{'partsConcludedOn':'2026-03-01'}", "{}", "REG: DecideSubmission {decision:approved}")]
    public void Part_of_an_application_follows_the_application(string status, string type, string doc, string application, string expected)
    {
        var outside = new Outside { Application = Row("submitted", application) };

        Assert.Equal(Short(expected), outside.Next("submission/x", Row(status, "{'parent':'submission/app'," + doc[1..].Replace("}", doc == "{}" ? "'x':1}" : "}", StringComparison.Ordinal), type)));
    }

    [Fact]
    public void Key_of_a_submission_names_its_state_and_how_often_it_was_questioned()
    {
        Assert.Equal("submission/x@ready.2", Assert.Single(new Outside().Acts("submission/x", Row("ready", "{'rfiCount':2}"))).Key);
        Assert.Equal("submission/x@ready.0", Assert.Single(new Outside().Acts("submission/x", Row("ready"))).Key);
    }

    [Theory]
    [InlineData("requested", "s1", "{}", "", "SC: ReceiveDocument {file:{sha256:sha,name:{id:file,hash:cv-1.pdf},size:1,mediaType:application/pdf},label:1.0,dated:2026-03-12,validUntil:2028-03-12}")]
    [InlineData("expired", "s1", "{'rejections':1}", "", "SC: ReceiveDocument {file:{sha256:sha,name:{id:file,hash:cv-2.pdf},size:1,mediaType:application/pdf},label:2.0,dated:2026-03-12,validUntil:2028-03-12}")]
    [InlineData("superseded", null, "{}", "", "SC: ReceiveDocument {file:{sha256:sha,name:{id:file,hash:cv-1.pdf},size:1,mediaType:application/pdf},label:1.0,dated:2026-03-12,validUntil:2028-03-12}")]
    [InlineData("expected", null, "{}", "", "SC: ReceiveDocument {file:{sha256:sha,name:{id:file,hash:cv-1.pdf},size:1,mediaType:application/pdf},label:1.0,dated:2026-03-12,validUntil:2028-03-12}")]
    [InlineData("expected", "s1", "{}", "", "")]
    [InlineData("received", "s1", "{}", "", "SUS: StartDocumentReview {}")]
    [InlineData("in-review", "s1", "{}", "", "SUS: ApproveDocument {}")]
    [InlineData("in-review", "s1", "{'firstApprover':'person/a'}", "", "REG: ApproveDocument {}")]
    [InlineData("in-review", "s1", "{}", "document-review=reject", "SUS: RejectDocument {reason:not-signed}")]
    [InlineData("approved", "s1", "{}", "", "")]
    public void Document_is_sent_reviewed_and_sometimes_sent_back(string status, string? site, string doc, string choice, string expected)
    {
        var said = Choosing(choice).Next("document/d", Row(status, doc, "cv", site: site));

        Assert.Equal(Short(expected).Replace("reason:", "", StringComparison.Ordinal), said.Replace("reasonCode:", "", StringComparison.Ordinal).Replace("reason:", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("requested", "{'rejections':1,'version':2}", "document/d@requested.1.2")]
    [InlineData("in-review", "{'firstApprover':'person/a'}", "document/d@in-review.0.0.second")]
    public void Key_of_a_document_names_its_round_version_and_which_review_it_is(string status, string doc, string key)
    {
        var act = Assert.Single(new Outside().Acts("document/d", Row(status, doc, "cv", owner: "PI")));

        Assert.Equal(key, act.Key);
        if (status == "requested") Assert.Equal("PI", act.Role);
    }

    [Theory]
    [InlineData("in-signature", "{'text':'sent'}", "", "CON: ExecuteContract {}")]
    [InlineData("in-negotiation", "{'text':'sent'}", "", "CON: AgreeTrack {track:contract}")]
    [InlineData("in-negotiation", "{'text':'with-site 3 d'}", "contract-round=comment", "CON: ReceiveSiteComments {track:contract}")]
    [InlineData("in-negotiation", "{'text':'with-site','text.round':3}", "contract-round=comment", "CON: ReceiveSiteComments {track:contract}")]
    [InlineData("in-negotiation", "{'text':'with-site','text.round':4}", "contract-round=comment", "CON: AgreeTrack {track:contract}")]
    [InlineData("in-negotiation", "{'text':'with-us'}", "", "CON: SendOurAnswer {track:contract}")]
    [InlineData("in-negotiation", "{'budget':'with-us'}", "", "BUD: SendOurAnswer {track:budget}")]
    [InlineData("in-negotiation", "{'text':'with-us'}", "contract-answer=exception", "CON: RequestException {track:contract,approver:LEG,what:{id:sealed,hash:The site asks for more than the limit allows.}}")]
    [InlineData("in-negotiation", "{'budget':'with-us'}", "budget-answer=exception", "BUD: RequestException {track:budget,approver:CTM,what:{id:sealed,hash:The site asks for more than the limit allows.}}")]
    [InlineData("in-negotiation", "{'text':'exception-approval'}", "", "LEG: DecideException {track:contract,granted:true}")]
    [InlineData("in-negotiation", "{'budget':'exception-approval'}", "", "CTM: DecideException {track:budget,granted:true}")]
    [InlineData("in-negotiation", "{'text':'agreed','budget':'sent'}", "budget-round=comment", "CON: ReceiveSiteComments {track:budget}")]
    [InlineData("executed", "{'text':'sent'}", "", "")]
    public void Contract_goes_through_rounds_exceptions_and_signatures(string status, string doc, string choice, string expected) =>
        Assert.Equal(Short(expected), Choosing(choice).Next("contract/c", Row(status, doc)));

    [Fact]
    public void Each_round_of_a_contract_has_a_key_of_its_own() =>
        Assert.Equal("contract/c@contract.with-us 2.1.2026-03-01", Assert.Single(new Outside().Acts("contract/c", Row("in-negotiation", "{'text':'with-us 2','text.ball':[{}],'text.since':'2026-03-01'}"))).Key);

    [Theory]
    [InlineData("study/a1"), InlineData("studycountry/a1.pl"), InlineData("site/s1"), InlineData("person/p"), InlineData("workflow/w")]
    public void Nobody_outside_acts_on_what_only_the_product_moves(string id) => Assert.Empty(new Outside().Acts(id, Row("open")));

    [Fact]
    public void Place_of_an_item_is_the_nearest_one()
    {
        var id = ActorId.Parse("document/d");
        Assert.Equal("s1", new Workflows.Simulation.World.WorldItem(id, Row("x")).Place);
        Assert.Equal("a1.PL", new Workflows.Simulation.World.WorldItem(id, Row("x", site: null)).Place);
        Assert.Equal("a1", new Workflows.Simulation.World.WorldItem(id, Row("x", site: null) with { Country = null }).Place);
        Assert.Equal("", new Workflows.Simulation.World.WorldItem(id, new ViewRow { Status = "x" }).Place);
    }

    private static Outside Choosing(string choice) => choice.Length == 0 ? new Outside() : new Outside((choice.Split('=')[0], choice.Split('=')[1]));

    private static string Short(string expected) => expected.Replace(" {}", "", StringComparison.Ordinal);
}
