using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

/// <summary>Reads one class of the model into its object. It never throws but for a cancellation: what goes wrong is a problem of the class.</summary>
internal static class ObjectReader
{
    private static readonly Dictionary<string, Func<ReadContext, CatalogObject?>> Readers = new(StringComparer.Ordinal)
    {
        ["Database"] = DatabaseReader.Read,
        ["Schema"] = SchemaReader.Read,
        ["Warehouse"] = WarehouseReader.Read,
        ["ResourceMonitor"] = ResourceMonitorReader.Read,
        ["StorageIntegration"] = StageReader.Integration,
        ["CsvFormat"] = FileFormatReader.Csv,
        ["JsonFormat"] = FileFormatReader.Json,
        ["ParquetFormat"] = FileFormatReader.Parquet,
        ["Stage"] = StageReader.Stage,
        ["SnsTopic"] = PipeReader.Topic,
        ["Table"] = TableReader.Table,
        ["ExternalTable"] = ExternalTableReader.Read,
        ["Dimension"] = TableReader.Dimension,
        ["Calendar"] = TableReader.Calendar,
        ["Fact"] = TableReader.Fact,
        ["Pipe"] = PipeReader.Pipe,
        ["Stream"] = StreamReader.Read,
        ["View"] = ViewReader.View,
        ["MaterializedView"] = ViewReader.MaterializedView,
        ["DynamicTable"] = ViewReader.DynamicTable,
        ["RootTask"] = TaskReader.Root,
        ["Task"] = TaskReader.Task,
        ["Finalizer"] = TaskReader.Finalizer,
        ["Gate"] = GateReader.Read,
        ["Alert"] = AlertReader.Alert,
        ["EmailChannel"] = AlertReader.Email,
        ["WebhookChannel"] = AlertReader.Webhook,
        ["Role"] = RoleReader.Read,
        ["Exposure"] = ExposureReader.Read,
        ["Share"] = ShareReader.Read,
        ["MaskingPolicy"] = PolicyReader.Masking,
        ["RowAccessPolicy"] = PolicyReader.RowAccess,
        ["Tag"] = TagReader.Read,
        ["RunLedger"] = RunLedgerReader.Read,
    };

    /// <summary>Where a class is that has no place; no schema of an account.</summary>
    public const string Nowhere = "UNPLACED";

    public static ReadResult Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (KindNames.Kind(type) is not { } kind) return new(null, []);
        if (KindNames.KindWord(type) is not { } word)
        {
            return Unplaced(
                new(type, kind, new(null, type.Name), compilation, cancellation),
                [new(RuleIds.UnknownPlace, $"'{type.Name}' carries [{kind.AttributeClass?.Name}], a kind that the compiler knows nothing of; give it one of the library's, such as [Table<TSchema>]", type.Locations.FirstOrDefault() ?? Location.None)]);
        }

        if (!Readers.TryGetValue(word, out var reader))
        {
            return Unplaced(
                new(type, kind, new(null, type.Name), compilation, cancellation),
                [new(RuleIds.UnknownPlace, $"'{type.Name}' carries [{word}], which is for the library's own classes; give it a kind that makes an object, such as [Table<TSchema>]", type.Locations.FirstOrDefault() ?? Location.None)]);
        }

        if (KindNames.Of(type) is not { } name)
        {
            // A wrong kind is the cause where there is one; what follows from it stays silent.
            var nowhere = new ReadContext(type, kind, new(null, type.Name), compilation, cancellation);
            if (new WrongKind().Check(nowhere).ToList() is { Count: > 0 } wrong) return Unplaced(nowhere, wrong);
            return Unplaced(nowhere, [new(RuleIds.UnknownPlace, $"'{type.Name}' has no place in the account: {WhyNowhere(type, kind, word)}", type.Locations.FirstOrDefault() ?? Location.None)]);
        }

        var context = new ReadContext(type, kind, name, compilation, cancellation);
        CatalogObject? item = null;
        try
        {
            context.Item = item = reader(context);
            foreach (var rule in ModelRule.All)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var problem in rule.Check(context)) context.Report(problem.Rule, problem.Message, problem.Location);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A half-typed class may be anything; the build refuses what could not be read.
            context.Report(RuleIds.Unreadable, $"'{type.Name}' can't be read: {e.Message}; that is a mistake of Pipeline's own: report it with the class");
        }

        item ??= new TableObject(name, context.ClassName, []);
        var former = FormerNames.Of(type).Select(n => new QualifiedName(name.Schema, SqlName.Of(n))).ToEquatableArray();
        item = item switch { TableObject table => table with { FormerNames = former }, StreamObject stream => stream with { FormerNames = former }, _ => item };
        item = item with { Grants = GrantReader.Read(context), Tags = TagReader.On(context.Type), RowAccess = PolicyReader.On(context), Freshness = FreshnessReader.On(context, item) };
        return new(item with { At = context.Place(context.DeclarationLocation), Comment = context.Comment, Findings = context.Problems.Where(p => !ModelRule.IsWarning(p.Rule)).Select(p => new Finding(p.Rule, p.Message)).ToEquatableArray() }, context.Problems);
    }

    private static string WhyNowhere(INamedTypeSymbol type, AttributeData kind, string word) =>
        word == "Task" ? "it waits for no task of a graph; add [After<>] with a root task, or with one that leads to a root"
        : word == "Stream" && KindNames.StreamSource(type) is { } stream && KindNames.KindWord(stream) == "Stream" ? $"'{stream.Name}', whose changes it would show, is a stream itself; derive it from Stream<T> of a table"
        : (word == "Stream" ? KindNames.StreamSource(type) : kind.Argument()) is not { } named ? word == "Stream" ? "it streams nothing; derive it from Stream<T> of a table" : $"its [{word}<>] names nothing; name a class of the model"
        : KindNames.Kind(named) is null ? $"'{named.Name}', which it is of, is no object of the model; give that a kind, or name another"
        : $"'{named.Name}', which it is of, has none itself; give that one first";

    // It stays in the catalog with its finding, so that the build refuses the model also where no analyzer runs.
    private static ReadResult Unplaced(ReadContext context, IReadOnlyList<ReadProblem> problems) => new(
        new TableObject(new(Nowhere, SqlName.Of(context.Type.Name)), context.ClassName, [])
        {
            Findings = problems.Select(p => new Finding(p.Rule, p.Message)).ToEquatableArray(),
        },
        problems);
}
