namespace OneMeaning.Tests.Texts;

/// <summary>Expressions over one row, in C#, of every scalar type.</summary>
/// <param name="chance">What is chosen.</param>
/// <param name="row">The row's name.</param>
internal sealed partial class ExpressionText(Chance chance, string row)
{
    public static string CSharp(ScalarType type) => type switch
    {
        ScalarType.Int => "int",
        ScalarType.MaybeInt => "int?",
        ScalarType.Long => "long",
        ScalarType.Decimal => "decimal",
        ScalarType.MaybeDecimal => "decimal?",
        ScalarType.Double => "double",
        ScalarType.Text => "string",
        ScalarType.MaybeText => "string?",
        ScalarType.Bool => "bool",
        ScalarType.MaybeBool => "bool?",
        ScalarType.Time => "DateTime",
        ScalarType.MaybeTime => "DateTime?",
        ScalarType.Day => "DateOnly",
        _ => "DateOnly?",
    };

    /// <summary>An expression of a type, of at most so many steps into each other.</summary>
    public string Of(ScalarType type, int depth) => type switch
    {
        ScalarType.Int => Int(depth),
        ScalarType.MaybeInt => MaybeInt(depth),
        ScalarType.Long => Long(depth),
        ScalarType.Decimal => Decimal(depth),
        ScalarType.MaybeDecimal => MaybeDecimal(depth),
        ScalarType.Double => Double(depth),
        ScalarType.Text => Text(depth),
        ScalarType.MaybeText => MaybeText(depth),
        ScalarType.Bool => Bool(depth),
        ScalarType.MaybeBool => MaybeBool(depth),
        ScalarType.Time => Time(depth),
        ScalarType.MaybeTime => MaybeTime(depth),
        ScalarType.Day => Day(depth),
        _ => MaybeDay(depth),
    };

    private string Column(params string[] names) => row + "." + chance.Of(names);

    private string Choice(ScalarType type, int depth) => $"({Bool(depth)} ? {Of(type, depth)} : {Of(type, depth)})";

    // A value or null: C# must be told the type of the null.
    private string Absent(ScalarType type, ScalarType maybe, int depth) => $"({Bool(depth)} ? {Of(type, depth)} : ({CSharp(maybe)})null)";

    private string Switch(ScalarType type, int depth) => chance.Made(
        () => $"({Column("Whole")} switch {{ 0 => {Of(type, depth)}, > 0 and < 50 => {Of(type, depth)}, _ => {Of(type, depth)} }})",
        () => Shaped(type, depth),
        () => $"({Column("Note")} switch {{ null => {Of(type, depth)}, \"a\" or \"A\" => {Of(type, depth)}, _ => {Of(type, depth)} }})",
        () => $"({Column("Kind")} switch {{ Kind.Odd => {Of(type, depth)}, _ => {Of(type, depth)} }})");

    private string Shaped(ScalarType type, int depth)
    {
        var name = $"v{chance.Below(1_000_000_000)}";
        return $"({row} switch {{ {{ Maybe: {{ }} {name} }} when {name} > {Int(0)} => {Of(type, depth)}, {{ Maybe: null or 1, Note: var {name}t }} when {name}t != {MaybeText(0)} => {Of(type, depth)}, "
            + $"{{ Day: {{ Month: 2 or > 10 }}, Code: {{ Length: > 0 }} }} => {Of(type, depth)}, _ => {Of(type, depth)} }})";
    }

