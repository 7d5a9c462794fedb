using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>Lineage for a program: members are added, never renamed.</summary>
internal static class LineageJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = 512,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(LineageView view, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            @object = view.Found.Object.ToString(),
            direction = view.IsDown ? "down" : "up",
            columns = view.Trees.Select(t => Node(view, t)),
            rowsDecidedBy = view.IsDown ? null : Sources(view.RowsDecidedBy),
            decidesRowsOf = view.IsDown ? view.RowsDecided.Select(r => new { @object = r.Object.ToString(), ways = Names(r.Ways) }) : null,
            consumers = view.Consumers.Count == 0 ? null : view.Consumers.Select(c => new
            {
                exposure = c.Name.ToString(), kind = c.Kind, owner = c.Owner, url = c.Url, reads = c.Reads.Select(r => r.ToString()),
            }),
        },
        Options));

    private static Dictionary<string, object> Node(LineageView view, LineageNode node)
    {
        var member = view.MemberOf(node.Field);
        var json = new Dictionary<string, object> { ["field"] = node.Field.ToString() };
        void Add(string name, object? value)
        {
            if (value is not null) json[name] = value;
        }

        Add("member", member?.Member);
        Add("declared", member?.Declared?.ToString());
        Add("assigned", member is { Assigned.Count: > 0 } ? member.Assigned.Select(a => a.ToString()) : null);
        Add("contribution", node.Ways == Ways.None ? null : node.Ways.Contribution().ToString());
        Add("ways", node.Ways == Ways.None ? null : Names(node.Ways));
        Add("origins", view.IsDown || node.Nodes.Count > 0 || node.IsCut || node.Field.IsFile ? null : node.Origins.Single().Select(o => o.ToString()));
        Add(view.IsDown ? "targets" : "sources", node.Nodes.Count == 0 ? null : node.Nodes.Select(n => Node(view, n)));
        Add(view.IsDown ? "onlyFilteredBy" : "onlyFilters", node.OnlyFilters.Count == 0 ? null : Sources(node.OnlyFilters));
        Add("isCut", node.IsCut ? true : null);
        return json;
    }

    private static IEnumerable<object> Sources(EquatableArray<SourceColumn> sources) => sources.Select(s => new { field = s.Field.ToString(), ways = Names(s.Ways) });

    private static IEnumerable<string> Names(Ways ways) => ways.Single().Select(w => w.ToString());
}
