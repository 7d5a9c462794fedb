// The click stream, from the bucket to its fact: a pipe loads each file as Firehose delivers it, tasks do the rest.
using Pipeline.Model;

namespace Retail;

[JsonFormat<Landing>(Compression = Compression.Gzip)] public sealed class ClickstreamJson;

[Stage<Landing>("${s3.root}/clickstream/"), Through<RetailS3>, Format<ClickstreamJson>] public sealed class ClickstreamStage;

/// <summary>Is told of files that the pipe can't read.</summary>
[SnsTopic("${sns.pipe_errors}", RoleArn = "${sns.role_arn}")] public sealed class PipeErrors;

/// <summary>What visitors of the web shop do, one document per event, from Kinesis by Firehose.</summary>
[Table<Landing>, CopyFrom<ClickstreamStage>(Pattern = @".*\.json\.gz", OnError = OnError.SkipFile)]
public sealed class RawClickstream : LandedRow
{
    /// <summary>The event; <see cref="ClickDocument"/> is its shape.</summary>
    public Variant Document { get; init; }
}

/// <summary>Loads each file as it arrives.</summary>
[Pipe<RawClickstream>(SnsTopic = "${sns.clickstream}", KinesisStream = "retail-clicks"), ErrorsTo<PipeErrors>] public sealed class ClickstreamPipe;

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawClickstreamStream : Stream<RawClickstream>;

/// <summary>The shape of an event; a member that a document lacks is null.</summary>
public sealed class ClickDocument
{
    [FromField("event_id")] public string? EventId { get; init; }
    [FromField("type")] public string? Type { get; init; }
    [FromField("at")] public string? At { get; init; }
    [FromField("customer_id")] public int? CustomerId { get; init; }
    [FromField("product_id")] public string? ProductId { get; init; }
    [FromField("visitor")] public VisitorShape? Visitor { get; init; }

    public sealed class VisitorShape
    {
        [FromField("id")] public string? Id { get; init; }
    }
}

/// <summary>The events, typed, one row per event; an event that is delivered again changes nothing.</summary>
[Table<Staging>]
public sealed class StgClickEvents
{
    [BusinessKey, Varchar(40)] public string EventId { get; init; }
    [Varchar(40)] public string VisitorId { get; init; }
    public DateOnly Day { get; init; }
    [Sequence] public DateTime EventAt { get; init; }
    [Varchar(20)] public string EventType { get; init; }

    /// <summary>Null for a visitor who hasn't signed in.</summary>
    public int? CustomerId { get; init; }

    [Varchar(30)] public string? ProductId { get; init; }

    [Load]
    internal static Query<StgClickEvents> FromRaw(RawClickstreamStream raw) =>
        from r in raw
        let click = r.Document.As<ClickDocument>().OrReject("not an event")
        let at = Sql.TryToTimestamp(click.At, "AUTO").OrReject("at isn't a time")
        select new StgClickEvents
        {
            EventId = Clean.Text(click.EventId).OrReject("no event id"),
            VisitorId = Clean.Text(click.Visitor?.Id).OrReject("no visitor"),
            Day = DateOnly.FromDateTime(at),
            EventAt = at,
            EventType = Clean.Code(click.Type) ?? "OTHER",
            CustomerId = click.CustomerId,
            ProductId = Clean.Code(click.ProductId),
        };

    [Expect(OnViolation.Warn)] internal static bool TypeIsKnown(StgClickEvents e) => e.EventType is "VIEW" or "SEARCH" or "ADD_TO_CART" or "REMOVE_FROM_CART" or "CHECKOUT";
}

[Stream] public sealed class StgClickEventsStream : Stream<StgClickEvents>;

/// <summary>The events with their sessions: what a visitor does on one day without pausing for half an hour.</summary>
/// <remarks>An event that arrives late may begin, split or join sessions: all events of its visitor and day get theirs anew.</remarks>
[Table<Staging>(Deletes = Deletes.Ignore)]
public sealed class StgClickstream
{
    [BusinessKey, Varchar(40)] public string EventId { get; init; }
    [Varchar(40)] public string VisitorId { get; init; }
    [Sequence] public DateTime EventAt { get; init; }
    [Varchar(20)] public string EventType { get; init; }
    public int? CustomerId { get; init; }
    [Varchar(30)] public string? ProductId { get; init; }

