namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

/// <summary>A part of a regular expression as read.</summary>
internal abstract record PatternNode;

/// <summary>One UTF-16 unit out of a set.</summary>
internal sealed record SetNode(CharacterSet Set) : PatternNode;

/// <summary>Parts one behind the other.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>The first part that fits.</summary>
internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>A remembered group.</summary>
internal sealed record GroupNode(int Number, PatternNode Inner) : PatternNode;

/// <summary>The same text as a group found, by number, or by name until all names are known.</summary>
internal sealed record BackNode(int Number, string? Name) : PatternNode;

/// <summary>A part several times; the groups numbered behind <c>FirstGroup</c> up to <c>LastGroup</c> lie in it.</summary>
internal sealed record RepeatNode(PatternNode Inner, int Least, int? Most, bool IsLazy, int FirstGroup, int LastGroup) : PatternNode;

/// <summary>A place rather than a text.</summary>
internal sealed record PlaceNode(Op Op) : PatternNode;

/// <summary>A look ahead or back.</summary>
internal sealed record LookNode(PatternNode Inner, bool IsBehind, bool IsNegative) : PatternNode;
