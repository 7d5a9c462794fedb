using Pipeline.Catalog;

namespace Pipeline.Engine.Deployment;

/// <summary>A table's columns as text, to tell whether a database was made by the model at hand.</summary>
internal static class TableShape
{
    public static string Of(IEnumerable<Column> columns) => string.Join('\n', columns.Select(c => $"{c.Name} {TypeOf(c.Type)}{(c.Nullable ? "" : " NOT NULL")}"));

    /// <summary>The first difference in words; null where there is none.</summary>
    public static string? Difference(string deployed, string model)
    {
        if (deployed == model) return null;
        var (before, now) = (deployed.Split('\n'), model.Split('\n'));
        return now.Except(before).FirstOrDefault() is { } added ? $"the model says {added}, the database {Same(before, added)}"
            : before.Except(now).FirstOrDefault() is { } removed ? $"the database has {removed}, the model {Same(now, removed)}"
            : "the columns stand in another order";
    }

    private static string Same(string[] columns, string column) =>
        Array.Find(columns, c => c.Split(' ')[0] == column.Split(' ')[0]) ?? "has no such column";

    private static string TypeOf(SqlType type) => type switch
    {
        { Precision: 0, Scale: 0 } => type.Kind.ToString(),
        _ => FormattableString.Invariant($"{type.Kind}({type.Precision},{type.Scale})"),
    };
}
