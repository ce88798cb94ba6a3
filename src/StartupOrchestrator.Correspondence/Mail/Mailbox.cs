using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>
/// A sender or receiver. An instance exists only for an address that is safe on the wire: plain local part (no quoted
/// form, which smuggles commands past careless servers), a domain of letters, digits and hyphens.
/// </summary>
public sealed partial record Mailbox
{
    private Mailbox(string name, string address)
    {
        Name = name;
        Address = address;
    }

    /// <summary>The name shown; one line, may be empty.</summary>
    public string Name { get; }

    /// <summary>The address, ASCII; an international domain in its coded form.</summary>
    public string Address { get; }

    /// <summary>The part after the at sign.</summary>
    public string Domain => Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>Takes name and address.</summary>
    /// <exception cref="FormatException">The address cannot be used.</exception>
    public static Mailbox Create(string? name, string? address) =>
        TryCreate(name, address, out var mailbox)
            ? mailbox
            : throw new FormatException("The e-mail address cannot be used; expected name@domain without quotes, spaces or accents before the @.");

    /// <summary>Takes name and address without throwing.</summary>
    public static bool TryCreate(string? name, string? address, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        mailbox = null;
        var at = address?.LastIndexOf('@') ?? -1;
        if (at is < 1 or > 64)
        {
            return false;
        }

        var local = address![..at];
        if (!PlainLocalPart().IsMatch(local) || !TryDomain(address[(at + 1)..], out var domain) || local.Length + domain.Length > 253)
        {
            return false;
        }

        mailbox = new Mailbox(OneLine.Of(name, 120), $"{local}@{domain}");
        return true;
    }

    private static bool TryDomain(string text, out string domain)
    {
        domain = "";
        if (text.Length is 0 or > 253 || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return false;
        }

        try
        {
            domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        return PlainDomain().IsMatch(domain);
    }

    // \z, not $: the latter would let a trailing line feed through.
    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex PlainLocalPart();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\z")]
    private static partial Regex PlainDomain();
}
