using System.Text;
using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>The one place where a dialect's names, literals and comments are quoted: no text of the model reaches SQL by another way.</summary>
internal abstract class SqlQuoting
{
    private const int LongestName = 255;

    /// <summary>A column, table or schema: bare where it reads the same bare, else in double quotes.</summary>
    public string Identifier(string name)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw new UnspellableException($"'{Shorten(name)}' can't be a name: one has 1 to {LongestName} characters.");
        }

        if (IsBare(name, upperOnly: true)) return IsReserved(name) ? InQuotes(name) : name;
        return name.Any(IsHidden) ? throw new UnspellableException($"'{Shorten(name)}' can't be a name: it holds a character that can't be seen.") : InQuotes(name);
    }

    /// <summary>The name that a query gives to a source or a step; any case will do, since nothing outside of the query knows it.</summary>
    public string Alias(string name) => IsBare(name, upperOnly: false) && !IsReserved(name.ToUpperInvariant()) ? name : InQuotes(name);

    public string Name(QualifiedName name) => name.Schema is null ? Identifier(name.Name) : Identifier(name.Schema) + "." + Identifier(name.Name);

    /// <summary>A text as a literal.</summary>
    public abstract string Literal(string text);

    /// <summary>A comment of one line, without the dashes.</summary>
    public static string Comment(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsHidden(character))
            {
                line.Append(' ');
                continue;
            }

            // A blank between the two characters at which a client would begin to replace, or at which a body would end.
            if (line.Length > 0 && IsMark(line[line.Length - 1], character)) line.Append(' ');
            line.Append(character);
        }

        return line.ToString().Trim();
    }

    protected abstract bool IsReserved(string upperCaseName);

    // Line breaks of all kinds, the layout's own mark for one, and what makes a line read the other way round.
    private static bool IsHidden(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff' or Layout.KeptLineBreak;

    /// <summary>Whether the two begin what scripts are filled in by (<c>&amp;name</c>, <c>&lt;% name %&gt;</c>, <c>{{ name }}</c>), or end the body of a procedure.</summary>
    protected static bool IsMark(char character, char next) => character switch
    {
        '&' => IsNameStart(next),
        '<' => next == '%',
        '{' => next is '{' or '%' or '#',
        '$' => next == '$',
        _ => false,
    };

    private static bool IsNameStart(char character) => character is '_' or '{' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    private static bool IsBare(string name, bool upperOnly)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var fits = name[i] is (>= 'A' and <= 'Z') or '_'
                || (!upperOnly && name[i] is >= 'a' and <= 'z')
                || (i > 0 && name[i] is (>= '0' and <= '9') or '$');
            if (!fits) return false;
        }

        return name.Length > 0;
    }

    /// <summary>A name as the account would show it in quotes, whether it needs them or not.</summary>
    public static string InQuotes(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    private static string Shorten(string name) => name.Length <= 40 ? name : name.Substring(0, 40) + "..";
}
