using BenchmarkDotNet.Attributes;
using NodaTime;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Benchmarks;

/// <summary>Steps of the workflow engine, and the reading of its definitions.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private static readonly StepContext Context = new(Instant.FromUtc(2026, 1, 5, 8, 0));
    private const string Loop = """
        {"id":"l1","definitionId":"l","root":{"id":"f","type":"Elsa.Flowchart","activities":[
          {"id":"e","type":"Elsa.Event","version":1,"eventName":{"typeName":"String","expression":{"type":"Literal","value":"next"}}},
          {"id":"w","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"again"}}}],
        "connections":[{"source":"e","target":"w","sourcePort":"Done"},{"source":"w","target":"e","sourcePort":"Done"}]}}
        """;

    private readonly WorkflowGraph _graph = WorkflowGraph.Build(DefinitionReader.Read(Loop));
    private InstanceState _waiting = InstanceState.New("b");

    [GlobalSetup]
    public void StartInstance() => _waiting = Engine.Run(_graph, InstanceState.New("b"), new Start(), Context).State;

    [Benchmark]
    public StepResult StartUntilFirstWait() => Engine.Run(_graph, InstanceState.New("b"), new Start(), Context);

    [Benchmark]
    public StepResult ResumeOnce() => Engine.Run(_graph, _waiting, new Resume(_waiting.Bookmarks[0].Id), Context);

    [Benchmark]
    public InstanceState WriteAndReadState() => StateJson.Read(StateJson.Write(_waiting));

    [Benchmark]
    public WorkflowDefinition ReadDefinition() => DefinitionReader.Read(Loop);
}
