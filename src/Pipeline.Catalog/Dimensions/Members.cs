namespace Pipeline.Catalog;

/// <summary>The rows of a dimension that no source delivers: the unknown member, and members that facts knew first.</summary>
public static class Members
{
    /// <summary>The surrogate key of the unknown member.</summary>
    public const int UnknownKey = -1;

    /// <summary>The surrogate key of the member of facts to which the dimension doesn't apply.</summary>
    public const int NotApplicableKey = -2;

    /// <summary>The surrogate key of the member of facts whose key can't be one.</summary>
    public const int InvalidKey = -3;

    /// <summary>The members that stand for none.</summary>
    internal static readonly EquatableArray<Member> OfNone = [Member.Unknown, Member.NotApplicable, Member.Invalid];

    /// <summary>Where the time of a member begins that has no beginning of its own.</summary>
    public static readonly Literal BeginningOfTime = new("1900-01-01 00:00:00.000000", SqlType.Timestamp);

    /// <summary>After the end of a version that is open.</summary>
    internal static readonly Literal EndOfTime = new("9999-12-31 00:00:00.000000", SqlType.Timestamp);

    /// <summary>Whether the time is before the end of a version, an open one having none.</summary>
    /// <remarks>One comparison, not an OR: neither engine can join by hash under an OR, and DuckDB's outer join compares every row with every other.</remarks>
    internal static Expression IsBefore(Expression time, Expression end) =>
        Make.Compare(BinaryOperator.LessThan, time, EndOf(end));

    /// <summary>The end of a version, for an open one after all time.</summary>
    internal static Expression EndOf(Expression end) => Make.Coalesce(end, EndOfTime);

    /// <summary>Puts the rows of the members that stand for none into the dimension, each once, and keeps in them what the model says of them; run whenever the dimension is deployed.</summary>
    public static IEnumerable<Statement> Seeds(TableObject table)
    {
        if (table.FirstWith(ColumnRoles.SurrogateKey) is not { } key) yield break;

        foreach (var member in OfNone)
        {
            if (Update(table, key, member) is { } update) yield return update;
        }

        yield return Seed(table, key, Member.Unknown, "The unknown member: what facts refer to when there is none, or none yet.");
        yield return Seed(table, key, Member.NotApplicable, "The member of facts to which the dimension doesn't apply.");
        yield return Seed(table, key, Member.Invalid, "The member of facts whose key can't be one.");
    }

    /// <summary>The surrogate key of a member that stands for none.</summary>
    public static int KeyOf(Member member) => member switch
    {
        Member.Unknown => UnknownKey,
        Member.NotApplicable => NotApplicableKey,
        _ => InvalidKey,
    };

    /// <summary>The business key of a member that stands for none, a value for each of its columns in their order.</summary>
    public static IEnumerable<Expression> KeyValues(TableObject table, Member member) => Placeholder(table, member, _ => null, isInferred: false)
        .Join(table.With(ColumnRoles.BusinessKey), a => a.Column, c => c.Name, (a, _) => a.Value);

    /// <summary>A row that says nothing but its key: the unknown member's values, else null, else the plainest value of the type.</summary>
    internal static IEnumerable<Assignment> Placeholder(TableObject table, Member member, Func<Column, Expression?> known, bool isInferred)
    {
        var declared = Declared(table);
        foreach (var column in table.Columns)
        {
            if (isInferred && (column.Roles & ColumnRoles.SurrogateKey) != 0) continue;
            yield return new(column.Name, known(column) ?? ByRole(column, isInferred) ?? Own(column, member)
                ?? declared.FirstOrDefault(d => d.Name == column.Name)?.Value ?? Plainest(column));
        }
    }

    private static EquatableArray<Projection> Declared(TableObject table) => table switch
    {
        DimensionObject dimension => dimension.UnknownMember,
        CalendarObject calendar => calendar.UnknownMember,
        _ => [],
    };

    // A row that is there doesn't know a column that came after it, nor what the model says otherwise now. Where the model says nothing of a column, it stays.
    private static UpdateStatement? Update(TableObject table, Column key, Member member)
    {
        var declared = Declared(table);
        var said = Placeholder(table, member, _ => null, isInferred: false)
            .Select(a => (Assignment: a, Column: table.Columns.First(c => c.Name == a.Column)))
            .Where(a => a.Column.Roles is ColumnRoles.None or ColumnRoles.Tracked && a.Column.Type.Kind != SqlTypeKind.Variant && a.Assignment.Value is not Literal { Value: null })
            .Where(a => declared.Any(d => d.Name == a.Column.Name) || IsFilledOtherwise(table, a.Column)).ToList();
        return said.Count == 0 ? null : new(
            FormattableString.Invariant($"What the model says of the member {KeyOf(member)} now, where its row says something else."), new ObjectSource("dimension", table.Name),
            said.Select(a => a.Assignment).ToEquatableArray(), null,
            Make.And(
                Make.Equal(Make.Column("dimension", key), Literal.Integer(KeyOf(member))),
                Make.Or(said.Select(a => Make.Distinct(Make.Column("dimension", a.Column), a.Assignment.Value)))));
    }

