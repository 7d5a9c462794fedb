namespace Loads.Tests.Facts.Clicks;

/// <summary>What visitors of a shop do: events get their sessions by windows, and a fact looks up their customers, products and days, which may not be known yet.</summary>
internal static class ClickModel
{
    public const string Classes = """
        [Schema] public sealed class Clicks; [Warehouse] public sealed class Wh;
        [CsvFormat<Clicks>(NullIf = [""])] public sealed class Csv;
        [Stage<Clicks>("s3://shop/events/"), Format<Csv>] public sealed class EventFiles;
        [Stage<Clicks>("s3://shop/customers/"), Format<Csv>] public sealed class CustomerFiles;
        [Stage<Clicks>("s3://shop/products/"), Format<Csv>] public sealed class ProductFiles;

        public abstract class LandedRow
        {
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }

        [Table<Clicks>, CopyFrom<EventFiles>] public sealed class RawEvents : LandedRow
        {
            public string? EventId { get; init; }
            public string? Visitor { get; init; }
            public string? At { get; init; }
            public string? Type { get; init; }
            public string? Customer { get; init; }
            public string? Product { get; init; }
        }

        [Table<Clicks>, CopyFrom<CustomerFiles>] public sealed class RawCustomers : LandedRow
        {
            public string? CustomerId { get; init; }
            public string? Segment { get; init; }
            public string? ChangedAt { get; init; }
            public string? IsDeleted { get; init; }
        }

        [Table<Clicks>, CopyFrom<ProductFiles>] public sealed class RawProducts : LandedRow
        {
            public string? ProductId { get; init; }
            public string? Name { get; init; }
        }

        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawEventsStream : Stream<RawEvents>;
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawCustomersStream : Stream<RawCustomers>;
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawProductsStream : Stream<RawProducts>;

        [Table<Clicks>] public sealed class StgCustomers
        {
            [BusinessKey] public int CustomerId { get; init; }
            public string Segment { get; init; }
            [BusinessKey, Sequence] public DateTime ChangedAt { get; init; }
            public bool IsDeleted { get; init; }

            [Load] internal static Query<StgCustomers> FromRaw(RawCustomersStream raw) => from r in raw
                select new StgCustomers
                {
                    CustomerId = Sql.TryToInt(r.CustomerId).OrReject(), Segment = r.Segment.OrReject(),
                    ChangedAt = Sql.TryToTimestamp(r.ChangedAt, "YYYY-MM-DD HH24:MI:SS").OrReject(), IsDeleted = r.IsDeleted == "true",
                };
        }

        [Table<Clicks>] public sealed class StgClickEvents
        {
            [BusinessKey] public string EventId { get; init; }
            public string VisitorId { get; init; }
            public DateOnly Day { get; init; }
            [Sequence] public DateTime EventAt { get; init; }
            public string EventType { get; init; }
            public int? CustomerId { get; init; }
            public string? ProductId { get; init; }

            [Load] internal static Query<StgClickEvents> FromRaw(RawEventsStream raw) => from r in raw
                let at = Sql.TryToTimestamp(r.At, "YYYY-MM-DD HH24:MI:SS").OrReject("at isn't a time")
                select new StgClickEvents
                {
                    EventId = r.EventId.OrReject(), VisitorId = r.Visitor.OrReject(), Day = DateOnly.FromDateTime(at), EventAt = at,
                    EventType = r.Type ?? "OTHER", CustomerId = Sql.TryToInt(r.Customer), ProductId = r.Product,
                };
        }

        [Stream] public sealed class StgCustomersStream : Stream<StgCustomers>;
        [Stream] public sealed class StgClickEventsStream : Stream<StgClickEvents>;

        public sealed class Begin { public StgClickEvents Event { get; init; } public int Begins { get; init; } }
        public sealed class InSession { public StgClickEvents Event { get; init; } public int Session { get; init; } }

        [Table<Clicks>(Deletes = Deletes.Ignore)] public sealed class StgClickstream
        {
            [BusinessKey] public string EventId { get; init; }
            public string VisitorId { get; init; }
            [Sequence] public DateTime EventAt { get; init; }
            public string EventType { get; init; }
            public int? CustomerId { get; init; }
            public string? ProductId { get; init; }
            public string SessionId { get; init; }
            public int PositionInSession { get; init; }

            [Load] internal static Query<StgClickstream> WithSessions(StgClickEventsStream events) =>
                from w in Numbered(events).Window(n => (n.Event.VisitorId, n.Event.Day, n.Session), n => (n.Event.EventAt, n.Event.EventId))
                select new StgClickstream
                {
                    EventId = w.Row.Event.EventId, VisitorId = w.Row.Event.VisitorId, EventAt = w.Row.Event.EventAt, EventType = w.Row.Event.EventType,
                    CustomerId = w.Row.Event.CustomerId, ProductId = w.Row.Event.ProductId,
                    SessionId = $"{w.Row.Event.VisitorId}/{w.Row.Event.Day:yyyy-MM-dd}/{w.Row.Session}", PositionInSession = (int)w.RowNumber,
                };

            static Query<InSession> Numbered(StgClickEventsStream events) =>
                from w in Begun(events).Window(b => (b.Event.VisitorId, b.Event.Day), b => (b.Event.EventAt, b.Event.EventId))
                select new InSession { Event = w.Row.Event, Session = w.RunningSum(b => b.Begins) };

            static Query<Begin> Begun(StgClickEventsStream events) =>
                from w in events.Window(e => (e.VisitorId, e.Day), e => (e.EventAt, e.EventId))
                select new Begin { Event = w.Row, Begins = w.Previous != null && w.Row.EventAt <= w.Previous.EventAt.AddMinutes(30) ? 0 : 1 };
        }

        [Stream] public sealed class StgClickstreamStream : Stream<StgClickstream>;

        [Calendar<Clicks>("2024-01-01", "2024-05-02")] public sealed class DimDate
        {
            [SurrogateKey] public long DateKey { get; init; }
            [BusinessKey] public DateOnly FullDate { get; init; }

            [Define] internal static DimDate Of(DateOnly day) => new() { DateKey = day.Year * 10_000 + day.Month * 100 + day.Day, FullDate = day };
        }

        [Dimension<Clicks>(Scd.Type2, Deletes = Deletes.Close)] public sealed class DimCustomer
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public int CustomerId { get; init; }
            [Tracked] public string Segment { get; init; }
            [IsDeleted] public bool IsDeleted { get; init; }
            [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }

            [Load] internal static Query<DimCustomer> FromStaging(StgCustomersStream customers) => from c in customers
                select new DimCustomer { CustomerId = c.CustomerId, Segment = c.Segment, IsDeleted = c.IsDeleted, ValidFrom = c.ChangedAt };
        }

        [Dimension<Clicks>(Scd.Type1)] public sealed class DimProduct
        {
            [SurrogateKey] public long ProductKey { get; init; }
            [BusinessKey] public string ProductId { get; init; }
            public string Name { get; init; }

            [Load] internal static Query<DimProduct> FromRaw(RawProductsStream raw) => from r in raw
                select new DimProduct { ProductId = r.ProductId.OrReject(), Name = r.Name ?? "" };
        }

        [Fact<Clicks>(FactKind.Event)] public sealed class FactClickstream
        {
            [Grain] public string EventId { get; init; }
            [ForeignKey<DimDate>] public long DateKey { get; init; }
            [ForeignKey<DimCustomer>(Missing = Missing.Infer)] public long CustomerKey { get; init; }
            [ForeignKey<DimProduct>(Missing = Missing.Infer, NoKey = Member.NotApplicable)] public long ProductKey { get; init; }
            public string EventType { get; init; }
            public DateTime EventAt { get; init; }
            public string VisitorId { get; init; }
            public string SessionId { get; init; }
            public int PositionInSession { get; init; }
            [LoadTime] public DateTime LoadedAt { get; init; }

            [Load] internal static Query<FactClickstream> FromStaging(StgClickstreamStream events, Query<DimDate> dates, Query<DimCustomer> customers, Query<DimProduct> products) =>
                from e in events
                select new FactClickstream
                {
                    EventId = e.EventId,
                    DateKey = dates.KeyOf(d => d.FullDate == DateOnly.FromDateTime(e.EventAt)),
                    CustomerKey = customers.KeyOf(c => c.CustomerId == e.CustomerId, asOf: e.EventAt),
                    ProductKey = products.KeyOf(p => p.ProductId == e.ProductId),
                    EventType = e.EventType, EventAt = e.EventAt, VisitorId = e.VisitorId, SessionId = e.SessionId, PositionInSession = e.PositionInSession,
                };
        }

        [RootTask<Clicks, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<RawCustomers>, Runs<StgCustomers>, Runs<DimCustomer>] public sealed class LoadCustomers;
        [Task, After<Start>, Runs<RawProducts>, Runs<DimProduct>] public sealed class LoadProducts;
        [Task, After<Start>, Runs<RawEvents>, Runs<StgClickEvents>, Runs<StgClickstream>] public sealed class LoadEvents;
        [Task, After<LoadCustomers>, After<LoadProducts>, After<LoadEvents>, Runs<FactClickstream>] public sealed class LoadFact;
        """;
}
