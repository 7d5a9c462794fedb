using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>Functions whose words depend on their arguments and are alike in both dialects, or Snowflake's own.</summary>
internal static class Words
{
    private static readonly string[] Days = ["su", "mo", "tu", "we", "th", "fr", "sa"];

    private static readonly Regex LastTerm = new(@"\A(?<sum>.*\S) (?<sign>[+-]) (?<number>[0-9]{1,9})\z", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>C# counts characters from 0, SQL from 1.</summary>
    public static readonly FunctionSpelling Substring = new WrittenSpelling((call, writer) =>
    {
        var start = call.Arguments[1] is Literal { Value: { } value }
            && long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? (number + 1).ToString(CultureInfo.InvariantCulture)
            : Next(writer.Write(call.Arguments[1], Precedence.Additive));
        var length = call.Arguments.Count > 2 ? ", " + writer.Write(call.Arguments[2]) : "";
        return "SUBSTR(" + writer.Write(call.Arguments[0]) + ", " + start + length + ")";
    });

    // One more, with the numbers at the end of a sum added up: POSITION('@', x) - 1 + 1 is read by people.
    private static string Next(string sum)
    {
        var more = 1L;
        for (var term = LastTerm.Match(sum); term.Success; term = LastTerm.Match(sum))
        {
            var number = long.Parse(term.Groups["number"].Value, CultureInfo.InvariantCulture);
            more += term.Groups["sign"].Value == "+" ? number : -number;
            sum = term.Groups["sum"].Value;
        }

        return more == 0 ? sum : sum + (more > 0 ? " + " : " - ") + Math.Abs(more).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The place of the last such text, found from behind; -1 where there is none.</summary>
    public static FunctionSpelling LastIndexOf(string fromBehind) => new WrittenSpelling((call, writer) =>
    {
        var (text, sought) = (writer.Write(call.Arguments[0]), writer.Write(call.Arguments[1]));
        var none = call.Nullable ? $"WHEN {writer.Write(call.Arguments[0], Precedence.Comparison)} IS NOT NULL AND {writer.Write(call.Arguments[1], Precedence.Comparison)} IS NOT NULL THEN -1" : "ELSE -1";
        var place = fromBehind.Replace("{0}", text).Replace("{1}", sought);
        return $"CASE WHEN CONTAINS({text}, {sought}) THEN LENGTH({text}) - LENGTH({sought}) - {place} + 1 {none} END";
    });

    /// <summary>Rounded to the nearest, a tie to the even neighbour. Snowflake's own mode takes no FLOAT, whose ties are found as .NET finds them.</summary>
    public static readonly FunctionSpelling RoundToEven = new WrittenSpelling((call, writer) =>
    {
        var digits = call.Arguments.Count > 1 ? writer.Write(call.Arguments[1]) : "0";
        if (call.Arguments[0].Type.Kind != SqlTypeKind.Float) return $"ROUND({writer.Write(call.Arguments[0])}, {digits}, 'HALF_TO_EVEN')";

        var value = writer.Write(call.Arguments[0], Precedence.Multiplicative);
        var power = digits == "0" ? "" : "1" + new string('0', int.Parse(digits, CultureInfo.InvariantCulture));
        if (power != "") value += " * " + power;
        var rounded = $"CASE WHEN ABS(MOD({value}, 1)) = 0.5 THEN 2 * ROUND({value} / 2) ELSE ROUND({value}) END";
        return power == "" ? rounded : $"({rounded} / {power})";
    });

    /// <summary>The texts with the separator between them; of a null the whole is null.</summary>
    public static readonly FunctionSpelling ConcatWs = new WrittenSpelling((call, writer) =>
    {
        var separator = writer.Write(call.Arguments[0], Precedence.Additive);
        return "(" + string.Join(" || " + separator + " || ", call.Arguments.Skip(1).Select(a => writer.Write(a, Precedence.Additive))) + ")";
    });

    /// <summary>DATEADD.</summary>
    public static FunctionSpelling Moved(string part) => $"DATEADD('{part.ToUpperInvariant()}', {{1}}, {{0}})";

    /// <summary>NEXT_DAY and PREVIOUS_DAY take the day of the week by its English letters.</summary>
    public static FunctionSpelling NextDay(string function) =>
        new WrittenSpelling((call, writer) => $"{function}({writer.Write(call.Arguments[0])}, '{Days[Number(call, 1)]}')");

    /// <summary>A whole number that the call must have as a constant.</summary>
    public static int Number(FunctionCall call, int argument) =>
        call.Arguments[argument] is Literal { Value: { } value }
            && int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UnspellableException($"{call.Function} takes its {Ordinal(argument)} argument as a constant.");

    /// <summary>A text that the call must have as a constant.</summary>
    public static string Text(FunctionCall call, int argument) =>
        call.Arguments[argument] is Literal { Value: { } value }
            ? value
            : throw new UnspellableException($"{call.Function} takes its {Ordinal(argument)} argument as a constant.");

    private static string Ordinal(int argument) => argument switch { 0 => "first", 1 => "second", 2 => "third", _ => "last" };
}
