namespace SqlJudges.Tests.Gaps;

/// <summary>A kind of valid statement that neither judge has a grammar for.</summary>
/// <param name="Shape">The statement with placeholders for names and literals; see <see cref="StatementShape"/>.</param>
/// <param name="Reason">What the grammars lack.</param>
/// <param name="Syntax">Which of the skeletons, the manual's syntax, allows it.</param>
internal sealed record KnownGap(string Shape, string Reason, string Syntax);
