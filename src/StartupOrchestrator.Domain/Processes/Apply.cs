using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Processes;

/// <summary>The state of a process after an event.</summary>
internal static class ProcessApply
{
    public static ProcessState Apply(ProcessState state, Event e) => Settle(e switch
    {
        ProcessStarted x => new ProcessState
        {
            Exists = true, Kind = x.Kind, Title = x.Title, Items = x.Items.OrEmpty(), Dispatch = x.Dispatch, Sponsor = x.Sponsor, Study = x.Study,
        },
        ItemsSent x => state with
        {
            Sent = x.Upto, Awaited = state.Awaited.Union(x.Awaited.OrEmpty()), Done = state.Done + (x.Upto - state.Sent) - x.Awaited.OrEmpty().Length,
        },
        ItemsFinished x => Finish(state, x),
        ItemRefused x => state with { Failed = state.Failed.SetItem(x.Item, new ItemFailure(x.Code, x.Message)) },
        FailuresRetried x => state with { Status = ProcessStatus.Running, Failed = state.Failed.RemoveRange(x.Items) },
        ProcessCancelled => state with { Status = ProcessStatus.Cancelled },
        _ => state,
    });

    private static ProcessState Finish(ProcessState state, ItemsFinished e) => state with
    {
        Done = state.Done + e.Items.Length,
        Awaited = state.Awaited.Except(e.Items),
        Reported = state.Dispatch ? state.Reported : state.Reported.Union(e.Items),
        Failed = state.Failed.RemoveRange(e.Items),
    };

    private static ProcessState Settle(ProcessState state) => state.Status != ProcessStatus.Running || state.Done + state.Failed.Count < state.Items.Length
        ? state
        : state with { Status = state.Failed.IsEmpty ? ProcessStatus.Done : ProcessStatus.DoneWithFailures };
}
