using System.Globalization;
using System.Text;

namespace Pipeline.Sql.Snowflake;

internal sealed class SnowflakeQuoting : SqlQuoting
{
    public static readonly SnowflakeQuoting Instance = new();

    // Backslash escapes count inside '..', so both the quote and the backslash are doubled. What one can't see is written as an escape, and so
    // is what clients would replace in a script or what would end the body of a procedure.
    public override string Literal(string text)
    {
        // Most texts are names and words.
        if (text.All(IsPlain)) return "'" + text + "'";
        var literal = new StringBuilder(text.Length + 2).Append('\'');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (char.IsHighSurrogate(character) && char.IsLowSurrogate(next))
            {
                literal.Append(character).Append(next);
                i++;
                continue;
            }

            switch (character)
            {
                case '\'': literal.Append("''"); break;
                case '\\': literal.Append(@"\\"); break;
                case '\n': literal.Append(@"\n"); break;
                case '\r': literal.Append(@"\r"); break;
                case '\t': literal.Append(@"\t"); break;
                case var mark when IsMark(mark, next): literal.Append(@"\x").Append(((int)mark).ToString("x2", CultureInfo.InvariantCulture)); break;
                default:
                    if (char.IsSurrogate(character))
                    {
                        throw new UnspellableException("A text holds half of a surrogate pair; Snowflake stores UTF-8 only.");
                    }

                    if (IsInvisible(character)) literal.Append(@"\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    else literal.Append(character);
                    break;
            }
        }

        return literal.Append('\'').ToString();
    }

    /// <summary>A statement with a body between dollars, or an error where the body holds two dollars itself and would end there.</summary>
    public static string WithBody(string statement) => statement.Split(["$$"], StringSplitOptions.None).Length <= 3
        ? statement
        : throw new UnspellableException("The body of a procedure or task can't hold '$$': Snowflake ends it there. In Sql.Raw write '$' || '$'.");

    protected override bool IsReserved(string upperCaseName) => SnowflakeReservedWords.All.Contains(upperCaseName);

    private static bool IsPlain(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '_' or '.' or ',' or ':' or '(' or ')';

    private static bool IsInvisible(char character) => CharUnicodeInfo.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
