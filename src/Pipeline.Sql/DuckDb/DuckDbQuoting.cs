using System.Text;

namespace Pipeline.Sql.DuckDb;

internal sealed class DuckDbQuoting : SqlQuoting
{
    public static readonly DuckDbQuoting Instance = new();

    // Only the quote needs doubling; line breaks take the e'..' form, since text is indented by lines. NUL has no literal, and the layout's mark would become a line break.
    public override string Literal(string text)
    {
        if (text.IndexOfAny(['\0', Layout.KeptLineBreak]) is >= 0 and var at)
        {
            return "(" + Literal(text.Substring(0, at)) + FormattableString.Invariant($" || chr({(int)text[at]}) || ") + Literal(text.Substring(at + 1)) + ")";
        }

        var literal = new StringBuilder(text.Length + 2);
        var escapes = text.IndexOfAny(['\n', '\r']) >= 0;
        literal.Append(escapes ? "e'" : "'");
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsSurrogate(character) && !char.IsSurrogatePair(text, i) && !(i > 0 && char.IsSurrogatePair(text, i - 1)))
            {
                throw new UnspellableException("A text holds half of a surrogate pair; DuckDB stores UTF-8 only.");
            }

            literal.Append(character switch
            {
                '\'' => "''",
                '\n' => @"\n",
                '\r' => @"\r",
                '\\' when escapes => @"\\",
                _ => character.ToString(),
            });
        }

        return literal.Append('\'').ToString();
    }

    protected override bool IsReserved(string upperCaseName) => DuckDbReservedWords.All.Contains(upperCaseName);
}
