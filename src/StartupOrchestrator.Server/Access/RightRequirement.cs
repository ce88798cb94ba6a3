using Microsoft.AspNetCore.Authorization;

namespace StartupOrchestrator.Server.Access;

/// <summary>The caller has the right somewhere. Where exactly is decided with the record at hand: outside it is 404.</summary>
/// <param name="Right">The right.</param>
internal sealed record RightRequirement(Right Right) : IAuthorizationRequirement;

/// <summary>Answers <see cref="RightRequirement"/> from the caller's grants of today.</summary>
internal sealed class RightHandler(CallerAccessor callers) : AuthorizationHandler<RightRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (await callers.CurrentAsync() is { } caller && caller.HasSomewhere(requirement.Right))
        {
            context.Succeed(requirement);
        }
    }
}
