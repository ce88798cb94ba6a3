using System.Net.Sockets;

namespace StartupOrchestrator.Crash.Faults;

/// <summary>Stands between a process and the database's socket and cuts connections after a random number of bytes, in either direction.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string target;
    private readonly Random random;
    private readonly int most;
    private int cuts;

    /// <param name="targetFolder">Folder of the database's socket.</param>
    /// <param name="random">Chooses where to cut.</param>
    /// <param name="most">A connection lives for at most this many bytes.</param>
    public CuttingProxy(string targetFolder, Random random, int most)
    {
        target = Path.Combine(targetFolder, ".s.PGSQL.5432");
        this.random = random;
        this.most = most;
        Folder = Directory.CreateTempSubdirectory("startup-cut-").FullName;
        listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(Folder, ".s.PGSQL.5432")));
        listener.Listen(100);
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Folder of its own socket.</summary>
    public string Folder { get; }

    /// <summary>Connections cut so far.</summary>
    public int Cuts => Volatile.Read(ref cuts);

    public void Dispose()
    {
        listener.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync();
                int budget;
                lock (random)
                {
                    budget = random.Next(2_000, most);
                }

                _ = Task.Run(() => ServeAsync(client, budget));
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The end.
        }
    }

    private async Task ServeAsync(Socket client, int budget)
    {
        using (client)
        using (var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            try
            {
                await server.ConnectAsync(new UnixDomainSocketEndPoint(target));
                var left = new Budget(budget);
                await Task.WhenAny(PumpAsync(client, server, left), PumpAsync(server, client, left));
            }
            catch (SocketException)
            {
                // The database is away; so is this connection.
            }

            Interlocked.Increment(ref cuts);
        }
    }

    private static async Task PumpAsync(Socket from, Socket to, Budget left)
    {
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer)) > 0)
            {
                // What exceeds the budget is cut off in the middle of a message.
                var pass = left.Take(read);
                await to.SendAsync(buffer.AsMemory(0, pass));
                if (pass < read)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other direction was cut.
        }
    }

    private sealed class Budget(int bytes)
    {
        private int left = bytes;

        public int Take(int wanted)
        {
            lock (this)
            {
                var pass = Math.Min(wanted, left);
                left -= pass;
                return pass;
            }
        }
    }
}
