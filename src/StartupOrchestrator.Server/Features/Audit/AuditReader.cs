using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Audit;

/// <summary>Turns stored audit facts into lines for a caller: names, reasons and values in clear where they may be read.</summary>
public sealed class AuditReader(IJournalReader journal, PersonalText personal, AccountDirectory accounts)
{
    /// <summary>One page; facts of records that are not in view are left out.</summary>
    /// <param name="query">Which facts.</param>
    /// <param name="rowOf">The row of a record as the caller may see it; null leaves its facts out.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AuditPage> PageAsync(AuditQuery query, Func<ActorId, Task<StoredView?>> rowOf, Caller caller, CancellationToken cancellationToken)
    {
        var facts = await journal.AuditAsync(query, cancellationToken);
        var lines = new List<AuditLine>();
        foreach (var fact in facts)
        {
            if (ActorId.TryParse(fact.Stream, out var id) && await rowOf(id) is { } row)
            {
                var site = row.Row.Site is { } key && id.Kind != ActorKind.Site ? await rowOf(new ActorId(ActorKind.Site, key)) : null;
                lines.Add(await LineAsync(id, row, site?.Id.Kind == ActorKind.Site ? site.Row.Code : null, fact.Fact, caller, cancellationToken));
            }
        }

        return new AuditPage(lines, facts.Count == query.Limit ? AuditPosition.Of(facts[^1]).ToString() : null);
    }

    /// <summary>Is it absent, or a position that a page returned?</summary>
    public static bool IsPosition(string? before)
    {
        try
        {
            return before is null || AuditPosition.Parse(before).At.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private async Task<AuditLine> LineAsync(ActorId id, StoredView row, string? siteCode, AuditFact fact, Caller caller, CancellationToken cancellationToken)
    {
        var mayRead = caller.ScopeOf(Right.ReadPersonal).Covers(row.Row);
        var mayBudget = id.Kind != ActorKind.Contract || caller.ScopeOf(Right.SiteBudgets).Covers(row.Row);
        var reason = fact.Reason is null ? null : JsonSerializer.Deserialize<PersonalRef>(fact.Reason, DomainJson.Options);
        var folded = PersonalPairs.Fold(JsonNode.Parse(fact.Changes) as JsonArray ?? []);
        var changes = (await personal.ResolveAsync([folded], mayRead, cancellationToken))[0]!.AsArray();
        return new AuditLine(
            id.ToString(), fact.Version, fact.At, fact.By, mayRead ? await NameOfAsync(fact.By, cancellationToken) : null, fact.OnBehalfOf,
            await personal.ResolveAsync(reason, mayRead, cancellationToken), fact.Command, fact.Cause.Length == 0 ? null : fact.Cause,
            [.. changes.Select(c => new AuditChange(c!["field"]!.GetValue<string>(), c["old"]?.DeepClone(), c["new"]?.DeepClone())).Where(c => mayBudget || !BudgetFields.IsBudget(c.Field))],
            TitleOf(id, row), siteCode);
    }

    private static string? TitleOf(ActorId id, StoredView row) => id.Kind switch
    {
        ActorKind.Person => null,
        ActorKind.Site => $"{row.Row.Code} {row.Row.Title}",
        _ => Words.Title(id.Kind, row.Row),
    };

    private async Task<string?> NameOfAsync(string by, CancellationToken cancellationToken) =>
        ActorId.TryParse(by, out var id) && id.Kind == ActorKind.Person && await accounts.FindAsync(id.Key, cancellationToken) is { } account
            ? await personal.ResolveAsync(account.State.Name, true, cancellationToken)
            : null;
}
