namespace OneMeaning.Tests.Texts;

/// <summary>A query in C#: a class of a view with its columns and its definition.</summary>
/// <param name="Name">The class.</param>
/// <param name="Code">The whole class.</param>
internal sealed record QueryText(string Name, string Code)
{
    private static readonly ScalarType[] Types = Enum.GetValues<ScalarType>();

    private static readonly ScalarType[] Keys = [ScalarType.MaybeInt, ScalarType.Bool, ScalarType.MaybeText, ScalarType.Day, ScalarType.MaybeBool, ScalarType.Int];

    public static QueryText By(Chance chance, string name) => chance.Of<Func<Chance, string, QueryText>>(
        Rows, Rows, Rows, Rows, Joined, LeftJoined, Grouped, Grouped, Ordered, Distinct, Sets, Windowed, Windowed, Existing, Stepped, Correlated, Correlated, LaterJoined, Within, Within)(chance, name);

    private static QueryText Rows(Chance chance, string name)
    {
        var (row, columns) = Columns(chance, "i", 1 + chance.Below(4));
        var filter = chance.Once(2) ? $"\n        where {row.Of(ScalarType.Bool, 3)}" : "";
        return Class(name, [("Id", "int", "i.Id"), .. columns], body => $"from i in items{filter}\n        select new {name} {{ {body} }}");
    }

    private static QueryText Joined(Chance chance, string name)
    {
        var (row, columns) = Columns(chance, "i", 2);
        var on = chance.Of("i.Maybe equals o.Ref", "i.Note equals o.Name", "i.Day equals o.Day", "(i.Note, i.Maybe) equals (o.Name, o.Ref)");
        return Class(
            name, [("Id", "int", "i.Id"), ("OtherId", "int", "o.Id"), ("Weight", "decimal", "o.Weight * 2"), .. columns],
            body => $"from i in items\n        join o in others on {on}\n        where {row.Of(ScalarType.Bool, 2)}\n        select new {name} {{ {body} }}");
    }

    private static QueryText LeftJoined(Chance chance, string name)
    {
        var (_, columns) = Columns(chance, "i", 1);
        var on = chance.Of("i.Maybe equals o.Ref", "i.Note equals o.Name", "i.Day equals o.Day");
        var filter = chance.Of("", "\n        where o == null || o.Weight > 0", "\n        where o != null || i.Flag", "\n        where o.Name != \"a\"");
        return Class(
            name, [("Id", "int", "i.Id"), ("OtherId", "int?", "o?.Id"), ("Name", "string?", "o == null ? i.Note : o.Name"), ("Weight", "decimal?", "o?.Weight"), .. columns],
            body => $"from i in items\n        join o in others.Optional() on {on}{filter.Replace("o.Name !=", "o?.Name !=", StringComparison.Ordinal)}\n        select new {name} {{ {body} }}");
    }

    private static QueryText Grouped(Chance chance, string name)
    {
        var row = new ExpressionText(chance, "i");
        var inner = new ExpressionText(chance, "g");
        var types = Enumerable.Range(0, 1 + chance.Below(2)).Select(_ => chance.Of(Keys)).ToList();
        var keys = types.Select((t, k) => (Name: $"K{k}", Type: t, Code: row.Of(t, 2))).ToList();
        var columns = Enumerable.Range(0, 4).Select(n => Aggregate(chance, $"A{n}")).ToList();
        var having = chance.Of("", "", "\n        where g.Count() > 1", "\n        where g.Sum(s => s.Whole) > 10");
        var by = keys.Count == 1 ? keys[0].Code : $"({string.Join(", ", keys.Select(k => $"{k.Name}: {k.Code}"))})";
        return Class(
            name, [.. keys.Select(k => (k.Name, ExpressionText.CSharp(k.Type), keys.Count == 1 ? "g.Key" : $"g.Key.{k.Name}")), .. columns],
            body => $"from i in items\n        group i by {by} into g{having}\n        select new {name} {{ {body} }}");
    }

