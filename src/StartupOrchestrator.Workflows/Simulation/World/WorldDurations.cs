using System.Collections.Frozen;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>How long outside acts usually take, in business days: P50 and P80 of the reference process. Replace them by the organisation's own history.</summary>
public static class WorldDurations
{
    private static readonly FrozenDictionary<string, DurationGuess> Known = new Dictionary<string, DurationGuess>(StringComparer.Ordinal)
    {
        ["protocol-final"] = new(8, 15), ["core-icf"] = new(5, 10), ["contract-templates"] = new(8, 15), ["ib-final"] = new(8, 15), ["infrastructure"] = new(30, 50), ["public-registration"] = new(3, 5),
        ["country-requirements"] = new(2, 5), ["icf-adaptation"] = new(8, 15), ["icf-approval"] = new(3, 6), ["translation"] = new(5, 10), ["insurance"] = new(7, 15),
        ["import-licence"] = new(5, 20), ["icf-notification"] = new(3, 6), ["submission-package"] = new(3, 6), ["approval-conditions"] = new(5, 10), ["conditions-accepted"] = new(8, 15),
        ["cda-send"] = new(1, 2), ["cda-sign"] = new(7, 20), ["cda-redlines"] = new(3, 6), ["no-answer-decision"] = new(2, 4), ["feasibility-survey"] = new(7, 15),
        ["survey-review"] = new(2, 4), ["site-score"] = new(2, 4), ["debarment-check"] = new(1, 2), ["debarment-repeat"] = new(1, 2), ["sqv-plan"] = new(3, 8), ["sqv-waiver"] = new(2, 4),
        ["visit-propose"] = new(1, 3), ["visit-choose"] = new(2, 5), ["visit-confirm"] = new(0, 0), ["visit-report"] = new(6, 9), ["report-review"] = new(2, 3),
        ["site-selection"] = new(3, 7), ["back-up-decision"] = new(30, 60), ["contract-profile"] = new(1, 3), ["contract-draft"] = new(2, 4), ["governance"] = new(15, 45),
        ["delegation-log"] = new(4, 9), ["training-plan"] = new(2, 4), ["training"] = new(5, 10), ["accounts"] = new(3, 7), ["siv-report"] = new(5, 9), ["siv-actions"] = new(3, 6),
        ["release-package"] = new(1, 3), ["ip-shipment"] = new(1, 2), ["ip-receipt"] = new(3, 10), ["open-enrolment"] = new(1, 1), ["file-document"] = new(1, 5), ["icf-site-version"] = new(3, 8),
        ["document"] = new(10, 25), ["document-again"] = new(5, 12), ["document-start-review"] = new(0.5, 1), ["document-review"] = new(0.5, 2), ["document-second-review"] = new(1, 3),
        ["submit"] = new(1, 2), ["validation"] = new(6, 9), ["rfi-answer"] = new(6, 8), ["rfi-outcome"] = new(2, 4), ["assessment"] = new(24, 30), ["assessment-local"] = new(15, 40), ["decision"] = new(3, 4),
        ["contract-round"] = new(10, 25), ["contract-answer"] = new(4, 10), ["contract-exception"] = new(3, 8), ["contract-signature"] = new(5, 15),
        ["budget-round"] = new(10, 25), ["budget-answer"] = new(4, 10), ["budget-exception"] = new(3, 8), ["gate-request"] = new(1, 2), ["gate-decide"] = new(1, 3),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The duration known under a code; three to seven days for what is not known.</summary>
    public static DurationGuess Of(string code) => Known.TryGetValue(code, out var guess) ? guess : new DurationGuess(3, 7);
}
