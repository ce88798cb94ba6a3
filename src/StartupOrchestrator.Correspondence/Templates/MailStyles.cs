namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>The look of mails; the same tokens as the pages.</summary>
internal static class MailStyles
{
    private const string Font = "font-family:Inter,'Inter Variable',system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif";

    public const string Page = $"margin:0;padding:0;background:#ececf1;color:#1a1a1f;font-size:16px;line-height:24px;{Font}";
    public const string Wrap = "padding:32px 0";
    public const string Mail = "max-width:600px;margin:0 auto;background:#ffffff;border-radius:12px;overflow:hidden";
    public const string Mark = "margin:0;padding:12px 32px;background:#fcf0d9;color:#825000;font-size:14px;line-height:20px;font-weight:600";
    public const string Body = "padding:28px 32px";
    public const string First = "margin:0";
    public const string Paragraph = "margin:12px 0 0";
    public const string QuoteLabel = "margin:16px 0 4px;color:#50505b;font-size:14px;line-height:20px";
    public const string Quote = "margin:0;padding:8px 0 8px 16px;border-left:3px solid #8b8b96";
    public const string Facts = "margin:16px 0 0;width:100%;border-collapse:collapse;border-top:1px solid #e3e3e9;font-size:16px;line-height:24px";
    public const string FactLabel = "width:112px;padding:8px 12px 8px 0;text-align:left;vertical-align:top;font-weight:400;color:#50505b;border-bottom:1px solid #e3e3e9";
    public const string FactValue = "padding:8px 0;text-align:left;vertical-align:top;border-bottom:1px solid #e3e3e9;overflow-wrap:anywhere";
    public const string List = "margin:16px 0 0;padding:0;list-style:none";
    public const string ListItem = "margin:0;padding:10px 0 10px 28px;border-bottom:1px solid #e3e3e9";
    public const string Box = "float:left;width:14px;height:14px;margin:4px 0 0 -28px;border:1.5px solid #8b8b96;border-radius:3px";
    public const string ListDetail = "color:#50505b;font-size:14px;line-height:20px";
    public const string Link = "color:#2f4fc4;font-weight:500;text-decoration:underline";
    public const string ActionLine = "margin:20px 0 16px";
    public const string Action = "display:inline-block;background:#2f4fc4;color:#ffffff;font-weight:600;padding:12px 24px;border-radius:8px;text-decoration:none";
    public const string Note = "margin:12px 0 0;color:#50505b";
    public const string Quiet = "color:#50505b";
    public const string Sign = "margin:16px 0 0";
    public const string Foot = "padding:16px 32px 20px;border-top:1px solid #e3e3e9;font-size:14px;line-height:20px;color:#50505b;overflow-wrap:anywhere";

    /// <summary>Dark mode and phones.</summary>
    public const string Block = """
        :root{color-scheme:light dark}
        @media (prefers-color-scheme:dark){
        .page{background:#292b31!important;color:#ececf0!important}.mail{background:#18191d!important}
        .mark{background:#362a15!important;color:#f0b75c!important}.quiet,.foot{color:#b4b6c0!important}
        .facts,.line,.foot{border-color:#2b2d34!important}.quote,.box{border-color:#747682!important}
        .go{background:#4560d6!important}.link{color:#9db0ff!important}}
        @media (max-width:500px){.wrap{padding:0!important}.mail{border-radius:0!important}
        .body,.foot,.mark{padding-left:20px!important;padding-right:20px!important}.go{display:block!important;text-align:center}}
        """;
}
