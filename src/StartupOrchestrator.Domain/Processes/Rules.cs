using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Processes;

/// <summary>What a command to a process leads to.</summary>
internal static class ProcessRules
{
    /// <summary>Items sent by one commit: large enough for speed, small enough that a commit stays below a megabyte.</summary>
    private const int Chunk = 50;

    /// <summary>The largest plan.</summary>
    private const int MaximumItems = 25_000;

    public static Decision Decide(ProcessState state, Command command, DecisionContext context) => command switch
    {
        StartProcess c => state.Exists ? context.Exists("process") : Start(c, context),
        _ when !state.Exists => context.NotThere("process"),
        ContinueProcess => state.Dispatch && state.Status == ProcessStatus.Running ? Send(state, context, []) : Decision.Nothing,
        FactChanged { Holds: true } c => Finish(state, [c.Token], onlyAwaited: true),
        FactChanged => Decision.Nothing,
        ItemDone c => Finish(state, [c.Item], onlyAwaited: false),
        ItemsDone c => Finish(state, c.Items, onlyAwaited: false),
        ItemFailed c => Known(state, c.Item) is { } unknown ? Decision.Refuse(unknown) : Decision.Accept(new ItemRefused(c.Item, c.Code, c.Message)),
        RetryFailed => Retry(state, context),
        CancelProcess => Cancel(state, context),
        _ => context.NotUnderstood(command),
    };

    private static Decision Start(StartProcess c, DecisionContext context)
    {
        var items = c.Items.OrEmpty();
        if (items.Length > MaximumItems)
        {
            return Decision.Refuse(Refusal.Invalid("items", $"{items.Length} items are more than {MaximumItems}. Split the work."));
        }

        if (items.Select(i => i.Key).Distinct(StringComparer.Ordinal).Count() != items.Length)
        {
            return Decision.Refuse(Refusal.Invalid("items", "Two items have the same key."));
        }

        if (c.Dispatch && items.Any(i => i.Command is null))
        {
            return Decision.Refuse(Refusal.Invalid("items", "An item without a command cannot be sent."));
        }

        var started = new ProcessStarted(c.Kind, c.Title, items, c.Dispatch, c.Sponsor, c.Study);
        var answer = new JsonObject { ["items"] = items.Length };
        return c.Dispatch && items.Length > 0
            ? Send(ProcessApply.Apply(new ProcessState(), started), context, [started]).Answering(answer)
            : Decision.Accept(started).Answering(answer);
    }

    private static Decision.Accepted Send(ProcessState state, DecisionContext context, ImmutableArray<Event> before)
    {
        var upto = Math.Min(state.Sent + Chunk, state.Items.Length);
        if (upto == state.Sent)
        {
            return new Decision.Accepted(before, []);
        }

        var effects = ImmutableArray.CreateBuilder<Effect>();
        var awaited = ImmutableArray.CreateBuilder<string>();
        foreach (var item in state.Items[state.Sent..upto])
        {
            effects.Add(new Tell(item.Target, item.Command!, $"item:{item.Key}"));
            if (item.DoneFact is { } fact)
            {
                awaited.Add(item.Key);
                effects.Add(new Tell(item.Target, new AwaitFact(fact, context.Self, item.Key), $"await:{item.Key}"));
            }
        }

        if (upto < state.Items.Length)
        {
            effects.Add(new Tell(context.Self, new ContinueProcess(), "continue"));
        }

        return new Decision.Accepted([.. before, new ItemsSent(upto, awaited.ToImmutable())], effects.ToImmutable());
    }

    private static Decision Finish(ProcessState state, ImmutableArray<string> keys, bool onlyAwaited)
    {
        if (!onlyAwaited && keys.OrEmpty().Select(k => Known(state, k)).FirstOrDefault(r => r is not null) is { } unknown)
        {
            return Decision.Refuse(unknown);
        }

        ImmutableArray<string> fresh = [.. keys.OrEmpty().Distinct(StringComparer.Ordinal).Where(k => onlyAwaited ? state.Awaited.Contains(k) : !state.Reported.Contains(k))];
        return fresh.IsEmpty || state.Status == ProcessStatus.Cancelled ? Decision.Nothing : Decision.Accept(new ItemsFinished(fresh));
    }

    private static Refusal? Known(ProcessState state, string key) =>
        state.Items.Any(i => i.Key == key) ? null : Refusal.Invalid("item", $"There is no item '{key}' in this work.");

    private static Decision Retry(ProcessState state, DecisionContext context)
    {
        if (state.Failed.IsEmpty)
        {
            return Decision.Nothing;
        }

        var retried = Decision.Accept(new FailuresRetried([.. state.Failed.Keys]));
        return !state.Dispatch ? retried : retried.With(
            [.. state.Items.Where(i => state.Failed.ContainsKey(i.Key)).Select(i => new Tell(i.Target, i.Command!, $"again:{i.Key}"))]);
    }

    private static Decision Cancel(ProcessState state, DecisionContext context) =>
        state.Status != ProcessStatus.Running ? Decision.Refuse(Refusal.NotAllowed($"'{state.Title}'", "cancelling", StatusName.Of(state.Status)))
        : context.MissingReason("cancel it") is { } missing ? Decision.Refuse(missing)
        : Decision.Accept(new ProcessCancelled());
}
