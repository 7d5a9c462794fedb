namespace SqlJudges.Tests.Reading;

/// <summary>SQL text that can't be taken apart: an open quote, or a script whose blocks don't fit together.</summary>
internal sealed class SqlTextException(int line, string message) : Exception($"line {line}: {message}")
{
    public int Line => line;
}
