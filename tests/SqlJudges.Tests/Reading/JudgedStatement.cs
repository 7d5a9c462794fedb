namespace SqlJudges.Tests.Reading;

/// <summary>A statement on its own, as the judges get to see it.</summary>
/// <param name="Origin">The file it comes from.</param>
/// <param name="Line">The line in it.</param>
/// <param name="Text">The statement, without its semicolon.</param>
internal sealed record JudgedStatement(string Origin, int Line, string Text);
