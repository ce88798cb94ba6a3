using System.CommandLine;

namespace StartupOrchestrator.Cli;

/// <summary>Options that every command understands.</summary>
internal static class CommonOptions
{
    public static readonly Option<string> Data = new("--data") { Description = "Directory of the database (default ./data)", Recursive = true, DefaultValueFactory = _ => "./data" };

    public static readonly Option<string?> Server = new("--server") { Description = "Address of a running server, instead of --data", Recursive = true };

    public static readonly Option<string?> Connection = new("--connection")
    { Description = "PostgreSQL connection string of the database, instead of SQLite in --data", Recursive = true };

    public static readonly Option<string?> Token = new("--token") { Description = "Personal API token for --server", Recursive = true };

    public static readonly Option<bool> Json = new("--json") { Description = "Print JSON with stable names", Recursive = true };

    public static IEnumerable<Option> All => [Data, Connection, Server, Token, Json];
}
