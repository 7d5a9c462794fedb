namespace Loads.Tests.Histories;

/// <summary>A log of changes of a source whose rows are inserted, updated, given other keys and deleted; dimensions over the state that each run finds.</summary>
/// <remarks>Of one of them the stream shows rows written anew, as deletes and inserts; of the others what a merge changed, as updates.</remarks>
internal static class StateModel
{
    private const string Versions = """
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public int Customer { get; init; }
            [Tracked] public string? Segment { get; init; }
            public string? Note { get; init; }
            [Current(nameof(Segment))] public string? CurrentSegment { get; init; }
            [ValidFrom] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
        """;

    public const string Classes = $$"""
        [Schema] public sealed class Shop; [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/rows/"), Format<Csv>] public sealed class RowFiles;

        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw
        {
            public string? RowId { get; init; }
            public string? Customer { get; init; }
            public string? Segment { get; init; }
            public string? Note { get; init; }
            public string? IsDeleted { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;

        [Table<Shop>] public sealed class Changes
        {
            public int RowId { get; init; }
            public int? Customer { get; init; }
            public string? Segment { get; init; }
            public string? Note { get; init; }
            public bool IsDeleted { get; init; }
            public string FileName { get; init; }
            public long FileRow { get; init; }
            [Load(LoadMode.Append)] static Query<Changes> From(RawStream raw) => from r in raw
                select new Changes
                {
                    RowId = Sql.TryToInt(r.RowId).OrReject("no row"), Customer = Sql.TryToInt(r.Customer), Segment = r.Segment, Note = r.Note, IsDeleted = r.IsDeleted == "1",
                    FileName = r.FileName, FileRow = r.FileRow,
                };
        }

        [Table<Shop>] public sealed class Now
        {
            [BusinessKey] public int RowId { get; init; }
            public int? Customer { get; init; }
            public string? Segment { get; init; }
            public string? Note { get; init; }
            [Load(LoadMode.Replace)] static Query<Now> Latest(Query<Changes> changes) => from c in changes.LatestBy(c => c.RowId, c => (c.FileName, c.FileRow))
                where !c.IsDeleted select new Now { RowId = c.RowId, Customer = c.Customer, Segment = c.Segment, Note = c.Note };
        }
        [Stream] public sealed class NowStream : Stream<Now>;
        [Stream] public sealed class NowForDirectStream : Stream<Now>;

        [Table<Shop>(Deletes = Deletes.Remove)] public sealed class State
        {
            [BusinessKey] public int RowId { get; init; }
            public int? Customer { get; init; }
            public string? Segment { get; init; }
            public string? Note { get; init; }
            [Load] static Query<State> From(NowStream now) => from n in now select new State { RowId = n.RowId, Customer = n.Customer, Segment = n.Segment, Note = n.Note };
        }
        [Stream] public sealed class StateStream : Stream<State>;
        [Stream] public sealed class StateForNowStream : Stream<State>;
        [Stream] public sealed class StateForKeptStream : Stream<State>;

        [Dimension<Shop>(Scd.Type2, History = History.Observed, Deletes = Deletes.Close)] public sealed class DimCustomer
        {
        {{Versions}}
            [Load] static Query<DimCustomer> From(StateStream state, Batch batch) => from s in state
                select new DimCustomer { Customer = s.Customer.OrReject("no customer"), Segment = s.Segment, Note = s.Note, ValidFrom = batch.ScheduledAt };
        }

        [Dimension<Shop>(Scd.Type2, History = History.Observed, Deletes = Deletes.Close)] public sealed class DimDirect
        {
        {{Versions}}
            [Load] static Query<DimDirect> From(NowForDirectStream now, Batch batch) => from n in now
                select new DimDirect { Customer = n.Customer.OrReject("no customer"), Segment = n.Segment, Note = n.Note, ValidFrom = batch.ScheduledAt };
        }

        [Dimension<Shop>(Scd.Type1, Deletes = Deletes.Remove)] public sealed class DimNow
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public int Customer { get; init; }
            public string? Segment { get; init; }
            public string? Note { get; init; }
            [Load] static Query<DimNow> From(StateForNowStream state) => from s in state
                select new DimNow { Customer = s.Customer.OrReject("no customer"), Segment = s.Segment, Note = s.Note };
        }

        [Dimension<Shop>(Scd.Type1, Deletes = Deletes.Mark)] public sealed class DimKept
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public int Customer { get; init; }
            public string? Segment { get; init; }
            public string? Note { get; init; }
            [IsDeleted] public bool IsDeleted { get; init; }
            [Load] static Query<DimKept> From(StateForKeptStream state) => from s in state
                select new DimKept { Customer = s.Customer.OrReject("no customer"), Segment = s.Segment, Note = s.Note };
        }

        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<Changes>, Runs<Now>, Runs<State>] public sealed class Land;
        [Task, After<Land>, Runs<DimCustomer>] public sealed class LoadHistory;
        [Task, After<Land>, Runs<DimDirect>] public sealed class LoadDirect;
        [Task, After<Land>, Runs<DimNow>] public sealed class LoadNow;
        [Task, After<Land>, Runs<DimKept>] public sealed class LoadKept;
        """;
}
