using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>From a command and a version of its actor to a commit or a refusal. Reads, never writes.</summary>
internal sealed class Decider(ActorShells shells, EvidenceLoader evidence, Duration handOver)
{
    public async Task<Verdict> DecideAsync(StepBasis basis, Delivery delivery, Instant now, bool fresh, CancellationToken cancellationToken)
    {
        var envelope = delivery.Envelope;
        var shell = shells[envelope.Target.Kind];
        if (envelope.ExpectedVersion is { } expected && (expected < basis.State.InnerVersion || expected > basis.Version))
        {
            return new Verdict(null, null, null, new Refusal(
                RefusalKind.Changed, "version.changed",
                $"It was changed in the meantime: you saw version {expected}, it is now at version {basis.Version}. Look at the change, then try again."));
        }

        var needed = envelope.Command is AwaitFact or ForgetFact or WatchFacts ? [] : shell.Type.EvidenceFor(basis.State.Inner, envelope.Command);
        var found = await evidence.LoadAsync(needed, fresh, cancellationToken).ConfigureAwait(false);
        var context = new DecisionContext(envelope.Target, envelope.CommandId, now, envelope.Origin) { Evidence = found };
        return shell.Decide(basis.State, basis.Version, envelope.Command, context, envelope.Watches) switch
        {
            ShellDecision.Refused refused => new Verdict(null, null, null, refused.Refusal),
            ShellDecision.Accepted accepted => Accept(shell, basis, delivery, accepted, found, now),
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }

    private Verdict Accept(
        ActorShell shell, StepBasis basis, Delivery delivery, ShellDecision.Accepted accepted, ImmutableDictionary<ActorId, Evidence> found, Instant now)
    {
        var relied = found.Where(f => f.Key != delivery.Envelope.Target).Select(f => (f.Key.ToString(), f.Value.Version)).OrderBy(e => e.Item1, StringComparer.Ordinal);
        var step = new StepBuilder(shell, handOver).Build(basis, delivery, accepted, relied, now);
        return new Verdict(step, new StepBasis(step.Version, step.Head, accepted.After), accepted.Answer, null);
    }
}

/// <summary>What a decision comes to: a step with the basis of the next one, or a refusal.</summary>
internal sealed record Verdict(StepCommit? Step, StepBasis? After, System.Text.Json.Nodes.JsonNode? Answer, Refusal? Refusal);
