using System.Collections;
using System.Reflection;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Loads.Tests.Mutations;

/// <summary>A load that is wrong in one place.</summary>
/// <param name="Name">The table, what the statement is for, and what was done to it: the same for the same model, so that a list can name it.</param>
internal sealed record Mutant(string Name, LoweredLoad Load);

/// <summary>Makes of a load all those that differ from it in one condition, one order, one join or one statement.</summary>
/// <remarks>It walks the records of the catalog by their properties, so that no kind of expression can be forgotten.</remarks>
internal static class StatementMutants
{
    private static readonly MethodInfo Put = typeof(StatementMutants).GetMethod(nameof(With), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IEnumerable<Mutant> Of(LoweredLoad load)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < load.Transaction.Count; i++)
        {
            // What the ledger tells has tests of its own.
            var statement = load.Transaction[i];
            if (statement is InsertStatement { Target.Alias: "runs" or "offsets" or "metrics" }) continue;
            foreach (var (changed, what) in OfNode(statement).Select(m => ((Statement?)m.Node, m.What)).Append((null, "without it")))
            {
                var name = $"{load.Target.Name} | {statement.Purpose} | {what}";
                met[name] = met.GetValueOrDefault(name) + 1;
                yield return new(met[name] == 1 ? name : $"{name} ({met[name]})", load with
                {
                    Transaction = load.Transaction.Take(i).Concat(changed is null ? [] : [changed]).Concat(load.Transaction.Skip(i + 1)).ToEquatableArray(),
                });
            }
        }
    }

    private static IEnumerable<(object Node, string What)> OfNode(object node)
    {
        foreach (var own in Own(node)) yield return own;
        foreach (var property in node.GetType().GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0))
        {
            var value = property.GetValue(node);
            if (value is IEnumerable list and not string && property.PropertyType.IsGenericType)
            {
                var items = list.Cast<object?>().ToList();
                for (var i = 0; i < items.Count; i++)
                {
                    if (!IsNode(items[i])) continue;
                    foreach (var (item, what) in OfNode(items[i]!)) yield return (Set(node, property, Replaced(property, items, i, item)), what);
                }
            }
            else if (IsNode(value))
            {
                foreach (var (changed, what) in OfNode(value!)) yield return (Set(node, property, changed), what);
            }
        }
    }

    private static IEnumerable<(object Node, string What)> Own(object node)
    {
        switch (node)
        {
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } e:
                yield return (e.Left, $"without {Text(e.Right)}");
                yield return (e.Right, $"without {Text(e.Left)}");
                break;
            case BinaryExpression e when Other(e.Operator) is { } other:
                yield return (e with { Operator = other }, $"{other} in {Text(e)}");
                break;
            case NotExpression e:
                yield return (e.Operand, $"no NOT in {Text(e)}");
                break;
            case IsNullExpression e:
                yield return (e with { Negated = !e.Negated }, $"the contrary of {Text(e)}");
                break;
            case ExistsExpression e:
                yield return (e with { Negated = !e.Negated }, $"the contrary of {Text(e)}");
                break;
            case FunctionCall { Function: "Coalesce" } e:
                yield return (e.Arguments[0], $"no fallback in {Text(e)}");
                break;
            case CaseExpression { Branches.Count: > 1 } e:
                for (var i = 0; i < e.Branches.Count; i++) yield return (e with { Branches = Without(e.Branches, i) }, $"without WHEN {Text(e.Branches[i].When)}");
                break;
            case WindowCall e:
                for (var i = 0; i < e.OrderBy.Count; i++)
                {
                    if (e.OrderBy.Count > 1) yield return (e with { OrderBy = Without(e.OrderBy, i) }, $"no order by {Text(e.OrderBy[i].Value)} in {e.Function}");
                    var turned = e.OrderBy[i] with { Descending = !e.OrderBy[i].Descending };
                    yield return (e with { OrderBy = e.OrderBy.Select((o, n) => n == i ? turned : o).ToEquatableArray() }, $"the other order of {Text(e.OrderBy[i].Value)} in {e.Function}");
                }

                for (var i = 0; i < e.PartitionBy.Count; i++) yield return (e with { PartitionBy = Without(e.PartitionBy, i) }, $"no partition by {Text(e.PartitionBy[i])} in {e.Function}");
                break;
            case SelectQuery q:
                if (q.Where is not null) yield return (q with { Where = null }, $"no WHERE {Text(q.Where)}");
                if (q.Qualify is not null) yield return (q with { Qualify = null }, "no QUALIFY");
                if (q.Having is not null) yield return (q with { Having = null }, "no HAVING");
                if (q.Distinct) yield return (q with { Distinct = false }, "no DISTINCT");
                break;
            case SetQuery { Operator: SetOperator.UnionAll } q:
                yield return (q with { Operator = SetOperator.Union }, "UNION");
                yield return (q.Left, "without the second of UNION ALL");
                yield return (q.Right, "without the first of UNION ALL");
                break;
            case Join { Kind: JoinKind.Left } join:
                yield return (join with { Kind = JoinKind.Inner }, $"INNER JOIN {join.Source.Alias}");
                break;
            case Join { Kind: JoinKind.Inner } join:
                yield return (join with { Kind = JoinKind.Left }, $"LEFT JOIN {join.Source.Alias}");
                break;
            case MergeStatement merge:
                for (var i = 0; i < merge.Matched.Count; i++) yield return (merge with { Matched = Without(merge.Matched, i) }, $"without the branch: {merge.Matched[i].Purpose}");
                if (merge.NotMatched is not null) yield return (merge with { NotMatched = null }, "without the insert");
                break;
            case MergeMatched { Condition: { } condition } matched:
                yield return (matched with { Condition = null }, $"always, not where {Text(condition)}");
                for (var i = 0; i < matched.Assignments.Count && matched.Assignments.Count > 1; i++) yield return (matched with { Assignments = Without(matched.Assignments, i) }, $"{matched.Assignments[i].Column} isn't set");
                break;
            case MergeInsert { Condition: { } condition } insert:
                yield return (insert with { Condition = null }, $"inserted always, not where {Text(condition)}");
                break;
            case UpdateStatement { Assignments.Count: > 1 } update:
                for (var i = 0; i < update.Assignments.Count; i++) yield return (update with { Assignments = Without(update.Assignments, i) }, $"{update.Assignments[i].Column} isn't set");
                break;
        }
    }

    private static BinaryOperator? Other(BinaryOperator op) => op switch
    {
        BinaryOperator.LessThan => BinaryOperator.LessOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.LessThan,
        BinaryOperator.GreaterThan => BinaryOperator.GreaterOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.GreaterThan,
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.Distinct => BinaryOperator.NotEqual,
        BinaryOperator.NotDistinct => BinaryOperator.Equal,
        _ => null,
    };

    private static bool IsNode(object? value) => value is not null and not SqlType and not QualifiedName and not SourcePlace and not Enum
        && value.GetType() is { IsClass: true, Namespace: "Pipeline.Catalog" };

    private static EquatableArray<T> Without<T>(EquatableArray<T> items, int index) => items.Where((_, i) => i != index).ToEquatableArray();

    private static object Set(object node, PropertyInfo property, object value)
    {
        var clone = node.GetType().GetMethod("<Clone>$")!.Invoke(node, null)!;
        property.SetValue(clone, value);
        return clone;
    }

    private static object Replaced(PropertyInfo property, List<object?> items, int index, object item) =>
        Put.MakeGenericMethod(property.PropertyType.GetGenericArguments()[0]).Invoke(null, [items, index, item])!;

    private static EquatableArray<T> With<T>(List<object?> items, int index, object item) => items.Select((old, i) => (T)(i == index ? item : old!)).ToEquatableArray();

    private static string Text(Expression expression) => string.Join(' ', Spelling.Expression(expression).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
