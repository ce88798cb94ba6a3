using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;
using StartupOrchestrator.Testing.Actors;
using StartupOrchestrator.Crash.Mails;

namespace StartupOrchestrator.Crash;

/// <summary>
/// The process that is killed. Says <c>try kind id</c> before it sends a command and <c>ack kind id</c> when it has the
/// answer; what was said is in the pipe and outlives it. A command whose outcome is unknown, or that found the database
/// away, is sent again until it is answered. With <c>drain</c> it only delivers what is left.
/// </summary>
internal static class Workload
{
    private const int Workers = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    public static ActorId Adder(int number) => new(ActorKind.Task, $"p{number % 8}");

    public static ActorId Receiver(int number) => new(ActorKind.Document, $"q{number % 4}");

    public static ActorId Sleeper(int number) => new(ActorKind.Contract, $"t{number % 4}");

    public static Task<IStorage> OpenAsync(string place, TimeProvider? time = null) => place.StartsWith("Host=", StringComparison.Ordinal)
        ? OpenPostgreSqlAsync(place, time ?? TimeProvider.System)
        : OpenSqliteAsync(place, time ?? TimeProvider.System);

    public static async Task<int> RunAsync(string[] args)
    {
        var (place, mails, run, drain) = (args[0], args[1], args[2], args.Contains("drain"));
        TimeProvider time = args.Contains("jumping-clock") ? new JumpingClock(run.GetHashCode(StringComparison.Ordinal)) : TimeProvider.System;
        await using var storage = await OpenPatientlyAsync(place, TimeProvider.System);
        await using var runtime = new StartupRuntime(
            ProbeActor.All, ProbeActor.Catalog, storage, time, () => [mails.StartsWith(SmtpMail.Scheme, StringComparison.Ordinal) ? new SmtpMail(mails) : new MailFile(mails)], new RuntimeOptions { Lease = Duration.FromSeconds(2), HandOver = Duration.FromSeconds(1) });
        runtime.Start();
        if (drain)
        {
            while (await storage.Deliveries.NextDueAsync(CancellationToken.None) is not null)
            {
                await storage.WaitForChangeAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            }

            return 0;
        }

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(w => Task.Run(() => WorkAsync(runtime.Actors, run, w, time))));
        return 0;
    }

    private static async Task WorkAsync(IActorRuntime runtime, string run, int worker, TimeProvider time)
    {
        for (var n = 0; ; n++)
        {
            var number = (worker * 31) + n;
            var id = $"{run}.{worker}.{n}";
            var (kind, target, command) = (number % 20) switch
            {
                < 11 => ("add", Adder(number), (Command)new Add(1)),
                < 16 => ("pass", Adder(number), new Pass(Receiver(number), 1)),
                < 18 => ("mail", Adder(number), new Mail(id)),
                _ => ("timer", Sleeper(number), new PlanAdd(id, Instant.FromDateTimeOffset(time.GetUtcNow()) + Duration.FromMilliseconds(number % 700), 1)),
            };
            Say($"try {kind} {target} {id} {Receiver(number)}");
            await SendAsync(runtime, new Envelope(id, target, command, new Origin("person/anna")));
            Say($"ack {kind} {target} {id}");
        }
    }

    private static async Task SendAsync(IActorRuntime runtime, Envelope envelope)
    {
        while (true)
        {
            try
            {
                if (await runtime.SendAsync(envelope, CancellationToken.None) is CommandResult.Refused refused)
                {
                    throw new InvalidOperationException(refused.Refusal.Message);
                }

                return;
            }
            catch (Exception e) when (e is RuntimeBusyException or OutcomeUnknownException)
            {
                Say($"again {e.GetType().Name}");
                await Task.Delay(Pause);
            }
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

    /// <summary>A database that is just coming back is waited for.</summary>
    private static async Task<IStorage> OpenPatientlyAsync(string place, TimeProvider time)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await OpenAsync(place, time);
            }
            catch (Npgsql.NpgsqlException) when (tries < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<IStorage> OpenSqliteAsync(string folder, TimeProvider time) => await SqliteStorage.OpenAsync(new SqliteOptions(folder), time);

    private static async Task<IStorage> OpenPostgreSqlAsync(string connection, TimeProvider time) =>
        await PostgreSqlStorage.OpenAsync(new PostgreSqlOptions(connection) { AcceptUnsafeServer = true }, time);
}
