namespace SqlJudges.Tests.Gaps;

/// <summary>A statement's syntax as the manual has it; see <see cref="Skeleton"/>.</summary>
/// <param name="Name">What gaps refer to it by.</param>
/// <param name="Page">Snowflake's page.</param>
/// <param name="Lines">The syntax, in lines.</param>
internal sealed record ManualSyntax(string Name, string Page, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines);
}
