using System.Text.Json;
using Orleans.Storage;

namespace StartupOrchestrator.Orleans.Hosting;

/// <summary>Notes as plain JSON, without names of types: whoever writes into the table cannot choose what is made of it.</summary>
internal sealed class PlainJson : IGrainStorageSerializer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, Options));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, Options)!;
}
