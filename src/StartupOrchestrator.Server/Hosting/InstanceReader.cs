using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Tells what this installation is.</summary>
public sealed class InstanceReader(IActorRuntime runtime, IStorage storage, AccountDirectory accounts, TimeProvider time)
{
    /// <summary>The installation as it is now.</summary>
    public async Task<InstanceInfo> ReadAsync(CancellationToken cancellationToken)
    {
        var settings = (await runtime.ReadAsync(new ActorId(ActorKind.Organisation, "settings"), cancellationToken))?.State as OrganisationState;
        return new InstanceInfo(
            settings?.InstanceName ?? "StartupOrchestrator", storage.Nature, time.Today(), await accounts.NeedsSetUpAsync(cancellationToken), ProductVersion.Text);
    }
}

/// <summary>The installation.</summary>
/// <param name="Name">Shown on every page.</param>
/// <param name="Nature">What its database was born as; pages of anything but production are marked.</param>
/// <param name="Today">Today by the UTC calendar; virtual in a rehearsal.</param>
/// <param name="SetUpNeeded">There is no administrator yet.</param>
/// <param name="Version">The product's version.</param>
public sealed record InstanceInfo(string Name, DatabaseNature Nature, LocalDate Today, bool SetUpNeeded, string Version);

/// <summary>The product's version as built.</summary>
public static class ProductVersion
{
    /// <summary>For example <c>1.0.0</c>.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
