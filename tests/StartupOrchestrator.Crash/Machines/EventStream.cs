using System.Text.Json.Nodes;

namespace StartupOrchestrator.Crash.Machines;

/// <summary>A browser that listens to live changes.</summary>
internal sealed class EventStream(HttpClient http) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private StreamReader? lines;

    /// <summary>Connects; changes from now on are told.</summary>
    public async Task HelloAsync()
    {
        lines = new StreamReader(await http.GetStreamAsync(new Uri("events", UriKind.Relative), TestContext.Current.CancellationToken));
        while (await NextAsync() != "event: hello")
        {
        }
    }

    /// <summary>Waits until the record is said to have changed.</summary>
    public async Task WaitForAsync(string id)
    {
        while (true)
        {
            if ((await NextAsync()).Split("data: ") is ["", { Length: > 0 } data] && JsonNode.Parse(data) is { } change && change["id"]?.GetValue<string>() == id)
            {
                return;
            }
        }
    }

    public void Dispose() => lines?.Dispose();

    private async Task<string> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        return await lines!.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The stream ended.");
    }
}
