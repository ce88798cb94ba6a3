using StartupOrchestrator.Domain.Contracts;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>Contracts: rounds of comments and answers on text and budget, exceptions, signatures.</summary>
internal static class ContractWorld
{
    /// <summary>After so many rounds both sides agree.</summary>
    private const int MostRounds = 4;

    public static IEnumerable<WorldAct> Next(World world, WorldItem item)
    {
        if (item.Row.Status == "in-signature")
        {
            return [world.Act(item, "in-signature", "contract-signature", "CON", _ => new ExecuteContract())];
        }

        return item.Row.Status != "in-negotiation" ? [] : [.. Negotiate(world, item, Track.Contract, "text", "contract"), .. Negotiate(world, item, Track.Budget, "budget", "budget")];
    }

    private static IEnumerable<WorldAct> Negotiate(World world, WorldItem item, Track track, string column, string code)
    {
        var written = item.Text(column) ?? "";
        var round = item.Number($"{column}.round");
        var state = $"{code}.{written}.{item.List($"{column}.ball").Count()}.{item.Text($"{column}.since")}";
        var key = World.Key(item, state);
        switch (written.Split(' ')[0])
        {
            case "sent" or "with-site":
                var comments = round < MostRounds && world.Choose($"{code}-round", item, key, "agree", "comment") == "comment";
                yield return world.Act(item, state, $"{code}-round", "CON", _ => comments ? new ReceiveSiteComments(track) : new AgreeTrack(track));
                break;
            case "with-us":
                var exception = world.Choose($"{code}-answer", item, key, "answer", "exception") == "exception";
                yield return world.Act(item, state, $"{code}-answer", track == Track.Budget ? "BUD" : "CON", hands => exception
                    ? new RequestException(track, track == Track.Budget ? "CTM" : "LEG", hands.Seal("The site asks for more than the limit allows."))
                    : new SendOurAnswer(track));
                break;
            case "exception-approval":
                yield return world.Act(item, state, $"{code}-exception", track == Track.Budget ? "CTM" : "LEG", _ => new DecideException(track, Granted: true));
                break;
        }
    }
}
