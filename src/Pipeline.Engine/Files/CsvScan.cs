using System.Text.Unicode;
using Pipeline.Catalog;

namespace Pipeline.Engine.Files;

/// <summary>Tells, by its bytes alone, whether a CSV file leaves no reader a choice: each line a record, each with as many fields, nothing to reject.</summary>
/// <remarks>
/// Such a file, as nearly all are, may be read by the database, several times as fast. All else is for <see cref="CsvReader"/>: short and long
/// rows, blank lines, fields over several lines, quotes inside of texts, bytes that are no UTF-8, mixed line ends.
/// </remarks>
internal sealed class CsvScan
{
    private const int LongestLine = 1 << 20;

    private readonly byte delimiter;
    private readonly byte quote;
    private readonly bool trims;
    private readonly int headerLines;
    private readonly bool byHeader;
    private long lines;
    private int fields;
    private bool isCrLf;
    private bool hasEnclosed;
    private bool hasEdgeSpace;

    private CsvScan(CsvFormatObject format)
    {
        delimiter = (byte)format.FieldDelimiter[0];
        quote = format.EnclosedBy.Length == 0 ? (byte)0 : (byte)format.EnclosedBy[0];
        trims = format.TrimSpace;
        byHeader = format.ByHeader;
        headerLines = byHeader ? 1 : format.SkipHeader;
    }

    /// <returns>Null where the file is for <see cref="CsvReader"/>.</returns>
    public static CsvShape? Of(string location, CsvFormatObject format)
    {
        // A path with these would be a pattern to the database.
        if (!IsUsual(format) || location.AsSpan().IndexOfAny("*?[]{}") >= 0) return null;
        var scan = new CsvScan(format);
        using var bytes = FileText.OpenBytes(location, format.Compression);
        return scan.Read(bytes) && scan.lines > scan.headerLines && !(scan.hasEnclosed && scan.hasEdgeSpace)
            ? new(scan.fields, scan.lines - scan.headerLines, scan.hasEnclosed, scan.hasEdgeSpace)
            : null;
    }

    private static bool IsUsual(CsvFormatObject format) =>
        format.FieldDelimiter is [var delimiter] && char.IsAscii(delimiter) && delimiter is not ('\0' or '\n' or '\r' or ' ')
        && (format.EnclosedBy.Length == 0 || (format.EnclosedBy is [var quote] && char.IsAscii(quote) && quote is not ('\0' or '\n' or '\r' or ' ') && quote != delimiter));

    private bool Read(Stream bytes)
    {
        var buffer = new byte[LongestLine];
        var length = 0;
        for (var isFirst = true; ; isFirst = false)
        {
            var read = bytes.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            var isLast = length + read < buffer.Length;
            length += read;
            var text = buffer.AsSpan(0, length);
            var start = isFirst && text.StartsWith(System.Text.Encoding.UTF8.Preamble) ? System.Text.Encoding.UTF8.Preamble.Length : 0;
            var end = isLast ? length : text.LastIndexOf((byte)'\n') + 1;
            if (!isLast && end == 0) return false;
            if (!Read(text[start..end])) return false;
            if (isLast) return true;

            text[end..].CopyTo(buffer);
            length -= end;
        }
    }

    // Whole lines.
    private bool Read(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text) || text.Contains((byte)0) || text.IndexOf("\uFFFF"u8) >= 0) return false;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            if (!ReadLine(end < 0 ? text : text[..end], isEnded: end >= 0)) return false;
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return true;
    }

    private bool ReadLine(ReadOnlySpan<byte> line, bool isEnded)
    {
        if (line is [.. var content, (byte)'\r'])
        {
            if (!isEnded || (lines > 0 && !isCrLf)) return false;
            isCrLf = true;
            line = content;
        }
        else if (isEnded && isCrLf)
        {
            return false;
        }

        if (line.IsEmpty || line.Contains((byte)'\r')) return false;
        lines++;
        if (!byHeader && lines <= headerLines) return quote == 0 || !line.Contains(quote);

        var found = CountFields(line);
        if (fields == 0) fields = found;
        // A line with one field that is empty would be no line to the database.
        return found > 1 && found == fields;
    }

    // 0 where the line leaves a choice.
    private int CountFields(ReadOnlySpan<byte> line)
    {
        if (quote != 0 && line.Contains(quote)) return CountEnclosed(line);
        hasEdgeSpace |= trims && HasEdgeSpace(line);
        return line.Count(delimiter) + 1;
    }

    private int CountEnclosed(ReadOnlySpan<byte> line)
    {
        hasEnclosed = true;
        for (var count = 1; ; count++)
        {
            var end = line is [var first, ..] && first == quote ? EndOfEnclosed(line) : line.IndexOf(delimiter) is var at and >= 0 ? at : line.Length;
            if (end < 0) return 0;
            var field = line[..end];
            if (field is not [var start, ..] || start != quote)
            {
                if (field.Contains(quote)) return 0;
                hasEdgeSpace |= trims && HasEdgeSpace(field);
            }

            if (end == line.Length) return count;
            if (line[end] != delimiter) return 0;
            line = line[(end + 1)..];
        }
    }

    // Where the closing quote is over; -1 where none closes it on this line.
    private int EndOfEnclosed(ReadOnlySpan<byte> line)
    {
        for (var position = 1; ;)
        {
            var next = line[position..].IndexOf(quote);
            if (next < 0) return -1;
            position += next + 1;
            if (position >= line.Length || line[position] != quote) return position;
            position++;
        }
    }

    private bool HasEdgeSpace(ReadOnlySpan<byte> line)
    {
        for (var from = 0; ;)
        {
            var next = line[from..].IndexOfAny((byte)' ', (byte)'\t');
            if (next < 0) return false;
            var at = from + next;
            if (line[at] != delimiter && (at == 0 || at == line.Length - 1 || line[at - 1] == delimiter || line[at + 1] == delimiter)) return true;
            from = at + 1;
        }
    }
}
