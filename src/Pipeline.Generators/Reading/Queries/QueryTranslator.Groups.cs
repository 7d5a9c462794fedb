using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Groups, pivots and windows: rows that are looked at together.</summary>
internal sealed partial class QueryTranslator
{
    private Relation GroupBy(Relation relation, IAnonymousFunctionOperation key, IAnonymousFunctionOperation? element, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_GROUP");
        relation = Grouped(relation, key, scope, out var value);
        var row = element is null ? relation.Element : Eval(ResultOf(element), Bind(element, scope, relation.Element));
        relation.Element = new GroupValue(value, row);
        return relation;
    }

    private Relation Pivot(Relation relation, IReadOnlyList<IOperation> arguments, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_PIVOT");
        relation = Grouped(relation, Lambda(arguments[0]), scope, out var key);
        var row = relation.Element;
        Expression Of(IOperation lambda) => Expression(ResultOf(Lambda(lambda)), Bind(Lambda(lambda), scope, row));
        relation.Element = new PivotValue(key, Of(arguments[1]), Of(arguments[2]));
        return relation;
    }

    private Relation Grouped(Relation relation, IAnonymousFunctionOperation key, Scope scope, out Value value)
    {
        var parts = Key(ref relation, key, scope, out value);
        relation.GroupBy.AddRange(parts.Where(p => p is not Literal).Distinct());
        relation.IsGrouped = true;
        relation.OrderBy.Clear();

        // Without a key SQL makes a row of no rows; C# has no group then.
        if (relation.GroupBy.Count == 0) relation.Having = Make.Compare(BinaryOperator.GreaterThan, Make.Count(), Literal.Integer(0));
        return relation;
    }

    private Relation Window(Relation relation, IAnonymousFunctionOperation partition, IAnonymousFunctionOperation order, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_COMPARE");
        var by = Key(ref relation, partition, scope).Where(p => p is not Literal).ToList();
        var ordering = Orderings(ref relation, order, descending: false, scope);
        relation.Element = new WindowValue(relation.Element, by, ordering);

        // A window sees the rows as they are here: what is joined or filtered later is another SELECT.
        return MakeStep(relation, NameOf(relation.From, "_WINDOW"));
    }
}
