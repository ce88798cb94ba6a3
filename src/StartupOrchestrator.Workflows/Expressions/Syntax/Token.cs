namespace StartupOrchestrator.Workflows.Expressions.Syntax;

/// <summary>The kinds of tokens; keywords are names until the parser looks at them.</summary>
internal enum TokenKind
{
    End,
    Name,
    Number,
    Text,
    Template,
    Punctuator,
}

/// <summary>One token. <c>Text</c> is the name, the punctuator or the value of a string.</summary>
internal readonly record struct Token(
    TokenKind Kind, string Text, double Number, int Start, int End, int Line, int Column, bool AfterNewline)
{
    public bool Is(string punctuator) => Kind == TokenKind.Punctuator && Text == punctuator;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;
}
