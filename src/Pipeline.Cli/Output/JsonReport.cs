using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Catalog;
using Pipeline.Engine;

namespace Pipeline.Cli.Output;

/// <summary>The result of a run for a program: members are added, never renamed.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new NameConverter() },
    };

    public static void Write(RunResult result, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            succeeded = result.Succeeded,
            database = result.Database,
            runs = result.Runs.Select(r => new { delivery = r.Name, report = r.Report }),
            schedule = result.Schedule is not { } schedule ? null : new
            {
                from = schedule.From,
                until = schedule.Until,
                graphs = schedule.Graphs,
                leftOut = schedule.LeftOut.Select(l => new { root = l.Root, at = l.At }),
                pipes = schedule.Pipes,
                refreshes = schedule.Refreshes,
                quality = schedule.Quality,
                alerts = schedule.Alerts,
            },
            taskHistory = result.History,
            ledger = result.Ledger,
            role = result.Role,
            previews = result.Previews.Select(p => new { table = p.Table, count = p.Count, columns = p.Rows.Columns, rows = p.Rows.Rows.Select(r => r.Select(Value)) }),
        },
        Options));

    private static object? Value(object? value) => value is null or bool ? value : QueryResult.Text(value);

    private sealed class NameConverter : JsonConverter<QualifiedName>
    {
        public override QualifiedName Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => QualifiedName.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, QualifiedName value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
