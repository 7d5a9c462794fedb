using System.Text;

namespace Pipeline.Build.Seeds;

/// <summary>The fields of a seed file: those in quotes may hold commas, line ends and doubled quotes; an empty one without quotes is null.</summary>
/// <param name="text">The file.</param>
/// <param name="wrong">Takes what is wrong, and on which line.</param>
internal sealed class SeedLines(string text, Action<int, string> wrong)
{
    private int position;
    private int line = 1;

    private bool IsAtEnd => position == text.Length;

    /// <summary>The rows; behind a quote that isn't closed nothing can be read.</summary>
    public static IEnumerable<SeedLine> Of(string text, Action<int, string> wrong) => new SeedLines(text, wrong).All();

    private IEnumerable<SeedLine> All()
    {
        while (!IsAtEnd)
        {
            var (start, fields) = (line, new List<string?>());
            do
            {
                if (!TryField(out var field)) yield break;
                fields.Add(field);
            }
            while (Take(','));

            if (Take('\n')) line++;
            if (fields.Count > 1 || fields[0] is not null) yield return new(start, fields);
        }
    }

    private bool TryField(out string? field)
    {
        field = null;
        if (!Take('"'))
        {
            field = Rest().Trim();
            if (field.Length == 0) field = null;
            return true;
        }

        return TryQuoted(out field);
    }

    private bool TryQuoted(out string? field)
    {
        var (opened, inside) = (line, new StringBuilder());
        while (!IsAtEnd)
        {
            if (!Take('"'))
            {
                if (text[position] == '\n') line++;
                inside.Append(text[position++]);
            }
            else if (Take('"'))
            {
                inside.Append('"');
            }
            else
            {
                field = inside.ToString();
                var behind = Rest().Trim();
                if (behind.Length > 0) wrong(line, $"has '{behind}' behind a field in quotes; write a quote inside as two");
                return true;
            }
        }

        wrong(opened, "has a quote that isn't closed, so that all behind it would be one field; end the field with a quote, and write one inside as two");
        field = null;
        return false;
    }

    private bool Take(char next)
    {
        if (IsAtEnd || text[position] != next) return false;
        position++;
        return true;
    }

    // Up to the comma or the end of the line.
    private string Rest()
    {
        var from = position;
        while (!IsAtEnd && text[position] is not (',' or '\n')) position++;
        return text.Substring(from, position - from);
    }
}
