using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Http;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Features.People;

/// <summary>Gives and takes roles. The scope that is recorded is complete: sponsor, study and country of a site are its own.</summary>
internal static class GrantEndpoints
{
    /// <summary>Grants a role.</summary>
    public static async Task<IResult> GrantAsync(string key, GrantRequest request, HttpContext http, CallerAccessor callers, PeopleReader people, IViewQueries views, IActorRuntime runtime)
    {
        var caller = await callers.RequireAsync();
        if (await people.FindAsync(key, caller, http.RequestAborted) is null)
        {
            return Problems.NotFound("person");
        }

        if (!caller.HasEverywhere(Right.ManagePeople))
        {
            return Problems.Forbidden("granting roles");
        }

        if (RoleBundle.Find(request.Role) is null)
        {
            return Problems.Invalid("role", $"There is no role '{request.Role}'. Choose one of {string.Join(", ", RoleBundle.All.Select(r => r.Code))}.");
        }

        if (await ScopeOfAsync(request, views, http.RequestAborted) is not { } scope)
        {
            return Problems.Invalid("scope", "There is no such study, country or site. Name a site alone, a study with or without a country, a sponsor, or nothing for the whole organisation.");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        var id = new ActorId(ActorKind.Person, key);
        var envelope = new Envelope(commandId, id, new GrantRole(request.Role, scope, request.From, request.To), new Origin(caller.Person.ToString()));
        return CommandDesk.Answer(http, id, await runtime.SendAsync(envelope, http.RequestAborted));
    }

    /// <summary>Ends a grant.</summary>
    public static async Task<IResult> RevokeAsync(string key, string grant, HttpContext http, CallerAccessor callers, PeopleReader people, IActorRuntime runtime)
    {
        var caller = await callers.RequireAsync();
        if (await people.FindAsync(key, caller, http.RequestAborted) is null)
        {
            return Problems.NotFound("person");
        }

        if (!caller.HasEverywhere(Right.ManagePeople))
        {
            return Problems.Forbidden("taking roles back");
        }

        var id = new ActorId(ActorKind.Person, key);
        var envelope = new Envelope(DerivedId.From("revoke", Guid.NewGuid().ToString()), id, new RevokeRole(grant), new Origin(caller.Person.ToString()));
        return CommandDesk.Answer(http, id, await runtime.SendAsync(envelope, http.RequestAborted));
    }

    private static async Task<Scope?> ScopeOfAsync(GrantRequest request, IViewQueries views, CancellationToken cancellationToken)
    {
        if (request.Site is { } site)
        {
            var row = await views.FindAsync(new ActorId(ActorKind.Site, site), ViewScope.All, cancellationToken);
            return row is null ? null : new Scope(row.Row.Sponsor, row.Row.Study, row.Row.Country, site);
        }

        if (request.Study is { } study)
        {
            var row = await views.FindAsync(new ActorId(ActorKind.Study, study), ViewScope.All, cancellationToken);
            return row is null ? null : new Scope(row.Row.Sponsor, study, request.Country?.ToUpperInvariant());
        }

        return request.Country is null ? new Scope(request.Sponsor) : null;
    }
}
