using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Actors.Facts;

/// <summary>A command was accepted that changed nothing in the actor: it was already so, or it only had effects.</summary>
/// <param name="Command">Contract name of the command.</param>
[Contract("kernel.noted")]
public sealed record Noted(string Command) : Event;

/// <summary>
/// Tells an actor that a command it sent by <see cref="Effects.Tell"/> was refused for good. Sent only to kinds whose
/// <see cref="IActorType.HearsRefusals"/> is true; for the others the refused message is kept as undeliverable.
/// </summary>
/// <param name="Target">Who refused.</param>
/// <param name="Key">The key of the <see cref="Effects.Tell"/>.</param>
/// <param name="Command">Contract name of the refused command.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Message">Words of the refusal.</param>
/// <param name="Activity">Activity that asked, where <see cref="Effects.Tell.Cause"/> named one.</param>
[Contract("kernel.tell-refused")]
public sealed record TellRefused(ActorId Target, string Key, string Command, string Code, string Message, string? Activity) : Command;
