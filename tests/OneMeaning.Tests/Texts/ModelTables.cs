namespace OneMeaning.Tests.Texts;

/// <summary>The tables that the queries read: a column of each type, with nulls and without, and rows of edge values.</summary>
internal static class ModelTables
{
    public const string Classes = """
        [Schema] public sealed class Shop;
        public enum Kind { Plain = 5, Special = 1, Odd = 3 }

        [Table<Shop>]
        public sealed class Item
        {
            [BusinessKey] public int Id { get; init; }
            public int Whole { get; init; }
            public int? Maybe { get; init; }
            public long? Wide { get; init; }
            [Number(12, 2)] public decimal Price { get; init; }
            [Number(10, 4)] public decimal? Rate { get; init; }
            public double Ratio { get; init; }
            public double? Loose { get; init; }
            public string Code { get; init; } = "";
            public string? Note { get; init; }
            public bool Flag { get; init; }
            public bool? Doubt { get; init; }
            public DateTime At { get; init; }
            public DateTime? Until { get; init; }
            public DateOnly Day { get; init; }
            public DateOnly? Later { get; init; }
            public TimeOnly? Clock { get; init; }
            public Kind Kind { get; init; }
            public Guid? Key { get; init; }
            public DateTimeOffset? Seen { get; init; }
        }

        [Table<Shop>]
        public sealed class Other
        {
            [BusinessKey] public int Id { get; init; }
            public int? Ref { get; init; }
            public string? Name { get; init; }
            [Number(8, 2)] public decimal Weight { get; init; }
            public DateOnly Day { get; init; }
        }
        """;

    private static readonly string[] Texts =
        ["null", "\"\"", "\" \"", "\"a\"", "\"A\"", "\"ab c\"", "\"é\"", "\"Zürich\"", "\"it's\"", "\"100%\"", "\"a_b\"", "\"12\"", "\"-3.5\"", "\"2024-02-29\"", "\" x \"", "\"a\\\\b\"", "\"x,y,,z\"", "\"true\""];

    private static readonly string[] Wholes = ["0", "1", "-1", "2", "3", "7", "-7", "10", "99", "-100", "65536", "1000000", "-999999"];
    private static readonly string[] Wides = ["null", "0", "-1", "4294967296", "9007199254740993", "-9007199254740993", "123456789012345678"];
    private static readonly string[] Prices = ["0m", "0.01m", "-0.01m", "0.05m", "1.00m", "2.50m", "-2.50m", "10.25m", "99.99m", "12345.67m", "-9999999999.99m", "9999999999.99m"];
    private static readonly string[] Rates = ["null", "0m", "0.0001m", "-0.0005m", "1.5000m", "0.3333m", "-2.2500m", "999999.9999m"];
    private static readonly string[] Ratios = ["0", "0.1", "-0.1", "1.5", "-2.5", "3.14159", "1000000.5", "1e-7"];
    private static readonly string[] Days = ["2024-02-29", "2023-12-31", "2024-01-01", "2021-01-03", "2020-12-31", "2000-02-28", "1970-01-01", "1969-07-20", "2024-06-30", "1900-03-01"];
    private static readonly string[] Times = ["00:00:00", "23:59:59.999999", "12:30:45", "01:02:03.000004", "09:00:00.5"];

    /// <summary>The rows of both tables, in C#.</summary>
    public static string Rows(Chance chance) => $$"""
        public static class Rows
        {
            public static readonly Item[] Items =
            [
        {{string.Join("\n", Enumerable.Range(1, 24).Select(id => Item(chance, id)))}}
            ];

            public static readonly Other[] Others =
            [
        {{string.Join("\n", Enumerable.Range(1, 12).Select(id => Other(chance, id)))}}
            ];
        }
        """;

    private static string Item(Chance chance, int id) =>
        $"        new() {{ Id = {id}, Whole = {chance.Of(Wholes)}, Maybe = {Or(chance, chance.Of(Wholes))}, Wide = {chance.Of(Wides)}, Price = {chance.Of(Prices)}, Rate = {chance.Of(Rates)}, "
        + $"Ratio = {chance.Of(Ratios)}, Loose = {Or(chance, chance.Of(Ratios))}, Code = {chance.Of(Texts[1..])}, Note = {chance.Of(Texts)}, Flag = {chance.Of("true", "false")}, Doubt = {chance.Of("null", "true", "false")}, "
        + $"At = {Time(chance)}, Until = {Or(chance, Time(chance))}, Day = {Day(chance)}, Later = {Or(chance, Day(chance))}, Clock = {Or(chance, $"TimeOnly.Parse(\"{chance.Of(Times)}\")")}, Kind = Kind.{chance.Of("Plain", "Special", "Odd")}, "
        + $"Key = {chance.Of("null", "new Guid(\"01234567-89ab-cdef-0123-456789abcdef\")", "new Guid(\"ffffffff-0000-0000-0000-000000000001\")")}, "
        + $"Seen = {Or(chance, $"new DateTimeOffset({Time(chance)}, TimeSpan.FromMinutes({chance.Of("0", "60", "-330")}))")} }},";

    private static string Other(Chance chance, int id) =>
        $"        new() {{ Id = {id}, Ref = {Or(chance, chance.Of(Wholes))}, Name = {chance.Of(Texts)}, Weight = {chance.Of("0m", "0.5m", "-1.25m", "100m")}, Day = {Day(chance)} }},";

    private static string Day(Chance chance) => $"DateOnly.Parse(\"{chance.Of(Days)}\")";

    private static string Time(Chance chance) => $"DateTime.Parse(\"{chance.Of(Days)} {chance.Of(Times)}\")";

    private static string Or(Chance chance, string value) => chance.Once(4) ? "null" : value;
}
