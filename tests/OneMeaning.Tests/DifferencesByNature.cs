using OneMeaning.Tests.Texts;
using Pipeline.Sql.DuckDb;

namespace OneMeaning.Tests;

/// <summary>Queries over rows that the engines would, left alone, understand in different ways; compiled once for all tests.</summary>
internal static class DifferencesByNature
{
    private const string Rows = """
        public static class Rows
        {
            public static readonly Item[] Items =
            [
                new() { Id = 1, Whole = -7, Maybe = 3, Price = 2.50m, Rate = 0.0005m, Code = "a", Note = "", At = new(2020, 12, 31, 23, 30, 0), Day = new(2021, 1, 3), Key = new("01234567-89ab-cdef-0123-456789abcdef"), Seen = new(2024, 7, 1, 2, 0, 0, TimeSpan.FromHours(2)), Wide = 9007199254740993 },
                new() { Id = 2, Whole = 7, Maybe = null, Price = -2.50m, Rate = null, Code = "B", Note = null, At = new(2024, 2, 29, 0, 0, 0), Day = new(2020, 12, 31), Wide = 12345678901234567 },
                new() { Id = 3, Whole = int.MaxValue, Maybe = 0, Price = 9999999999.99m, Rate = 999999.9999m, Code = "é", Note = "50%_5", At = new(1969, 12, 31, 23, 59, 59), Day = new(2024, 12, 30), Wide = null },
            ];

            public static readonly Other[] Others = [new() { Id = 1, Ref = 3, Weight = 10m, Name = "a" }];
        }
        """;

    private static readonly (string Name, string Type, string Query)[] Texts =
    [
        ("IntegerDivision", "int", "from i in items where i.Id < 3 select new IntegerDivision { Id = i.Id, Value = i.Whole / 2 * 10 + i.Whole % 4 }"),
        ("DecimalDivision", "decimal?", "from i in items where i.Id == 3 select new DecimalDivision { Id = i.Id, Value = i.Price / 3m }"),
        ("Mean", "decimal?", "from i in items group i by 1 into g select new Mean { Id = g.Key, Value = g.Average(i => i.Price) }"),
        ("HalfToEven", "decimal", "from i in items where i.Id < 3 select new HalfToEven { Id = i.Id, Value = Math.Round(i.Price) }"),
        ("HalfAwayFromZero", "decimal", "from i in items where i.Id < 3 select new HalfAwayFromZero { Id = i.Id, Value = Math.Round(i.Price, 0, MidpointRounding.AwayFromZero) }"),
        ("CutToWhole", "int", "from i in items where i.Id < 3 select new CutToWhole { Id = i.Id, Value = (int)i.Price }"),
        ("NullsFirst", "int?", "(from i in items orderby i.Maybe select new NullsFirst { Id = i.Id, Value = i.Maybe }).Take(1)"),
        ("NullsInDescent", "int?", "(from i in items orderby i.Maybe descending select new NullsInDescent { Id = i.Id, Value = i.Maybe }).Take(1)"),
        ("EmptyText", "bool", "from i in items select new EmptyText { Id = i.Id, Value = i.Note == \"\" }"),
        ("NullInText", "string", "from i in items select new NullInText { Id = i.Id, Value = \"[\" + i.Note + \"]\" }"),
        ("NullEquality", "bool", "from i in items select new NullEquality { Id = i.Id, Value = i.Maybe != 3 && !(i.Maybe > 2) }"),
        ("OrderOfTexts", "string", "(from i in items orderby i.Code select new OrderOfTexts { Id = i.Id, Value = i.Code }).Take(2)"),
        ("WholeMatch", "bool", "from i in items select new WholeMatch { Id = i.Id, Value = Sql.IsMatch(i.Note, \"[0-9]+\") || Sql.IsMatch(i.Note, \"\\\\d+%.\\\\d\") }"),
        ("NoMatch", "string?", "from i in items select new NoMatch { Id = i.Id, Value = Sql.RegexpSubstr(i.Note, \"[a-z]+\") }"),
        ("LikeEscape", "bool", "from i in items select new LikeEscape { Id = i.Id, Value = Sql.Like(i.Note, \"%!%!_%\", \"!\") }"),
        ("UtcOfOffset", "DateTime?", "from i in items select new UtcOfOffset { Id = i.Id, Value = i.Seen == null ? null : i.Seen.Value.UtcDateTime }"),
        ("TimeZones", "DateTime", "from i in items select new TimeZones { Id = i.Id, Value = Sql.ConvertTimeZone(\"UTC\", \"Europe/Berlin\", i.At) }"),
        ("WideSum", "long", "from i in items select new WideSum { Id = i.Id, Value = (long)i.Whole + 1 }"),
        ("WideProduct", "decimal?", "from i in items where i.Id == 3 select new WideProduct { Id = i.Id, Value = i.Price * i.Rate }"),
        ("ChosenScale", "decimal", "from i in items select new ChosenScale { Id = i.Id, Value = i.Id == 2 ? Sql.Truncate(i.Price * i.Price, 1) : i.Rate ?? 0m }"),
        ("SumOfNulls", "decimal?", "from i in items where i.Id == 2 group i by i.Id into g select new SumOfNulls { Id = g.Key, Value = g.Sum(i => i.Rate) }"),
        ("JsonNull", "bool", "from i in items select new JsonNull { Id = i.Id, Value = Sql.TryParseJson(i.Id == 1 ? \"null\" : \"1\") == null }"),
        ("Weeks", "int", "from i in items select new Weeks { Id = i.Id, Value = Sql.IsoWeekYear(i.Day) * 100 + Sql.IsoWeek(i.Day) }"),
        ("DaysOfWeek", "int", "from i in items select new DaysOfWeek { Id = i.Id, Value = (int)i.Day.DayOfWeek }"),
        ("PlaceOfColumn", "int", "(from i in items orderby 2 descending, i.Id select new PlaceOfColumn { Id = i.Id, Value = i.Whole }).Take(1)"),
        ("SignAlone", "decimal?", "from i in items where i.Id == 1 select new SignAlone { Id = i.Id, Value = Sql.TryToDecimal(\" - \" + i.Note, 12, 2) }"),
        ("FormattedNumber", "string", "from i in items select new FormattedNumber { Id = i.Id, Value = $\"{i.Price:F1}|{i.Whole:D3}|{i.Day:yyyy-MM-dd}|{i.At:HH:mm}\" }"),
        ("Guids", "bool", "from i in items select new Guids { Id = i.Id, Value = i.Key == new Guid(\"01234567-89AB-CDEF-0123-456789ABCDEF\") }"),
    ];

