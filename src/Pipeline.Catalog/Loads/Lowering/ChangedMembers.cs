namespace Pipeline.Catalog;

/// <summary>The members of which a fact may need another key, told from the images that a member stream shows.</summary>
internal sealed class ChangedMembers
{
    private static readonly BatchColumn From = new("CHANGED_FROM", SqlType.Timestamp);
    private static readonly BatchColumn To = new("CHANGED_TO", SqlType.Timestamp);
    private static readonly BatchColumn Images = new("IMAGES", SqlType.Int64);
    private static readonly BatchColumn FirstFrom = new("FIRST_FROM", SqlType.Timestamp);
    private static readonly BatchColumn LastFrom = new("LAST_FROM", SqlType.Timestamp);
    private static readonly BatchColumn FirstTo = new("FIRST_TO", SqlType.Timestamp);
    private static readonly BatchColumn FirstAction = new("FIRST_ACTION", SqlType.Text);
    private static readonly BatchColumn LastTo = new("LAST_TO", SqlType.Timestamp);

    private readonly BatchLookup lookup;
    private readonly StreamSource changes;
    private readonly string versions;
    private readonly string members;

    public ChangedMembers(BatchLookup lookup, MemberStream stream)
    {
        this.lookup = lookup;
        changes = new StreamSource("changes", stream.Stream, AllChanges: true);
        versions = lookup.Column.Name + "_VERSIONS";
        members = lookup.Column.Name + "_MEMBERS";
    }

    public IEnumerable<CommonTable> Steps
    {
        get
        {
            if (FactLookups.Validity(lookup) is not var (from, to))
            {
                yield return new(members, WithoutTime()) { Comment = "Members that came or went; one that stayed shows two images with one key." };
                yield break;
            }

            yield return new(versions, Versions(from, to)) { Comment = "The time of each version, before and after." };
            yield return new(members, WithTime()) { Comment = "Of each member, the time in which another version is valid now; the rest of it is as it was." };
        }
    }

    /// <summary>The join that keeps of the rows under the alias those of a changed member.</summary>
    public Join JoinTo(string alias)
    {
        var terms = lookup.Matches.Select(m => Make.Equal(Make.Column("member", m.DimensionColumn), BatchColumns.Of(alias, m.Value))).ToList();
        if (FactLookups.Validity(lookup) is not null)
        {
            var time = BatchColumns.Of(alias, lookup.AsOf!);
            terms.Add(Make.Compare(BinaryOperator.GreaterOrEqual, time, BatchColumns.Of("member", From)));
            terms.Add(Make.Compare(BinaryOperator.LessThan, time, BatchColumns.Of("member", To)));
        }

        return new(JoinKind.Inner, new CommonTableSource("member", members), Make.And(terms));
    }

    private IEnumerable<Column> Keys => lookup.Matches.Select(m => m.DimensionColumn);

    private EquatableArray<Projection> Projected(string alias) => Keys.Select(k => new Projection(k.Name, Make.Column(alias, k))).ToEquatableArray();

    private EquatableArray<Expression> Grouped(string alias, params Expression[] more) => Keys.Select(k => (Expression)Make.Column(alias, k)).Concat(more).ToEquatableArray();

    private Expression SurrogateKey => Make.Column("changes", FactLookups.SurrogateKeyOf(lookup.Dimension));

    private bool IsInferred => lookup.Column.ForeignKey?.Missing == Missing.Infer;

    // A fact that is set aside waits for its member, not for a version of its own time.
    private bool IsWaitedFor => FactLookups.Rejects(lookup) && !IsInferred;

    // A member that this load has opened itself is known to its facts already. With versions it may still be news to those before or after former ones.
    private Expression? IsNews => IsInferred && lookup.Dimension.FirstWith(ColumnRoles.IsInferred) is { } inferred
        ? Make.Or(
            Make.Not(Make.Column("changes", inferred)),
            Make.Column("changes", "METADATA$ISUPDATE", SqlType.Boolean),
            Make.Equal(Make.Column("changes", "METADATA$ACTION", SqlType.Text), Literal.Text(BatchColumns.Delete)))
        : null;

