using System.Text;

namespace Pipeline.Engine.Files;

/// <summary>Reads CSV as Snowflake does: a record per line, fields that may be enclosed and then hold delimiters and line ends.</summary>
/// <remarks>It tells an empty field from an enclosed empty text, of which only the first is NULL; the libraries at hand don't.</remarks>
internal sealed class CsvReader(TextReader text, string delimiter, string enclosedBy, bool trimSpace)
{
    private const int End = -1;

    private readonly char[] buffer = new char[1 << 16];
    private readonly StringBuilder field = new();
    private readonly List<CsvField> fields = [];
    private readonly char delimiterStart = delimiter[0];
    private readonly char quote = enclosedBy.Length == 0 ? '\0' : enclosedBy[0];
    private int position;
    private int length;

    /// <summary>The fields of the record that was read.</summary>
    public IReadOnlyList<CsvField> Fields => fields;

    /// <summary>What is wrong with the record's form; null for a sound one.</summary>
    public string? Problem { get; private set; }

    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        fields.Clear();
        Problem = null;
        if (Peek() == End) return false;
        while (ReadField())
        {
        }

        return true;
    }

    // True where another field of the record follows.
    private bool ReadField()
    {
        field.Clear();
        if (trimSpace) SkipSpaces();
        var isEnclosed = quote != '\0' && Peek() == quote;
        if (isEnclosed) ReadEnclosed();
        var plainFrom = field.Length;
        while (true)
        {
            TakePlain();
            var next = Peek();
            if (next == End || TakeLineEnd(next))
            {
                Add(isEnclosed, plainFrom);
                return false;
            }

            if (next == delimiterStart && TakeDelimiter())
            {
                Add(isEnclosed, plainFrom);
                return true;
            }

            field.Append((char)next);
            position++;
        }
    }

    // The run of characters that mean nothing, taken at once: nearly all of a file.
    private void TakePlain()
    {
        var rest = buffer.AsSpan(position, length - position);
        var stop = rest.IndexOfAny(delimiterStart, '\n', '\r');
        var run = stop < 0 ? rest : rest[..stop];
        field.Append(run);
        position += run.Length;
    }

    private void ReadEnclosed()
    {
        position++;
        while (Peek() != End)
        {
            var rest = buffer.AsSpan(position, length - position);
            var stop = rest.IndexOf(quote);
            var run = stop < 0 ? rest : rest[..stop];
            field.Append(run);
            position += run.Length;
            if (stop < 0) continue;

            position++;
            if (Peek() != quote) return;
            field.Append(quote);
            position++;
        }

        Problem = "an enclosed field isn't closed before the end of the file";
    }

    private void Add(bool isEnclosed, int plainFrom)
    {
        if (trimSpace)
        {
            while (field.Length > plainFrom && field[^1] is ' ' or '\t') field.Length--;
        }

        if (isEnclosed && field.Length > plainFrom)
        {
            Problem ??= $"'{field[plainFrom]}' stands after the end of an enclosed field, where a delimiter is due";
        }

        fields.Add(new(field.ToString(), isEnclosed));
    }

    private bool TakeDelimiter()
    {
        if (length - position < delimiter.Length) Refill();
        if (!buffer.AsSpan(position, length - position).StartsWith(delimiter)) return false;
        position += delimiter.Length;
        return true;
    }

    private bool TakeLineEnd(int next)
    {
        if (next is not ('\n' or '\r')) return false;
        position++;
        if (next == '\r' && Peek() == '\n') position++;
        return true;
    }

    private void SkipSpaces()
    {
        while (Peek() is ' ' or '\t' && Peek() != delimiterStart) position++;
    }

    private int Peek()
    {
        if (position >= length) Refill();
        return position < length ? buffer[position] : End;
    }

    // What isn't read yet moves to the front.
    private void Refill()
    {
        var rest = length - position;
        Array.Copy(buffer, position, buffer, 0, rest);
        position = 0;
        length = rest + text.ReadBlock(buffer, rest, buffer.Length - rest);
    }
}
