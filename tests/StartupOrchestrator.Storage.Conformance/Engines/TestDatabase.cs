using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Conformance.Engines;

/// <summary>A database of one test; gone with it.</summary>
public sealed class TestDatabase(IStorage storage, Func<Task<IStorage>> open, Action delete) : IAsyncDisposable
{
    public IStorage Storage { get; private set; } = storage;

    /// <summary>Where a file database lies.</summary>
    public string? Folder { get; init; }

    /// <summary>How the owner connects, where there are connections.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Closes it and opens it again, as a restarted process would.</summary>
    public async Task<IStorage> ReopenAsync()
    {
        await Storage.DisposeAsync();
        return Storage = await open();
    }

    /// <summary>Opens it once more beside the first, as another process would.</summary>
    public Task<IStorage> OpenAnotherAsync() => open();

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        delete();
    }
}
