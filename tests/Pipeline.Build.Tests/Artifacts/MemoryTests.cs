using Pipeline.Build.Rendering;
using Pipeline.Catalog;
using Pipeline.Catalog.Memory;

namespace Pipeline.Build.Tests;

/// <summary>A build makes anew what an edit reaches, and writes what a build would write that remembers nothing.</summary>
public sealed class MemoryTests : IDisposable
{
    private const string MemoryFile = "obj/pipeline.memory";
    private const string StoresFile = "SHOP/tables/STORES.sql";

    private static readonly SchemaObject Shop = new(new(null, "SHOP"), "Retail.Shop");
    private static readonly TableObject Sales = new(new("SHOP", "SALES"), "Retail.Sales", [new Column("ID", "Id", SqlType.Text, false), new Column("STORE", "Store", SqlType.Text, true)]);
    private static readonly TableObject Stores = new(new("SHOP", "STORES"), "Retail.Stores", [new Column("ID", "Id", SqlType.Text, false)]);
    private static readonly StreamObject SalesStream = new(new("SHOP", "SALES_STREAM"), "Retail.SalesStream", Sales.Name, StreamMode.Net);

    private readonly BuiltModel model = new() { Source = new SqlArtifactSource(), EnvironmentFile = null };

    public void Dispose() => model.Dispose();

    [Fact]
    public void Files_after_edits_are_those_of_a_first_build()
    {
        model.With(Shop, Sales, Stores).Build();
        model.With(Shop, Sales with { Comment = "Each sale." }, Stores, SalesStream).Build();
        model.With(Shop, Sales, Stores with { Columns = [.. Stores.Columns, new Column("CITY", "City", SqlType.Text, true)] }, SalesStream).Build();
        Assert.Equal(Anew(), Files());
    }

    [Fact]
    public void Edit_makes_anew_what_looks_at_it()
    {
        var memory = model.Memory = new();
        model.With(Shop, Sales, Stores).Build();
        var all = memory.Made;

        model.With(Shop, Sales, Stores with { Comment = "Where it is sold." }).Build();
        Assert.InRange(memory.Made, 1, all / 2);
    }

    [Fact]
    public void Stream_makes_its_table_anew()
    {
        model.With(Shop, Sales, Stores).Build();
        Assert.DoesNotContain("CHANGE_TRACKING", model.Folder.Read("sql/SHOP/tables/SALES.sql"), StringComparison.Ordinal);
        model.With(Shop, Sales, Stores, SalesStream).Build();
        Assert.Contains("CHANGE_TRACKING = TRUE", model.Folder.Read("sql/SHOP/tables/SALES.sql"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_template_makes_all_anew()
    {
        model.With(Shop, Sales, Stores).Build();
        model.Templates = [new("Snowflake/Schemas/schema.sql", "templates/schema.sql", "CREATE SCHEMA IF NOT EXISTS {{ schema.name }} -- ours\n;")];
        model.With(Shop, Sales, Stores).Build();
        Assert.Contains("-- ours", model.Folder.Read("sql/SHOP/schema.sql"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70)]
    [InlineData(700)]
    [InlineData(-1)]
    public void Memory_that_was_cut_off_is_none(int at)
    {
        model.With(Shop, Sales, Stores).Build();
        var whole = File.ReadAllBytes(model.Folder.File(MemoryFile));
        File.WriteAllBytes(model.Folder.File(MemoryFile), whole[..(at < 0 ? ^-at : at)]);
        model.With(Shop, Sales with { Comment = "Each sale." }, Stores).Build();
        Assert.Equal(Anew(), Files());
    }

    [Fact]
    public void Memory_of_which_any_byte_is_another_is_none()
    {
        model.With(Shop, Sales, Stores).Build();
        var whole = File.ReadAllBytes(model.Folder.File(MemoryFile));
        var random = new Random(1);
        for (var i = 0; i < 30; i++)
        {
            var spoiled = whole.ToArray();
            spoiled[random.Next(spoiled.Length)] ^= (byte)(1 + random.Next(255));
            File.WriteAllBytes(model.Folder.File(MemoryFile), spoiled);
            model.With(Shop, Sales with { Comment = $"Each sale, {i}." }, Stores).Build();
            Assert.Equal(Anew(), Files());
        }
    }

    [Fact]
    public void Verifying_remembers_nothing()
    {
        model.Memory = new();
        model.With(Shop, Sales, Stores).Build();
        var wrong = model.Memory.Pieces.Select(p => KeyValuePair.Create(p.Key, p.Value with { Texts = [.. p.Value.Texts.Select(t => t.Replace("CREATE TABLE", "CREATE TABLES", StringComparison.Ordinal))] }));
        model.Memory = new(model.Memory.Basis, wrong);
        model.With(Shop, Sales with { Comment = "Each sale." }, Stores).Build();

        // What is remembered is what is written: so it is told here, if it ever were wrong.
        Assert.Contains("CREATE TABLES", model.Folder.Read("sql/" + StoresFile), StringComparison.Ordinal);
        Assert.Contains(model.Verify(), d => d.Path == StoresFile);
    }

    [Fact]
    public void Build_that_was_refused_forgets_nothing()
    {
        var memory = model.Memory = new();
        model.With(Shop, Sales, Stores).Build();
        model.With(Shop, Sales with { Columns = [Sales.Columns[0]] }, Stores);
        Assert.Contains("PL0821", model.Errors(), StringComparison.Ordinal);

        model.With(Shop, Sales with { Comment = "Each sale." }, Stores).Build();
        var edited = memory.Made;
        model.With(Shop, Sales, Stores).Build();
        Assert.Equal(edited, memory.Made);
        Assert.Equal(Anew(), Files());
    }

    private Dictionary<string, string> Files() => model.Folder.Files("sql").ToDictionary(f => f, f => model.Folder.Read("sql/" + f));

    // The same model, in a folder in which nothing was built yet.
    private Dictionary<string, string> Anew()
    {
        using var other = new BuiltModel { Source = model.Source, EnvironmentFile = null, Templates = model.Templates };
        File.Copy(model.Folder.File("Retail.dll"), other.Folder.File("Retail.dll"));
        other.Build();
        return other.Folder.Files("sql").ToDictionary(f => f, f => other.Folder.Read("sql/" + f));
    }
}
