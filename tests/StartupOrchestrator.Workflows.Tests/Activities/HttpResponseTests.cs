using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Activities;

public sealed class HttpResponseTests
{
    [Theory]
    [InlineData("201", 201)]
    [InlineData("NotFound", 404)]
    [InlineData("ok", 200)]
    [InlineData("", 200)]
    public void The_status_code_is_a_number_or_one_of_the_names_that_the_designer_of_the_original_offers(string given, int code)
    {
        var result = WorkflowSimulator.Run([Define(Activity("out", "Elsa.WriteHttpResponse", ("statusCode", Literal(given, "HttpStatusCode"))))]);

        Assert.Equal(code, (int)result.Effects.OfType<HostCall>().Single().Payload!["statusCode"]!);
    }

    [Fact]
    public void A_word_that_is_no_status_code_is_a_fault_that_names_it()
    {
        var result = WorkflowSimulator.Run([Define(Activity("out", "Elsa.WriteHttpResponse", ("statusCode", Literal("Splendid"))))]);

        Assert.Contains("'Splendid' is no HTTP status code", result.Fault, StringComparison.Ordinal);
    }
}
