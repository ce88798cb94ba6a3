namespace StartupOrchestrator.Domain.Actors;

/// <summary>Something an actor is asked to do. Every command type bears a <see cref="Persistence.ContractAttribute"/>.</summary>
public abstract record Command;

/// <summary>Something that happened to an actor. Every event type bears a <see cref="Persistence.ContractAttribute"/> and is kept for ever.</summary>
public abstract record Event;
