using Pipeline.Catalog.Memory;

namespace Pipeline.Catalog.Tests.Memory;

/// <summary>A piece holds as long as each question that was asked for it has the answer that it had.</summary>
public sealed class CatalogMemoryTests
{
    private static readonly TableObject Piece = Table("PIECE");
    private static readonly TableObject Sales = Table("SALES");
    private static readonly TableObject Stores = Table("STORES");
    private static readonly ViewObject Daily = new(new("S", "DAILY"), "Daily", [], Reading(Sales.Name));
    private static readonly ViewObject Weekly = new(new("S", "WEEKLY"), "Weekly", [], Reading(Stores.Name));

    private static readonly CatalogObject[] Model = [Piece, Sales, Stores, Daily, Weekly];

    [Fact]
    public void Object_that_was_asked_for_by_its_name()
    {
        Assert.True(IsMadeAnew(c => c.Find(Sales.Name), Sales with { Comment = "other" }));
        Assert.False(IsMadeAnew(c => c.Find(Sales.Name), Stores with { Comment = "other" }));
        Assert.True(IsMadeAnew(c => c.Find(new("S", "RETURNS")), Table("RETURNS")));
    }

    [Fact]
    public void Objects_of_a_kind()
    {
        Assert.True(IsMadeAnew(c => c.All<ViewObject>(), Daily with { Comment = "other" }));
        Assert.False(IsMadeAnew(c => c.All<ViewObject>(), Sales with { Comment = "other" }));
        Assert.True(IsMadeAnew(c => c.All<StreamObject>(), Stream("SALES_STREAM", Sales.Name)));
    }

    [Fact]
    public void All_objects() => Assert.True(IsMadeAnew(c => c.Objects, Stores with { Comment = "other" }));

    [Fact]
    public void Whether_a_stream_tells_the_changes_of_a_table()
    {
        Assert.True(IsMadeAnew(c => c.IsTracked(Sales.Name), Stream("SALES_STREAM", Sales.Name)));
        Assert.False(IsMadeAnew(c => c.IsTracked(Sales.Name), Stream("STORES_STREAM", Stores.Name)));
    }

    [Fact]
    public void Streams_on_a_view()
    {
        Assert.True(IsMadeAnew(c => c.StreamsOn(Daily.Name), Stream("DAILY_STREAM", Daily.Name)));
        Assert.False(IsMadeAnew(c => c.StreamsOn(Daily.Name), Stream("WEEKLY_STREAM", Weekly.Name)));
    }

    [Fact]
    public void Whether_a_dynamic_table_reads_it()
    {
        Assert.True(IsMadeAnew(c => c.IsUnderDynamicTable(Daily.Name), Dynamic(Daily.Name)));
        Assert.False(IsMadeAnew(c => c.IsUnderDynamicTable(Daily.Name), Dynamic(Weekly.Name)));
    }

    [Fact]
    public void The_object_itself_is_asked_for() => Assert.True(IsMadeAnew(_ => null, Piece with { Comment = "other" }));

    [Fact]
    public void Order_of_the_objects_of_a_kind_counts()
    {
        var memory = new CatalogMemory();
        Assert.True(Make(memory, c => c.All<ViewObject>(), Model));
        Assert.True(Make(memory, c => c.All<ViewObject>(), [Piece, Sales, Stores, Weekly, Daily]));
    }

    [Fact]
    public void What_is_not_asked_for_is_forgotten_with_the_next_build()
    {
        var memory = new CatalogMemory();
        Assert.True(Make(memory, _ => null, Model));
        memory.Begin("");
        memory.End();
        memory.Begin("");
        memory.End();
        Assert.True(Make(memory, _ => null, Model));
    }

    private static bool IsMadeAnew(Func<CompiledCatalog, object?> ask, CatalogObject changed)
    {
        var memory = new CatalogMemory();
        Assert.True(Make(memory, ask, Model));
        Assert.False(Make(memory, ask, Model));
        return Make(memory, ask, [.. Model.Where(o => o.Name != changed.Name), changed]);
    }

    private static bool Make(CatalogMemory memory, Func<CompiledCatalog, object?> ask, CatalogObject[] objects)
    {
        var made = false;
        memory.Begin("");
        _ = memory.OfObject("a piece", objects.Single(o => o.Name == Piece.Name), new CompiledCatalog(objects.ToEquatableArray()), catalog =>
        {
            made = true;
            _ = ask(catalog);
            return [];
        });
        memory.End();
        return made;
    }

    private static TableObject Table(string name) => new(new("S", name), name, []);

    private static StreamObject Stream(string name, QualifiedName source) => new(new("S", name), name, source, StreamMode.Net);

    private static DynamicTableObject Dynamic(QualifiedName source) => new(new("S", "DYNAMIC"), "Dynamic", [], Reading(source), new(null, "WH"));

    private static SelectQuery Reading(QualifiedName source) => new([new("ID", new ColumnReference("t", "ID", SqlType.Text, true))]) { From = new ObjectSource("t", source) };
}
