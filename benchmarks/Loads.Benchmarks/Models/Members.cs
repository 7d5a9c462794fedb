// One wide dimension with history, loaded from a log of changes: what the SCD2 benchmark measures.
using Pipeline.Model;

namespace Loads.Benchmarks.Models;

/// <summary>The log of changes and the dimension.</summary>
[Schema] public sealed class Members;

[ParquetFormat<Members>] public sealed class MemberParquet;

[Stage<Members>("s3://benchmark/members/"), Format<MemberParquet>] public sealed class MemberStage;

/// <summary>Every change of a member, as it was delivered.</summary>
[Table<Members>, CopyFrom<MemberStage>]
public sealed class MemberLog
{
    public long MemberId { get; init; }
    public string FirstName { get; init; }
    public string LastName { get; init; }
    public string Email { get; init; }
    public string Phone { get; init; }
    public string Street { get; init; }
    public string City { get; init; }
    public string PostalCode { get; init; }
    public string Country { get; init; }
    public string Segment { get; init; }
    public int Points { get; init; }
    [Number(12, 2)] public decimal CreditLimit { get; init; }
    public DateOnly BirthDate { get; init; }
    public DateTime ChangedAt { get; init; }
    [FromFile(FileFact.Name)] public string? FileName { get; init; }
    [FromFile(FileFact.RowNumber)] public long? FileRow { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class MemberLogStream : Stream<MemberLog>;

/// <summary>Members with the history of twelve attributes.</summary>
[Dimension<Members>(Scd.Type2, Deletes = Deletes.Ignore)]
public sealed class DimMember
{
    [SurrogateKey] public long MemberKey { get; init; }
    [BusinessKey] public long MemberId { get; init; }
    [Tracked] public string FirstName { get; init; }
    [Tracked] public string LastName { get; init; }
    [Tracked] public string Email { get; init; }
    [Tracked] public string Phone { get; init; }
    [Tracked] public string Street { get; init; }
    [Tracked] public string City { get; init; }
    [Tracked] public string PostalCode { get; init; }
    [Tracked] public string Country { get; init; }
    [Tracked] public string Segment { get; init; }
    [Tracked] public int Points { get; init; }
    [Tracked, Number(12, 2)] public decimal CreditLimit { get; init; }
    [Tracked] public DateOnly BirthDate { get; init; }
    [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
    [ValidTo] public DateTime? ValidTo { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    [Load]
    internal static Query<DimMember> FromLog(MemberLogStream log) =>
        from m in log
        select new DimMember
        {
            MemberId = m.MemberId,
            FirstName = m.FirstName,
            LastName = m.LastName,
            Email = m.Email,
            Phone = m.Phone,
            Street = m.Street,
            City = m.City,
            PostalCode = m.PostalCode,
            Country = m.Country,
            Segment = m.Segment,
            Points = m.Points,
            CreditLimit = m.CreditLimit,
            BirthDate = m.BirthDate,
            ValidFrom = m.ChangedAt,
        };
}

[Warehouse] public sealed class MemberWarehouse;

[RootTask<Members, MemberWarehouse>(Cron = "0 * * * * UTC"), Runs<MemberLog>] public sealed class CopyMembers;
[Task, After<CopyMembers>, Runs<DimMember>] public sealed class LoadMembers;
