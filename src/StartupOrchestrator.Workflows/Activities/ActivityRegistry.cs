using System.Reflection;

namespace StartupOrchestrator.Workflows.Activities;

/// <summary>The activities that definitions can name, by contract name and version.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<string, SortedList<int, ActivityDescriptor>> _types = new(StringComparer.Ordinal);

    /// <summary>A registry of the given behaviours.</summary>
    /// <exception cref="InvalidOperationException">Two behaviours have the same type and version, or one is badly declared.</exception>
    public ActivityRegistry(IEnumerable<Activity> behaviours)
    {
        foreach (var behaviour in behaviours)
        {
            var descriptor = ActivityDescriptor.Of(behaviour);
            if (!_types.TryGetValue(descriptor.Type, out var versions)) _types[descriptor.Type] = versions = [];
            if (!versions.TryAdd(descriptor.Version, descriptor))
                throw new InvalidOperationException($"Activity {descriptor.Type} version {descriptor.Version} is declared twice.");
        }
    }

    /// <summary>All activities of this program.</summary>
    public static ActivityRegistry Default { get; } = FromAssemblies(typeof(ActivityRegistry).Assembly);

    /// <summary>Every version of every activity, by type.</summary>
    public IEnumerable<ActivityDescriptor> All =>
        _types.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => t.Value.Values);

    /// <summary>The newest version of every activity, by type.</summary>
    public IEnumerable<ActivityDescriptor> Newest =>
        _types.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value.Values[^1]);

    /// <summary>A registry of every declared activity in these assemblies of ours.</summary>
    public static ActivityRegistry FromAssemblies(params Assembly[] assemblies) => new(
        assemblies.SelectMany(a => a.GetTypes())
            .Where(t => !t.IsAbstract && typeof(Activity).IsAssignableFrom(t) && t.GetCustomAttribute<ActivityAttribute>() is not null)
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (Activity)Activator.CreateInstance(t, nonPublic: true)!));

    /// <summary>Whether this very version is registered; 0, as in files that name none, stands for any.</summary>
    public bool Has(string type, int version) => _types.TryGetValue(type, out var versions) && (version == 0 || versions.ContainsKey(version));

    /// <summary>The exact version if it is registered, else the newest.</summary>
    /// <returns>Null when the type is not known.</returns>
    public ActivityDescriptor? Find(string type, int version = 0) =>
        !_types.TryGetValue(type, out var versions) ? null
        : versions.TryGetValue(version, out var exact) ? exact
        : versions.Values[^1];
}
