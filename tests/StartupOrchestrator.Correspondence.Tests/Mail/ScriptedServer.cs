using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

/// <summary>A mail server that answers as told: for replies that a real one gives only on bad days.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string?> answer;
    private readonly Task work;

    /// <param name="answer">Reply to a line, <c>END</c> standing for the end of the data; null hangs up.</param>
    public ScriptedServer(Func<string, string?> answer)
    {
        this.answer = answer;
        listener.Start();
        work = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public List<string> Lines { get; } = [];

    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await work;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await TalkAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync(answer("HELLO") ?? "220 ready");
            while (await reader.ReadLineAsync() is { } line)
            {
                Lines.Add(line);
                var reply = answer(line);
                if (reply is null)
                {
                    return;
                }

                await writer.WriteLineAsync(reply);
                if (reply.StartsWith("354", StringComparison.Ordinal))
                {
                    var message = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } part && part != ".")
                    {
                        message.Append(part).Append('\n');
                    }

                    Messages.Add(message.ToString());
                    if (answer("END") is not { } end)
                    {
                        return;
                    }

                    await writer.WriteLineAsync(end);
                }
            }
        }
        catch (IOException)
        {
        }
    }
}
