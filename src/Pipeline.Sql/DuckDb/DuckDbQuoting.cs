using System.Text;

namespace Pipeline.Sql.DuckDb;

internal sealed class DuckDbQuoting : SqlQuoting
{
    public static readonly DuckDbQuoting Instance = new();

    // Only the quote needs doubling; line breaks take the e'..' form, since text is indented by lines. NUL has no literal.
    public override string Literal(string text)
    {
        if (text.IndexOf('\0') is >= 0 and var nul)
        {
            return "(" + Literal(text.Substring(0, nul)) + " || chr(0) || " + Literal(text.Substring(nul + 1)) + ")";
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
