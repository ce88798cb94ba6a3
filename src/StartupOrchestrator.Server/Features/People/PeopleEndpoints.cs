using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.People;

/// <summary>People, their accounts and their roles.</summary>
internal static class PeopleEndpoints
{
    /// <summary>Maps <c>/people</c> and <c>/roles</c>.</summary>
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("people");
        people.MapGet("", async (string? kind, string? search, CallerAccessor callers, PeopleReader reader, CancellationToken cancellation) =>
                TypedResults.Ok(new PersonPage(
                    await reader.ListAsync(await callers.RequireAsync(), Enum.TryParse<PersonKind>(kind, ignoreCase: true, out var k) ? k : null, search, cancellation), null)))
            .RequireRight(Right.ReadPersonal).WithName("list-people").WithSummary("People whom the caller may see: kind staff or contact");

        people.MapGet("/{key}", async Task<Results<Ok<PersonLine>, ProblemHttpResult>> (string key, HttpContext http, CallerAccessor callers, PeopleReader reader) =>
            {
                if (await reader.FindAsync(key, await callers.RequireAsync(), http.RequestAborted) is not { } person)
                {
                    return Problems.NotFound("person");
                }

                Etag.Put(http, person.Version);
                return TypedResults.Ok(person);
            })
            .RequireSignedIn().WithName("read-person").WithSummary("One person");

        people.MapGet("/{key}/history", HistoryEndpoint.ReadAsync(ActorKind.Person)).RequireRight(Right.ManagePeople).WithName("history-people").WithSummary("Who changed what about a person");
        people.MapPost("", PeopleChanges.AddAsync).RequireSignedIn().WithName("add-person").WithSummary("Adds staff (managers of people) or a site contact (who records start-up)");
        people.MapPatch("/{key}", PeopleChanges.ChangeAsync).RequireSignedIn().WithName("change-person").WithSummary("Changes a person; staff change their own name, language and zone");
        people.MapPut("/{key}/password", PeopleChanges.SetPasswordAsync).RequireSignedIn().RequireRateLimiting(Hosting.Web.RateLimits.SignIn)
            .WithName("set-password").WithSummary("Sets a password: one's own with the present one, others' with the right to manage people");
        people.MapPost("/{key}/grants", GrantEndpoints.GrantAsync).RequireRight(Right.ManagePeople).WithName("grant-role").WithSummary("Grants a role in an area for a time");
        people.MapDelete("/{key}/grants/{grant}", GrantEndpoints.RevokeAsync).RequireRight(Right.ManagePeople).WithName("revoke-role").WithSummary("Ends a grant now");
        people.MapCommands(ActorKind.Person);

        api.MapGet("/roles", () => TypedResults.Ok<IReadOnlyList<RoleLine>>([.. RoleBundle.All.Select(r => new RoleLine(r.Code, r.Name, [.. r.Rights.Order()]))]))
            .RequireSignedIn().WithTags("people").WithName("list-roles").WithSummary("Roles with the rights that they bundle");
    }
}

/// <summary>A role and what it allows.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">In words.</param>
/// <param name="Rights">What it allows within the area of a grant.</param>
public sealed record RoleLine(string Code, string Name, IReadOnlyList<Right> Rights);
