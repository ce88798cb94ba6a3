using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

internal sealed class MemoryPersonal(MemoryTables tables) : IPersonalValues
{
    public Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            return Task.FromResult<IReadOnlyDictionary<string, string>>(
                ids.Distinct().Where(tables.Personal.ContainsKey).ToDictionary(id => id, id => tables.Personal[id].Value));
        }
    }

    public Task<int> EraseAsync(string subject, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            var ids = tables.Personal.Where(p => p.Value.Subject == subject).Select(p => p.Key).ToList();
            ids.ForEach(id => tables.Personal.Remove(id));
            return Task.FromResult(ids.Count);
        }
    }
}