    /// <summary>The visitor, the day and the session's number on it.</summary>
    [Varchar(60)] public string SessionId { get; init; }

    /// <summary>1 for the event that begins the session.</summary>
    public int PositionInSession { get; init; }

    [Load]
    internal static Query<StgClickstream> WithSessions(StgClickEventsStream events) =>
        from w in Numbered(events).Window(n => (n.Event.VisitorId, n.Event.Day, n.Session), n => (n.Event.EventAt, n.Event.EventId))
        select new StgClickstream
        {
            EventId = w.Row.Event.EventId,
            VisitorId = w.Row.Event.VisitorId,
            EventAt = w.Row.Event.EventAt,
            EventType = w.Row.Event.EventType,
            CustomerId = w.Row.Event.CustomerId,
            ProductId = w.Row.Event.ProductId,
            SessionId = $"{w.Row.Event.VisitorId}/{w.Row.Event.Day:yyyy-MM-dd}/{w.Row.Session}",
            PositionInSession = (int)w.RowNumber,
        };

    // The number of its session on each event: how many events have begun one so far.
    private static Query<InSession> Numbered(StgClickEventsStream events) =>
        from w in Begun(events).Window(b => (b.Event.VisitorId, b.Event.Day), b => (b.Event.EventAt, b.Event.EventId))
        select new InSession { Event = w.Row.Event, Session = w.RunningSum(b => b.Begins) };

    // 1 on an event that no other precedes within half an hour.
    private static Query<Begin> Begun(StgClickEventsStream events) =>
        from w in events.Window(e => (e.VisitorId, e.Day), e => (e.EventAt, e.EventId))
        select new Begin { Event = w.Row, Begins = w.Previous != null && w.Row.EventAt <= w.Previous.EventAt.AddMinutes(30) ? 0 : 1 };

    private sealed class Begin
    {
        public required StgClickEvents Event { get; init; }
        public int Begins { get; init; }
    }

    private sealed class InSession
    {
        public required StgClickEvents Event { get; init; }
        public int Session { get; init; }
    }
}

[Stream] public sealed class StgClickstreamStream : Stream<StgClickstream>;

/// <summary>What visitors do, one row per event.</summary>
[Fact<Curated>(FactKind.Event, ClusterBy = [nameof(DateKey)]), Freshness(Minutes = 1560)]
public sealed class FactClickstream
{
    [Grain, Varchar(40)] public string EventId { get; init; }
    [ForeignKey<DimDate>] public long DateKey { get; init; }

    /// <summary>The customer as he was then; -1 for a visitor who hadn't signed in.</summary>
    [ForeignKey<DimCustomer>(Missing = Missing.Infer)] public long CustomerKey { get; init; }

    /// <summary>-2 for an event without a product.</summary>
    [ForeignKey<DimProduct>(Missing = Missing.Infer, NoKey = Member.NotApplicable)] public long ProductKey { get; init; }

    [Varchar(20)] public string EventType { get; init; }
    public DateTime EventAt { get; init; }
    [Varchar(40)] public string VisitorId { get; init; }
    [Varchar(60)] public string SessionId { get; init; }
    public int PositionInSession { get; init; }
    [LoadTime] public DateTime LoadedAt { get; init; }

    [Load]
    internal static Query<FactClickstream> FromStaging(
        StgClickstreamStream events, Query<DimDate> dates, Query<DimCustomer> customers, Query<DimProduct> products) =>
        from e in events
        select new FactClickstream
        {
            EventId = e.EventId,
            DateKey = dates.KeyOf(d => d.FullDate == DateOnly.FromDateTime(e.EventAt)),
            CustomerKey = customers.KeyOf(c => c.CustomerId == e.CustomerId, asOf: e.EventAt),
            ProductKey = products.KeyOf(p => p.ProductId == e.ProductId),
            EventType = e.EventType,
            EventAt = e.EventAt,
            VisitorId = e.VisitorId,
            SessionId = e.SessionId,
            PositionInSession = e.PositionInSession,
        };
}
