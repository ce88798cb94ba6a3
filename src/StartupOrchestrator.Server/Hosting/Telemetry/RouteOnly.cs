using System.Diagnostics;
using OpenTelemetry;

namespace StartupOrchestrator.Server.Hosting.Telemetry;

/// <summary>Puts the route in place of the address that was asked for: an address can hold a link's secret or a name that was searched.</summary>
internal sealed class RouteOnly : BaseProcessor<Activity>
{
    private static readonly string[] Telling = ["url.path", "url.query", "url.full", "http.target", "http.url", "client.address", "user_agent.original", "network.peer.address"];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        var route = data.GetTagItem("http.route") as string ?? "other";
        foreach (var name in Telling)
        {
            if (data.GetTagItem(name) is not null)
            {
                data.SetTag(name, name == "url.path" ? route : null);
            }
        }
    }
}
