using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Crash;

/// <summary>
/// The process that is killed. Says <c>try kind id</c> before it sends a command and <c>ack kind id</c> when it has the
/// answer; what was said is in the pipe and outlives it. With <c>drain</c> it only delivers what is left.
/// </summary>
internal static class Workload
{
    private const int Workers = 12;

    public static ActorId Adder(int number) => new(ActorKind.Task, $"p{number % 8}");

    public static ActorId Receiver(int number) => new(ActorKind.Document, $"q{number % 4}");

    public static Task<IStorage> OpenAsync(string place) => place.StartsWith("Host=", StringComparison.Ordinal)
        ? OpenPostgreSqlAsync(place)
        : OpenSqliteAsync(place);

    public static async Task<int> RunAsync(string[] args)
    {
        var (place, mails, run, drain) = (args[0], args[1], args[2], args.Length > 3);
        await using var storage = await OpenAsync(place);
        await using var runtime = new StartupRuntime(
            ProbeActor.All, ProbeActor.Catalog, storage, TimeProvider.System, () => [new MailFile(mails)], new RuntimeOptions { Lease = NodaTime.Duration.FromSeconds(2), HandOver = NodaTime.Duration.FromSeconds(1) });
        runtime.Start();
        if (drain)
        {
            while (await storage.Deliveries.NextDueAsync(CancellationToken.None) is not null)
            {
                await storage.WaitForChangeAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            }

            return 0;
        }

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(w => Task.Run(() => WorkAsync(runtime.Actors, run, w))));
        return 0;
    }

    private static async Task WorkAsync(IActorRuntime runtime, string run, int worker)
    {
        for (var n = 0; ; n++)
        {
            var number = (worker * 31) + n;
            var (kind, target, command) = (number % 10) switch
            {
                < 6 => ("add", Adder(number), (Command)new Add(1)),
                < 9 => ("pass", Adder(number), new Pass(Receiver(number), 1)),
                _ => ("mail", Adder(number), new Mail($"{run}.{worker}.{n}")),
            };
            var line = $"{kind} {target} {run}.{worker}.{n}";
            Say($"try {line} {Receiver(number)}");
            await runtime.SendAsync(new Envelope($"{run}.{worker}.{n}", target, command, new Origin("person/anna")), CancellationToken.None);
            Say($"ack {line}");
        }
    }

    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }

    private static async Task<IStorage> OpenSqliteAsync(string folder) => await SqliteStorage.OpenAsync(new SqliteOptions(folder), TimeProvider.System);

    private static async Task<IStorage> OpenPostgreSqlAsync(string connection) =>
        await PostgreSqlStorage.OpenAsync(new PostgreSqlOptions(connection) { AcceptUnsafeServer = true }, TimeProvider.System);

    /// <summary>A mail server that keeps what it took, also when the sender dies before it notes so.</summary>
    private sealed class MailFile(string path) : IEffectHandler
    {
        public string Target => OutboxTargets.Mail;

        public Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
        {
            lock (this)
            {
                File.AppendAllText(path, $"{message.Id}\n");
            }

            return Task.FromResult(true);
        }
    }
}
