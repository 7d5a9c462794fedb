using System.Globalization;
using System.Text;

namespace Pipeline.Compile.Benchmarks;

/// <summary>A warehouse of so many classes, one file each, in groups of four: a landing table, its stream, a typed table loaded from it, and a view that joins and adds up.</summary>
internal static class SyntheticModel
{
    private const int Columns = 20;

    public static IReadOnlyList<string> Files(int classes)
    {
        var files = new List<string>
        {
            "global using System; global using Pipeline.Model;",
            "namespace Model; [Schema] public sealed class Landing; [Schema] public sealed class Staging; [Schema] public sealed class Marts;",
            """
            namespace Model;
            public static class Clean
            {
                public static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;
                public static string? Code(string? value) => Text(value)?.ToUpperInvariant();
            }
            """,
        };
        for (var group = 0; group * 4 < classes; group++)
        {
            files.Add(Raw(group));
            files.Add(Text($"namespace Model; [Stream] public sealed class Raw{group}Stream : Stream<Raw{group}>;"));
            files.Add(Staged(group));
            files.Add(Mart(group));
        }

        return files;
    }

    /// <summary>The number of the file that <see cref="Edit"/> changes: a typed table in the middle.</summary>
    public static int Edited(int classes) => 3 + 4 * (classes / 8) + 2;

    /// <summary>The edit that is typed most often: a word in the body of a query.</summary>
    public static string Edit(string file, int edit) => file.Replace("?? 0m", Text($"?? {edit + 1}m"), StringComparison.Ordinal);

    private static string Raw(int group)
    {
        var text = new StringBuilder(Text($"namespace Model;\n/// <summary>Source {group} as delivered.</summary>\n[Table<Landing>] public sealed class Raw{group}\n{{\n"));
        for (var i = 0; i < Columns; i++) text.Append(Text($"    public string? Field{i} {{ get; init; }}\n"));
        return text.Append("}\n").ToString();
    }

    private static string Staged(int group)
    {
        var text = new StringBuilder(Text($"namespace Model;\n/// <summary>Source {group}, typed.</summary>\n[Table<Staging>] public sealed class Stg{group}\n{{\n    [BusinessKey, Varchar(30)] public string Id {{ get; init; }} = \"\";\n"));
        for (var i = 1; i < Columns; i++) text.Append(Text($"    {Property(i)}\n"));
        text.Append(Text($"    [Load] internal static Query<Stg{group}> FromRaw(Raw{group}Stream raw) =>\n        from r in raw\n        where r.Field1 != \"deleted\"\n        select new Stg{group}\n        {{\n            Id = Clean.Code(r.Field0).OrReject(\"no id\"),\n"));
        for (var i = 1; i < Columns; i++) text.Append(Text($"            {Value(i)},\n"));
        return text.Append("        };\n}\n").ToString();
    }

    private static string Property(int i) => (i % 4) switch
    {
        0 => Text($"[Number(18, 2)] public decimal Amount{i} {{ get; init; }}"),
        1 => Text($"public string? Text{i} {{ get; init; }}"),
        2 => Text($"public int? Count{i} {{ get; init; }}"),
        _ => Text($"public DateTime? At{i} {{ get; init; }}"),
    };

    private static string Value(int i) => (i % 4) switch
    {
        0 => Text($"Amount{i} = Sql.TryToDecimal(r.Field{i}, 18, 2) ?? 0m"),
        1 => Text($"Text{i} = r.Field{i} == \"x\" ? \"extra\" : Clean.Text(r.Field{i})"),
        2 => Text($"Count{i} = Sql.TryToInt(r.Field{i})"),
        _ => Text($"At{i} = Sql.TryToTimestamp(r.Field{i}, \"YYYY-MM-DD HH24:MI:SS\")"),
    };

    // Each mart also reads the group before, so that an edit has something downstream.
    private static string Mart(int group)
    {
        var other = Math.Max(group - 1, 0);
        return Text($$"""
            namespace Model;
            /// <summary>Totals of source {{group}} beside those of source {{other}}.</summary>
            [View<Marts>] public sealed class Mart{{group}}
            {
                public string? Label { get; init; }
                [Number(18, 2)] public decimal Amount { get; init; }
                public long Rows{{group}} { get; init; }
                [Define] internal static Query<Mart{{group}}> Of(Query<Stg{{group}}> rows, Query<Stg{{other}}> others) =>
                    from r in rows
                    join o in others on r.Id equals o.Id
                    where r.Amount4 > 0 && o.Amount8 > 0
                    group r by r.Text1 into g
                    select new Mart{{group}} { Label = g.Key, Amount = g.Sum(x => x.Amount4), Rows{{group}} = g.Count() };
            }

            """);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
