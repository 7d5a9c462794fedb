namespace Pipeline.Catalog;

/// <summary>How a fact finds the key of a member: by the columns of its query, at its own time, with -1 where there is none.</summary>
internal static class FactLookups
{
    /// <summary>The rule under which a fact is set aside that refers to no member.</summary>
    public static string RuleOf(BatchLookup lookup) => lookup.Column.Name + " lookup";

    /// <summary>Whether a fact without its member is set aside. A part of the grain can't be -1: all such facts would be one row.</summary>
    public static bool Rejects(BatchLookup lookup) => lookup.Column.ForeignKey?.Missing == Missing.Reject || IsGrain(lookup);

    /// <summary>The conditions under which the dimension, under the alias, shows the one row that is looked for.</summary>
    public static Expression Matches(string alias, BatchLookup lookup)
    {
        var terms = lookup.Matches.Select(m => Make.Equal(Make.Column(alias, m.DimensionColumn), BatchColumns.Of("batch", m.Value))).ToList();
        if (Validity(lookup) is var (from, to))
        {
            var time = BatchColumns.Of("batch", lookup.AsOf!);
            terms.Add(Make.Compare(BinaryOperator.GreaterOrEqual, time, Make.Column(alias, from)));
            terms.Add(Members.IsBefore(time, Make.Column(alias, to)));
        }
        else if (lookup.Dimension.FirstWith(ColumnRoles.IsCurrent) is { } current)
        {
            terms.Add(Make.Column(alias, current));
        }

        return Make.And(terms);
    }

    /// <summary>The columns between which a version is valid, where the fact asks for the version of its time.</summary>
    public static (Column From, Column To)? Validity(BatchLookup lookup) =>
        lookup.AsOf is not null && lookup.Dimension.FirstWith(ColumnRoles.ValidFrom) is { } from && lookup.Dimension.FirstWith(ColumnRoles.ValidTo) is { } to
            ? (from, to)
            : null;

    /// <summary>The key, or the member that stands for none.</summary>
    public static Expression Key(string alias, BatchLookup lookup)
    {
        var foreignKey = lookup.Column.ForeignKey;
        var missing = foreignKey?.Missing == Missing.Invalid ? Members.InvalidKey : Members.UnknownKey;
        var key = Make.Coalesce(Make.Column(alias, SurrogateKeyOf(lookup.Dimension)) with { Nullable = true }, Literal.Integer(missing));
        var none = Members.KeyOf(foreignKey?.NoKey ?? Member.Unknown);
        return none == missing ? key : Make.Case([new(HasNoKey(lookup), Literal.Integer(none))], key, lookup.Column.Type);
    }

    /// <summary>That the batch's row has a key to look for, and no member has it at any time.</summary>
    public static Expression IsMissing(BatchLookup lookup)
    {
        var member = new SelectQuery([new("SURROGATE_KEY", Make.Column("member", SurrogateKeyOf(lookup.Dimension)))])
        {
            From = new ObjectSource("member", lookup.Dimension.Name),
            Where = Make.And(lookup.Matches.Select(m => Make.Equal(Make.Column("member", m.DimensionColumn), BatchColumns.Of("batch", m.Value)))),
        };
        return Make.And(HasKey(lookup), new ExistsExpression(member, Negated: true));
    }

    public static Expression HasNoKey(BatchLookup lookup) => Make.Or(lookup.Matches.Select(m => Make.IsNull(BatchColumns.Of("batch", m.Value))));

    public static bool IsGrain(BatchLookup lookup) => (lookup.Column.Roles & ColumnRoles.Grain) != 0;

    public static Column SurrogateKeyOf(TableObject dimension) => dimension.FirstWith(ColumnRoles.SurrogateKey)
        ?? throw new UnsupportedLoadException($"{dimension.Name} has no surrogate key to look up; mark one column with [SurrogateKey].");

    private static Expression HasKey(BatchLookup lookup) => Make.And(lookup.Matches.Select(m => Make.IsNotNull(BatchColumns.Of("batch", m.Value))));
}
