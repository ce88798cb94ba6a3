namespace StartupOrchestrator.MailKit.Tests;

public sealed class NotRestorable
{
    [Fact(Skip = "packages not restorable: build with MailKit=true where the MailKit packages can be had")]
    public void Tests_need_the_packages()
    {
    }
}
