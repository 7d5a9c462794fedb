namespace Loads.Tests.Histories;

/// <summary>Events of customers, kept one by one in staging, and three dimensions over them: one that mixes all types of change, one that marks deletes, one of now.</summary>
internal static class CustomerModel
{
    private const string Members = """
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public int CustomerId { get; init; }
            [Tracked] public string Segment { get; init; }
            [Tracked] public string? City { get; init; }
            public string? Email { get; init; }
            [Current] public string? Name { get; init; }
            [Original] public string? Channel { get; init; }
            [Original(nameof(City))] public string? FirstCity { get; init; }
            [Previous(nameof(City))] public string? FormerCity { get; init; }
            [Current(nameof(Segment))] public string CurrentSegment { get; init; }
            [Partial] public string? Phone { get; init; }
            [Partial(Given = nameof(HasFax))] public string? Fax { get; init; }
            public bool HasFax { get; init; }
            [IsDeleted] public bool IsDeleted { get; init; }
            [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
        """;

    private const string Values = """
        CustomerId = c.CustomerId, Segment = c.Segment, City = c.City, Email = c.Email, Name = c.Name, Channel = c.Channel, Phone = c.Phone, Fax = c.Fax,
        HasFax = c.HasFax, IsDeleted = c.IsDeleted,
        """;

    public const string Classes = $$"""
        [Schema] public sealed class Landing; [Schema] public sealed class Staging; [Schema] public sealed class Curated; [Schema] public sealed class Etl;
        [Warehouse] public sealed class Wh;
        [CsvFormat<Landing>(NullIf = [""])] public sealed class Csv;
        [Stage<Landing>("s3://bucket/rows/"), Format<Csv>] public sealed class RowsStage;

        [Table<Landing>, CopyFrom<RowsStage>]
        public sealed class CustomerEvents
        {
            public string? Id { get; init; }
            public string? Segment { get; init; }
            public string? City { get; init; }
            public string? Email { get; init; }
            public string? Name { get; init; }
            public string? Channel { get; init; }
            public string? Phone { get; init; }
            public string? Fax { get; init; }
            public string? HasFax { get; init; }
            public string? IsDeleted { get; init; }
            public string? Minute { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }

        [Stream(Mode = StreamMode.AppendOnly)] public sealed class CustomerEventsStream : Stream<CustomerEvents>;

        [Table<Staging>]
        public sealed class StgCustomers
        {
            [BusinessKey] public int CustomerId { get; init; }
            public string Segment { get; init; }
            public string? City { get; init; }
            public string? Email { get; init; }
            public string? Name { get; init; }
            public string? Channel { get; init; }
            public string? Phone { get; init; }
            public string? Fax { get; init; }
            public bool HasFax { get; init; }
            public bool IsDeleted { get; init; }
            [BusinessKey, Sequence] public DateTime ChangedAt { get; init; }

            [Load] static Query<StgCustomers> From(CustomerEventsStream events) =>
                from e in events
                select new StgCustomers
                {
                    CustomerId = Sql.TryToInt(e.Id).OrReject("no customer"), Segment = e.Segment.OrReject("no segment"), City = e.City, Email = e.Email, Name = e.Name,
                    Channel = e.Channel, Phone = e.Phone, Fax = e.Fax, HasFax = e.HasFax == "1", IsDeleted = e.IsDeleted == "1",
                    ChangedAt = Sql.TryToTimestamp(e.Minute, "YYYY-MM-DD HH24:MI:SS").OrReject("no time"),
                };
        }

        [Stream] public sealed class ForDimStream : Stream<StgCustomers>;
        [Stream] public sealed class ForMarkedStream : Stream<StgCustomers>;
        [Stream] public sealed class ForNowStream : Stream<StgCustomers>;

        [Dimension<Curated>(Scd.Type2, Deletes = Deletes.Close)]
        public sealed class DimCustomer
        {
        {{Members}}
            [Load] static Query<DimCustomer> From(ForDimStream customers) => from c in customers select new DimCustomer { {{Values}} ValidFrom = c.ChangedAt };
        }

        [Dimension<Curated>(Scd.Type2, Deletes = Deletes.Mark)]
        public sealed class DimMarked
        {
        {{Members}}
            [Load] static Query<DimMarked> From(ForMarkedStream customers) => from c in customers select new DimMarked { {{Values}} ValidFrom = c.ChangedAt };
        }

        [Dimension<Curated>(Scd.Type1, Deletes = Deletes.Mark)]
        public sealed class DimNow
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public int CustomerId { get; init; }
            public string Segment { get; init; }
            public string? City { get; init; }
            [IsDeleted] public bool IsDeleted { get; init; }
            [Sequence] public DateTime ChangedAt { get; init; }
            [Load] static Query<DimNow> From(ForNowStream customers) =>
                from c in customers select new DimNow { CustomerId = c.CustomerId, Segment = c.Segment, City = c.City, IsDeleted = c.IsDeleted, ChangedAt = c.ChangedAt };
        }

        [RootTask<Etl, Wh>(Cron = "0 * * * * UTC")] public sealed class Root;
        [Task, After<Root>, Runs<CustomerEvents>] public sealed class Copy;
        [Task, After<Copy>, Runs<StgCustomers>] public sealed class Stage;
        [Task, After<Stage>, Runs<DimCustomer>] public sealed class LoadDim;
        [Task, After<LoadDim>, Runs<DimMarked>] public sealed class LoadMarked;
        [Task, After<LoadMarked>, Runs<DimNow>] public sealed class LoadNow;
        """;
}
