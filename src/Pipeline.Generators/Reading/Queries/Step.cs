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
        new(Name, replaced ?? body.Combined ?? body.Select(columns.Count > 0 ? columns.ToEquatableArray() : [new("ONE", Literal.Integer(1))])) { IsRecursive = IsRecursive };
}
