using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.People;

/// <summary>Adds and changes people.</summary>
internal static class PeopleChanges
{
    /// <summary>Adds a person; its key follows from the request's id, so a repeat adds nobody.</summary>
    public static async Task<IResult> AddAsync(AddPersonRequest request, HttpContext http, CallerAccessor callers, NewAccounts people)
    {
        var caller = await callers.RequireAsync();
        var right = request.Kind == PersonKind.Staff ? Right.ManagePeople : Right.RecordStartUp;
        if (!(request.Kind == PersonKind.Staff ? caller.HasEverywhere(right) : caller.HasSomewhere(right) || caller.HasEverywhere(Right.ManagePeople)))
        {
            return Problems.Forbidden(request.Kind == PersonKind.Staff ? "adding staff" : "adding a site contact");
        }

        if (string.IsNullOrWhiteSpace(request.Name))
        {
            return Problems.Invalid("name", "Give the person's name.");
        }

        var email = EmailAddress.Parse(request.Email);
        if (email is null && (request.Kind == PersonKind.Staff || !string.IsNullOrWhiteSpace(request.Email)))
        {
            return Problems.Invalid("email", "This is not an e-mail address.");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        var key = DerivedId.From("person", commandId);
        var person = new NewPerson(request.Kind, request.Name, email, request.Language, request.TimeZone, request.Organisation);
        return CommandDesk.Answer(http, new ActorId(ActorKind.Person, key), await people.RegisterAsync(key, person, new Origin(caller.Person.ToString()), commandId, http.RequestAborted));
    }

    /// <summary>Changes a person: managers anybody, people themselves except the address they sign in with.</summary>
    public static async Task<IResult> ChangeAsync(string key, ChangePersonRequest request, HttpContext http, CallerAccessor callers, PeopleReader reader, IActorRuntime runtime, PersonalSealer sealer)
    {
        var caller = await callers.RequireAsync();
        var id = new ActorId(ActorKind.Person, key);
        if (await reader.FindAsync(key, caller, http.RequestAborted) is not { } person)
        {
            return Problems.NotFound("person");
        }

        var manages = caller.HasEverywhere(Right.ManagePeople) || (person.Kind == PersonKind.Contact && caller.HasSomewhere(Right.RecordStartUp));
        if (!manages && (id != caller.Person || request.Email is not null))
        {
            return Problems.Forbidden("changing this person");
        }

        var email = EmailAddress.Parse(request.Email);
        if (request.Email is not null && email is null)
        {
            return Problems.Invalid("email", "This is not an e-mail address.");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId) || !Etag.TryReadIfMatch(http, out var expected))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Idempotency-Key has 1 to 200 characters; If-Match is the ETag that you read, in quotes.");
        }

        var name = request.Name is null ? null : sealer.Seal(commandId, "$.name", request.Name.Trim(), id.ToString());
        var address = email is null ? null : sealer.Seal(commandId, "$.email", email, id.ToString());
        var command = new ChangePerson(name?.Ref, address?.Ref, email is null ? null : EmailAddress.AccountOf(email), request.Language, request.TimeZone, request.Organisation);
        var envelope = new Envelope(commandId, id, command, new Origin(caller.Person.ToString()))
        {
            Personal = [.. new[] { name, address }.OfType<SealedValue>()],
            ExpectedVersion = expected,
        };
        return CommandDesk.Answer(http, id, await runtime.SendAsync(envelope, http.RequestAborted));
    }

    /// <summary>Sets a password.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> SetPasswordAsync(
        string key, PasswordRequest request, HttpContext http, CallerAccessor callers, AccountDirectory accounts, NewAccounts people, Passwords passwords, IPersonalValues personal)
    {
        var caller = await callers.RequireAsync();
        var own = caller.Person.Key == key;
        if (!own && !caller.HasEverywhere(Right.ManagePeople))
        {
            return Problems.NotFound("person");
        }

        if (await accounts.FindAsync(key, http.RequestAborted) is not { State.Email: { } email } account)
        {
            return Problems.NotFound("account");
        }

        var address = (await personal.ReadAsync([email.Id], http.RequestAborted)).GetValueOrDefault(email.Id) ?? "";
        if (Passwords.Mistake(request.Password, address) is { } mistake)
        {
            return Problems.Invalid("password", mistake);
        }

        if (own)
        {
            var hash = account.State.Password is { } reference ? (await personal.ReadAsync([reference.Id], http.RequestAborted)).GetValueOrDefault(reference.Id) : null;
            if (http.User.Identity?.AuthenticationType == BearerTokens.Scheme || !passwords.Verify(hash, request.Current ?? ""))
            {
                return Problems.Invalid("current", "The present password is wrong. Sign in with it to change it.");
            }
        }

        var result = await people.SetPasswordAsync(key, request.Password, new Origin(caller.Person.ToString()), DerivedId.From("password", Guid.NewGuid().ToString()), http.RequestAborted);
        if (result is CommandResult.Refused refused)
        {
            return Problems.Of(refused.Refusal);
        }

        if (own)
        {
            await SessionCookie.OpenAsync(http, (await accounts.FindAsync(key, http.RequestAborted))!);
        }

        return TypedResults.NoContent();
    }
}
