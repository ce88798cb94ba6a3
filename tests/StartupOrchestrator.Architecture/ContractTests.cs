using System.Reflection;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Architecture;

/// <summary>What is written to the journal bears a name of its own. Seen red: a command without a contract, two with one name.</summary>
public sealed class ContractTests
{
    private static readonly Type[] Messages =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "StartupOrchestrator.*.dll")
            .Where(f => !Path.GetFileName(f).Contains("Architecture", StringComparison.Ordinal))
            .Select(Assembly.LoadFrom)
            .SelectMany(a => a.GetTypes())
            .Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(Command)) || t.IsSubclassOf(typeof(Event)))),
    ];

    [Fact]
    public void Every_command_and_event_has_a_contract_name()
    {
        Assert.NotEmpty(Messages);
        Assert.Empty(Messages.Where(m => m.GetCustomAttribute<ContractAttribute>() is null).Select(m => m.FullName));
    }

    [Fact]
    public void No_two_share_a_name_and_version()
    {
        var shared = Messages.Select(m => m.GetCustomAttribute<ContractAttribute>()).OfType<ContractAttribute>()
            .GroupBy(c => (c.Name, c.Version)).Where(g => g.Count() > 1).Select(g => g.Key);

        Assert.Empty(shared);
    }
}
