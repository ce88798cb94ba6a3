using StartupOrchestrator.Workflows.Definitions;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Tests.Definitions;

/// <summary>The closed list of types that a definition may name.</summary>
public sealed class ValueTypeTests
{
    [Theory]
    [InlineData("Int16", ValueKind.Integer), InlineData("Int32", ValueKind.Integer), InlineData("Int64", ValueKind.Integer), InlineData("Single", ValueKind.Number), InlineData("Double", ValueKind.Number), InlineData("Decimal", ValueKind.Number)]
    [InlineData("Boolean", ValueKind.Boolean), InlineData("String", ValueKind.String), InlineData("Object", ValueKind.Object), InlineData("Guid", ValueKind.Guid), InlineData("DateTime", ValueKind.Date), InlineData("DateTimeOffset", ValueKind.Date), InlineData("TimeSpan", ValueKind.Duration)]
    [InlineData("Stream", ValueKind.Bytes), InlineData("ByteArray", ValueKind.Bytes), InlineData("JSON", ValueKind.Map), InlineData("JsonElement", ValueKind.Object), InlineData("JsonNode", ValueKind.Object), InlineData("JsonObject", ValueKind.Map), InlineData("ExpandoObject", ValueKind.Map)]
    [InlineData("HttpRequest", ValueKind.Map), InlineData("StringDictionary", ValueKind.Map), InlineData("ObjectDictionary", ValueKind.Map), InlineData("StringMap", ValueKind.Map), InlineData("ObjectMap", ValueKind.Map)]
    [InlineData("IDictionary<String, Object>", ValueKind.Map), InlineData("Dictionary<String, Int32>", ValueKind.Map)]
    [InlineData("System.Int32", ValueKind.Integer), InlineData("System.String, System.Private.CoreLib", ValueKind.String), InlineData("System.Dynamic.ExpandoObject, System.Linq.Expressions", ValueKind.Map), InlineData(" Guid ", ValueKind.Guid)]
    public void Plain_type_is_known_by_its_alias_or_full_name(string alias, ValueKind kind) => Assert.Equal(new ValueType(alias, kind, false), ValueType.Find(alias));

    [Theory]
    [InlineData("String[]", ValueKind.String), InlineData("JsonArray", ValueKind.Object), InlineData("List<Guid>", ValueKind.Guid), InlineData("ICollection<Int32>", ValueKind.Integer), InlineData("IEnumerable<Boolean>", ValueKind.Boolean), InlineData("IList<DateTime>", ValueKind.Date)]
    [InlineData("HashSet<Double>", ValueKind.Number), InlineData("ISet<String>", ValueKind.String), InlineData("IReadOnlyList<Object>", ValueKind.Object), InlineData("IReadOnlyCollection<System.Int64>", ValueKind.Integer), InlineData("List<System.String, System.Private.CoreLib>", ValueKind.String)]
    public void List_is_known_by_its_items(string alias, ValueKind kind) => Assert.Equal(new ValueType(alias, kind, true), ValueType.Find(alias));

    [Theory]
    [InlineData(null), InlineData(""), InlineData(" "), InlineData("int"), InlineData("Colour"), InlineData("System.Diagnostics.Process"), InlineData("List<Colour>"), InlineData("List<String"), InlineData("Queue<String>"), InlineData("My.Int32"), InlineData("[]")]
    public void Anything_else_is_no_type(string? alias) => Assert.Null(ValueType.Find(alias));

    [Fact]
    public void Designer_is_offered_the_plain_aliases() => Assert.Equal(25, ValueType.Known.Count);
}
