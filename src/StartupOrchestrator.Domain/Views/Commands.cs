using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Views;

/// <summary>Keeps how a list was sorted, filtered and grouped, under a name.</summary>
/// <param name="Name">What its owner calls it; no personal values.</param>
/// <param name="Page">The page it belongs to, for example <c>sites</c>.</param>
/// <param name="Query">The page's state as it stands in the address, without the question mark.</param>
/// <param name="Sponsor">Sponsor key of the study.</param>
/// <param name="Study">The study whose list it is; null: of all studies.</param>
/// <param name="Shared">Others who may see the study see it, too.</param>
[Contract("view.save")]
public sealed record SaveView(string Name, string Page, string Query, string? Sponsor = null, string? Study = null, bool Shared = false) : Command;

/// <summary>Changes one's own view; null leaves a value as it is.</summary>
[Contract("view.change")]
public sealed record ChangeView(string? Name = null, string? Query = null, bool? Shared = null) : Command;

/// <summary>Takes one's own view out of all lists.</summary>
[Contract("view.withdraw")]
public sealed record WithdrawView : Command;
