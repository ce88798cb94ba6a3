using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;

namespace StartupOrchestrator.Server.Features.Definitions;

/// <summary>An activity that definitions may name.</summary>
/// <param name="Type">Contract name, for example Startup.AssignTask.</param>
/// <param name="Version">Version of its behaviour.</param>
/// <param name="Label">What it is called in the palette.</param>
/// <param name="Category">Section of the palette.</param>
/// <param name="Description">What it does.</param>
/// <param name="IsTrigger">It can start a plan.</param>
/// <param name="Ports">Members that hold embedded activities.</param>
/// <param name="Inputs">What it needs.</param>
/// <param name="Outputs">What it gives.</param>
/// <param name="Outcomes">Ports by which a plan goes on.</param>
/// <param name="Waits">For whom it waits, and how long.</param>
public sealed record ActivityLine(
    string Type, int Version, string Label, string Category, string Description, bool IsTrigger, IReadOnlyList<string> Ports, IReadOnlyList<ActivityInput> Inputs,
    IReadOnlyList<ActivityOutput> Outputs, IReadOnlyList<ActivityOutcome> Outcomes, IReadOnlyList<ActivityWait> Waits)
{
    /// <summary>From what the activity declares.</summary>
    public static ActivityLine Of(ActivityDescriptor a) => new(
        a.Type, a.Version, a.Label, a.Declaration.Category, a.Declaration.Description, a.Declaration.IsTrigger, a.Declaration.Ports,
        [.. a.Inputs.Select(i => new ActivityInput(
            i.Name, i.Source.Type, i.Source.Label ?? ActivityDescriptor.Words(i.Name), i.Source.Description, i.Source.Editor, i.Source.Options, i.Source.Required, i.Default?.DeepClone()))],
        [.. a.Outputs.Select(o => new ActivityOutput(o.Name, o.Type, o.Description))],
        [.. a.Outcomes.Select(o => new ActivityOutcome(o.Name, o.Description, o.Share < 0 ? null : o.Share))],
        [.. a.Waits.Select(w => new ActivityWait(w.Name, w.Who, w.Typical, w.Longest))]);
}

/// <summary>An input.</summary>
/// <param name="Name">Member name.</param>
/// <param name="Type">Type alias.</param>
/// <param name="Label">Label in the form.</param>
/// <param name="Description">Help text.</param>
/// <param name="Editor">Editor in the form.</param>
/// <param name="Options">Choices.</param>
/// <param name="Required">Publishing is refused without it.</param>
/// <param name="Default">Value when it is not given.</param>
public sealed record ActivityInput(string Name, string Type, string Label, string Description, string Editor, IReadOnlyList<string> Options, bool Required, JsonNode? Default);

/// <summary>An output.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type alias.</param>
/// <param name="Description">Help text.</param>
public sealed record ActivityOutput(string Name, string Type, string Description);

/// <summary>An outcome.</summary>
/// <param name="Name">Name.</param>
/// <param name="Description">When it is taken.</param>
/// <param name="Share">Share of runs that take it, 0 to 1; null when not known.</param>
public sealed record ActivityOutcome(string Name, string Description, double? Share);

/// <summary>A wait.</summary>
/// <param name="Name">Name.</param>
/// <param name="Who">Who must act.</param>
/// <param name="Typical">Typical length in business days.</param>
/// <param name="Longest">Length in business days that nine in ten stay below.</param>
public sealed record ActivityWait(string Name, string Who, double Typical, double Longest);
