using Microsoft.AspNetCore.Http.Features;
using StartupOrchestrator.Server.Features.TaskPages.Form;
using StartupOrchestrator.Server.Features.TaskPages.Uploads;

namespace StartupOrchestrator.Server.Features.TaskPages.Visit;

/// <summary>A posted form, read within limits.</summary>
/// <param name="Form">The fields; empty when the body was too large to be read.</param>
/// <param name="TooLarge">The body was larger than any form of ours.</param>
/// <param name="Stale">The anti-forgery check failed: nothing may be done, everything may be shown again.</param>
internal sealed record Posted(IFormCollection Form, bool TooLarge, bool Stale = false)
{
    private const long WithFile = UploadReader.Largest + (512 * 1024);
    private const long WithoutFile = 256 * 1024;

    /// <summary>Name of the showing of the form.</summary>
    public string Id => Form[TaskForms.Id].ToString() is { Length: > 0 and <= 64 } id ? id : "none";

    /// <summary>A single value, trimmed.</summary>
    public string One(string name) => Form[name].ToString().Trim();

    /// <summary>All values of a field.</summary>
    public IReadOnlyList<string> All(string name) => [.. Form[name].OfType<string>()];

    /// <summary>Reads the body. One that says it is too large is not read at all.</summary>
    public static async Task<Posted> ReadAsync(HttpContext http, bool withFile)
    {
        var limit = withFile ? WithFile : WithoutFile;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        if (http.Request.ContentLength > limit)
        {
            return new Posted(FormCollection.Empty, TooLarge: true);
        }

        if (!http.Request.HasFormContentType)
        {
            return new Posted(FormCollection.Empty, TooLarge: false);
        }

        try
        {
            var options = new FormOptions { MultipartBodyLengthLimit = limit, BufferBodyLengthLimit = limit, ValueCountLimit = 300, ValueLengthLimit = 64 * 1024, KeyLengthLimit = 300 };
            return new Posted(await http.Request.ReadFormAsync(options, http.RequestAborted), TooLarge: false);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Posted(FormCollection.Empty, TooLarge: true);
        }
        catch (InvalidDataException)
        {
            return new Posted(FormCollection.Empty, TooLarge: true);
        }
    }
}
