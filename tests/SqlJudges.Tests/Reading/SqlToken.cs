using System.Diagnostics;

namespace SqlJudges.Tests.Reading;

/// <summary>One token of SQL text and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It, as written.</param>
/// <param name="Start">Its first character in the text.</param>
/// <param name="Line">Its line, from 1.</param>
[DebuggerDisplay("{Text}")]
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start, int Line)
{
    public int End => Start + Text.Length;

    public bool Is(string text) => Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (Is(text))
            {
                return true;
            }
        }

        return false;
    }
}
