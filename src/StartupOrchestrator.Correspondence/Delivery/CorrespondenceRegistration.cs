using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Correspondence.Links;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Templates;
using StartupOrchestrator.Runtime.Relays;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>Registers mail and calendar with a host.</summary>
public static class CorrespondenceRegistration
{
    /// <summary>Adds the handlers of <c>mail</c> and <c>calendar</c> effects. The host has registered the runtime and a <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How mail leaves.</param>
    /// <param name="key">The key of links, read when the first mail is written.</param>
    /// <param name="server">Another client for the mail server than ours; null: ours.</param>
    public static IServiceCollection AddCorrespondence(
        this IServiceCollection services, Func<IServiceProvider, MailOptions> options, Func<IServiceProvider, TaskLinkKey> key, Func<IServiceProvider, IMailTransport?>? server = null)
    {
        services.AddSingleton(options);
        services.AddSingleton(key);
        services.AddSingleton(sp => MailTransports.Choose(sp.GetRequiredService<MailOptions>(), sp.GetRequiredService<TimeProvider>(), server?.Invoke(sp)));
        services.AddSingleton<MailRenderer>();
        services.AddSingleton<PlaceReader>();
        services.AddSingleton<RecipientReader>();
        services.AddSingleton<LinkIssuer>();
        services.AddSingleton<TaskMailWriter>();
        services.AddSingleton<MailPost>();
        services.AddSingleton<PlanMails>();
        services.AddSingleton<IEffectHandler, MailHandler>();
        services.AddSingleton<IEffectHandler, InvitationHandler>();
        return services;
    }
}
