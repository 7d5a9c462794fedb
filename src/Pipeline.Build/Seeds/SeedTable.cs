using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Build.Seeds;

/// <summary>The lines of a seed file as rows of its table.</summary>
internal sealed class SeedTable(TableObject table, string file, List<BuildError> errors)
{
    private const string Alias = "declared";

    /// <summary>The rows; what is wrong is told with its line, and the rest is read on.</summary>
    public ValuesSource? Rows(string text)
    {
        var lines = SeedLines.Of(text, Wrong).ToList();
        if (lines.Count == 0)
        {
            Wrong(1, "is empty; its first line names the columns");
            return null;
        }

        var columns = lines[0].Fields.Select(f => Column(f ?? "")).ToList();
        foreach (var twice in columns.Where(c => c is not null).GroupBy(c => c!.Name).Where(g => g.Count() > 1)) Wrong(1, $"has the column {twice.Key} a second time");
        foreach (var missing in table.Columns.Where(c => !c.Nullable && c.Property.Length > 0 && !columns.Contains(c))) Wrong(1, $"has no column {missing.Name}, which is never null");
        if (columns.Contains(null) || columns.Distinct().Count() < columns.Count) return null;

        var rows = lines.Skip(1).Select(l => (l.Number, Values: Values(columns!, l))).Where(l => l.Values is not null).ToList();
        foreach (var twice in rows.GroupBy(r => Key(columns!, r.Values!)).Where(g => g.Key.Length > 0).SelectMany(g => g.Skip(1))) Wrong(twice.Number, $"has the key {Key(columns!, twice.Values!)} a second time");
        return new(Alias, columns.Select(c => c!.Name).ToEquatableArray(), rows.Select(r => new ValuesRow(r.Values!.ToEquatableArray())).ToEquatableArray());
    }

    private Column? Column(string name)
    {
        var column = table.Columns.FirstOrDefault(c => string.Equals(c.Name, name.Trim(), StringComparison.OrdinalIgnoreCase) || string.Equals(c.Property, name.Trim(), StringComparison.OrdinalIgnoreCase));
        if (column is null) Wrong(1, $"has a column '{name}', which '{table.ClassName}' has not; it has {string.Join(", ", table.Columns.Select(c => c.Name))}");
        return column;
    }

    private List<Expression>? Values(List<Column> columns, SeedLine line)
    {
        if (line.Fields.Count != columns.Count)
        {
            Wrong(line.Number, $"has {line.Fields.Count} fields, and {columns.Count} columns");
            return null;
        }

        var values = new List<Expression>();
        for (var i = 0; i < columns.Count; i++)
        {
            var (column, field) = (columns[i], line.Fields[i]);
            if (field is null && !column.Nullable) Wrong(line.Number, $"has no {column.Name}, which is never null");
            else if (field is not null && Text(column, field) is null) Wrong(line.Number, $"has '{field}' as {column.Name}, which is no {Word(column.Type)}");
            else values.Add(new Literal(field is null ? null : Text(column, field), column.Type));
        }

        return values.Count == columns.Count ? values : null;
    }

    // As a literal keeps it, whatever the machine's culture; null where it isn't of the type.
    private static string? Text(Column column, string field) => column.Type.Kind switch
    {
        SqlTypeKind.Text => (column.Type.Precision == 0 || field.Length <= column.Type.Precision) && (column.AllowedValues.Count == 0 || column.AllowedValues.Contains(field)) ? field : null,
        SqlTypeKind.Number => decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && decimal.Round(number, column.Type.Scale) == number && Whole(number).Length <= column.Type.Precision - column.Type.Scale ? number.ToString("F" + column.Type.Scale, CultureInfo.InvariantCulture) : null,
        SqlTypeKind.Boolean => bool.TryParse(field, out var flag) ? (flag ? "true" : "false") : null,
        SqlTypeKind.Date => DateTime.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? field : null,
        SqlTypeKind.TimestampNtz => DateTime.TryParseExact(field, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) : null,
        _ => null,
    };

    // Its digits before the point.
    private static string Whole(decimal number) => decimal.Truncate(Math.Abs(number)) is var whole && whole == 0 ? "" : whole.ToString("F0", CultureInfo.InvariantCulture);

    private static string Word(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Text => type.Precision == 0 ? "text of the column" : $"text of at most {type.Precision} letters that the column takes",
        SqlTypeKind.Number => (type.Scale == 0 ? "whole number" : $"number of at most {type.Scale} decimals, written 1234.5,") + $" of at most {type.Precision} digits",
        SqlTypeKind.Boolean => "true or false",
        SqlTypeKind.Date => "day, written 2024-01-31",
        SqlTypeKind.TimestampNtz => "time, written 2024-01-31 10:00:00",
        _ => "value that a seed file can hold",
    };

    private string Key(List<Column> columns, List<Expression> values) =>
        string.Join(", ", columns.Select((c, i) => (Column: c, Value: ((Literal)values[i]).Value)).Where(c => (c.Column.Roles & ColumnRoles.BusinessKey) != 0).Select(c => c.Value));

    private void Wrong(int line, string what) => errors.Add(new(BuildErrorCodes.Seed, file, line, 1, $"{file} {what}."));
}