    private static readonly Lazy<(CompiledQueries Compiled, IReadOnlyDictionary<string, QueryText> Queries)> Once = new(() =>
    {
        var queries = Texts.Select(t => new QueryText(t.Name, Class(t.Name, t.Type, t.Query))).ToList();
        return (CompiledQueries.Of(Rows, queries), queries.ToDictionary(q => q.Name));
    });

    /// <summary>What both engines give, each row as <c>id: value</c>.</summary>
    public static (string CSharp, string DuckDb) Of(string name)
    {
        var (compiled, queries) = Once.Value;
        var view = compiled.View(queries[name]);
        Assert.Empty(view.Findings);
        using var duck = new DuckRows(compiled);
        var here = compiled.Run(queries[name]).Select(row => view.Columns.Select(c => SameRows.Text(row.GetType().GetProperty(c.Property)!.GetValue(row), c.Type)));
        var there = duck.Rows(DuckDbDialect.Instance.Query(view.Query)).Select(row => row.Select((value, i) => SameRows.Text(value, view.Columns[i].Type)));
        return (Text(here), Text(there));
    }

    private static string Text(IEnumerable<IEnumerable<string>> rows) => string.Join(", ", rows.Select(row => string.Join(": ", row)).Order(StringComparer.Ordinal));

    private static string Class(string name, string type, string query) => $$"""
        [View<Shop>]
        public sealed class {{name}}
        {
            public int Id { get; init; }
            {{(type.StartsWith("decimal", StringComparison.Ordinal) ? "[Number(38, 12)] " : "")}}public {{type}} Value { get; init; }

            [Define]
            public static Query<{{name}}> Define(Query<Item> items, Query<Other> others) =>
                {{query}};
        }

        """;
}
