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
    /// <summary>Acts played.</summary>
    public int Acts { get; private set; }

    /// <summary>Of these, tasks answered on their page.</summary>
    public int Answers { get; private set; }

    /// <summary>Plays an act.</summary>
    /// <returns>Null when it took effect; else why not.</returns>
    public async Task<string?> PlayAsync(WorldAct act, LocalDate today, CancellationToken cancellationToken)
    {
        var command = act.Command(new Hands(today, paper));
        if (act.OnTaskPage && command is CompleteTask answer)
        {
            return await AnswerAsync(act, answer, cancellationToken);
        }

        var refusal = await SendAsync(act, command, cancellationToken);
        if (refusal is null)
        {
            Acts++;
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

        Acts++;
        Answers++;
        ledger?.Answered(act.Target.Key);
        return null;
    }

    private async Task<string?> SendAsync(WorldAct act, Command command, CancellationToken cancellationToken)
    {
        var body = CommandBody.Of(command, contracts.Of(command).Name, reason: "Played by the dry run.");
        var path = $"{Words.Path(act.Target.Kind)}/{Uri.EscapeDataString(act.Target.Key)}/commands";
        var answer = await cast.As(act.Role).PostAsync(path, body, cancellationToken);
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            await cast.SignInAgainAsync(act.Role, cancellationToken);
            answer = await cast.As(act.Role).PostAsync(path, body, cancellationToken);
        }

        return answer.Done ? null : $"{body["type"]}: {answer.Reason}";
    }
}
