using Language;
using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;
using Xunit.Abstractions;

namespace Language.Tests.Lineage;

/// <summary>The truth about lineage, by experiment: one value of one source column is changed, and what changes in the views must have that column in its lineage.</summary>
/// <remarks>
/// No code is shared with the lineage: the rows come from DuckDB. Each column gets a few other values in a few rows; <c>PIPELINE_PERTURBATIONS=all</c> takes all rows.
/// </remarks>
public sealed class PerturbationTests(ITestOutputHelper output)
{
    private static readonly bool All = Environment.GetEnvironmentVariable("PIPELINE_PERTURBATIONS") == "all";

    // A value is always the same as itself, and a key is never null, so nothing shows; bounds are crossed by other values than those tried.
    private static readonly string[] NeverSeen =
    [
        "SHOP.CHOICES.SAME_NULL <- SHOP.SALE.CUSTOMER_ID", "SHOP.CHOICES.SAME_NULL <- SHOP.SALE.NOTE", "SHOP.FULL_JOIN.FOUND <- SHOP.SALE.SALE_ID",
        "SHOP.CHOICES.BAND <- SHOP.SALE.AMOUNT", "SHOP.COMMON_QUERY.BETTER <- SHOP.SALE.AMOUNT", "SHOP.SUBQUERIES.LARGE <- SHOP.SALE.AMOUNT",
        "SHOP.FIRST_ROWS.NOTE <- SHOP.CUSTOMER.NAME", "SHOP.LOCALS_AND_RECORDS.IS_TWENTY_EUROS <- SHOP.SALE.AMOUNT", "SHOP.LOCALS_AND_RECORDS.IS_TWENTY_EUROS <- SHOP.SALE.CURRENCY",
        "SHOP.LOCALS_AND_RECORDS.IS_LISTED <- SHOP.SALE.STORE_ID", "SHOP.LOCALS_AND_RECORDS.IS_PAIR <- SHOP.SALE.CURRENCY", "SHOP.LOCALS_AND_RECORDS.IS_PAIR <- SHOP.SALE.STORE_ID",
    ];

    [Fact]
    public void Whatever_changes_with_a_source_column_has_it_in_its_lineage_and_each_value_that_flows_is_seen_to_change()
    {
        var graph = LineageGraph.Of(new([.. ModelCatalog.Objects]));
        var views = ModelCatalog.Objects.OfType<ViewObject>().ToList();
        using var database = new ShopDatabase();
        var before = views.ToDictionary(v => v.Name, v => Columns(database, v)!);
        var (missing, seen, observed) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<(FieldName Target, FieldName Source)>(), 0);

        foreach (var (type, rows) in ShopRows.All)
        {
            var table = ModelCatalog.Table(type);
            var readers = views.Where(v => SourceCollector.NamesIn(v.Query).Contains(table.Name)).ToList();
            foreach (var column in table.Columns)
            {
                var source = new FieldName(table.Name, column.Name);
                foreach (var change in Changes(table, column, ((Array)rows).Length))
                {
                    using var changed = Change(database, change);
                    if (changed is null) continue;
                    foreach (var view in readers)
                    {
                        // Where the value makes a query fail there is nothing to see.
                        if (Columns(database, view) is not { } after) break;
                        observed++;
                        for (var i = 0; i < view.Columns.Count; i++)
                        {
                            if (before[view.Name][i] == after[i]) continue;
                            var target = new FieldName(view.Name, view.Columns[i].Name);
                            seen.Add((target, source));
                            if (!graph.Of(target).Sources.Concat(graph.RowsOf(view.Name)).Any(s => s.Field.Whole == source)) missing.Add($"{target} changes with {source}: {change}");
                        }
                    }
                }
            }
        }

        output.WriteLine($"{observed} views looked at, {seen.Count} pairs of columns seen to depend on one another.");
        Assert.Empty(missing);
        Assert.True(observed > 1000 && seen.Count > 400, "Too little was tried to prove anything.");

        // The other way round: lineage that names columns which never matter would prove as much by naming all.
        var unseen = views.SelectMany(v => v.Columns.Select(c => graph.Of(new FieldName(v.Name, c.Name))))
            .SelectMany(c => c.Sources.Where(s => s.IsDirect && !seen.Contains((c.Column, s.Field.Whole))).Select(s => $"{c.Column} <- {s.Field}")).ToList();
        Assert.True(!unseen.Except(NeverSeen).Any(), string.Join("\n", unseen.Except(NeverSeen)));
    }

    // Null where the table doesn't take the value.
    private static Transaction? Change(ShopDatabase database, string update)
    {
        var transaction = new Transaction(database);
        try
        {
            database.Run(update);
            return transaction;
        }
        catch (DuckDB.NET.Data.DuckDBException)
        {
            transaction.Dispose();
            return null;
        }
    }

    // Each column's values as a bag: where rows come or go, all columns change.
    private static string[]? Columns(ShopDatabase database, ViewObject view)
    {
        try
        {
            var rows = database.Values(view);
            return [.. view.Columns.Select((_, i) => string.Join("\n", rows.Select(r => r[i]).Order(StringComparer.Ordinal)))];
        }
        catch (DuckDB.NET.Data.DuckDBException)
        {
            return null;
        }
    }

    // A few rows for each value, others for the next; all of a small table.
    private static IEnumerable<string> Changes(TableObject table, Column column, int rows) => Values(column).SelectMany((value, i) =>
        Enumerable.Range(0, rows).Where(row => All || rows <= 4 || (row + i) % 4 == 0).Select(row => $"UPDATE {table.Name} SET {column.Name} = {value} WHERE rowid = {row}"));

    private static IEnumerable<string> Values(Column column)
    {
        if (column.Nullable) yield return "NULL";
        if (column.AllowedValues.Count > 0)
        {
            foreach (var value in column.AllowedValues) yield return $"'{value}'";
            yield break;
        }

        foreach (var value in column.Type.Kind switch
        {
            SqlTypeKind.Number => ["0", $"{column.Name} + 3", "60"],
            SqlTypeKind.Text => ["'zz'", "''", "'EUR'", "'void'"],
            SqlTypeKind.Boolean => ["TRUE", "FALSE"],
            SqlTypeKind.Float => ["0", "-3.75", $"{column.Name} + 1"],
            SqlTypeKind.Time => ["TIME '08:30:00'", "TIME '23:59:59.999999'"],
            SqlTypeKind.TimestampTz => ["TIMESTAMPTZ '2022-06-01 23:30:15.000001+00'", "TIMESTAMPTZ '2000-01-01 01:00:00+00'", $"{column.Name} + INTERVAL 40 MINUTE"],
            SqlTypeKind.TimestampNtz => ["TIMESTAMP '2023-06-01 23:30:15.000001'", "TIMESTAMP '2025-02-01 01:00:00'", $"{column.Name} + INTERVAL 1 HOUR"],
            SqlTypeKind.Date => ["DATE '2024-03-03'", "DATE '2000-01-01'"],
            SqlTypeKind.Variant => ["""'{"lines":[{"sku":"Z","price":77}],"tags":["z"]}'""", """'{"lines":[{"sku":"Y","price":9},{"sku":"X","price":8}]}'""", "'[]'"],
            _ => (string[])[],
        }) yield return value;
    }

    private sealed class Transaction : IDisposable
    {
        private readonly ShopDatabase database;

        public Transaction(ShopDatabase database)
        {
            this.database = database;
            database.Run("BEGIN TRANSACTION");
        }

        public void Dispose() => database.Run("ROLLBACK");
    }
}
