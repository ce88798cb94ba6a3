using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Domain.Persistence.Json;

internal sealed class ActorIdConverter() : TextConverter<ActorId>(id => id.ToString(), ActorId.Parse);