    private SelectQuery WithoutTime()
    {
        var current = lookup.Dimension.FirstWith(ColumnRoles.IsCurrent) is { } isCurrent ? Make.Column("changes", isCurrent) : null;
        var where = new[] { current, IsNews }.OfType<Expression>().ToList();
        return new(Projected("changes"))
        {
            Distinct = true, From = changes, Where = where.Count == 0 ? null : Make.And(where), GroupBy = Grouped("changes", SurrogateKey),
            Having = Make.Equal(Make.Count(), Literal.Integer(1)),
        };
    }

    private SelectQuery Versions(Column from, Column to)
    {
        Expression Bound(string function, Expression value) => new AggregateCall(function, [value], SqlType.Timestamp, Nullable: false);
        var (begin, end) = (Make.Column("changes", from), Members.EndOf(Make.Column("changes", to)));
        return new(Projected("changes")
            .Append(new(Images.Name, Make.Count()))
            .Append(new(FirstFrom.Name, Bound("Min", begin)))
            .Append(new(LastFrom.Name, Bound("Max", begin)))
            .Append(new(FirstTo.Name, Bound("Min", end)))
            .Append(new(LastTo.Name, Bound("Max", end)))
            .Concat(IsInferred || IsWaitedFor ? [new(FirstAction.Name, new AggregateCall("Min", [Make.Column("changes", "METADATA$ACTION", SqlType.Text)], SqlType.Text, Nullable: false))] : [])
            .ToEquatableArray())
        {
            From = changes, GroupBy = Grouped("changes", SurrogateKey),
        };
    }

    // A version that came or went changes all its time; one that stayed, the time between its old and its new bounds.
    private SelectQuery WithTime()
    {
        Expression Of(BatchColumn column) => BatchColumns.Of("versions", column);
        var stayed = Make.Equal(Of(Images), Literal.Integer(2));
        var begins = new List<CaseBranch> { new(Make.And(stayed, Make.Equal(Of(FirstFrom), Of(LastFrom))), Of(FirstTo)) };
        var ends = new List<CaseBranch> { new(Make.And(stayed, Make.Equal(Of(FirstTo), Of(LastTo))), Of(LastFrom)) };
        if (IsInferred)
        {
            // A member that this load opened was open to its facts for all time, whatever became of it before the stream shows it. One that
            // lost a version may have lost all: then it is opened again, for all time.
            var went = Make.Equal(Of(FirstAction), Literal.Text(BatchColumns.Delete));
            begins.Insert(0, new(Make.And(Make.Equal(Of(Images), Literal.Integer(1)), went), Members.BeginningOfTime));
            ends.Insert(0, new(Make.And(Make.Equal(Of(Images), Literal.Integer(1)), Make.Or(went, Make.Equal(Of(FirstFrom), Members.BeginningOfTime))), Members.EndOfTime));
        }

        Expression from = new AggregateCall("Min", [Make.Case(begins, Of(FirstFrom), SqlType.Timestamp)], SqlType.Timestamp, Nullable: false);
        Expression to = new AggregateCall("Max", [Make.Case(ends, Of(LastTo), SqlType.Timestamp)], SqlType.Timestamp, Nullable: false);
        if (IsWaitedFor)
        {
            // Where versions came and none was another before, the member may be new: facts of all times may have waited for it.
            var isNew = Make.And(
                Make.Equal(new AggregateCall("Max", [Of(Images)], SqlType.Int64, Nullable: false), Literal.Integer(1)),
                Make.Equal(new AggregateCall("Min", [Of(FirstAction)], SqlType.Text, Nullable: false), Literal.Text("INSERT")));
            from = Make.Case([new(isNew, Members.BeginningOfTime)], from, SqlType.Timestamp);
            to = Make.Case([new(isNew, Members.EndOfTime)], to, SqlType.Timestamp);
        }

        return new(Projected("versions").Append(new(From.Name, from)).Append(new(To.Name, to)).ToEquatableArray())
        {
            From = new CommonTableSource("versions", versions),
            Where = Make.Or(
                Make.Equal(Of(Images), Literal.Integer(1)),
                Make.Compare(BinaryOperator.LessThan, Of(FirstFrom), Of(LastFrom)),
                Make.Compare(BinaryOperator.LessThan, Of(FirstTo), Of(LastTo))),
            GroupBy = Grouped("versions"),
        };
    }
}
