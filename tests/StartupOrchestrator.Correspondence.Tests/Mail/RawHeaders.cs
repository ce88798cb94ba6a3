using System.Text;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

/// <summary>Reads the header block of a message as a careless mail server would: line by line.</summary>
internal sealed class RawHeaders
{
    private RawHeaders(List<KeyValuePair<string, string>> headers) => All = headers;

    public IReadOnlyList<KeyValuePair<string, string>> All { get; }

    public static RawHeaders Of(byte[] message)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in Encoding.Latin1.GetString(message).Split('\n', '\r').Where((l, i) => l.Length > 0 || i % 2 == 0))
        {
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                var last = headers[^1];
                headers[^1] = KeyValuePair.Create(last.Key, last.Value + line);
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(KeyValuePair.Create(colon < 0 ? line : line[..colon], colon < 0 ? "" : line[(colon + 1)..].Trim()));
        }

        return new RawHeaders(headers);
    }

    public string Single(string name) => All.Single(h => h.Key == name).Value;
}
