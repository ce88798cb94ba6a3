using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Instances;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Moves a running plan from one published version to another. Ids of waits stay, so nothing has to be told to anybody.</summary>
public static class PlanMigration
{
    /// <summary>Says what moving would do to a plan; nothing changes.</summary>
    /// <param name="key">Key of the plan.</param>
    /// <param name="plan">Its state.</param>
    /// <param name="from">Graph that it is on.</param>
    /// <param name="to">Graph of the other version.</param>
    /// <param name="activities">New activity ids by old ones, where they are not the same.</param>
    public static MigrationPreview Preview(string key, PlanState plan, WorkflowGraph from, WorkflowGraph to, IReadOnlyDictionary<string, string>? activities) =>
        Migration.Preview(new MigrationPlan(from, to, activities), plan.Read(key));

    internal static Decision Decide(PlanState state, MigratePlan command, DecisionContext context, Func<int, WorkflowGraph?> graphOf)
    {
        if (state.IsOver || state.Status == "cancelling")
        {
            return Decision.Refuse(new Refusal(RefusalKind.NotAllowed, "plan.over", "The plan is over or being cancelled; it stays on its version."));
        }

        if (command.Version == state.Version)
        {
            return Decision.Nothing;
        }

        if (context.Origin.Reason is null)
        {
            return Decision.Refuse(Refusal.Invalid("reason", "Say why the plan moves to another version."));
        }

        if (graphOf(command.Version) is not { } to)
        {
            return Decision.Refuse(Refusal.Invalid("version", $"There is no version {command.Version} of '{state.Definition}'."));
        }

        var migration = new MigrationPlan(graphOf(state.Version)!, to, command.Activities);
        var before = state.Read(context.Self.Key);
        var preview = Migration.Preview(migration, before);
        if (!preview.IsPossible)
        {
            return Decision.Refuse(new Refusal(RefusalKind.NotAllowed, "plan.cannot-move", $"The plan cannot move to version {command.Version}: {string.Join(" ", preview.Refusals)}"));
        }

        var after = PlanState.Write(Migration.Apply(migration, before, "").State);
        return Decision.Accept(new PlanMigrated(state.Version, command.Version, JsonDelta.Between(state.Instance, after)));
    }

    internal static Decision Revert(PlanState state, DecisionContext context) => state.Before is not { } before
        ? Decision.Refuse(new Refusal(RefusalKind.NotAllowed, "plan.nothing-to-revert", "The plan was not migrated, or has taken a step since; a migration can be taken back only until then."))
        : context.Origin.Reason is null ? Decision.Refuse(Refusal.Invalid("reason", "Say why the migration is taken back."))
        : Decision.Accept(new PlanMigrationReverted(state.Version, before.Version));
}
