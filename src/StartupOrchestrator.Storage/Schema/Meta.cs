using System.Data.Common;
using Dapper;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Schema;

/// <summary>What a database says about itself.</summary>
public static class Meta
{
    /// <summary>The nature that the database was born with; born now with the wanted one if it is new.</summary>
    /// <param name="connection">Open, may write.</param>
    /// <param name="wanted">What the caller takes it for; null takes it as it is (production when new).</param>
    /// <exception cref="DatabaseRefusedException">It was born as something else.</exception>
    public static async Task<DatabaseNature> BeBornAsync(DbConnection connection, DatabaseNature? wanted)
    {
        await connection.ExecuteAsync(
            "insert into meta (name, value) values ('nature', @nature) on conflict (name) do nothing",
            new { nature = Name(wanted ?? DatabaseNature.Production) }).ConfigureAwait(false);
        return await CheckNatureAsync(connection, wanted).ConfigureAwait(false);
    }

    /// <summary>As <see cref="BeBornAsync"/>, without writing.</summary>
    public static async Task<DatabaseNature> CheckNatureAsync(DbConnection connection, DatabaseNature? wanted)
    {
        var stored = await connection.ExecuteScalarAsync<string?>("select value from meta where name = 'nature'").ConfigureAwait(false)
            ?? throw new DatabaseRefusedException("The database does not say what it is: it was not set up by this product.");
        var nature = Enum.GetValues<DatabaseNature>().First(n => Name(n) == stored);
        return wanted is null || wanted == nature
            ? nature
            : throw new DatabaseRefusedException($"The database was born for {stored} and is never anything else; it was opened for {Name(wanted.Value)}. Choose another data folder or database.");
    }

    private static string Name(DatabaseNature nature) => nature switch
    {
        DatabaseNature.Production => "production",
        DatabaseNature.Training => "training",
        DatabaseNature.Rehearsal => "rehearsal",
    };
}
