namespace OneMeaning.Tests.Texts;

/// <summary>Texts and times.</summary>
internal sealed partial class ExpressionText
{
    private string Text(int depth) => depth <= 0
        ? chance.Made(() => Column("Code"), () => chance.Of("\"\"", "\"a\"", "\"Ab c\"", "\"é'\"", "\"100%\""))
        : chance.Made(
            () => Column("Code"),
            () => $"({Text(depth - 1)} + {MaybeText(depth - 1)})",
            () => $"({MaybeText(depth - 1)} ?? {Text(depth - 1)})",
            () => $"$\"{{{Int(depth - 1)}}}-{{{Column("Note", "Code")}}}\"",
            () => $"$\"{{{Column("Price")}:F{chance.Of("0", "1", "2", "4")}}}|{{{Column("Whole")}:D{chance.Of("2", "6")}}}|{{{Column("Code")},{chance.Of("5", "-5")}}}\"",
            () => $"$\"{{{Column("At")}:yyyy-MM-dd HH:mm:ss.ffffff}}/{{{Column("Day")}:dd.MM.yyyy}}/{{{Column("Later")}:yyyyMMdd}}/{{{Column("Clock")}:HH:mm}}\"",
            () => $"$\"{{{Bool(depth - 1)}}}\"",
            () => $"{Text(depth - 1)}.{chance.Of("Trim", "TrimStart", "TrimEnd", "ToUpperInvariant", "ToLowerInvariant")}()",
            () => $"{Text(depth - 1)}.Replace({chance.Of("\"a\"", "\" \"", "\"b\"")}, {chance.Of("\"\"", "\"xy\"")})",
            () => $"({Text(depth - 1)} + \"abc\").Substring({chance.Of("0", "1", "2")}, {chance.Of("0", "1")})",
            () => $"{Text(depth - 1)}.{chance.Of("PadLeft", "PadRight")}({chance.Of("0", "3", "12")}, '*')",
            () => $"({Int(depth - 1)}).ToString()",
            () => $"({Int(depth - 1)}).ToString(\"{chance.Of("D3", "000", "F1")}\", System.Globalization.CultureInfo.InvariantCulture)",
            () => $"{Day(depth - 1)}.ToString(\"yyyy-MM\", System.Globalization.CultureInfo.InvariantCulture)",
            () => $"string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{{{Column("Price")}:F2}}/{{{Column("Note")}}}\")",
            () => $"string.Join(\"-\", {Text(depth - 1)}, {MaybeText(depth - 1)}, {Text(0)})",
            () => $"({Text(depth - 1)} + \"abc\").Insert({chance.Of("0", "1", "3")}, {Text(0)})",
            () => $"({Text(depth - 1)} + \"abc\").Remove({chance.Of("0", "1", "2")}{chance.Of("", ", 1", ", 0")})",
            () => $"({Text(depth - 1)} + \"abc\")[{chance.Of("1..", "..2", "^2..", "..^1", "1..3")}]",
            () => $"new string('x', Math.Abs({Int(0)}) % 4)",
            () => $"({MaybeInt(depth - 1)}).ToString()",
            () => $"{Column("Kind")}.ToString()",
            () => $"Sql.Left({Text(depth - 1)}, {Int(0)})",
            () => $"Sql.InitCap({Text(depth - 1)})",
            () => $"Sql.Reverse({Text(depth - 1)})",
            () => $"Sql.SplitPart({Text(depth - 1)}, {chance.Of("\",\"", "\"a\"", "\"-\"")}, {chance.Of("1", "2", "-1", "0")})",
            () => $"Sql.Translate({Text(depth - 1)}, \"abé\", \"x\")",
            () => $"Sql.RegexpReplace({Text(depth - 1)}, \"[0-9]+\", \"#\")",
            () => $"Sql.Md5({Text(depth - 1)})",
            () => $"Sql.MonthName({Day(depth - 1)})",
            () => Choice(ScalarType.Text, depth - 1),
            () => Switch(ScalarType.Text, depth - 1));

    private string MaybeText(int depth) => depth <= 0
        ? Column("Note")
        : chance.Made(
            () => Column("Note"),
            () => $"{Column("Note")}?.{chance.Of("Trim", "ToUpperInvariant")}()",
            () => $"Sql.NullIf({MaybeText(depth - 1)}, {Text(0)})",
            () => $"Sql.RegexpSubstr({MaybeText(depth - 1)}, \"[a-z]+\")",
            () => $"Sql.SplitPart({MaybeText(depth - 1)}, \",\", 2)",
            () => $"Sql.StrTok({MaybeText(depth - 1)}, \", \", 2)",
            () => $"Sql.ConcatWs(\"-\", {MaybeText(depth - 1)}, {Text(depth - 1)})",
            () => $"Sql.Least({MaybeText(depth - 1)}, {Text(depth - 1)})",
            () => Absent(ScalarType.Text, ScalarType.MaybeText, depth - 1));

    private string Time(int depth) => depth <= 0
        ? Column("At")
        : chance.Made(
            () => Column("At"),
            () => $"{Time(depth - 1)}.{chance.Of("AddDays", "AddHours", "AddMinutes", "AddSeconds", "AddMonths")}({Int(0)} % 1000)",
            () => $"({Time(depth - 1)} + TimeSpan.FromMinutes({chance.Of("90", "-1")}))",
            () => $"{Time(depth - 1)}.Date",
            () => $"{Day(depth - 1)}.ToDateTime(TimeOnly.MinValue)",
            () => $"({MaybeTime(depth - 1)} ?? {Time(depth - 1)})",
            () => $"Sql.TruncateTo{chance.Of("Month", "Week", "Hour", "Minute", "Quarter")}({Time(depth - 1)})",
            () => $"new DateTime({Day(depth - 1)}.Year, {Day(depth - 1)}.Month, 1)",
            () => $"new DateTime({Day(depth - 1)}, new TimeOnly(8, 30))",
            () => $"Sql.SliceOfMinutes({Time(depth - 1)}, 15)",
            () => Choice(ScalarType.Time, depth - 1));

    private string MaybeTime(int depth) => depth <= 0
        ? Column("Until")
        : chance.Made(
            () => Column("Until"),
            () => $"Sql.TruncateToDay({MaybeTime(depth - 1)})",
            () => $"{Column("Seen")}?.UtcDateTime",
            () => $"Sql.TryToTimestamp({MaybeText(depth - 1)}, \"YYYY-MM-DD\")",
            () => $"Sql.Greatest({MaybeTime(depth - 1)}, {Time(depth - 1)})",
            () => Absent(ScalarType.Time, ScalarType.MaybeTime, depth - 1));

    private string Day(int depth) => depth <= 0
        ? Column("Day")
        : chance.Made(
            () => Column("Day"),
            () => $"{Day(depth - 1)}.{chance.Of("AddDays", "AddMonths", "AddYears")}({Int(0)} % 50)",
            () => $"DateOnly.FromDateTime({Time(depth - 1)})",
            () => $"({MaybeDay(depth - 1)} ?? {Day(depth - 1)})",
            () => $"new DateOnly({Day(depth - 1)}.Year, {Time(depth - 1)}.Month, {chance.Of("1", "28")})",
            () => $"Sql.{chance.Of("LastDayOfMonth", "LastDayOfQuarter", "LastDayOfWeek", "TruncateToMonth", "TruncateToWeek", "TruncateToYear")}({Day(depth - 1)})",
            () => $"Sql.NextDay({Day(depth - 1)}, DayOfWeek.{chance.Of("Monday", "Sunday", "Thursday")})",
            () => $"Sql.AddMonthsByEnd({Day(depth - 1)}, {Int(0)} % 20)",
            () => Choice(ScalarType.Day, depth - 1));

    private string MaybeDay(int depth) => depth <= 0
        ? Column("Later")
        : chance.Made(
            () => Column("Later"),
            () => $"Sql.LastDayOfMonth({MaybeDay(depth - 1)})",
            () => $"Sql.TryToDate({MaybeText(depth - 1)}, \"YYYY-MM-DD\")",
            () => Absent(ScalarType.Day, ScalarType.MaybeDay, depth - 1));
}
