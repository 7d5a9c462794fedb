using System.Globalization;
using System.Text.Json;

namespace Pipeline.Cli.Tests;

/// <summary>What OpenLineage's schema of a job event and of its facets requires, written down from the specification.</summary>
internal static class OpenLineageRules
{
    private static readonly string[] Direct = ["IDENTITY", "TRANSFORMATION", "AGGREGATION"];
    private static readonly string[] Indirect = ["JOIN", "GROUP_BY", "FILTER", "SORT", "WINDOW", "CONDITIONAL"];

    public static void Check(JsonElement jobEvent)
    {
        Only(jobEvent, "eventTime", "producer", "schemaURL", "job", "inputs", "outputs");
        Assert.True(DateTimeOffset.TryParse(Text(jobEvent, "eventTime"), CultureInfo.InvariantCulture, out _));
        Uri(jobEvent, "producer");
        Assert.EndsWith("OpenLineage.json#/$defs/JobEvent", Uri(jobEvent, "schemaURL"), StringComparison.Ordinal);

        var job = jobEvent.GetProperty("job");
        Named(job);
        Facets(job, facet =>
        {
            if (facet.Name == "jobType") Assert.All(["processingType", "integration"], member => Text(facet.Value, member));
        });

        var inputs = jobEvent.GetProperty("inputs").EnumerateArray().ToList();
        var outputs = jobEvent.GetProperty("outputs").EnumerateArray().ToList();
        Assert.NotEmpty(outputs);
        var known = inputs.Select(Named).ToHashSet();
        Assert.All(inputs, i => Facets(i, Schema));
        Assert.All(outputs, output =>
        {
            Named(output);
            Facets(output, facet => Output(output, facet, known));
        });
    }

    private static void Output(JsonElement output, JsonProperty facet, HashSet<string> inputs)
    {
        Schema(facet);
        if (facet.Name != "columnLineage") return;

        var columns = output.GetProperty("facets").GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => Text(f, "name")).ToHashSet();
        foreach (var field in facet.Value.GetProperty("fields").EnumerateObject())
        {
            Assert.Contains(field.Name, columns);
            Assert.All(field.Value.GetProperty("inputFields").EnumerateArray(), i => Input(i, inputs));
        }

        Assert.All(facet.Value.GetProperty("dataset").EnumerateArray(), i =>
        {
            Input(i, inputs);
            Assert.All(i.GetProperty("transformations").EnumerateArray(), t => Assert.Equal("INDIRECT", Text(t, "type")));
        });
    }

    private static void Input(JsonElement input, HashSet<string> inputs)
    {
        Only(input, "namespace", "name", "field", "transformations");
        Assert.Contains(Named(input), inputs);
        Text(input, "field");
        Assert.NotEmpty(input.GetProperty("transformations").EnumerateArray());
        Assert.All(input.GetProperty("transformations").EnumerateArray(), t =>
        {
            Only(t, "type", "subtype", "description", "masking");
            Assert.Contains(Text(t, "subtype"), Text(t, "type") switch { "DIRECT" => Direct, "INDIRECT" => Indirect, _ => [] });
            Assert.False(t.GetProperty("masking").GetBoolean());
        });
    }

    private static void Schema(JsonProperty facet)
    {
        if (facet.Name == "schema") Assert.All(facet.Value.GetProperty("fields").EnumerateArray(), f => Text(f, "name"));
    }

    private static void Facets(JsonElement owner, Action<JsonProperty> check)
    {
        foreach (var facet in owner.GetProperty("facets").EnumerateObject())
        {
            Uri(facet.Value, "_producer");
            Assert.Matches(@"^https://openlineage\.io/spec/facets/\d+-\d+-\d+/(\w+)\.json#/\$defs/\1$", Uri(facet.Value, "_schemaURL"));
            check(facet);
        }
    }

    private static string Named(JsonElement item) => Text(item, "namespace") + " " + Text(item, "name");

    private static string Uri(JsonElement item, string member)
    {
        Assert.True(System.Uri.IsWellFormedUriString(Text(item, member), UriKind.Absolute), Text(item, member));
        return Text(item, member);
    }

    private static string Text(JsonElement item, string member)
    {
        Assert.NotEmpty(item.GetProperty(member).GetString()!);
        return item.GetProperty(member).GetString()!;
    }

    private static void Only(JsonElement item, params string[] members) => Assert.Empty(item.EnumerateObject().Select(m => m.Name).Except(members));
}
