namespace SqlJudges.Tests.Reading;

/// <summary>A place in a list of tokens.</summary>
internal sealed class TokenCursor(string sql, IReadOnlyList<SqlToken> tokens)
{
    public int Position { get; private set; }

    public bool AtEnd => Position >= tokens.Count;

    public int Line => AtEnd ? tokens.Count == 0 ? 1 : tokens[^1].Line : tokens[Position].Line;

    public bool Sees(params ReadOnlySpan<string> texts) => !AtEnd && tokens[Position].IsAny(texts);

    public bool SeesNext(params ReadOnlySpan<string> texts) => Position + 1 < tokens.Count && tokens[Position + 1].IsAny(texts);

    public SqlToken Take() =>
        AtEnd ? throw new SqlTextException(Line, "the text ends in the middle of a statement") : tokens[Position++];

    public void Expect(string text)
    {
        var line = Line;
        var found = AtEnd ? "the end" : tokens[Position].Text;
        if (!TakeIf(text))
        {
            throw new SqlTextException(line, $"{text} is expected, {found} found");
        }
    }

    public bool TakeIf(string text)
    {
        var seen = Sees(text);
        Position += seen ? 1 : 0;
        return seen;
    }

    /// <summary>The tokens up to one of these words outside of brackets and CASE; the word itself stays.</summary>
    public SqlSlice TakeUntil(params ReadOnlySpan<string> ends)
    {
        var start = Position;
        var (brackets, cases) = (0, 0);
        while (!AtEnd && !(brackets == 0 && cases == 0 && Sees(ends)))
        {
            var token = Take();
            brackets += token.IsAny("(", "[") ? 1 : token.IsAny(")", "]") ? -1 : 0;
            cases += token.Is("CASE") ? 1 : token.Is("END") ? -1 : 0;
        }

        return From(start);
    }

    public SqlSlice From(int start) => new(sql, [.. tokens.Skip(start).Take(Position - start)]);
}
