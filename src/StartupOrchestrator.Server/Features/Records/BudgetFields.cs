using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Features.Records;

/// <summary>What a contract's row tells of the site budget is for those only who hold the budget's right there.</summary>
internal static class BudgetFields
{
    /// <summary>Is it a field about the site budget?</summary>
    public static bool IsBudget(string field) => field.StartsWith("budget", StringComparison.OrdinalIgnoreCase) || field.Contains("amount", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the budget's fields out of the details where the right is missing.</summary>
    public static JsonObject Hide(StoredView view, JsonObject details, ViewScope budgets)
    {
        if (view.Id.Kind == ActorKind.Contract && !budgets.Covers(view.Row))
        {
            foreach (var field in details.Select(d => d.Key).Where(IsBudget).ToArray())
            {
                details.Remove(field);
            }
        }

        return details;
    }
}
