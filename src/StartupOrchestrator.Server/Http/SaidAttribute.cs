namespace StartupOrchestrator.Server.Http;

/// <summary>A text of a plan or catalog, written in English: answers say it in the reader's language where it is known there.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SaidAttribute : Attribute;
