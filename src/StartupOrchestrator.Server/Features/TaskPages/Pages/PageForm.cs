namespace StartupOrchestrator.Server.Features.TaskPages.Pages;

/// <summary>What every form on a page carries.</summary>
/// <param name="Guard">Name of the anti-forgery field.</param>
/// <param name="GuardToken">Its value.</param>
/// <param name="Id">Random name of this showing of the form: pressed twice it is one command.</param>
/// <param name="Alert">A problem with the whole form, in words.</param>
public sealed record PageForm(string Guard, string GuardToken, string Id, string? Alert = null)
{
    /// <summary>Values as posted, to be shown again.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Posted { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Problems by field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}
