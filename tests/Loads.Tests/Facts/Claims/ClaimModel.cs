namespace Loads.Tests.Facts.Claims;

/// <summary>Claims of an insurer, told by events: of a policy and a handler, both with history, and with milestones that are times and keys of days.</summary>
internal static class ClaimModel
{
    public const string Classes = """
        [Schema(RetentionDays = 7)] public sealed class Ins; [Warehouse] public sealed class Wh;
        [CsvFormat<Ins>(NullIf = [""])] public sealed class Csv;
        [Stage<Ins>("s3://ins/rows/"), Format<Csv>] public sealed class RowFiles;

        [Table<Ins>, CopyFrom<RowFiles>] public sealed class Raw
        {
            public string? Kind { get; init; }
            public string? Id { get; init; }
            public string? At { get; init; }
            public string? Value { get; init; }
            public string? Policy { get; init; }
            public string? Handler { get; init; }
            public string? ReportedDay { get; init; }
            public string? PaidAt { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawPolicies : Stream<Raw>;
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawHandlers : Stream<Raw>;
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawClaims : Stream<Raw>;

        [Calendar<Ins>("2024-01-01", "2024-02-29")] public sealed class DimDay
        {
            [SurrogateKey] public long DayKey { get; init; }
            [BusinessKey] public DateOnly Day { get; init; }
            [Define] internal static DimDay Of(DateOnly day) => new() { DayKey = day.Month * 100 + day.Day, Day = day };
        }

        public static class Times
        {
            public static DateTime? Of(string? value) => Sql.TryToTimestamp(value, "YYYY-MM-DD HH24:MI:SS");
        }

        [Table<Ins>] public sealed class Policies
        {
            [BusinessKey] public string Id { get; init; }
            [BusinessKey, Sequence] public DateTime At { get; init; }
            public string? Value { get; init; }
            [Load] static Query<Policies> From(RawPolicies raw) => from r in raw where r.Kind == "policy"
                select new Policies { Id = r.Id.OrReject(), At = Times.Of(r.At).OrReject(), Value = r.Value };
        }
        [Table<Ins>] public sealed class Handlers
        {
            [BusinessKey] public string Id { get; init; }
            [BusinessKey, Sequence] public DateTime At { get; init; }
            public string? Value { get; init; }
            [Load] static Query<Handlers> From(RawHandlers raw) => from r in raw where r.Kind == "handler"
                select new Handlers { Id = r.Id.OrReject(), At = Times.Of(r.At).OrReject(), Value = r.Value };
        }
        [Table<Ins>] public sealed class Claims
        {
            [BusinessKey] public string Id { get; init; }
            [BusinessKey, Sequence] public DateTime At { get; init; }
            public string? Policy { get; init; }
            public string? Handler { get; init; }
            public DateOnly? ReportedDay { get; init; }
            public DateTime? PaidAt { get; init; }
            [Load] static Query<Claims> From(RawClaims raw) => from r in raw where r.Kind == "claim"
                select new Claims { Id = r.Id.OrReject(), At = Times.Of(r.At).OrReject(), Policy = r.Policy, Handler = r.Handler, ReportedDay = Sql.TryToDate(r.ReportedDay, "YYYY-MM-DD"), PaidAt = Times.Of(r.PaidAt) };
        }
        [Stream] public sealed class PolicyEvents : Stream<Policies>;
        [Stream] public sealed class HandlerEvents : Stream<Handlers>;
        [Stream] public sealed class ClaimEvents : Stream<Claims>;

        [Dimension<Ins>(Scd.Type2)] public sealed class DimPolicy
        {
            [SurrogateKey] public long PolicyKey { get; init; }
            [BusinessKey] public string Id { get; init; }
            [Tracked] public string? Value { get; init; }
            [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
            [IsInferred] public bool IsInferred { get; init; }
            [Load] static Query<DimPolicy> From(PolicyEvents events) => from e in events select new DimPolicy { Id = e.Id, Value = e.Value, ValidFrom = e.At };
        }
        [Dimension<Ins>(Scd.Type2)] public sealed class DimHandler
        {
            [SurrogateKey] public long HandlerKey { get; init; }
            [BusinessKey] public string Id { get; init; }
            [Tracked] public string? Value { get; init; }
            [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
            [Load] static Query<DimHandler> From(HandlerEvents events) => from e in events select new DimHandler { Id = e.Id, Value = e.Value, ValidFrom = e.At };
        }

        [Fact<Ins>(FactKind.AccumulatingSnapshot)] public sealed class FactClaims
        {
            [Grain] public string Id { get; init; }
            [ForeignKey<DimPolicy>(NoKey = Member.NotApplicable)] public long PolicyKey { get; init; }
            [ForeignKey<DimHandler>] public long HandlerKey { get; init; }
            [Milestone, ForeignKey<DimDay>(NoKey = Member.NotApplicable)] public long ReportedDayKey { get; init; }
            [Milestone] public DateTime? PaidAt { get; init; }
            [Sequence] public DateTime LastEventAt { get; init; }
            [Load] static Query<FactClaims> From(ClaimEvents events, Query<DimPolicy> policies, Query<DimHandler> handlers, Query<DimDay> days) => from e in events
                select new FactClaims
                {
                    Id = e.Id, PolicyKey = policies.KeyOf(p => p.Id == e.Policy, asOf: e.At), HandlerKey = handlers.KeyOf(h => h.Id == e.Handler, asOf: e.At),
                    ReportedDayKey = days.KeyOf(d => d.Day == e.ReportedDay), PaidAt = e.PaidAt, LastEventAt = e.At,
                };
        }

        [RootTask<Ins, Wh>(EveryMinutes = 60)] public sealed class Begin;
        [Task, After<Begin>, Runs<Raw>, Runs<Policies>, Runs<Handlers>, Runs<Claims>, Runs<DimPolicy>, Runs<DimHandler>, Runs<FactClaims>] public sealed class Load;
        """;
}
