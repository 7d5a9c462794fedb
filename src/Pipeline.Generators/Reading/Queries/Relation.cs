using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>One SELECT in the making. An operator that comes too late for its clause makes the relation a step first.</summary>
internal sealed class Relation(Source? from, Value element)
{
    public Source? From { get; set; } = from;

    /// <summary>What the range variable stands for.</summary>
    public Value Element { get; set; } = element;

    public List<Join> Joins { get; } = [];

    public Expression? Where { get; set; }

    public List<Expression> GroupBy { get; } = [];

    public bool IsGrouped { get; set; }

    public Expression? Having { get; set; }

    public Expression? Qualify { get; set; }

    public List<Ordering> OrderBy { get; } = [];

    public bool Distinct { get; set; }

    public long? Skip { get; set; }

    public long? Take { get; set; }

    /// <summary>The lets that are to be columns of this SELECT: by id and name. The next operator reads them from it as from a step.</summary>
    public List<(int Id, string Name)> Lets { get; } = [];

    /// <summary>A set operation in place of a SELECT.</summary>
    public Query? Combined { get; set; }

    /// <summary>Whether nothing but its source has been said.</summary>
    public bool IsPlain => Joins.Count == 0 && Where is null && !IsLate;

    /// <summary>Whether rows can no longer be filtered or joined one by one in this SELECT.</summary>
    public bool IsLate => IsGrouped || Qualify is not null || Distinct || Take is not null || Skip is not null || Combined is not null || Lets.Count > 0;

    /// <summary>Whether its columns decide which rows it has, so that none may be left out.</summary>
    public bool HasFixedColumns => Distinct || Combined is not null;

    public void And(Expression predicate) => Where = Where is null ? predicate : Make.And(Where, predicate);

    public SelectQuery Select(EquatableArray<Projection> columns) => new(columns)
    {
        From = From, Joins = Joins.ToEquatableArray(), Where = Where, GroupBy = GroupBy.ToEquatableArray(), Having = Having, Qualify = Qualify,
        OrderBy = OrderBy.ToEquatableArray(), Distinct = Distinct, Skip = Skip, Take = Take,
    };
}
