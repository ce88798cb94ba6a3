using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Runtime.Composition;

namespace StartupOrchestrator.Server.Hosting.Telemetry;

/// <summary>
/// Sends traces, metrics and logs to an OpenTelemetry collector where one is named: <c>Telemetry:Endpoint</c> in the
/// configuration, for example http://127.0.0.1:4318 (OTLP over HTTP). Without it nothing is sent. No personal value leaves:
/// addresses of requests are reduced to their route, as links in mails are secrets.
/// </summary>
internal static class TelemetryRegistration
{
    private const string Service = "startup-orchestrator";

    /// <summary>Adds what measures, and what sends it where that is configured.</summary>
    /// <exception cref="ConfigurationMistakeException">The endpoint is not an address.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder, ProductOptions options)
    {
        // Request lines of the web server hold links; they are of use to nobody but those who look for a fault.
        var asked = builder.Configuration.GetValue("Logging:LogLevel:Default", LogLevel.Information);
        var warnings = asked > LogLevel.Warning ? asked : LogLevel.Warning;
        builder.Logging.AddFilter("Microsoft.AspNetCore", warnings);

        // A cluster places every actor through it, with two lines each.
        builder.Logging.AddFilter("Polly", warnings);
        if (!options.InMemory && !options.DeliverByHand)
        {
            builder.Services.AddHostedService<WaitingGauges>();
        }

        if (builder.Configuration["Telemetry:Endpoint"] is not { Length: > 0 } text)
        {
            return;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new ConfigurationMistakeException([$"Telemetry:Endpoint: '{text}' is not an address. Write for example http://127.0.0.1:4318."]);
        }

        var resource = ResourceBuilder.CreateDefault().AddService(Service, serviceVersion: ProductVersion.Text, serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}");
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(RuntimeTelemetry.Name, WaitingGauges.MeterName, MailPost.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime", "Npgsql", "Microsoft.Orleans")
            .AddOtlpExporter((o, reader) =>
            {
                Address(o, endpoint, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = builder.Configuration.GetValue("Telemetry:IntervalSeconds", 30) * 1_000;
            })
            .Build());
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(builder.Configuration.GetValue("Telemetry:TraceRatio", 0.05))))
            .AddSource(RuntimeTelemetry.Name, "Microsoft.AspNetCore", "Npgsql")
            .AddProcessor(new RouteOnly())
            .AddOtlpExporter(o => Address(o, endpoint, "v1/traces"))
            .Build());
        builder.Logging.AddOpenTelemetry(o =>
        {
            o.SetResourceBuilder(resource);
            o.AddOtlpExporter(e => Address(e, endpoint, "v1/logs"));
        });
        builder.Services.AddHostedService<Started>();
    }

    private static void Address(OtlpExporterOptions options, Uri endpoint, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(endpoint, path);
    }

    /// <summary>Providers work from the moment they are asked for.</summary>
    private sealed class Started(MeterProvider metrics, TracerProvider traces) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            metrics.ForceFlush(1_000);
            traces.ForceFlush(1_000);
            return Task.CompletedTask;
        }
    }
}
