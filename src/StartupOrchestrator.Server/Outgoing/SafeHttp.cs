using System.Net;
using System.Net.Sockets;

namespace StartupOrchestrator.Server.Outgoing;

/// <summary>
/// The one HTTP client for workflows. It resolves a name itself and connects to the very address that it has checked, so a
/// name that changes between check and call changes nothing; it follows no redirect, keeps no cookie and uses no proxy.
/// </summary>
internal static class SafeHttp
{
    /// <summary>Makes the client.</summary>
    public static HttpClient Create(OutgoingOptions options) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, options, token),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = options.LongestAnswer,
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, OutgoingOptions options, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(end.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(end.Host, cancellationToken);
        var usable = options.AllowsPrivate(end.Host, end.Port) ? addresses : [.. addresses.Where(a => !PrivateNetworks.Contains(a))];
        if (usable.Length == 0)
        {
            throw new AddressRefusedException($"{end.Host} leads into a private network, which workflows may not call. If it must be, whoever runs the installation names it in Outgoing:AllowedPrivateHosts.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>This installation does not call the address.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);
