using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Backup;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>A backup holds everything, may be restored into either database, and nothing leaves afterwards by itself.</summary>
[Collection("horizon")]
public sealed class BackupTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 12, 8, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pairs => new()
    {
        { Engine.Sqlite, Engine.Sqlite }, { Engine.Sqlite, Engine.PostgreSql }, { Engine.PostgreSql, Engine.PostgreSql }, { Engine.PostgreSql, Engine.Sqlite },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Backup_taken_while_work_goes_on_is_restored_whole_and_mail_waits_until_it_is_released(string from, string to)
    {
        await using var source = await Engine.NewAsync(from);
        var file = await source.Storage.Blobs.PutAsync(new MemoryStream([1, 2, 3]), Token);
        using var backup = new MemoryStream();
        await using (var runtime = Compose(source.Storage, new RecordingHandler()))
        {
            await SendAsync(runtime, "a", new Add(5), "first");
            await SendAsync(runtime, "a", new Pass(new ActorId(ActorKind.Task, "b"), 2, Times: 3), "second");
            await SendAsync(runtime, "a", new Mail("letter"), "third");
            await SendAsync(runtime, "a", new PlanAdd("t", Now + Duration.FromDays(1), 7), "fourth");
            await SendAsync(runtime, "a", new Claim("account:x"), "fifth");
            var busy = Task.Run(
                async () =>
                {
                    for (var n = 0; n < 200; n++)
                    {
                        await SendAsync(runtime, $"busy{n % 7}", new Add(1), $"busy{n}");
                    }
                },
                Token);
            await WriteAsync(source, backup);
            await busy;
        }

        await using var target = await Engine.NewAsync(to);
        var mail = new RecordingHandler();
        backup.Position = 0;
        await RestoreAsync(target, await BackupReader.OpenAsync(backup, Token));
        await using var restored = Compose(target.Storage, mail);
        await restored.Driver.DeliverDueAsync(Token);

        Assert.Equal(5, await TotalAsync(restored, "a"));
        Assert.Equal(6, await TotalAsync(restored, "b"));
        Assert.True(Assert.IsType<CommandResult.Done>(await SendAsync(restored, "a", new Add(5), "first")).Repeated);
        Assert.IsType<CommandResult.Refused>(await SendAsync(restored, "c", new Claim("account:x"), "taken"));
        Assert.Empty((await new AuditVerifier(target.Storage, restored.Shells).VerifyAsync(null, 5, Token)).Faults);
        await using (var content = (await target.Storage.Blobs.OpenAsync(file.Sha256, Token))!)
        {
            Assert.Equal(3, content.Length);
        }

        Assert.Empty(mail.Delivered);
        var upkeep = target.Storage.Upkeep!;
        Assert.Contains("Restored", (await upkeep.FindHoldAsync(Hold.Outgoing, Token))!.Reason, StringComparison.Ordinal);
        Assert.Single(await upkeep.WaitingForAsync([OutboxTargets.Mail], 10, Token));
        Assert.True(await upkeep.ReleaseAsync(Hold.Outgoing, Token));
        await restored.Driver.RunUntilIdleAsync(Now + Duration.FromDays(2), Token);
        Assert.Single(mail.Delivered);
        Assert.Equal(12, await TotalAsync(restored, "a"));
    }

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task Readers_of_changes_start_at_the_present_of_a_restored_database(string engine)
    {
        await using var source = await Engine.NewAsync(engine);
        using var backup = new MemoryStream();
        string position;
        await using (var runtime = Compose(source.Storage, new RecordingHandler()))
        {
            await SendAsync(runtime, "a", new Add(5), "first");
            await WriteAsync(source, backup);
            await SendAsync(runtime, "a", new Add(5), "second");
            position = (await source.Storage.Journal.ChangesAsync(null, 10, Token)).Position;
        }

        await using var target = await Engine.NewAsync(engine);
        backup.Position = 0;
        await RestoreAsync(target, await BackupReader.OpenAsync(backup, Token));
        var page = await target.Storage.Journal.ChangesAsync(position, 10, Token);
        await using var restored = Compose(target.Storage, new RecordingHandler());
        await SendAsync(restored, "b", new Add(1), "third");
        Assert.Equal("task/b", Assert.Single(await NextAsync(target.Storage, page.Position)).Stream);
    }

    /// <summary>What a reader sees next: on a server it waits for transactions of others that began earlier.</summary>
    private static async Task<IReadOnlyList<StreamChange>> NextAsync(IStorage storage, string position)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var page = await storage.Journal.ChangesAsync(position, 10, patience.Token);
            if (page.Changes.Count > 0)
            {
                return page.Changes;
            }

            await storage.WaitForChangeAsync(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    [Fact]
    public async Task Backup_that_was_cut_or_changed_is_refused()
    {
        await using var source = await Engine.NewAsync(Engine.Sqlite);
        using var backup = new MemoryStream();
        await using (var runtime = Compose(source.Storage, new RecordingHandler()))
        {
            await SendAsync(runtime, "a", new Add(5), "first");
        }

        await WriteAsync(source, backup);
        var whole = backup.ToArray();
        await Assert.ThrowsAsync<BackupException>(() => BackupReader.OpenAsync(new MemoryStream(whole[..(whole.Length / 2)]), Token));
        var seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        var random = new Random(seed);
        for (var n = 0; n < 40; n++)
        {
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] ^= 0x41;
            try
            {
                // A changed byte is refused, or lies where it changes no content (a time stamp of the ZIP).
                var read = await BackupReader.OpenAsync(new MemoryStream(changed), Token);
                Assert.Equal(1, read.Manifest.Tables["state"]);
            }
            catch (Exception e) when (e is BackupException)
            {
                // As it should be.
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }
    }

    [Theory]
    [InlineData("""{"format":1,"taken":"2026-03-12T08:00:00Z","nature":"production","epoch":1}""")]
    [InlineData("""{"format":1,"taken":"2026-03-12T08:00:00Z","nature":"production","epoch":1,"tables":{"stbte":1},"files":0,"entries":{}}""")]
    [InlineData("""{"format":2}""")]
    public async Task Backup_whose_manifest_lacks_a_member_is_refused(string manifest)
    {
        using var backup = new MemoryStream();
        await using (var zip = new System.IO.Compression.ZipArchive(backup, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(Token);
            await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(manifest), Token);
        }

        backup.Position = 0;
        await Assert.ThrowsAsync<BackupException>(() => BackupReader.OpenAsync(backup, Token));
    }

    [Fact]
    public async Task Database_that_holds_records_is_not_overwritten()
    {
        await using var source = await Engine.NewAsync(Engine.Sqlite);
        await using (var runtime = Compose(source.Storage, new RecordingHandler()))
        {
            await SendAsync(runtime, "a", new Add(5), "first");
        }

        using var backup = new MemoryStream();
        await WriteAsync(source, backup);
        backup.Position = 0;
        var read = await BackupReader.OpenAsync(backup, Token);
        await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(source, read));
    }

    private static StartupRuntime Compose(IStorage storage, RecordingHandler mail) =>
        RuntimeFixture.Compose(storage, new Runtime.Driving.VirtualClock(Now), new RuntimeOptions { Background = false }, mail);

    private static Task<CommandResult> SendAsync(StartupRuntime runtime, string key, Command command, string id) =>
        runtime.Actors.SendAsync(new Envelope(id, new ActorId(ActorKind.Task, key), command, new Origin("person/anna")), Token);

    private static async Task<int> TotalAsync(StartupRuntime runtime, string key) =>
        ((ProbeState)(await runtime.Actors.ReadAsync(new ActorId(ActorKind.Task, key), Token))!.State).Total;

    private static Task<BackupManifest> WriteAsync(TestDatabase database, Stream target) => database.ConnectionString is { } connection
        ? PostgreSqlStorage.BackupAsync(connection, target, Now.ToDateTimeOffset(), Token)
        : SqliteStorage.BackupAsync(database.Folder!, new Dictionary<string, byte[]>(), target, Now.ToDateTimeOffset(), Token);

    private static Task RestoreAsync(TestDatabase database, BackupReader backup) => database.Storage switch
    {
        PostgreSqlStorage shared => shared.RestoreAsync(backup, Now, Token),
        SqliteStorage embedded => embedded.RestoreAsync(backup, Now, Token),
        _ => throw new InvalidOperationException("Memory is not restored."),
    };
}
