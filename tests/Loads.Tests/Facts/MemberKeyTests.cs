namespace Loads.Tests.Facts;

/// <summary>Rows -1, -2 and -3 have business keys of their own, of whatever type: a lookup finds one row at most.</summary>
public sealed class MemberKeyTests
{
    [Theory]
    [InlineData("DateTime", "Sql.TryToTimestamp(r.Value, \"YYYY-MM-DD\").OrReject()", "2024-01-01")]
    [InlineData("DateOnly", "Sql.TryToDate(r.Value, \"YYYY-MM-DD\").OrReject()", "2024-01-01")]
    [InlineData("Color", "r.Value == \"x\" ? Color.Red : Color.Unknown", "Unknown")]
    [InlineData("decimal", "Sql.TryToDecimal(r.Value, 28, 8).OrReject()", "7.5")]
    public void Fact_is_one_row_and_no_member_that_stands_for_none_is_overwritten(string type, string value, string delivered)
    {
        using var lab = new LoadLab(Model(type, value));

        lab.Deliver("rows/rows_#.csv", "id,value,name", $"1,{delivered},A");

        Assert.Equal("4", lab.Rows("SELECT COUNT(DISTINCT VALUE) FROM SHOP.DIM_THING"));
        Assert.Equal("1", lab.Rows("SELECT COUNT(*) FROM SHOP.DIM_THING WHERE NAME = 'A'"));
        Assert.Equal("1 | A", lab.Rows("SELECT f.ID, d.NAME FROM SHOP.FACT_THINGS AS f JOIN SHOP.DIM_THING AS d ON d.THING_KEY = f.THING_KEY"));
    }

    [Fact]
    public void Binary_keys_differ_too()
    {
        using var lab = new LoadLab("""
            [Schema] public sealed class Shop; [Warehouse] public sealed class Wh;
            [Table<Shop>] public sealed class Raw { public byte[] Hash { get; init; } }
            [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;
            [Dimension<Shop>(Scd.Type1)] public sealed class DimHash
            {
                [SurrogateKey] public long HashKey { get; init; }
                [BusinessKey] public byte[] Hash { get; init; }
                [Load] static Query<DimHash> From(RawStream raw) => from r in raw select new DimHash { Hash = r.Hash };
            }
            [RootTask<Shop, Wh>(EveryMinutes = 60), Runs<DimHash>] public sealed class Start;
            """);

        lab.Run();

        Assert.Equal("3", lab.Rows("SELECT COUNT(DISTINCT HASH) FROM SHOP.DIM_HASH"));
    }

    private static string Model(string type, string value) => $$"""
        [Schema] public sealed class Shop; [Warehouse] public sealed class Wh;
        public enum Color { Unknown, Red }
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/rows/"), Format<Csv>] public sealed class RowFiles;
        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw { public string? Id { get; init; } public string? Value { get; init; } public string? Name { get; init; } }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class ForDimension : Stream<Raw>;
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class ForFact : Stream<Raw>;
        [Dimension<Shop>(Scd.Type1)] public sealed class DimThing
        {
            [SurrogateKey] public long ThingKey { get; init; }
            [BusinessKey] public {{type}} Value { get; init; }
            public string? Name { get; init; }
            [Load] static Query<DimThing> From(ForDimension raw) => from r in raw select new DimThing { Value = {{value}}, Name = r.Name };
        }
        [Fact<Shop>(FactKind.Factless)] public sealed class FactThings
        {
            [Grain] public string Id { get; init; }
            [ForeignKey<DimThing>] public long ThingKey { get; init; }
            [Load] static Query<FactThings> From(ForFact raw, Query<DimThing> things) =>
                from r in raw let value = {{value}} select new FactThings { Id = r.Id.OrReject(), ThingKey = things.KeyOf(t => t.Value == value) };
        }
        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<DimThing>, Runs<FactThings>] public sealed class Load;
        """;
}
