using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Reading;

public sealed class TaskTests
{
    private const string Graph = """
        #pragma warning disable CS8618
        [Schema] public sealed class Etl;
        [Warehouse] public sealed class Wh;
        [Table<Etl>] public sealed class Raw { public string? Id { get; init; } }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;
        [Table<Etl>] public sealed class Sales
        {
            [BusinessKey] public string Id { get; init; }
            [Load] static Query<Sales> From(RawStream raw) => from r in raw select new Sales { Id = r.Id.OrReject() };
        }
        [RootTask<Etl, Wh>(TriggerSeconds = 60, Retries = 2, TimeoutMinutes = 20, Suspended = true)] public sealed class Start;
        [Task(Suspended = true, TimeoutMinutes = 5), After<Start>, Runs<Sales>] public sealed class Load;
        [Task, After<Load>, WhenLoaded<Load>] public sealed class Tell;
        [Finalizer<Start>] public sealed class Close;
        """;

    private static readonly Lazy<CompiledModel> Model = new(() => CompiledModel.Of(Graph));

    [Fact]
    public void Root_without_a_schedule_is_triggered()
    {
        var root = Model.Value.Object<TaskObject>("ETL.START");
        Assert.True(root.IsTriggered);
        Assert.Equal((60, 2, 20, true, Overlap.None), (root.TriggerSeconds, root.Retries, root.TimeoutMinutes, root.Suspended, root.Overlap));
    }

    [Fact]
    public void Finalizer_lies_beside_its_root_and_waits_for_nothing()
    {
        var finalizer = Model.Value.Object<TaskObject>("ETL.CLOSE");
        Assert.Equal(("ETL.START", "WH", true, 0), (finalizer.Root.ToString(), finalizer.Warehouse.ToString(), finalizer.IsFinalizer, finalizer.After.Count));
    }

    [Fact]
    public void Task_may_be_suspended_and_may_ask_what_its_predecessor_loaded()
    {
        Assert.True(Model.Value.Object<TaskObject>("ETL.LOAD").Suspended);
        Assert.Equal("ETL.LOAD", Assert.Single(Model.Value.Object<TaskObject>("ETL.TELL").WhenLoaded).ToString());
    }

    [Fact]
    public void What_is_likely_not_meant_is_told_and_written_all_the_same()
    {
        var model = CompiledModel.Of(Graph.Replace("TriggerSeconds = 60", "EveryMinutes = 5, Overlap = Overlap.All", StringComparison.Ordinal));
        Assert.Equal((Overlap.All, 0), (model.Object<TaskObject>("ETL.START").Overlap, model.Object<TaskObject>("ETL.START").Findings.Count));
    }
}
