using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Gates;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>An actor that belongs to a study, country or site, as its register keeps it.</summary>
public sealed record RegisteredChild(ActorId Child, string Role, ImmutableArray<Gate> RequiredFor, ScopeLevel Level);

/// <summary>Keeps registers and hands entries down, so that a site knows what study and country share with it.</summary>
internal static class Registers
{
    /// <summary>Registers a child.</summary>
    /// <param name="below">Kind of the actors to whom entries are handed down; null at the lowest level.</param>
    public static Decision Register(ImmutableArray<RegisteredChild> register, RegisterChild command, ActorKind? below)
    {
        if (register.Any(r => r.Child == command.Child))
        {
            return Decision.Nothing;
        }

        var accepted = Decision.Accept(new ChildRegistered(command.Child, command.Role, command.RequiredFor.OrEmpty(), command.Level));
        if (below is not { } kind)
        {
            return accepted;
        }

        return command.Child.Kind == kind
            ? accepted.With([.. register.Where(r => r.Child.Kind != kind).Select(r => Down(command.Child, r.Child, r.Role, r.RequiredFor, r.Level))])
            : accepted.With([.. register.Where(r => r.Child.Kind == kind).Select(r => Down(r.Child, command.Child, command.Role, command.RequiredFor, command.Level))]);
    }

    /// <summary>The register after an entry.</summary>
    public static ImmutableArray<RegisteredChild> Add(this ImmutableArray<RegisteredChild> register, ChildRegistered e) =>
        register.Add(new RegisteredChild(e.Child, e.Role, e.RequiredFor.OrEmpty(), e.Level));

    /// <summary>The message by which an actor enters itself at the actor above; nothing when there is none.</summary>
    public static Effect[] EnterAt(ActorId self, Scope scope, string role, ImmutableArray<Gate> requiredFor) =>
        scope.Parent is { } parent ? [new Tell(parent, new RegisterChild(self, role, requiredFor.OrEmpty(), scope.Level), "register")] : [];

    private static Tell Down(ActorId target, ActorId child, string role, ImmutableArray<Gate> requiredFor, ScopeLevel level) =>
        new Tell(target, new RegisterChild(child, role, requiredFor.OrEmpty(), level), $"register:{child}:{target}");
}
