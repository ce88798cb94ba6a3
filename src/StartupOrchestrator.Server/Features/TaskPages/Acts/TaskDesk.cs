using System.Collections.Immutable;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Features.TaskPages.Visit;

namespace StartupOrchestrator.Server.Features.TaskPages.Acts;

/// <summary>
/// Sends what a visitor did to the task, in the visitor's name. The command's id follows from the showing of the form
/// and what was entered: pressed twice it takes effect once, changed and pressed again it is another command.
/// </summary>
internal sealed class TaskDesk(IActorRuntime runtime, PersonalSealer sealer)
{
    private const int Attempts = 3;

    /// <summary>Begins a command.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="formId">Name of the showing of the form.</param>
    /// <param name="act">What is done.</param>
    /// <param name="content">Everything entered that the command is made of.</param>
    public Draft Begin(TaskVisit visit, string formId, string act, params ReadOnlySpan<string> content) =>
        new(visit, DerivedId.From(["task-page", formId, act, .. content]), sealer);

    /// <summary>Sends it.</summary>
    /// <returns>Null when it took effect, now or before; else what to tell the visitor.</returns>
    public async Task<string?> SendAsync(Draft draft, Command command, CancellationToken cancellationToken)
    {
        var envelope = new Envelope(draft.CommandId, draft.Visit.Task, command, new Origin($"person/{draft.Visit.Person}")) { Personal = draft.Sealed };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await runtime.SendAsync(envelope, cancellationToken) is CommandResult.Refused { Refusal: var refusal }
                    ? draft.Visit.Words.Text("page.error.refused", ("reason", Sentences.In(draft.Visit.Words, refusal.Message)))
                    : null;
            }
            catch (Exception e) when (e is OutcomeUnknownException or RuntimeBusyException)
            {
                if (attempt == Attempts)
                {
                    return draft.Visit.Words["page.error.busy"];
                }
            }
        }
    }

    /// <summary>A command being made.</summary>
    internal sealed class Draft(TaskVisit visit, string commandId, PersonalSealer sealer)
    {
        /// <summary>The visit.</summary>
        public TaskVisit Visit => visit;

        /// <summary>Id of the command.</summary>
        public string CommandId => commandId;

        /// <summary>Personal values sealed so far.</summary>
        public ImmutableArray<SealedValue> Sealed { get; private set; } = [];

        /// <summary>Seals a personal value of the visitor.</summary>
        public PersonalRef Seal(string path, string value)
        {
            var sealedValue = sealer.Seal(commandId, path, value, $"person/{visit.Person}");
            Sealed = Sealed.Add(sealedValue);
            return sealedValue.Ref;
        }
    }
}
