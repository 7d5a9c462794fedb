using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Hierarchies: a step that reads itself.</summary>
internal sealed partial class QueryTranslator
{
    private Relation Recurse(Relation anchor, IInvocationOperation call, IAnonymousFunctionOperation next, Scope scope)
    {
        var columns = Declared(call);
        var first = Aligned(anchor, columns, call);
        var name = StepName(NameOf(anchor.From, "_AND_BELOW"));
        var element = new Composite(columns.ToDictionary(
            c => c.Property, c => (Value)new Scalar(new ColumnReference("", SqlName.Of(c.Property), c.Type, c.Nullable)), StringComparer.Ordinal));
        var step = new Step(name, new Relation(null, element) { Combined = first }) { IsRecursive = true };
        step.Fix(Columns(element, call).Select(c => new Projection(c.Name, c.Value)));

        // Later steps may read this one, and it none of them: what a round reads of itself stands in its own SELECT.
        var (before, reads) = (steps.Count, 0);
        var round = Settle(Rows(ResultOf(next), Bind(next, scope, new QueryValue(() =>
        {
            reads++;
            return Read(step, element);
        }))));
        var isSimple = !round.IsLate && round.OrderBy.Count == 0 && reads == 1 && !steps.Skip(before).Any(s => Reads(s.Build().Query, name))
            && !round.Joins.Any(j => j.Kind is JoinKind.Full || (j.Kind is JoinKind.Left or JoinKind.AsOf && j.Source is CommonTableSource { Name: var joined } && joined == name)
                || (j.Kind == JoinKind.Right && j.Source is not CommonTableSource));
        if (!isSimple) throw Cannot(next, "a round of a recursion is more than SQL allows", "read the rows of the round before once, and join and filter them; group, order or count afterwards");

        step.Replace(new SetQuery(SetOperator.UnionAll, first, Aligned(round, columns, call)));
        steps.Add(step);
        return Read(step, element);
    }

    private static bool Reads(Query query, string step) => StepFinder.IsIn(query, step);

    // The columns of a round are those of the class: what it says of type and null holds for all rounds.
    private static IReadOnlyList<(string Property, SqlType Type, bool Nullable)> Declared(IInvocationOperation call)
    {
        var row = ((INamedTypeSymbol)call.Type!).TypeArguments[0];
        var members = row is INamedTypeSymbol { IsTupleType: true } tuple
            ? tuple.TupleElements.Select(e => (e.Name, Type: ColumnTypes.Of(e.Type), Nullable: ColumnTypes.IsNullable(e.Type)))
            : ((row as INamedTypeSymbol)?.Columns() ?? []).Select(p => (p.Name, Type: ColumnTypes.OfColumn(p), Nullable: ColumnTypes.IsNullable(p.Type)));
        var columns = members.Where(m => m.Type is not null).Select(m => (m.Name, m.Type!, m.Nullable)).ToList();
        return columns.Count > 0 ? columns : throw Cannot(call, "the rows of a recursion have no columns", "select new rows of a class with the columns that are passed on");
    }

    // Snowflake takes the types of the first round for all: so they are said.
    private SelectQuery Aligned(Relation rows, IReadOnlyList<(string Property, SqlType Type, bool Nullable)> columns, IOperation at)
    {
        if (rows.HasFixedColumns || rows.OrderBy.Count > 0) rows = MakeStep(rows, "ROWS_TO_BEGIN_WITH");
        var given = Columns(rows.Element, at);
        return rows.Select(columns.Select(c =>
        {
            var value = given.FirstOrDefault(g => g.Property == c.Property).Value ?? throw Cannot(at, $"a round doesn't set '{c.Property}'", "set the same columns in both");
            if (value.Nullable && !c.Nullable) throw new UntranslatableException(Rules.RuleIds.NullIntoNotNull, $"'{c.Property}' may be null here; use ?? or make the property nullable", at.Syntax.GetLocation());
            if (Loss(value, c.Type) is var (gets, instead)) throw new UntranslatableException(Rules.RuleIds.LossyAssignment, $"'{c.Property}' is {NumberTypes.Spell(c.Type)} and gets {gets}; {instead}", at.Syntax.GetLocation());
            return new Projection(SqlName.Of(c.Property), value.Type == c.Type && value is not Literal ? value : new CastExpression(value, c.Type));
        }).ToEquatableArray());
    }

    private sealed class StepFinder(string name) : QueryRewriter
    {
        private bool found;

        public static bool IsIn(Query query, string name)
        {
            var finder = new StepFinder(name);
            finder.Rewrite(query);
            return finder.found;
        }

        public override Source Rewrite(Source source)
        {
            found |= source is CommonTableSource step && step.Name == name;
            return base.Rewrite(source);
        }
    }
}
