using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Operators that put two sets of rows together.</summary>
internal sealed partial class QueryTranslator
{
    private Relation Combine(SetOperator op, Relation left, Relation right, IOperation at)
    {
        var (columns, others) = (Columns(left.Element, at), Columns(right.Element, at));
        if (columns.Select(c => c.Name).Except(others.Select(c => c.Name)).Concat(others.Select(c => c.Name).Except(columns.Select(c => c.Name))).FirstOrDefault() is { } alone)
        {
            throw Cannot(at, $"only one of the two sides has a column {alone}", "set the same properties on both sides");
        }

        if (!columns.Select(c => c.Name).SequenceEqual(others.Select(c => c.Name)) && right.Combined is not null) right = MakeStep(right, "ROWS_TO_UNITE");
        others = Columns(right.Element, at);
        var pairs = columns.Select(c => (c.Property, c.Name, Left: c.Value, Right: others.First(o => o.Name == c.Name).Value)).ToList();
        var query = new SetQuery(op, Side(left, pairs.Select(p => (p.Name, p.Left)), at), Side(right, pairs.Select(p => (p.Name, p.Right)), at));

        // What the sides give under one name is one column from here on.
        Value United((string Property, string Name, Expression Left, Expression Right) p) =>
            new Scalar(new ColumnReference("", p.Name, Wider(p.Left.Type, p.Right.Type), p.Left.Nullable || p.Right.Nullable));
        Value element = pairs is [{ Property: "" } only] ? United(only) : new Composite(pairs.ToDictionary(p => p.Property, United, StringComparer.Ordinal));
        if (element is Composite row)
        {
            var (first, second) = (Made(left.Element), Made(right.Element));
            var places = pairs.Select(p => (p.Property, Place: Place(p.Left.Nullable || !p.Right.Nullable ? first : second, p.Property) ?? Place(first, p.Property)))
                .Where(p => p.Place is not null).ToDictionary(p => p.Property, p => p.Place!, StringComparer.Ordinal);
            element = new Composite(row.Parts) { Place = first?.Place, Places = places };
        }

        return new(null, element) { Combined = query };
    }

    private static Location? Place(Composite? row, string property) => row?.Places is { } places && places.TryGetValue(property, out var place) ? place : null;

    private static Query Side(Relation side, IEnumerable<(string Name, Expression Value)> columns, IOperation at) => side switch
    {
        { Combined: { } combined } => combined,
        { OrderBy.Count: > 0, Take: null } => throw Cannot(at, "an order inside of a union has no meaning", "order the result"),
        _ => side.Select(columns.Select(c => new Projection(c.Name, c.Value)).ToEquatableArray()),
    };
}
