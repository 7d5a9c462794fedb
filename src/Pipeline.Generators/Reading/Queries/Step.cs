using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>A named step of a query, whose columns are those that later steps ask for.</summary>
internal sealed class Step(string name, Relation body)
{
    private readonly List<Projection> columns = [];

    private Query? replaced;

    public string Name { get; } = name;

    /// <summary>Whether its query reads the step itself.</summary>
    public bool IsRecursive { get; init; }

    /// <summary>Whether a column more leaves it the rows that it has.</summary>
    public bool CanGrow => !body.HasFixedColumns;

    /// <summary>The column that gives this value, made when it is first asked for; read under the alias.</summary>
    public ColumnReference Column(string alias, string wanted, Expression value)
    {
        var known = columns.FirstOrDefault(c => IsSame(c.Value, value));
        if (known is null)
        {
            if (body.HasFixedColumns) throw new InvalidOperationException($"{Name} has no column for this value: what is united or made distinct is a row as it stands.");
            var unique = wanted;
            for (var i = 2; columns.Any(c => c.Name == unique); i++) unique = wanted + "_" + i;
            known = new(unique, value);
            columns.Add(known);
        }

        return new(alias, known.Name, value.Type, value is not Rejectable && value.Nullable);
    }

    /// <summary>The column that gives this value, if it has been asked for.</summary>
    public ColumnReference? Find(string alias, Expression value) =>
        columns.FirstOrDefault(c => IsSame(c.Value, value)) is { } known ? new(alias, known.Name, value.Type, value.Nullable) : null;

    /// <summary>The columns of what is united or made distinct: all of them, since each decides which rows are the same.</summary>
    public void Fix(IEnumerable<Projection> all) => columns.AddRange(all);

    // Whether a column may be null depends on where it is read; which column it is doesn't.
    private static bool IsSame(Expression left, Expression right) =>
        left.Equals(right) || (left is ColumnReference a && right is ColumnReference b && a.Source == b.Source && a.Column == b.Column);

    /// <summary>Gives it another query for the same columns.</summary>
    public void Replace(Query query) => replaced = query;

    public CommonTable Build() =>
        new(Name, replaced ?? body.Combined ?? body.Select(columns.Count > 0 ? InOrder() : [new("ONE", Literal.Integer(1))])) { IsRecursive = IsRecursive };

    // In the order of the class or of what the code selects; what was asked for besides comes last. Of what may reject a row the first is to do so.
    private EquatableArray<Projection> InOrder()
    {
        if (body.HasFixedColumns || columns.Any(c => QueryTranslator.Finder<Rejectable>.IsIn(c.Value)) || Names(body.Element) is not { } names) return columns.ToEquatableArray();
        return columns.OrderBy(c => names.IndexOf(c.Name) is >= 0 and var place ? place : int.MaxValue).ToEquatableArray();
    }

    private static List<string>? Names(Value element) => element switch
    {
        NamedValue named => Names(named.Inner),
        Composite row => [.. row.Parts.SelectMany(p => p.Value is Composite or RowValue or StepValue ? Names(p.Value) ?? [] : [SqlName.Of(p.Key)])],
        RowValue row => [.. row.Shape.Columns.Select(c => c.Name)],
        StepValue step => Names(step.Inner),
        WindowValue window => Names(window.Row),
        _ => null,
    };
}
