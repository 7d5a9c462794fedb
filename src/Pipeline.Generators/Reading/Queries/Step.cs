using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>A named step of a query, whose columns are those that later steps ask for.</summary>
internal sealed class Step(string name, Relation body)
{
    private readonly List<Projection> columns = [];

    public string Name { get; } = name;

    /// <summary>The column that gives this value, made when it is first asked for; read under the alias.</summary>
    public ColumnReference Column(string alias, string wanted, Expression value)
    {
        var known = columns.FirstOrDefault(c => c.Value.Equals(value));
        if (known is null)
        {
            if (body.Combined is not null) throw new InvalidOperationException("The columns of a set operation are fixed.");
            var unique = wanted;
            for (var i = 2; columns.Any(c => c.Name == unique); i++) unique = wanted + "_" + i;
            known = new(unique, value);
            columns.Add(known);
        }

        return new(alias, known.Name, value.Type, value is not Rejectable && value.Nullable);
    }

    /// <summary>The columns of a set operation, which stand as its sides have them.</summary>
    public void Fix(IEnumerable<Projection> all) => columns.AddRange(all);

    public CommonTable Build() => new(Name, body.Combined ?? body.Select(columns.Count > 0 ? columns.ToEquatableArray() : [new("ONE", Literal.Integer(1))]));
}
