using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>Writes down each act that the product acknowledged, at once, so that whoever kills this process knows what must not be lost.</summary>
internal sealed class ActLedger(string path) : IDisposable
{
    private readonly Lock sync = new();
    private readonly FileStream file = new(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 });

    /// <summary>An act took effect: the record reached this version.</summary>
    public void Acknowledged(JsonNode? answer)
    {
        if (answer is JsonObject o && o["id"] is JsonValue id && o["version"] is JsonValue version && id.TryGetValue<string>(out var record) && version.TryGetValue<long>(out var number))
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"ack {record} {number}\n"));
        }
    }

    /// <summary>A task was answered on its page.</summary>
    public void Answered(string task) => Write($"answered task/{task}\n");

    public void Dispose() => file.Dispose();

    private void Write(string line)
    {
        lock (sync)
        {
            if (file.CanSeek)
            {
                file.Seek(0, SeekOrigin.End);
            }

            file.Write(Encoding.UTF8.GetBytes(line));
        }
    }
}
