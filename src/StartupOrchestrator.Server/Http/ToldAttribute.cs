namespace StartupOrchestrator.Server.Http;

/// <summary>A message that the product made, a refusal or the cause of a blocked step: it is told in the reader's language.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ToldAttribute : Attribute;
