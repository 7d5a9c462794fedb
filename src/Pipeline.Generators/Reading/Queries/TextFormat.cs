using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>.NET's formats that mean the same everywhere, as SQL.</summary>
internal static class TextFormat
{
    private static readonly (string DotNet, string Snowflake)[] Elements =
    [
        ("yyyy", "YYYY"), ("MM", "MM"), ("dd", "DD"), ("HH", "HH24"), ("mm", "MI"), ("ss", "SS"), ("ffffff", "FF6"), ("fff", "FF3"),
    ];

    /// <summary>The value in this format; null for a format that has no SQL.</summary>
    public static Expression? Spell(Expression value, string format) => value.Type.Kind switch
    {
        SqlTypeKind.Date or SqlTypeKind.TimestampNtz or SqlTypeKind.Time => Time(format) is { } pattern ? Make.Call("FormatTime", SqlType.Text, value, Literal.Text(pattern)) : null,
        SqlTypeKind.Number => Number(value, format),
        SqlTypeKind.Float => Number(new CastExpression(value, SqlType.Number(38, 12)), format),
        _ => null,
    };

    // A letter that stands for nothing here would be written as it is by one and read as something by another.
    private static string? Time(string format)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < format.Length;)
        {
            var element = Elements.FirstOrDefault(e => string.CompareOrdinal(format, i, e.DotNet, 0, e.DotNet.Length) == 0);
            if (element.DotNet is not null)
            {
                if (i + element.DotNet.Length < format.Length && format[i + element.DotNet.Length] == format[i]) return null;
                pattern.Append(element.Snowflake);
                i += element.DotNet.Length;
            }
            else if (format[i] is '-' or ' ' or '.' or '_' or ',' || (format[i] is ':' or '/'))
            {
                pattern.Append(format[i++]);
            }
            else if (format[i] == '\'' && format.IndexOf('\'', i + 1) is > 0 and var end && format.Substring(i + 1, end - i - 1) is { Length: > 0 } text && !text.Contains('"'))
            {
                pattern.Append('"').Append(text).Append('"');
                i = end + 1;
            }
            else if (format[i] == 'T')
            {
                pattern.Append("\"T\"");
                i++;
            }
            else
            {
                return null;
            }
        }

        return pattern.Length == 0 || format.Length == 1 ? null : pattern.ToString();
    }

    private static Expression? Number(Expression value, string format)
    {
        if (Regex.Match(format, @"^(?:[Ff](\d{1,2})|0\.(0{1,12}))$") is { Success: true } point)
        {
            var digits = point.Groups[1].Success ? int.Parse(point.Groups[1].Value, CultureInfo.InvariantCulture) : point.Groups[2].Length;
            var rounded = value.Type.Scale > digits ? Make.Call("Round", SqlType.Number(38, digits), value, Literal.Integer(digits)) : value;
            return digits > 12 ? null : new CastExpression(new CastExpression(rounded, SqlType.Number(38, digits)), SqlType.Text);
        }

        if (value.Type.Scale != 0 || Regex.Match(format, @"^(?:[Dd](\d{1,2})|(0+))$") is not { Success: true } whole) return null;
        var width = Literal.Integer(whole.Groups[1].Success ? int.Parse(whole.Groups[1].Value, CultureInfo.InvariantCulture) : whole.Groups[2].Length) with { Type = SqlType.Int32 };
        var padded = Make.Call("PadLeft", SqlType.Text, new CastExpression(Make.Call("Abs", value.Type, value), SqlType.Text), width, Literal.Text("0"));
        return value is Literal { Value: not ['-', ..] } ? padded : Make.Case(
            [new(Make.Compare(BinaryOperator.LessThan, value, new Literal("0", SqlType.Int32)), new BinaryExpression(BinaryOperator.Concat, Literal.Text("-"), padded, SqlType.Text, padded.Nullable))], padded, SqlType.Text);
    }
}