    private static (string, string, string) Aggregate(Chance chance, string name)
    {
        var row = new ExpressionText(chance, "s");
        return chance.Of<Func<(string, string, string)>>(
            () => (name, "long", "g.Count()"),
            () => (name, "long", $"g.Count(s => {row.Of(ScalarType.Bool, 2)})"),
            () => (name, "int", $"g.Sum(s => {row.Of(ScalarType.Int, 1)})"),
            () => (name, "int?", $"g.Sum(s => {row.Of(ScalarType.MaybeInt, 1)})"),
            () => (name, "decimal", $"g.Sum(s => {row.Of(ScalarType.Decimal, 1)})"),
            () => (name, "decimal?", $"g.Sum(s => {row.Of(ScalarType.MaybeDecimal, 1)})"),
            () => (name, "decimal?", $"g.Average(s => {row.Of(ScalarType.MaybeDecimal, 0)})"),
            () => (name, "decimal?", $"g.Average(s => {row.Of(ScalarType.Int, 1)})"),
            () => (name, "decimal?", $"g.Percentile({chance.Of("0.5", "0.25", "0.9")}, s => s.Price)"),
            () => (name, "int?", $"g.{chance.Of("Min", "Max")}(s => {row.Of(ScalarType.MaybeInt, 2)})"),
            () => (name, "string?", $"g.{chance.Of("Min", "Max")}(s => {row.Of(ScalarType.MaybeText, 2)})"),
            () => (name, "DateTime?", $"g.{chance.Of("Min", "Max")}(s => {row.Of(ScalarType.MaybeTime, 1)})"),
            () => (name, "DateOnly", $"g.{chance.Of("Min", "Max")}(s => {row.Of(ScalarType.Day, 1)})"),
            () => (name, "long", $"g.CountDistinct(s => {row.Of(chance.Of(ScalarType.MaybeInt, ScalarType.MaybeText, ScalarType.Bool, ScalarType.MaybeDay), 1)})"),
            () => (name, "bool", $"g.{chance.Of("Any", "All")}(s => {row.Of(ScalarType.Bool, 2)})"),
            () => (name, "string", $"g.Join(\"|\", s => {row.Of(ScalarType.MaybeText, 1)})"),
            () => (name, "string?", $"g.Last(s => {row.Of(ScalarType.MaybeText, 1)}, s => ({row.Of(ScalarType.MaybeInt, 1)}, s.Id))"))();
    }

    private static QueryText Ordered(Chance chance, string name)
    {
        var (row, columns) = Columns(chance, "i", 2);
        var by = row.Of(chance.Of(ScalarType.MaybeInt, ScalarType.MaybeText, ScalarType.Decimal, ScalarType.MaybeDay, ScalarType.Bool), 2);
        var key = chance.Of("{0}", "{0} descending", "Sql.NullsLast({0})", "Sql.NullsFirst({0}) descending").Replace("{0}", by, StringComparison.Ordinal);
        return Class(
            name, [("Id", "int", "i.Id"), .. columns],
            body => $"(from i in items\n        orderby {key}, i.Id\n        select new {name} {{ {body} }}){(chance.Once(3) ? ".Skip(3)" : "")}.Take({chance.Of("1", "5", "100")})");
    }

    private static QueryText Distinct(Chance chance, string name)
    {
        var (_, columns) = Columns(chance, "i", 2, ScalarType.MaybeInt, ScalarType.Bool, ScalarType.MaybeText, ScalarType.Day, ScalarType.MaybeBool, ScalarType.MaybeDay);
        return Class(name, columns, body => $"(from i in items\n        select new {name} {{ {body} }}).Distinct()");
    }

    private static QueryText Sets(Chance chance, string name)
    {
        var types = Enumerable.Range(0, 2).Select(_ => chance.Of(ScalarType.MaybeInt, ScalarType.Bool, ScalarType.MaybeText, ScalarType.MaybeDay)).ToList();
        string Side()
        {
            var row = new ExpressionText(chance, "i");
            return $"(from i in items where {row.Of(ScalarType.Bool, 1)} select new {name} {{ {string.Join(", ", types.Select((t, n) => $"C{n} = {row.Of(t, 1)}"))} }})";
        }

        var operation = chance.Of("Concat", "Union", "Intersect", "Except");
        return Class(name, [.. types.Select((t, n) => ($"C{n}", ExpressionText.CSharp(t), ""))], _ => $"{Side()}\n            .{operation}({Side()})");
    }

