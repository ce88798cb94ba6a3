using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Hosting.Secrets;

/// <summary>
/// Keys that several processes over one database must share: they lie in the database, so that a further process needs
/// nothing but the connection string. Where an older installation has a key file, that key is taken over.
/// </summary>
internal static class SharedKeys
{
    /// <summary>A key of 32 bytes.</summary>
    /// <param name="secrets">Where all processes look.</param>
    /// <param name="name">Which.</param>
    /// <param name="file">Where an older installation kept it.</param>
    public static byte[] Keep(ISharedSecrets secrets, string name, string file) =>
        secrets.KeepAsync(name, File.Exists(file) ? File.ReadAllBytes(file) : RandomNumberGenerator.GetBytes(32), CancellationToken.None).GetAwaiter().GetResult();
}

/// <summary>Keys of sessions and anti-forgery in the database where it is shared; else they stay files.</summary>
internal sealed class SharedSessionKeys(IServiceProvider services, ProductOptions options) : IConfigureOptions<KeyManagementOptions>
{
    /// <inheritdoc/>
    public void Configure(KeyManagementOptions management)
    {
        if (options.Connection is not null && services.GetRequiredService<IStorage>().Secrets is { } secrets)
        {
            management.XmlRepository = new SecretXml(secrets);
        }
    }

    private sealed class SecretXml(ISharedSecrets secrets) : IXmlRepository
    {
        private const string Prefix = "session-keys/";

        public IReadOnlyCollection<XElement> GetAllElements() =>
            [.. secrets.ListAsync(Prefix, CancellationToken.None).GetAwaiter().GetResult().Select(v => XElement.Parse(Encoding.UTF8.GetString(v)))];

        public void StoreElement(XElement element, string friendlyName) =>
            secrets.KeepAsync(Prefix + friendlyName, Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), CancellationToken.None).GetAwaiter().GetResult();
    }
}
