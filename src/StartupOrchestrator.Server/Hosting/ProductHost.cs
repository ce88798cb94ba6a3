using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Features;
using StartupOrchestrator.Server.Features.Events;
using StartupOrchestrator.Server.Features.TaskPages;
using StartupOrchestrator.Server.Hosting.Secrets;
using StartupOrchestrator.Server.Hosting.Telemetry;
using StartupOrchestrator.Server.Features.Webhooks;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Server.Hosting.Web;
using StartupOrchestrator.Server.Outgoing;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>
/// Composes the product: the server, the command line in process and tests all start what this builds. Nothing is opened
/// before the application starts.
/// </summary>
public static class ProductHost
{
    /// <summary>Builds the application; starting it opens the database and the addresses.</summary>
    /// <exception cref="ConfigurationMistakeException">The options cannot work; the message lists every mistake.</exception>
    public static WebApplication Build(ProductOptions options)
    {
        options = RehearsalClock.Apply(options);
        if (options.Follow is { } begin)
        {
            options = options with { Time = new VirtualClock(begin), DeliverByHand = true, Nature = "rehearsal" };
        }

        string[] mistakes = [.. OptionsCheck.Mistakes(options)];
        if (mistakes.Length > 0)
        {
            throw new ConfigurationMistakeException(mistakes);
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. options.HostArguments],
            ApplicationName = typeof(ProductHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        AddServices(builder, options);
        var app = builder.Build();
        UsePipeline(app, options);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, ProductOptions options)
    {
        var services = builder.Services;
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
        });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddProductStore(options);
        services.AddActors(options, () => JoinCluster(services, options));
        var protection = services.AddDataProtection().SetApplicationName("StartupOrchestrator");
        if (options.InMemory)
        {
            protection.UseEphemeralDataProtectionProvider();
        }
        else
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataPath, "keys")));
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SharedSessionKeys>();
        }

        services.AddAccounts(secure: options.Urls.Split(';').All(u => u.TrimStart().StartsWith("https:", StringComparison.OrdinalIgnoreCase)));
        services.AddAccess();
        services.AddApi();
        services.AddRateLimits();
        services.AddTaskPages();
        services.AddMail(builder.Configuration, options);
        services.AddSingleton(OutgoingOptions.From(builder.Configuration));
        services.AddSingleton<IEffectHandler, CallHandler>();
        services.AddSingleton(WebhookOptions.From(builder.Configuration));
        services.AddSingleton<WebhookDesk>();
        services.AddSingleton<ChangeSignal>();
        services.AddHostedService(sp => sp.GetRequiredService<ChangeSignal>());
        builder.AddTelemetry(options);
        options.Services?.Invoke(services);
    }

    private static void JoinCluster(IServiceCollection services, ProductOptions options)
    {
#if ORLEANS
        if (options.Cluster)
        {
            Cluster.ClusterHost.Add(services, options);
        }
#endif
    }

    private static void UsePipeline(WebApplication app, ProductOptions options)
    {
        app.UseSecurityHeaders();
        app.UseReaderLanguage();
        app.UseProblemAnswers();
        if (!options.LoopbackOnly)
        {
            app.UseHsts();
        }

        app.UseWebFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAntiforgeryGate();
        app.UseAuthorization();
        app.MapHealth();
        app.MapApi();
        app.MapTaskPages();
        app.MapWebhooks();
        app.MapWebApp();
    }
}