    private static QueryText Windowed(Chance chance, string name)
    {
        var row = new ExpressionText(chance, "s");
        var (key, by) = (row.Of(chance.Of(ScalarType.MaybeInt, ScalarType.Bool, ScalarType.MaybeText), 1), row.Of(chance.Of(ScalarType.MaybeInt, ScalarType.MaybeText, ScalarType.MaybeDecimal, ScalarType.MaybeDay), 1));
        var columns = Enumerable.Range(0, 3).Select(n => chance.Of<Func<(string, string, string)>>(
            () => ($"W{n}", "long", "w.RowNumber"),
            () => ($"W{n}", "int?", $"w.{chance.Of("Previous", "Next", "Lag(2)", "Lead(3)")}?.Whole"),
            () => ($"W{n}", "string?", $"w.{chance.Of("Previous", "Next")}?.Note"),
            () => ($"W{n}", "int?", $"w.{chance.Of("First", "Last")}.Maybe"),
            () => ($"W{n}", "decimal", "w.RunningSum(s => s.Price)"),
            () => ($"W{n}", "decimal?", "w.RunningSum(s => s.Rate)"),
            () => ($"W{n}", "decimal?", "w.RunningAverage(s => s.Rate)"),
            () => ($"W{n}", "int?", $"w.Running{chance.Of("Min", "Max")}(s => {row.Of(ScalarType.MaybeInt, 1)})"),
            () => ($"W{n}", "long", $"w.RunningCount(s => {row.Of(ScalarType.Bool, 1)})"),
            () => ($"W{n}", "decimal", "w.Sum(s => s.Price)"),
            () => ($"W{n}", "decimal?", "w.Average(s => s.Price)"),
            () => ($"W{n}", "long", "w.Count"),
            () => ($"W{n}", "decimal", $"w.Rows({chance.Of("0", "2")}, {chance.Of("0", "1")}).Sum(s => s.Price)"),
            () => ($"W{n}", "long", $"w.Ntile({chance.Of("1", "3")})"))()).ToList();
        return Class(
            name, [("Id", "int", "w.Row.Id"), .. columns],
            body => $"from w in items.Window(s => {key}, s => ({by}, s.Id))\n        select new {name} {{ {body} }}");
    }

    private static QueryText Existing(Chance chance, string name)
    {
        var (row, columns) = Columns(chance, "i", 1);
        var filter = chance.Of(
            "others.Any(o => o.Ref == i.Maybe)", "!others.Any(o => o.Name == i.Note && o.Weight > 0)", "others.Any(o => o.Day >= i.Day && o.Ref == null)", "others.All(o => o.Weight > i.Price)",
            "others.Where(o => o.Ref == i.Whole).Count() == 0");
        return Class(
            name, [("Id", "int", "i.Id"), ("Many", "long", "others.Count(o => o.Name == i.Note)"), .. columns],
            body => $"from i in items\n        where {filter} {chance.Of("&&", "||")} {row.Of(ScalarType.Bool, 1)}\n        select new {name} {{ {body} }}");
    }

    // What the filter of a subquery tells of the row outside holds in there alone.
    private static QueryText Correlated(Chance chance, string name)
    {
        var (row, columns) = Columns(chance, "i", 2);
        var filter = chance.Of("o.Ref == i.Maybe", "o.Name == i.Note && i.Maybe > 0", "o.Name != null && o.Day <= i.Later", "i.Rate > o.Weight && i.Doubt == true");
        var where = chance.Once(2) ? $"\n        where {row.Of(ScalarType.Bool, 2)}" : "";
        return Class(
            name,
            [
                ("Id", "int", "i.Id"), ("Many", "long", "n"), ("Name", "string", "first?.Name ?? i.Note ?? \"none\""), ("Same", "bool", "first == null || first.Name == i.Note"),
                ("NotOne", "bool", "i.Maybe != 1"), ("Later", "bool", "i.Later == i.Day || i.Note != \"a\""), .. columns,
            ],
            body => $"from i in items\n        let n = others.Where(o => {filter}).Count()\n        let first = others.Where(o => {filter}).OrderBy(o => o.Weight).ThenBy(o => o.Id).FirstOrDefault(){where}\n        select new {name} {{ {body} }}");
    }

