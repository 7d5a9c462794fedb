namespace OneMeaning.Tests.Texts;

/// <summary>Numbers.</summary>
internal sealed partial class ExpressionText
{
    private string Int(int depth) => depth <= 0
        ? chance.Made(() => Column("Whole", "Id"), () => chance.Of("0", "1", "-1", "2", "7", "100"))
        : chance.Made(
            () => Column("Whole", "Id"),
            () => $"({Int(depth - 1)} + {Int(depth - 1)})",
            () => $"({Int(depth - 1)} - {Int(depth - 1)})",
            () => $"({Int(depth - 1)} * {chance.Of("0", "2", "-3")})",
            () => $"({Int(depth - 1)} / {chance.Of("2", "-3", "7")})",
            () => $"({Int(depth - 1)} / (Math.Abs({Int(depth - 1)}) + 1))",
            () => $"({Int(depth - 1)} % {chance.Of("2", "-3", "10")})",
            () => $"(-({Int(depth - 1)}))",
            () => $"Math.Abs({Int(depth - 1)})",
            () => $"Math.{chance.Of("Min", "Max")}({Int(depth - 1)}, {Int(depth - 1)})",
            () => $"Math.Sign({Int(depth - 1)})",
            () => $"({MaybeInt(depth - 1)} ?? {Int(depth - 1)})",
            () => $"(int)({Decimal(0)})",
            () => $"{Text(depth - 1)}.Length",
            () => $"{Text(depth - 1)}.IndexOf({chance.Of("\"a\"", "\"b\"", "\"\"")}, StringComparison.Ordinal)",
            () => $"{Text(depth - 1)}.LastIndexOf({chance.Of("\"a\"", "\"b\"", "\" \"")}, StringComparison.Ordinal)",
            () => $"(({Text(depth - 1)} + \"b\")[0] - 'a')",
            () => $"{Day(depth - 1)}.{chance.Of("Year", "Month", "Day", "DayOfYear", "DayNumber")}",
            () => $"(int){Day(depth - 1)}.DayOfWeek",
            () => $"{Time(depth - 1)}.{chance.Of("Hour", "Minute", "Second", "Year", "Millisecond")}",
            () => $"Sql.{chance.Of("IsoWeek", "IsoWeekYear", "Quarter", "IsoDayOfWeek")}({Day(depth - 1)})",
            () => $"Sql.{chance.Of("Days", "Weeks", "Months", "Quarters", "Years")}Between({Day(depth - 1)}, {Day(depth - 1)})",
            () => $"(int){Column("Kind")}",
            () => Choice(ScalarType.Int, depth - 1),
            () => Switch(ScalarType.Int, depth - 1));

    private string MaybeInt(int depth) => depth <= 0
        ? Column("Maybe")
        : chance.Made(
            () => Column("Maybe"),
            () => $"({MaybeInt(depth - 1)} {chance.Of("+", "-")} {Int(depth - 1)})",
            () => $"({MaybeInt(depth - 1)} {chance.Of("/", "%")} {chance.Of("2", "-7")})",
            () => $"({MaybeInt(depth - 1)} ?? {MaybeInt(depth - 1)})",
            () => $"{MaybeText(0)}?.Length",
            () => $"Sql.NullIfZero({MaybeInt(depth - 1)})",
            () => $"Sql.NullIf({MaybeInt(depth - 1)}, {Int(depth - 1)})",
            () => $"Sql.{chance.Of("Greatest", "Least", "GreatestPresent", "LeastPresent")}({MaybeInt(depth - 1)}, {Int(depth - 1)})",
            () => $"Sql.TryToInt({MaybeText(depth - 1)})",
            () => $"Sql.CharIndex(\"b\", {MaybeText(depth - 1)})",
            () => $"Sql.RegexpCount({MaybeText(depth - 1)}, \"[a-z]\")",
            () => $"Sql.OctetLength({MaybeText(depth - 1)})",
            () => $"Sql.DaysBetween({MaybeDay(depth - 1)}, {Day(depth - 1)})",
            () => Absent(ScalarType.Int, ScalarType.MaybeInt, depth - 1));

    private string Long(int depth) => depth <= 0
        ? chance.Made(() => $"({Column("Wide")} ?? {chance.Of("0L", "-1L")})", () => $"(long){Column("Whole")}")
        : chance.Made(
            () => $"({Long(depth - 1)} + {Int(depth - 1)})",
            () => $"({Long(depth - 1)} / {chance.Of("2", "-7", "1000")})",
            () => $"({Long(depth - 1)} % {chance.Of("10", "97L", "-1000000007L")})",
            () => $"((long)({Int(depth - 1)}) * 1000003L)",
            () => $"Sql.BitAnd({Long(depth - 1)}, {Long(depth - 1)})",
            () => $"Sql.SecondsBetween({Time(depth - 1)}, {Time(depth - 1)})",
            () => $"Sql.EpochMilliseconds({Time(depth - 1)})",
            () => Choice(ScalarType.Long, depth - 1));

    private string Decimal(int depth) => depth <= 0
        ? chance.Made(() => Column("Price"), () => chance.Of("0m", "1.5m", "-0.01m", "100.25m"))
        : chance.Made(
            () => Column("Price"),
            () => $"({Decimal(depth - 1)} + {Decimal(depth - 1)})",
            () => $"({Decimal(depth - 1)} - {Decimal(depth - 1)})",
            () => $"({Decimal(0)} * {chance.Of("2", "-1.5m", "0.25m")})",
            () => $"({Decimal(0)} * {Decimal(0)})",
            () => $"({Decimal(0)} / {chance.Of("4m", "-0.8m", "3", "7m")})",
            () => $"({Decimal(0)} % {chance.Of("3.5m", "-7", "0.03m")})",
            () => $"Math.Round({Decimal(depth - 1)}, {chance.Of("0", "1", "2")})",
            () => $"Math.Round({Decimal(depth - 1)}, {chance.Of("0", "1", "2")}, MidpointRounding.AwayFromZero)",
            () => $"Math.{chance.Of("Floor", "Ceiling", "Truncate", "Abs")}({Decimal(depth - 1)})",
            () => $"Math.{chance.Of("Min", "Max")}({Decimal(depth - 1)}, {Decimal(depth - 1)})",
            () => $"Sql.{chance.Of("Truncate", "Floor", "Ceiling")}({Decimal(depth - 1)}, 1)",
            () => $"({MaybeDecimal(depth - 1)} ?? {Decimal(depth - 1)})",
            () => $"Sql.ZeroIfNull({MaybeDecimal(depth - 1)})",
            () => $"(decimal)({Int(depth - 1)})",
            () => $"(-({Decimal(depth - 1)}))",
            () => Choice(ScalarType.Decimal, depth - 1),
            () => Switch(ScalarType.Decimal, depth - 1));

    private string MaybeDecimal(int depth) => depth <= 0
        ? Column("Rate")
        : chance.Made(
            () => Column("Rate"),
            () => $"({MaybeDecimal(depth - 1)} {chance.Of("+", "-")} {Decimal(depth - 1)})",
            () => $"({Column("Rate")} * {Column("Price")})",
            () => $"({Column("Rate")} / {chance.Of("8m", "-3m")})",
            () => $"({Column("Price")} / Sql.NullIfZero({Column("Rate")}))",
            () => $"Sql.Div0({Column("Price")}, {Column("Rate")})",
            () => $"Sql.NullIfZero({MaybeDecimal(depth - 1)})",
            () => $"Sql.TryToDecimal({MaybeText(depth - 1)}, 12, 2)",
            () => $"Sql.{chance.Of("Greatest", "Least", "GreatestPresent")}({MaybeDecimal(depth - 1)}, {Decimal(depth - 1)})",
            () => Absent(ScalarType.Decimal, ScalarType.MaybeDecimal, depth - 1));

    private string Double(int depth) => depth <= 0
        ? chance.Made(() => Column("Ratio"), () => $"({Column("Loose")} ?? 0.5)")
        : chance.Made(
            () => $"({Double(depth - 1)} + {Double(depth - 1)})",
            () => $"({Double(depth - 1)} * {chance.Of("0.5", "-3.0")})",
            () => $"({Double(depth - 1)} / {chance.Of("4.0", "-0.3")})",
            () => $"Math.{chance.Of("Sin", "Atan", "Abs", "Floor", "Ceiling")}({Double(depth - 1)})",
            () => $"Math.Round({Double(depth - 1)}, {chance.Of("0", "1", "3")})",
            () => $"Math.Sqrt(Math.Abs({Double(depth - 1)}))",
            () => $"(double)({Decimal(depth - 1)})",
            () => $"((double)({Int(depth - 1)}) / 3)",
            () => Choice(ScalarType.Double, depth - 1));
}
