using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;
using Pipeline.Environments;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>The lineage of each job as an OpenLineage job event on a line of its own, as OpenLineage's file transport writes them.</summary>
/// <remarks>A job event tells of a job as it is designed, whether it ran or not: see <see href="https://openlineage.io/docs/spec/object-model"/>.</remarks>
internal sealed class OpenLineageEvents
{
    private const string Spec = "https://openlineage.io/spec/";

    private static readonly string Producer = $"urn:pipeline-tool:{typeof(OpenLineageEvents).Assembly.GetName().Version?.ToString(3)}";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = null,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly CompiledCatalog catalog;
    private readonly LineageGraph graph;
    private readonly OpenLineageNames names;

    private OpenLineageEvents(CompiledCatalog catalog, LineageGraph graph, DeploymentEnvironment environment)
    {
        this.catalog = catalog;
        this.graph = graph;
        names = new(CatalogBinding.Bind(catalog, environment), environment);
    }

    /// <param name="catalog">The model.</param>
    /// <param name="graph">Its lineage.</param>
    /// <param name="table">Only of the jobs that fill it; null for all.</param>
    /// <param name="environment">Whose account, database and buckets the names are of.</param>
    /// <param name="clock">An event has a time.</param>
    /// <param name="output">Where the events go.</param>
    public static void Write(
        CompiledCatalog catalog, LineageGraph graph, QualifiedName? table, DeploymentEnvironment environment, TimeProvider clock, TextWriter output)
    {
        var events = new OpenLineageEvents(catalog, graph, environment);
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        foreach (var job in graph.Jobs.GroupBy(j => j.Job).Where(g => table is null || g.Any(j => j.Table == table)))
        {
            output.WriteLine(JsonSerializer.Serialize(events.Event([.. job], time), Options));
        }
    }

    private Dictionary<string, object?> Event(IReadOnlyList<JobLineage> outputs, string time) => new()
    {
        ["eventTime"] = time,
        ["producer"] = Producer,
        ["schemaURL"] = Spec + "2-0-2/OpenLineage.json#/$defs/JobEvent",
        ["job"] = new Dictionary<string, object?>
        {
            ["namespace"] = names.Namespace,
            ["name"] = names.Of(outputs[0].Job),
            ["facets"] = new Dictionary<string, object?>
            {
                ["jobType"] = Facet("2-0-3", "JobTypeJobFacet", ("processingType", "BATCH"), ("integration", "SNOWFLAKE"), ("jobType", JobType(outputs[0]))),
            },
        },
        ["inputs"] = outputs.SelectMany(o => o.Columns.SelectMany(c => c.Sources).Concat(o.Rows)).Select(s => s.Field with { Column = "", Path = "" }).Distinct()
            .OrderBy(f => f.ToString(), StringComparer.Ordinal).Select(Input).ToList(),
        ["outputs"] = outputs.Select(Output).ToList(),
    };

    private Dictionary<string, object?> Input(FieldName source)
    {
        var (space, name) = names.Of(source);
        return new()
        {
            ["namespace"] = space,
            ["name"] = name,
            ["facets"] = new Dictionary<string, object?> { ["schema"] = source.IsFile ? FileSchema(source.Object) : Schema(source.Object) },
        };
    }

    private Dictionary<string, object?> Output(JobLineage output) => new()
    {
        ["namespace"] = names.Namespace,
        ["name"] = names.Of(output.Table),
        ["facets"] = new Dictionary<string, object?>
        {
            ["schema"] = Schema(output.Table),
            ["columnLineage"] = Facet("1-2-0", "ColumnLineageDatasetFacet",
                ("fields", output.Columns.Where(c => c.Sources.Count > 0).ToDictionary(c => c.Column.Column, c => new { inputFields = c.Sources.Select(InputField).ToList() })),
                ("dataset", output.Rows.Select(InputField).ToList())),
        },
    };

    private Dictionary<string, object?> InputField(SourceColumn source)
    {
        var (space, name) = names.Of(source.Field);
        return new()
        {
            ["namespace"] = space,
            ["name"] = name,
            ["field"] = OpenLineageNames.Field(source.Field),
            ["transformations"] = source.Ways.Single().Select(w => new
            {
                type = w is Ways.Identity or Ways.Transformation or Ways.Aggregation ? "DIRECT" : "INDIRECT",
                subtype = w == Ways.GroupBy ? "GROUP_BY" : w.ToString().ToUpperInvariant(),
                description = "",
                masking = false,
            }).ToList(),
        };
    }

    private Dictionary<string, object?> Schema(QualifiedName name) => Facet("1-1-1", "SchemaDatasetFacet", ("fields", graph.ColumnsOf(name)
        .Select(c => new { name = c.Name, type = SnowflakeDialect.Instance.Type(c.Type), description = c.Comment }).ToList()));

    private Dictionary<string, object?> FileSchema(QualifiedName stage) => Facet("1-1-1", "SchemaDatasetFacet", ("fields", graph.FieldsOf(stage)
        .Select(OpenLineageNames.Field).Distinct().Select(f => new { name = f }).ToList()));

    private string JobType(JobLineage output) => catalog.Find(output.Job) switch
    {
        ViewObject => "VIEW",
        DynamicTableObject => "DYNAMIC_TABLE",
        PipeObject => "PIPE",
        _ => "PROCEDURE",
    };

    private static Dictionary<string, object?> Facet(string version, string name, params (string Name, object Value)[] members)
    {
        var facet = new Dictionary<string, object?> { ["_producer"] = Producer, ["_schemaURL"] = $"{Spec}facets/{version}/{name}.json#/$defs/{name}" };
        foreach (var (member, value) in members) facet[member] = value;
        return facet;
    }
}
