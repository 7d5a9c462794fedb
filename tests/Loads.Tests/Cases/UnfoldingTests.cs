namespace Loads.Tests.Cases;

/// <summary>One row of a stream becomes several: the elements of a document, the parts of a wide row. All are counted, and a document that is rejected is kept aside.</summary>
public sealed class UnfoldingTests
{
    private const string Classes = """
        [Schema(RetentionDays = 7)] public sealed class Lab; [Warehouse] public sealed class Wh;
        [JsonFormat<Lab>(StripOuterArray = true)] public sealed class Json;
        [Stage<Lab>("s3://lab/orders/"), Format<Json>] public sealed class OrderFiles;
        [Table<Lab>, CopyFrom<OrderFiles>] public sealed class Raw
        {
            public Variant Document { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        public sealed class Order
        {
            [FromField("id")] public string? Id { get; init; }
            [FromField("low")] public int? Low { get; init; }
            [FromField("high")] public int? High { get; init; }
            [FromField("lines")] public IReadOnlyList<Line>? Lines { get; init; }
            public sealed class Line { [FromField("sku")] public string? Sku { get; init; } [FromField("n")] public int? N { get; init; } }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class ForLines : Stream<Raw>;
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class ForSingles : Stream<Raw>;
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class ForBounds : Stream<Raw>;

        [Table<Lab>] public sealed class Lines
        {
            [BusinessKey] public string Id { get; init; }
            [BusinessKey] public string Sku { get; init; }
            public int N { get; init; }
            [Load] static Query<Lines> From(ForLines raw) =>
                from r in raw
                let order = r.Document.As<Order>().OrReject("no order")
                from line in Sql.Flatten(order.Lines)
                select new Lines { Id = order.Id.OrReject("no id"), Sku = line.Sku.OrReject("no sku"), N = line.N ?? 1 };
        }
        [Table<Lab>] public sealed class Singles
        {
            [BusinessKey] public string Sku { get; init; }
            [Load] static Query<Singles> From(ForSingles raw) =>
                from r in raw
                from line in Sql.Flatten(r.Document.As<Order>().OrReject("no order").Lines)
                where line.N > 1
                select new Singles { Sku = line.Sku.OrReject("no sku") };
        }
        [Table<Lab>] public sealed class Bounds
        {
            [BusinessKey] public string Id { get; init; }
            [BusinessKey] public string Kind { get; init; }
            public int? Value { get; init; }
            [Load] static Query<Bounds> From(ForBounds raw) =>
                from r in raw
                let order = r.Document.As<Order>().OrReject("no order")
                from part in Sql.Unpivot((Kind: "LOW", Value: order.Low), (Kind: "HIGH", Value: order.High))
                select new Bounds { Id = order.Id.OrReject("no id"), Kind = part.Kind, Value = part.Value };
        }
        [RootTask<Lab, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<Lines>, Runs<Singles>, Runs<Bounds>] public sealed class Load;
        """;

    [Fact]
    public void Each_element_is_a_row_of_its_own()
    {
        using var lab = new LoadLab(Classes);
        Deliver(lab, """{"id":"A","lines":[{"sku":"x","n":2},{"sku":"y"},{"sku":"x","n":5}]}""");

        Assert.Equal("A | x | 5\nA | y | 1", Sorted(lab, "SELECT ID, SKU, N FROM LAB.LINES ORDER BY SKU", ("A | x | 2", "A | x | 5")));
        Assert.Equal("3 | 2 | 1 | 0 | 0", Ledger(lab, "LAB.LINES"));
    }

    [Fact]
    public void Document_without_elements_is_filtered_and_one_that_is_none_is_rejected()
    {
        using var lab = new LoadLab(Classes);
        Deliver(lab, """{"id":"A","lines":[]}""", """{"id":"B"}""", "\"text\"", """{"id":"C","lines":[{"sku":"x"},{"n":3}]}""");

        Assert.Equal("C | x | 1", lab.Rows("SELECT ID, SKU, N FROM LAB.LINES"));
        Assert.Equal("no order\nno sku", lab.Rows("SELECT REASON FROM LAB.REJECTED_LINES ORDER BY REASON"));
        Assert.Equal("5 | 1 | 0 | 2 | 2", Ledger(lab, "LAB.LINES"));
    }

    [Fact]
    public void Element_that_the_query_leaves_out_is_filtered()
    {
        using var lab = new LoadLab(Classes);
        Deliver(lab, """{"id":"A","lines":[{"sku":"x","n":1},{"sku":"y","n":2},{"n":3}]}""", "7");

        Assert.Equal("y", lab.Rows("SELECT SKU FROM LAB.SINGLES"));
        Assert.Equal("no order\nno sku", lab.Rows("SELECT REASON FROM LAB.REJECTED_SINGLES ORDER BY REASON"));
    }

    [Fact]
    public void Each_part_of_a_wide_row_is_a_row_of_its_own()
    {
        using var lab = new LoadLab(Classes);
        Deliver(lab, """{"id":"A","low":1,"high":9}""", """{"id":"B","low":2}""", "true");

        Assert.Equal("A | HIGH | 9\nA | LOW | 1\nB | HIGH |\nB | LOW | 2", lab.Rows("SELECT ID, KIND, VALUE FROM LAB.BOUNDS ORDER BY ID, KIND"));
        Assert.Equal("6 | 4 | 0 | 2 | 0", Ledger(lab, "LAB.BOUNDS"));
    }

    [Fact]
    public void Document_that_is_delivered_again_changes_nothing()
    {
        using var lab = new LoadLab(Classes);
        Deliver(lab, """{"id":"A","lines":[{"sku":"x"},{"sku":"y"}]}""");
        Deliver(lab, """{"id":"A","lines":[{"sku":"x"},{"sku":"y"}]}""");

        Assert.Equal("A | x | 1\nA | y | 1", lab.Rows("SELECT ID, SKU, N FROM LAB.LINES ORDER BY SKU"));
    }

    // Which of two elements with one key counts isn't said.
    private static string Sorted(LoadLab lab, string query, (string Either, string Or) tie) => lab.Rows(query).Replace(tie.Either, tie.Or, StringComparison.Ordinal);

    private static string Ledger(LoadLab lab, string table) => lab.Ledger(table, "ROWS_READ, ROWS_LOADED, ROWS_DEDUPLICATED, ROWS_REJECTED, ROWS_FILTERED");

    private static void Deliver(LoadLab lab, params string[] documents) => lab.Deliver("orders/orders_#.json", ["[" + string.Join(",\n", documents) + "]"]);
}
