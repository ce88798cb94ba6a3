using System.IO.Pipelines;
using NodaTime;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>Whoever waits or stands still must not hold a transaction open: others would wait for it.</summary>
[Collection("horizon")]
public sealed class PostgreSqlHoldingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_that_arrives_slowly_does_not_hold_up_readers_of_changes()
    {
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        var position = (await database.Storage.Journal.ChangesAsync(null, 1, Token)).Position;
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await pipe.Writer.WriteAsync(new byte[2 << 20], Token);
        var putting = database.Storage.Blobs.PutAsync(new ReadSignal(pipe.Reader.AsStream(), out var waits), Token);
        await waits;

        await database.Storage.Steps.CommitAsync([Steps.New("site/s", 0, "c1")], Token);
        var page = await database.Storage.Journal.ChangesAsync(position, 10, Token);
        await pipe.Writer.CompleteAsync();

        Assert.Equal("site/s", Assert.Single(page.Changes).Stream);
        Assert.Equal(2 << 20, (await putting).Length);
    }

    [Fact]
    public async Task Messages_and_timers_are_taken_by_one_statement_that_commits_itself()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var server = await PostgreSqlServer.StartAsync("-c log_statement=all -c log_min_messages=log");
        await using (var database = await server.CreateDatabaseAsync(Runtime.Storage.DatabaseNature.Rehearsal))
        {
            await database.Storage.Steps.CommitAsync([Steps.New("site/a", 0, "c1") with { Outbox = [Steps.Message("m", "mail", 1)] }], Token);
            var log = Path.Combine(server.Folder, "server.log");
            var before = File.ReadAllText(log).Length;
            var now = SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(10_000);
            Assert.Single(await database.Storage.Deliveries.TakeMessagesAsync(now, Duration.FromSeconds(10), 10, Token));
            Assert.Empty(await database.Storage.Deliveries.TakeMessagesAsync(now, Duration.FromSeconds(10), 10, Token));
            await database.Storage.Deliveries.TakeTimersAsync(now, Duration.FromSeconds(10), 10, Token);

            var said = File.ReadAllText(log)[before..];
            Assert.Contains("with taken as", said, StringComparison.Ordinal);
            Assert.DoesNotContain("BEGIN", said, StringComparison.OrdinalIgnoreCase);
        }

        server.Stop();
    }

    [Fact]
    public async Task Process_that_stands_still_while_it_decides_under_a_lock_soon_loses_the_lock_and_writes_nothing()
    {
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        await database.Storage.Steps.CommitAsync([Steps.New("site/s", 0, "c1")], Token);
        await using var another = await database.OpenAnotherAsync();
        var (deciding, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var frozen = database.Storage.Steps.CommitLockedAsync(
            "site/s",
            async stored =>
            {
                deciding.SetResult();
                await goesOn.Task;
                return Steps.New("site/s", stored!.Version, "frozen", stored.Head);
            },
            Token);
        await deciding.Task;

        var began = TimeProvider.System.GetTimestamp();
        var outcome = await another.Steps.CommitLockedAsync("site/s", stored => Task.FromResult<Runtime.Storage.StepCommit?>(Steps.New("site/s", stored!.Version, "awake", stored.Head)), Token);
        Assert.IsType<Runtime.Storage.CommitOutcome.Committed>(outcome);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 8);
        goesOn.SetResult();
        await Assert.ThrowsAsync<Runtime.OutcomeUnknownException>(() => frozen);
        Assert.Null(await another.Steps.FindAnswerAsync("site/s", "frozen", Token));
    }

    /// <summary>Says when its reader has taken what there was and waits for more.</summary>
    private sealed class ReadSignal : Stream
    {
        private readonly Stream inner;
        private readonly TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long given;

        public ReadSignal(Stream inner, out Task waits) => (this.inner, waits) = (inner, this.waits.Task);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (given >= 2 << 20)
            {
                waits.TrySetResult();
            }

            var read = await inner.ReadAsync(buffer, cancellationToken);
            given += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
