// An event fact over a log that keeps every change of a visit, of visitors that may not be known yet.
using Pipeline.Model;

namespace FactKinds;

[CsvFormat<Visits>(NullIf = [""])] public sealed class VisitsCsv;
[Stage<Visits>("${s3.root}/visitors/"), Format<VisitsCsv>] public sealed class VisitorFiles;
[Stage<Visits>("${s3.root}/visits/"), Format<VisitsCsv>] public sealed class VisitFiles;

/// <summary>Changes of visitors as delivered.</summary>
[Table<Visits>, CopyFrom<VisitorFiles>]
public sealed class RawVisitors : LandedRow
{
    public string? VisitorId { get; init; }
    public string? Level { get; init; }
    public string? ChangedAt { get; init; }
    public string? IsDeleted { get; init; }
}

/// <summary>Visits as delivered; a later row of a visit corrects it.</summary>
[Table<Visits>, CopyFrom<VisitFiles>]
public sealed class RawVisits : LandedRow
{
    public string? VisitId { get; init; }
    public string? VisitorId { get; init; }
    public string? VisitedAt { get; init; }
    public string? ChangedAt { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawVisitorsStream : Stream<RawVisitors>;
[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawVisitsStream : Stream<RawVisits>;

/// <summary>Every change of a visitor.</summary>
[Table<Visits>]
public sealed class StgVisitors
{
    [BusinessKey] public int VisitorId { get; init; }
    public string Level { get; init; }
    [BusinessKey, Sequence] public DateTime ChangedAt { get; init; }
    public bool IsDeleted { get; init; }

    [Load]
    internal static Query<StgVisitors> FromRaw(RawVisitorsStream raw) =>
        from r in raw
        select new StgVisitors
        {
            VisitorId = Sql.TryToInt(r.VisitorId).OrReject(),
            Level = r.Level.OrReject(),
            ChangedAt = Sql.TryToTimestamp(r.ChangedAt, "YYYY-MM-DD HH24:MI:SS").OrReject(),
            IsDeleted = r.IsDeleted == "true",
        };
}

/// <summary>Every change of a visit.</summary>
[Table<Visits>]
public sealed class StgVisits
{
    [BusinessKey] public string VisitId { get; init; }
    public int VisitorId { get; init; }
    public DateTime VisitedAt { get; init; }
    [BusinessKey, Sequence] public DateTime ChangedAt { get; init; }

    [Load]
    internal static Query<StgVisits> FromRaw(RawVisitsStream raw) =>
        from r in raw
        select new StgVisits
        {
            VisitId = r.VisitId.OrReject(),
            VisitorId = Sql.TryToInt(r.VisitorId).OrReject(),
            VisitedAt = Sql.TryToTimestamp(r.VisitedAt, "YYYY-MM-DD HH24:MI:SS").OrReject(),
            ChangedAt = Sql.TryToTimestamp(r.ChangedAt, "YYYY-MM-DD HH24:MI:SS").OrReject(),
        };
}

[Stream] public sealed class StgVisitorsStream : Stream<StgVisitors>;
[Stream] public sealed class VisitsStream : Stream<StgVisits>;
[Stream] public sealed class StrictVisitsStream : Stream<StgVisits>;

/// <summary>Visitors with the history of their level.</summary>
[Dimension<Visits>(Scd.Type2, Deletes = Deletes.Close)]
public sealed class DimVisitor
{
    [SurrogateKey] public long VisitorKey { get; init; }
    [BusinessKey] public int VisitorId { get; init; }
    [Tracked] public string Level { get; init; }
    [IsDeleted] public bool IsDeleted { get; init; }
    [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
    [ValidTo] public DateTime? ValidTo { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    [Load]
    internal static Query<DimVisitor> FromStaging(StgVisitorsStream visitors) =>
        from v in visitors
        select new DimVisitor { VisitorId = v.VisitorId, Level = v.Level, IsDeleted = v.IsDeleted, ValidFrom = v.ChangedAt };
}

/// <summary>Visits that wait for their visitor in REJECTED_FACT_KNOWN_VISITS.</summary>
[Fact<Visits>(FactKind.Event)]
public sealed class FactKnownVisits
{
    [Grain] public string VisitId { get; init; }
    [ForeignKey<DimVisitor>(Missing = Missing.Reject)] public long VisitorKey { get; init; }
    public DateTime VisitedAt { get; init; }
    [Sequence] public DateTime ChangedAt { get; init; }

    [Load]
    internal static Query<FactKnownVisits> FromStaging(StrictVisitsStream visits, Query<DimVisitor> visitors) =>
        from v in visits
        select new FactKnownVisits
        {
            VisitId = v.VisitId, VisitorKey = visitors.KeyOf(d => d.VisitorId == v.VisitorId, asOf: v.VisitedAt), VisitedAt = v.VisitedAt, ChangedAt = v.ChangedAt,
        };
}

/// <summary>Visits, each of a visitor: one that nobody knows yet is held open.</summary>
[Fact<Visits>(FactKind.Event)]
public sealed class FactVisits
{
    [Grain] public string VisitId { get; init; }
    [ForeignKey<DimVisitor>(Missing = Missing.Infer)] public long VisitorKey { get; init; }
    public DateTime VisitedAt { get; init; }
    [Sequence] public DateTime ChangedAt { get; init; }

    [Load]
    internal static Query<FactVisits> FromStaging(VisitsStream visits, Query<DimVisitor> visitors) =>
        from v in visits
        select new FactVisits
        {
            VisitId = v.VisitId, VisitorKey = visitors.KeyOf(d => d.VisitorId == v.VisitorId, asOf: v.VisitedAt), VisitedAt = v.VisitedAt, ChangedAt = v.ChangedAt,
        };
}

/// <summary>Visits of visitors whose number is one.</summary>
[View<Visits>]
public sealed class NumberedVisits
{
    public string VisitId { get; init; }
    public int VisitorId { get; init; }
    public DateTime ChangedAt { get; init; }

    [Define]
    internal static Query<NumberedVisits> Of(Query<StgVisits> visits) =>
        from v in visits
        where v.VisitorId > 0
        select new NumberedVisits { VisitId = v.VisitId, VisitorId = v.VisitorId, ChangedAt = v.ChangedAt };
}

[Stream] public sealed class NumberedVisitsStream : Stream<NumberedVisits>;

/// <summary>Who visited last under each number of a visit: loaded from a stream on a view.</summary>
[Table<Visits>]
public sealed class LastVisitors
{
    [BusinessKey] public string VisitId { get; init; }
    public int VisitorId { get; init; }
    [Sequence] public DateTime ChangedAt { get; init; }

    [Load]
    internal static Query<LastVisitors> FromView(NumberedVisitsStream visits) =>
        from v in visits
        select new LastVisitors { VisitId = v.VisitId, VisitorId = v.VisitorId, ChangedAt = v.ChangedAt };
}

/// <summary>Starts a run.</summary>
[RootTask<Visits, TransformWh>(Cron = "0 * * * * UTC")] public sealed class VisitsRoot;

[Task, After<VisitsRoot>, Runs<RawVisitors>, Runs<StgVisitors>, Runs<DimVisitor>] public sealed class LoadVisitors;
[Task, After<VisitsRoot>, Runs<RawVisits>, Runs<StgVisits>] public sealed class LoadVisits;
[Task, After<LoadVisitors>, After<LoadVisits>, Runs<FactKnownVisits>, Runs<FactVisits>] public sealed class LoadFactVisits;
[Task, After<LoadVisits>, Runs<LastVisitors>] public sealed class LoadLastVisitors;
