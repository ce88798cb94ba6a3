using System.Collections.Frozen;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>Pick list of reasons for which a document is sent back.</summary>
public static class DocumentReasons
{
    /// <summary>Code and words.</summary>
    public static FrozenDictionary<string, string> Rejected { get; } = new Dictionary<string, string>
    {
        ["not-signed"] = "Not signed",
        ["not-dated"] = "Not dated",
        ["wrong-version"] = "Wrong version",
        ["incomplete"] = "Pages or entries missing",
        ["illegible"] = "Not legible",
        ["expired"] = "Expired",
        ["wrong-person"] = "Belongs to another person",
        ["wrong-document"] = "Another document than asked for",
        ["wrong-language"] = "Wrong language",
        ["other"] = "Other, see note",
    }.ToFrozenDictionary();
}
