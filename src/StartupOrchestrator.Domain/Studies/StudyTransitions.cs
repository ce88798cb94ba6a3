namespace StartupOrchestrator.Domain.Studies;

/// <summary>Which step a study may take from which status.</summary>
public static class StudyTransitions
{
    /// <summary>The status after a step; null when the step is not possible.</summary>
    public static StudyStatus? After(StudyState state, StudyStep step) => step switch
    {
        StudyStep.StartPlanning => state.Status == StudyStatus.Draft ? StudyStatus.Planning : null,
        StudyStep.BeginStartUp => state.Status == StudyStatus.Planning ? StudyStatus.InStartUp : null,
        StudyStep.Recruiting => state.Status == StudyStatus.InStartUp ? StudyStatus.Recruiting : null,
        StudyStep.Hold => state.Status is StudyStatus.Planning or StudyStatus.InStartUp or StudyStatus.Recruiting ? StudyStatus.OnHold : null,
        StudyStep.Resume => state.Status == StudyStatus.OnHold ? state.HeldFrom : null,
        StudyStep.Close => state.Status is StudyStatus.Recruiting || (state.Status == StudyStatus.OnHold && state.HeldFrom == StudyStatus.Recruiting) ? StudyStatus.Closed : null,
        StudyStep.Cancel => state.Status is StudyStatus.Draft or StudyStatus.Planning or StudyStatus.InStartUp or StudyStatus.OnHold ? StudyStatus.Cancelled : null,
    };

    /// <summary>Steps that are possible now.</summary>
    public static IEnumerable<StudyStep> Possible(StudyState state) => Enum.GetValues<StudyStep>().Where(s => After(state, s) is not null);
}
