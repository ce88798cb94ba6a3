using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Time;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Runtime.Tests.Plans;

/// <summary>Lets the world act on a runtime: plans the acts that open items wait for and carries them out on virtual time.</summary>
internal sealed class WorldDriver(StartupRuntime runtime, VirtualClock clock, World world) : IWorldView
{
    private readonly PriorityQueue<WorldAct, (Instant, string)> acts = new();
    private readonly HashSet<string> known = [];
    private string? position;
    private int commands;

    /// <summary>Acts that were refused, with the words.</summary>
    public List<string> Refusals { get; } = [];

    public int Acted { get; private set; }

    public ViewRow? Find(ActorId id) => runtime.Storage.Views.FindAsync(id, ViewScope.All, CancellationToken.None).GetAwaiter().GetResult()?.Row;

    /// <summary>Until nobody has anything to do, or until a day; between acts the runtime delivers whatever is due.</summary>
    /// <param name="until">Last day.</param>
    /// <param name="over">Whether it is over, asked when the world has nothing more to do.</param>
    /// <param name="meanwhile">Looked at after every act, for what a test wants to happen in between.</param>
    public async Task RunAsync(LocalDate until, Func<Task<bool>> over, Func<Task>? meanwhile = null)
    {
        var end = until.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        while (clock.Now < end)
        {
            position ??= (await runtime.Storage.Journal.ChangesAsync(null, 1, CancellationToken.None)).Position;
            await runtime.Driver.DeliverDueAsync(CancellationToken.None);
            await LookAsync();
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            if (acts.Count == 0 && await over())
            {
                return;
            }

            var due = await runtime.Driver.NextDueAsync(CancellationToken.None);
            if (acts.TryPeek(out _, out var next) && (due is null || next.Item1 <= due))
            {
                clock.AdvanceTo(next.Item1);
                await ActAsync(acts.Dequeue());
            }
            else if (due is { } timer && timer < end)
            {
                clock.AdvanceTo(timer);
            }
            else
            {
                return;
            }
        }
    }

    private async Task LookAsync()
    {
        while (true)
        {
            var page = await runtime.Storage.Journal.ChangesAsync(position, 1000, CancellationToken.None);
            position = page.Position;
            foreach (var stream in page.Changes.Select(c => c.Stream).Distinct())
            {
                Plan(ActorId.Parse(stream));
            }

            if (page.Changes.Count == 0)
            {
                return;
            }
        }
    }

    private void Plan(ActorId id)
    {
        if (Find(id) is not { } row)
        {
            return;
        }

        foreach (var act in world.Next(new WorldItem(id, row), this))
        {
            if (known.Add(act.Key))
            {
                acts.Enqueue(act, (Due(act), act.Key));
            }
        }
    }

    private Instant Due(WorldAct act)
    {
        var now = clock.Now.InUtc();
        var whole = (int)Math.Floor(act.BusinessDays);
        var day = BusinessCalendar.WeekdaysOnly.Plus(now.Date, whole);
        var at = day == now.Date ? now.TimeOfDay : new LocalTime(9, 0);
        if (act.NotBefore is { } earliest && earliest > day)
        {
            (day, at) = (earliest, new LocalTime(17, 0));
        }

        return (day + at).InUtc().ToInstant() + Duration.FromHours((act.BusinessDays - whole) * 8) + Duration.FromMinutes(1);
    }

    private async Task ActAsync(WorldAct act)
    {
        // The item may have gone on without the act.
        var item = ActorId.Parse(act.Key.Split('@')[0]);
        if (Find(item) is not { } row || world.Next(new WorldItem(item, row), this).All(a => a.Key != act.Key))
        {
            known.Remove(act.Key);
            return;
        }

        var hands = new Hands(clock.Now.InUtc().Date);
        var person = Party.IsSiteRole(act.Role) ? $"person/{act.Role}-{act.Scope.Site}" : $"person/{act.Role}";
        var envelope = new Envelope(string.Create(CultureInfo.InvariantCulture, $"world-{++commands}"), act.Target, act.Command(hands), new Origin(person.ToLowerInvariant())) { Personal = [.. hands.Sealed] };
        if (await runtime.Actors.SendAsync(envelope, CancellationToken.None) is CommandResult.Refused refused)
        {
            var unmet = string.Join("; ", refused.Refusal.Unmet.Select(u => u.Condition));
            Refusals.Add($"{act.Key}: {envelope.Command.GetType().Name}: {refused.Refusal.Message} {unmet}");
        }

        Acted++;
    }

    private sealed class Hands(LocalDate today) : IWorldHands
    {
        public List<SealedValue> Sealed { get; } = [];

        public LocalDate Today => today;

        public PersonalRef Seal(string text)
        {
            var reference = new PersonalRef(DerivedId.From("personal", text, Sealed.Count.ToString(CultureInfo.InvariantCulture)), new string('0', 64));
            Sealed.Add(new SealedValue(reference, new string('0', 32), text, null));
            return reference;
        }

        public FileRef File(string name) => new(new string('a', 64), Seal(name), 1000, "application/pdf");
    }
}
