namespace Pipeline.Generators.Tests.Rules;

/// <summary>Who reads rows that may be marked as deleted says what becomes of them.</summary>
public sealed class TombstoneTests
{
    private const string Model = """
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;
        [Table<Shop>] public sealed class Raw { public string? Id { get; init; } public string? Op { get; init; } }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;
        [Table<Shop>(Deletes = Deletes.Mark)] public sealed class Orders
        {
            [BusinessKey] public string Id { get; init; }
            [IsDeleted] public bool IsDeleted { get; init; }
            [Load] static Query<Orders> From(RawStream raw) => from r in raw select new Orders { Id = r.Id.OrReject(), IsDeleted = r.Op == "D" };
        }
        [Stream] public sealed class OrdersStream : Stream<Orders>;
        KIND public sealed class Target
        {
            KEY public string Id { get; init; }
            public bool IsGone { get; init; }
            [Load] static Query<Target> From(OrdersStream orders) => QUERY;
        }
        """;

    private const string Fact = "[Fact<Shop>(FactKind.Factless)]";
    private const string RemovingFact = "[Fact<Shop>(FactKind.Factless, Deletes = Deletes.Remove)]";

    [Theory]
    [InlineData(Fact, "from o in orders select new Target { Id = o.Id, IsGone = false }", "takes them as any other; give the mark on to an [IsDeleted] column, or leave them out by where !row.IsDeleted")]
    [InlineData("[Table<Shop>]", "from o in orders select new Target { Id = o.Id, IsGone = false }", "takes them as any other; give the mark on to an [IsDeleted] column, or leave them out by where !row.IsDeleted")]
    [InlineData(Fact, "from o in orders where !o.IsDeleted select new Target { Id = o.Id, IsGone = false }", "leaves them out, while facts that are loaded stay; give the mark on to an [IsDeleted] column, or say Deletes = Deletes.Remove")]
    public void Mark_that_is_lost_is_told(string kind, string query, string told) =>
        Assert.Equal(["PL0338: 'Target.From' reads 'Orders', which marks deleted rows in 'IsDeleted', and " + told], Told(kind, query));

    [Theory]
    [InlineData(Fact, "from o in orders select new Target { Id = o.Id, IsGone = o.IsDeleted }")]
    [InlineData(RemovingFact, "from o in orders where !o.IsDeleted select new Target { Id = o.Id, IsGone = false }")]
    [InlineData("[Table<Shop>]", "from o in orders where !o.IsDeleted select new Target { Id = o.Id, IsGone = false }")]
    [InlineData("[Table<Shop>(Deletes = Deletes.Ignore)]", "from o in orders select new Target { Id = o.Id, IsGone = false }")]
    public void Mark_that_is_given_on_or_means_nothing_is_not_told(string kind, string query) => Assert.Empty(Told(kind, query));

    private static string[] Told(string kind, string query) => [.. ModelText
        .Analyze(ModelText.Compile(Model.Replace("KIND", kind, StringComparison.Ordinal).Replace("KEY", kind.StartsWith("[Fact", StringComparison.Ordinal) ? "[Grain]" : "[BusinessKey]", StringComparison.Ordinal)
            .Replace("QUERY", query, StringComparison.Ordinal)), new ModelAnalyzer())
        .Where(d => d.Id is "PL0338").Select(d => $"{d.Id}: {d.GetMessage(null)}")];
}
