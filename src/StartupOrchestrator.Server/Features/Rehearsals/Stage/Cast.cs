using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;

namespace StartupOrchestrator.Server.Features.Rehearsals.Stage;

/// <summary>
/// The people of a dry run: made-up staff with accounts, who sign in and work with tokens of their own, and made-up
/// contacts at each site, who get mail. Several roles are played by one person, but never the two sides of an approval.
/// </summary>
internal sealed class Cast : IDisposable
{
    internal const string Password = "a dry run needs no secret 7";

    private static readonly (string Name, string Email, string[] Bundles, string[] Roles)[] Staff =
    [
        ("Sara Specialist (dry run)", "sara@example.org", ["specialist", "study-team"], ["SUS", "CRA", "CTA", "FEA", "TRA", "MED"]),
        ("Leo Lead (dry run)", "leo@example.org", ["lead", "contracts-budget"], ["SUL", "CTM"]),
        ("Rita Regulatory (dry run)", "rita@example.org", ["regulatory", "specialist"], ["REG"]),
        ("Cora Contracts (dry run)", "cora@example.org", ["contracts-budget", "specialist"], ["CON", "BUD"]),
        ("Sam Sponsor (dry run)", "sam@example.org", ["sponsor-approver", "lead"], ["SPO", "LEG", "SSG"]),
        ("Rob Release (dry run)", "rob@example.org", ["sponsor-approver", "lead"], ["RRO", "QP"]),
    ];

    private readonly Dictionary<string, ApiSession> sessions = [];
    private readonly Dictionary<string, string> people = [];
    private readonly Dictionary<string, string> emails = [];
    private readonly Dictionary<string, LocalDate> renewed = [];
    private readonly SemaphoreSlim signingIn = new(1);
    private readonly Uri server;

    private Cast(Uri server) => this.server = server;

    /// <summary>Enters the staff.</summary>
    public static async Task<Cast> AssembleAsync(Uri server, ApiSession administrator, ActLedger? ledger, CancellationToken cancellationToken)
    {
        var cast = new Cast(server);
        foreach (var (name, email, bundles, roles) in Staff)
        {
            var person = new JsonObject { ["kind"] = "staff", ["name"] = name, ["email"] = email, ["language"] = "en", ["timeZone"] = "Europe/Berlin" };
            var key = (await administrator.PostAsync("people", person, cancellationToken)).Require($"enter {name}")["key"]!.GetValue<string>();
            (await administrator.PutAsync($"people/{key}/password", new JsonObject { ["password"] = Password }, cancellationToken)).Require("set a password");
            foreach (var bundle in bundles)
            {
                (await administrator.PostAsync($"people/{key}/grants", new JsonObject { ["role"] = bundle }, cancellationToken)).Require($"grant {bundle}");
            }

            cast.Take(key, email, roles, new ApiSession(server, key, await ApiSession.SignInAsync(server, email, Password, cancellationToken), ledger));
        }

        return cast;
    }

    /// <summary>The staff of a dry run that goes on sign in again; their requests bear names of this run.</summary>
    public static async Task<Cast> RejoinAsync(Uri server, ApiSession administrator, int run, ActLedger? ledger, CancellationToken cancellationToken)
    {
        var cast = new Cast(server);
        var people = (await administrator.GetAsync("people?kind=staff", cancellationToken)).Require("list the people")["items"]!.AsArray();
        foreach (var (name, email, _, roles) in Staff)
        {
            var person = people.FirstOrDefault(p => (string?)p!["email"] == email) ?? throw new RehearsalException($"{name} is not there: the database is not one of this dry run.");
            var key = person["key"]!.GetValue<string>();
            cast.Take(key, email, roles, new ApiSession(server, $"{key}-{run}", await ApiSession.SignInAsync(server, email, Password, cancellationToken), ledger));
        }

        return cast;
    }

    private void Take(string key, string email, string[] roles, ApiSession session)
    {
        foreach (var role in roles)
        {
            sessions[role] = session;
            people[role] = key;
            emails[role] = email;
        }
    }

    /// <summary>Staff roles with the person who plays them.</summary>
    public IReadOnlyDictionary<string, string> Team => people;

    /// <summary>The session of whoever plays a role; the specialist records what people outside do.</summary>
    public ApiSession As(string role) => sessions.GetValueOrDefault(role) ?? sessions["SUS"];

    /// <summary>Tokens hold a year of virtual time: who is refused signs in again, once on a day.</summary>
    public async Task SignInAgainAsync(string role, LocalDate today, CancellationToken cancellationToken)
    {
        var name = sessions.ContainsKey(role) ? role : "SUS";
        await signingIn.WaitAsync(cancellationToken);
        try
        {
            if (renewed.GetValueOrDefault(emails[name]) != today)
            {
                sessions[name].Renew(await ApiSession.SignInAsync(server, emails[name], Password, cancellationToken));
                renewed[emails[name]] = today;
            }
        }
        finally
        {
            signingIn.Release();
        }
    }

    /// <summary>Ends all sessions.</summary>
    public void Dispose()
    {
        foreach (var session in sessions.Values.Distinct())
        {
            session.Dispose();
        }

        signingIn.Dispose();
    }
}