    // Conditions of a row within and the row outside, put together by chance: Snowflake makes a join of some, and a rule tells the others.
    private static QueryText Within(Chance chance, string name)
    {
        var row = new ExpressionText(chance, "i");
        string Condition(int depth) => depth == 0 || chance.Once(4)
            ? chance.Made(
                () => $"o.Ref {chance.Of("==", "!=", "<", ">=")} i.{chance.Of("Maybe", "Whole", "Whole + 1")}",
                () => $"{row.Of(ScalarType.MaybeInt, 1)} {chance.Of("==", "!=", "<")} {chance.Of("o.Ref", "o.Id", "3")}",
                () => $"o.Name {chance.Of("==", "!=")} {row.Of(chance.Of(ScalarType.Text, ScalarType.MaybeText), 1)}",
                () => row.Of(ScalarType.Bool, 1),
                () => $"o.Day {chance.Of("<", ">", "==")} {chance.Of("i.Day", "i.Later", "i.Day.AddDays(1)")}",
                () => $"new[] {{ {chance.Of("i.Whole", "2")}, 7, i.Id }}.Contains({chance.Of("o.Id", "i.Whole")})",
                () => $"o.Name {chance.Of("is null", "== null", "is \"a\" or \"A\"")}",
                () => $"others.Any(p => p.Id != o.Id && p.Name == {chance.Of("o.Name", "o.Name", "i.Note")})",
                () => $"o.Id + i.{chance.Of("Id", "Whole")} {chance.Of("==", "<")} 10",
                () => $"o.Weight {chance.Of(">", "<=")} i.{chance.Of("Rate", "Price")}")
            : chance.Made(
                () => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
                () => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
                () => $"!({Condition(depth - 1)})",
                () => $"({Condition(depth - 1)} ? {Condition(depth - 1)} : {Condition(depth - 1)})");

        return Class(
            name, [("Id", "int", "i.Id"), ("Value", "long?", Value(chance, Condition)), ("IsAll", "bool", $"others.All(o => {Condition(2)})")],
            body => $"from i in items\n        where {chance.Of("", "!")}others.Any(o => {Condition(3)}) || i.Id > 20\n        select new {name} {{ {body} }}");
    }

    private static string Value(Chance chance, Func<int, string> condition) => chance.Made(
        () => $"others.Count(o => {condition(2)})",
        () => $"others.Where(o => {condition(2)}).Sum(o => o.Id)",
        () => $"others.Where(o => {condition(1)}).Max(o => o.Ref)",
        () => $"others.Where(o => {condition(1)}).OrderBy(o => o.Weight).ThenBy(o => o.Id).FirstOrDefault()?.Ref");

    // A join by any condition that keeps the rows without a partner.
    private static QueryText LaterJoined(Chance chance, string name)
    {
        var (_, columns) = Columns(chance, "i", 1);
        var on = chance.Of("o.Name == i.Note && o.Name != null", "o.Ref == i.Maybe && i.Maybe > 0", "o.Ref < i.Maybe && o.Name != \"a\"", "o.Day > i.Later && o.Ref != null");
        return Class(
            name,
            [
                ("Id", "int", "i.Id"), ("OtherId", "int?", "o?.Id"), ("Name", "string", "o?.Name ?? \"none\""), ("Same", "bool", "o?.Name == i.Note"), ("IsA", "bool", "i.Note != \"a\""),
                ("Ref", "bool", "o?.Ref != i.Maybe"), .. columns,
            ],
            body => $"from i in items\n        from o in others.Where(o => {on}).DefaultIfEmpty()\n        select new {name} {{ {body} }}");
    }

    private static QueryText Stepped(Chance chance, string name)
    {
        var row = new ExpressionText(chance, "i");
        var (first, second) = (chance.Of(ScalarType.MaybeInt, ScalarType.MaybeText, ScalarType.MaybeDecimal), chance.Of(ScalarType.Text, ScalarType.Int, ScalarType.Bool));
        return Class(
            name, [("Id", "int", "i.Id"), ("A", ExpressionText.CSharp(first), "a"), ("B", ExpressionText.CSharp(second), "b"), ("IsThere", "bool", "a != null")],
            body => $"from i in items\n        let a = {row.Of(first, 2)}\n        let b = {row.Of(second, 2)}\n        where a != null || i.Flag\n        select new {name} {{ {body} }}");
    }

    private static (ExpressionText, List<(string, string, string)>) Columns(Chance chance, string row, int count, params ScalarType[] types)
    {
        var expression = new ExpressionText(chance, row);
        var columns = Enumerable.Range(0, count).Select(n => (Name: $"C{n}", Type: chance.Of(types.Length == 0 ? Types : types)));
        return (expression, [.. columns.Select(c => (c.Name, ExpressionText.CSharp(c.Type), expression.Of(c.Type, 1 + chance.Below(3))))]);
    }

    private static QueryText Class(string name, IReadOnlyList<(string Name, string Type, string Code)> columns, Func<string, string> query)
    {
        var properties = columns.Select(c => $"    {(c.Type.StartsWith("decimal", StringComparison.Ordinal) ? "[Number(38, 12)] " : "")}public {c.Type} {c.Name} {{ get; init; }}");
        var body = query(string.Join(", ", columns.Select(c => $"{c.Name} = {c.Code}")));
        return new(name, $$"""
            [View<Shop>]
            public sealed class {{name}}
            {
            {{string.Join("\n", properties)}}

                [Define]
                public static Query<{{name}}> Define(Query<Item> items, Query<Other> others) =>
                    {{body}};
            }

            """);
    }
}