    private string Bool(int depth) => depth <= 0
        ? chance.Made(() => Column("Flag"), () => $"{Column("Whole")} > 0", () => $"{Column("Note")} != null", () => $"{Column("Maybe")} is null")
        : chance.Made(
            () => Column("Flag"),
            () => $"({Bool(depth - 1)} && {Bool(depth - 1)})",
            () => $"({Bool(depth - 1)} || {Bool(depth - 1)})",
            () => $"({Bool(depth - 1)} ^ {Bool(depth - 1)})",
            () => $"!({Bool(depth - 1)})",
            () => $"({MaybeBool(depth - 1)} == true)",
            () => $"({MaybeBool(depth - 1)} ?? {chance.Of("true", "false")})",
            () => $"({Of(Some(), depth - 1)} is {chance.Of("", "not ")}null)",
            () => Compared(depth - 1),
            () => $"({Int(depth - 1)} is > -5 and <= 99)",
            () => $"(new[] {{ 1, 7, 99 }}.Contains({Int(depth - 1)}))",
            () => $"{Text(depth - 1)}.{chance.Of("Contains", "StartsWith", "EndsWith")}({chance.Of("\"a\"", "\"b c\"", "\"\"", "\"%\"", "\"_\"")}, StringComparison.Ordinal)",
            () => $"string.IsNullOrEmpty({MaybeText(depth - 1)})",
            () => $"string.IsNullOrWhiteSpace({MaybeText(depth - 1)})",
            () => $"Sql.IsMatch({MaybeText(depth - 1)}, {chance.Of("\"[a-z]+\"", "\".*\\\\d.*\"", "\"a.b\"")})",
            () => $"Sql.Like({MaybeText(depth - 1)}, {chance.Of("\"a%\"", "\"%_b%\"", "\"%!%\", \"!\"")})",
            () => $"({Column("Kind")} {chance.Of("==", "!=")} Kind.Special)",
            () => $"({Column("Kind")} < Kind.Plain)",
            () => $"({Column("Key")} {chance.Of("==", "!=")} new Guid(\"01234567-89ab-cdef-0123-456789abcdef\"))",
            () => Matched(depth - 1),
            () => $"({Column("Maybe")} is {chance.Of("", "not ")}({chance.Of("null or 1", "1 or 7 or null", "null or > 3", "> 0 and not 7")}))",
            () => $"(({Text(depth - 1)} + \"b\")[0] {chance.Of("==", "!=", "<", ">=")} 'a')",
            () => $"(({Int(depth - 1)}).CompareTo({Int(depth - 1)}) {chance.Of("<", ">=", "==")} 0)",
            () => $"(({MaybeInt(depth - 1)}, {MaybeText(depth - 1)}) {chance.Of("==", "!=")} ({MaybeInt(0)}, {Text(0)}))",
            () => $"TimeOnly.FromDateTime({Time(depth - 1)}).IsBetween(new TimeOnly({chance.Of("0", "9", "22")}, 0), new TimeOnly({chance.Of("1", "12", "23")}, 30))",
            () => Choice(ScalarType.Bool, depth - 1));

    // A pattern over the row, whose variables may be null behind "var" and not behind braces.
    private string Matched(int depth)
    {
        var name = $"v{chance.Below(1_000_000_000)}";
        return chance.Made(
            () => $"({row} is {{ Note: var {name} }} && {name} {chance.Of("==", "!=")} {MaybeText(depth)})",
            () => $"({row} is {{ Maybe: {{ }} {name}, Flag: true }} && {name} > {Int(depth)})",
            () => $"({row} is {{ Maybe: > 0 and var {name} }} && {name} != {Column("Whole")})",
            () => $"({row} is not {{ Note: {{ Length: > 1 }}, Doubt: not false }})",
            () => $"(({Column("Maybe")}, {Column("Note")}) is {chance.Of("", "not ")}({chance.Of("1", "null", "> 0")}, {chance.Of("null", "\"a\"", "_", "not null")}))");
    }

    private string MaybeBool(int depth) => depth <= 0
        ? Column("Doubt")
        : chance.Made(
            () => Column("Doubt"), () => Absent(ScalarType.Bool, ScalarType.MaybeBool, depth - 1), () => $"({MaybeBool(depth - 1)} {chance.Of("&", "|")} {MaybeBool(depth - 1)})",
            () => $"(!{MaybeBool(depth - 1)})", () => $"Sql.TryToBoolean({MaybeText(depth - 1)})");

    private ScalarType Some() => chance.Of(ScalarType.MaybeInt, ScalarType.MaybeDecimal, ScalarType.MaybeText, ScalarType.MaybeTime, ScalarType.MaybeDay, ScalarType.MaybeBool);

    private string Compared(int depth)
    {
        var (left, right) = chance.Of(
            (ScalarType.Int, ScalarType.Int), (ScalarType.MaybeInt, ScalarType.MaybeInt), (ScalarType.Int, ScalarType.MaybeInt), (ScalarType.Long, ScalarType.Int),
            (ScalarType.Decimal, ScalarType.Decimal), (ScalarType.MaybeDecimal, ScalarType.Decimal), (ScalarType.MaybeDecimal, ScalarType.MaybeDecimal), (ScalarType.Decimal, ScalarType.Int),
            (ScalarType.Day, ScalarType.Day), (ScalarType.MaybeDay, ScalarType.Day), (ScalarType.Time, ScalarType.MaybeTime), (ScalarType.MaybeTime, ScalarType.MaybeTime));
        return chance.Once(4)
            ? $"({MaybeText(depth)} {chance.Of("==", "!=")} {chance.Made(() => Text(depth), () => MaybeText(depth))})"
            : $"({Of(left, depth)} {chance.Of("==", "!=", "<", "<=", ">", ">=")} {Of(right, depth)})";
    }
}
