using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Groups and windows: rows that are looked at together.</summary>
internal sealed partial class QueryTranslator
{
    private Relation GroupBy(Relation relation, IAnonymousFunctionOperation key, IAnonymousFunctionOperation? element, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_GROUP");
        var parts = Key(ref relation, key, scope);
        var value = Eval(ResultOf(key), Bind(key, scope, relation.Element));
        var row = element is null ? relation.Element : Eval(ResultOf(element), Bind(element, scope, relation.Element));
        relation.GroupBy.AddRange(parts.Where(p => p is not Literal));
        relation.IsGrouped = true;
        relation.OrderBy.Clear();
        relation.Element = new GroupValue(value, row);
        return relation;
    }

    private Relation Window(Relation relation, IAnonymousFunctionOperation partition, IAnonymousFunctionOperation order, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_COMPARE");
        var by = Key(ref relation, partition, scope).Where(p => p is not Literal).ToList();
        var ordering = Key(ref relation, order, scope).Select(o => new Ordering(o)).ToList();
        relation.Element = new WindowValue(relation.Element, by, ordering);

        // A window sees the rows as they are here: what is joined or filtered later is another SELECT.
        return MakeStep(relation, NameOf(relation.From, "_WINDOW"));
    }
}
