using System.Net;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Http;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>Plays acts as people play them: site contacts by the link in their mail, everybody else over the REST API.</summary>
internal sealed class Troupe(Cast cast, PickupMail mail, TaskPageVisitor visitor, ContractCatalog contracts, StoredPaper paper, ActLedger? ledger)
{
    private int acts;
    private int answers;

    /// <summary>Acts played.</summary>
    public int Acts => acts;

    /// <summary>Of these, tasks answered on their page.</summary>
    public int Answers => answers;

    /// <summary>Looks into the mail, where somebody is about to answer one.</summary>
    public void ReadMail(IEnumerable<WorldAct> acts)
    {
        if (acts.Any(a => a.OnTaskPage))
        {
            mail.ReadNew();
        }
    }

    /// <summary>Plays an act; acts of different sites may be played side by side.</summary>
    /// <param name="act">The act.</param>
    /// <param name="tries">How often it was tried before: with the act it names the request, whatever else happens meanwhile.</param>
    /// <param name="today">Today (UTC).</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when it took effect; else why not.</returns>
    public async Task<string?> PlayAsync(WorldAct act, int tries, LocalDate today, CancellationToken cancellationToken)
    {
        var command = act.Command(new Hands(today, paper));
        if (act.OnTaskPage && command is CompleteTask answer)
        {
            return await AnswerAsync(act, answer, cancellationToken);
        }

        var refusal = await SendAsync(act, command, DerivedId.From(act.Key, $"{tries}"), today, cancellationToken);
        if (refusal is null)
        {
            Interlocked.Increment(ref acts);
        }

        return refusal;
    }

    private async Task<string?> AnswerAsync(WorldAct act, CompleteTask answer, CancellationToken cancellationToken)
    {
        if (mail.LinkTo(act.Target.Key) is not { } link)
        {
            return "no mail with a link has come";
        }

        if (await visitor.AnswerAsync(link, answer, cancellationToken) is { } obstacle)
        {
            return $"page: {obstacle}";
        }

        Interlocked.Increment(ref acts);
        Interlocked.Increment(ref answers);
        ledger?.Answered(act.Target.Key);
        return null;
    }

    private async Task<string?> SendAsync(WorldAct act, Command command, string key, LocalDate today, CancellationToken cancellationToken)
    {
        var body = CommandBody.Of(command, contracts.Of(command).Name, reason: "Played by the dry run.");
        var path = $"{Words.Path(act.Target.Kind)}/{Uri.EscapeDataString(act.Target.Key)}/commands";
        var answer = await cast.As(act.Role).PostAsync(path, body, cancellationToken, key);
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            await cast.SignInAgainAsync(act.Role, today, cancellationToken);
            answer = await cast.As(act.Role).PostAsync(path, body, cancellationToken, key);
        }

        return answer.Done ? null : $"{body["type"]}: {answer.Reason}";
    }
}
