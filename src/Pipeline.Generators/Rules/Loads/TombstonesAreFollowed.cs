using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A load of rows that may be marked as deleted says what becomes of them.</summary>
/// <remarks>A marked row reaches a stream as an update: whoever doesn't look at the mark counts what is gone.</remarks>
internal sealed class TombstonesAreFollowed : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.TombstonesAreFollowed,
        "A load takes deleted rows for living ones",
        "'{0}.{1}' reads '{2}', which marks deleted rows in '{3}', and {4}");

    private const string Unread = "takes them as any other; give the mark on to an [IsDeleted] column, or leave them out by where !row.";
    private const string LeftOut = "leaves them out, while facts that are loaded stay; give the mark on to an [IsDeleted] column, or say Deletes = Deletes.Remove";

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var table in model.All<TableObject>().Where(t => t is FactObject || t.Deletes != Deletes.Ignore))
        {
            foreach (var load in table.Loads)
            {
                if (load.Driver is not { } driver || model.Stream(driver) is not { Mode: StreamMode.Net } stream || model.Table(stream.Source) is not { } source || source.FirstWith(ColumnRoles.IsDeleted) is not { } mark) continue;
                var (isRead, isGivenOn) = MarkIsRead.In(load.Query, driver, mark);
                if (isGivenOn || (isRead && (table is not FactObject || table.Deletes != Deletes.Ignore))) continue;
                yield return Problem(
                    table, QueryPlace.OfLoad(load),
                    ModelView.Short(table), load.Method, ModelView.Short(source), mark.Property, isRead ? LeftOut : Unread + mark.Property);
            }
        }
    }

    private sealed class MarkIsRead(QualifiedName driver, Column mark) : QueryRewriter
    {
        private readonly HashSet<string> aliases = new(StringComparer.Ordinal);
        private readonly HashSet<string> readers = new(StringComparer.Ordinal);
        private readonly HashSet<string> givers = new(StringComparer.Ordinal);
        private bool isInColumns;

        public static (bool IsRead, bool IsGivenOn) In(Query query, QualifiedName driver, Column mark)
        {
            var reads = new MarkIsRead(driver, mark);
            reads.Rewrite(query);
            return (reads.aliases.Overlaps(reads.readers), reads.aliases.Overlaps(reads.givers));
        }

        public override Query Rewrite(Query query)
        {
            isInColumns = true;
            foreach (var column in (query as SelectQuery)?.Columns ?? []) Rewrite(column.Value);
            isInColumns = false;
            return base.Rewrite(query);
        }

        public override Source Rewrite(Source source)
        {
            if (source is StreamSource stream && stream.Stream == driver) aliases.Add(stream.Alias);
            return base.Rewrite(source);
        }

        public override Expression Rewrite(Expression expression)
        {
            if (expression is ColumnReference column && column.Column == mark.Name && column.Source is { } source) (isInColumns ? givers : readers).Add(source);
            return base.Rewrite(expression);
        }
    }
}