    // A text that a calendar got later is empty in the rows that were there.
    private static bool IsFilledOtherwise(TableObject table, Column column) => table is CalendarObject && column is { Nullable: false, Type.Kind: SqlTypeKind.Text };

    private static InsertStatement Seed(TableObject table, Column key, Member member, string purpose)
    {
        var assignments = new[] { new Assignment(key.Name, Literal.Integer(KeyOf(member))) }
            .Concat(Placeholder(table, member, _ => null, isInferred: false).Where(a => a.Column != key.Name)).ToList();
        return new(
            purpose, new ObjectSource("dimension", table.Name),
            assignments.Select(a => a.Column).ToEquatableArray(),
            new SelectQuery(assignments.Select(a => new Projection(a.Column, a.Value)).ToEquatableArray())
            {
                Where = new ExistsExpression(
                    new SelectQuery([new(key.Name, Make.Column("dimension", key))])
                    {
                        From = new ObjectSource("dimension", table.Name),
                        Where = Make.Equal(Make.Column("dimension", key), Literal.Integer(KeyOf(member))),
                    },
                    Negated: true),
            });
    }

    // The other two say so where there is room for it. Their business keys differ from the unknown member's: a lookup finds one row at most.
    private static Literal? Own(Column column, Member member)
    {
        var isKey = (column.Roles & ColumnRoles.BusinessKey) != 0;
        return member == Member.Unknown || (!isKey && (column.Nullable || column.AllowedValues.Count > 0)) ? null : column.Type.Kind switch
        {
            SqlTypeKind.Text => Literal.Text(Word(column, member)) with { Type = column.Type },
            SqlTypeKind.Number when isKey => new(KeyOf(member).ToString(System.Globalization.CultureInfo.InvariantCulture), column.Type),
            SqlTypeKind.Date when isKey => new(member == Member.NotApplicable ? "1900-01-02" : "1900-01-03", column.Type),
            SqlTypeKind.TimestampNtz or SqlTypeKind.TimestampTz when isKey => new((member == Member.NotApplicable ? "1900-01-02" : "1900-01-03") + " 00:00:00.000000", column.Type),
            SqlTypeKind.Binary when isKey => new(member == Member.NotApplicable ? "02" : "03", column.Type),
            _ => null,
        };
    }

    private static string Word(Column column, Member member)
    {
        var (word, sign) = member == Member.NotApplicable ? ("NOT APPLICABLE", "-") : ("INVALID", "!");
        return WordOf(column, word, sign);
    }

    // A word that is no member of an enum's key, and has room; no enum has a member of the sign.
    private static string WordOf(Column column, string word, string sign) =>
        (column.Type.Precision > 0 && column.Type.Precision < word.Length) || ((column.Roles & ColumnRoles.BusinessKey) != 0 && column.AllowedValues.Contains(word)) ? sign : word;

    private static Expression? ByRole(Column column, bool isInferred) => column.Roles switch
    {
        var r when (r & (ColumnRoles.ValidFrom | ColumnRoles.Sequence)) != 0 && column.Type.Kind == SqlTypeKind.TimestampNtz => BeginningOfTime,
        var r when (r & ColumnRoles.ValidTo) != 0 => Literal.Null(column.Type),
        var r when (r & ColumnRoles.IsCurrent) != 0 => Make.True,
        var r when (r & ColumnRoles.IsInferred) != 0 => Literal.Boolean(isInferred),
        var r when (r & ColumnRoles.IsDeleted) != 0 => Make.False,
        _ => column.Name == GeneratedColumns.LastEventAt ? BeginningOfTime : null,
    };

    private static Literal Plainest(Column column) => column.Nullable ? Literal.Null(column.Type) : column.Type.Kind switch
    {
        SqlTypeKind.Text => new(WordOf(column, "UNKNOWN", "?"), column.Type),
        SqlTypeKind.Number => new((column.Roles & ColumnRoles.BusinessKey) != 0 ? "-1" : "0", column.Type),
        SqlTypeKind.Float => new("0", column.Type),
        SqlTypeKind.Boolean => Make.False,
        SqlTypeKind.Date => new("1900-01-01", column.Type),
        SqlTypeKind.Time => new("00:00:00", column.Type),
        SqlTypeKind.TimestampNtz or SqlTypeKind.TimestampTz => new("1900-01-01 00:00:00.000000", column.Type),
        SqlTypeKind.Variant => new("null", column.Type),
        _ => new("", column.Type),
    };
}
