using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Views;

/// <summary>A view was kept.</summary>
[Contract("view.saved")]
public sealed record ViewSaved(string Owner, string Name, string Page, string Query, string? Sponsor, string? Study, bool Shared) : Event;

/// <summary>A view changed; values as they are now.</summary>
[Contract("view.changed")]
public sealed record ViewChanged(string Name, string Query, bool Shared) : Event;

/// <summary>A view was taken out of all lists.</summary>
[Contract("view.withdrawn")]
public sealed record ViewWithdrawn : Event;
