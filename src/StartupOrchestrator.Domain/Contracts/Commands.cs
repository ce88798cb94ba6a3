using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>Opens the contract and site budget of a site.</summary>
/// <param name="Template">Name of the template, for example <c>PL tripartite</c>.</param>
/// <param name="WithBudget">False when there is no budget to negotiate.</param>
/// <param name="RequiredFor">Gates that ask for its execution.</param>
[Contract("contract.open")]
public sealed record OpenContract(Scope Scope, string? Template = null, bool WithBudget = true, ImmutableArray<Gate> RequiredFor = default, LocalDate? Target = null) : Command;

/// <summary>A draft went to the site.</summary>
[Contract("contract.send")]
public sealed record SendDraft(TrackChoice Track, LocalDate? On = null) : Command;

/// <summary>The site's comments of a round arrived: the ball is with us.</summary>
/// <param name="Round">Round number from 1; null means the running one.</param>
/// <param name="Clauses">Clauses in dispute: codes of a pick list, for statistics.</param>
[Contract("contract.site-comments")]
public sealed record ReceiveSiteComments(Track Track, int? Round = null, LocalDate? On = null, ImmutableArray<string> Clauses = default, FileRef? File = null) : Command;

/// <summary>Our answer went out: the ball is with the site.</summary>
[Contract("contract.our-answer")]
public sealed record SendOurAnswer(Track Track, LocalDate? On = null, FileRef? File = null) : Command;

/// <summary>Asks for an exception to a limit or a clause.</summary>
/// <param name="Approver">Role that decides, for example <c>LEG</c> or <c>BUD</c>.</param>
/// <param name="What">What is asked, in words.</param>
[Contract("contract.request-exception")]
public sealed record RequestException(Track Track, string Approver, PersonalRef What, LocalDate? On = null) : Command;

/// <summary>Decides the exception asked for; never by the person who asked.</summary>
[Contract("contract.decide-exception")]
public sealed record DecideException(Track Track, bool Granted, LocalDate? On = null) : Command;

/// <summary>A track is agreed: text or budget.</summary>
[Contract("contract.agree")]
public sealed record AgreeTrack(Track Track, LocalDate? On = null) : Command;

/// <summary>Signatures begin; both tracks are agreed.</summary>
/// <param name="Signatories">Roles in the order in which they sign.</param>
[Contract("contract.start-signature")]
public sealed record StartSignature(LocalDate? On = null, ImmutableArray<string> Signatories = default) : Command;

/// <summary>The last party signed.</summary>
[Contract("contract.execute")]
public sealed record ExecuteContract(LocalDate? On = null, FileRef? File = null) : Command;

/// <summary>It takes effect.</summary>
[Contract("contract.make-effective")]
public sealed record MakeContractEffective(LocalDate? On = null) : Command;

/// <summary>An amendment is needed: its tracks are negotiated while the contract stays in force.</summary>
[Contract("contract.amend")]
public sealed record AmendContract(TrackChoice Track, string? ReasonCode = null, LocalDate? On = null) : Command;

/// <summary>No contract will be made; asks a reason code.</summary>
[Contract("contract.discontinue")]
public sealed record DiscontinueContract(string ReasonCode, LocalDate? On = null) : Command;

/// <summary>Mends a mistake; asks a reason.</summary>
/// <param name="Track">The track to reopen; null means the last step of the whole.</param>
/// <param name="Date">For a change of date: the right one.</param>
[Contract("contract.correct")]
public sealed record CorrectContract(ContractCorrection Kind, Track? Track = null, LocalDate? Date = null) : Command;

/// <summary>The two linked tracks.</summary>
public enum Track
{
    /// <summary>Text of the contract.</summary>
    Contract,

    /// <summary>Site budget.</summary>
    Budget,
}

/// <summary>One track or both.</summary>
public enum TrackChoice
{
    /// <summary>Text of the contract.</summary>
    Contract,

    /// <summary>Site budget.</summary>
    Budget,

    /// <summary>Both together.</summary>
    Both,
}

/// <summary>What a correction of a contract does.</summary>
public enum ContractCorrection
{
    /// <summary>Goes back one step.</summary>
    Reopen,

    /// <summary>Changes the date of execution.</summary>
    ChangeExecuted,

    /// <summary>Opens an agreed track again.</summary>
    ReopenTrack,
}
