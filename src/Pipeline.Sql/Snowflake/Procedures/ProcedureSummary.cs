namespace Pipeline.Sql.Snowflake;

/// <summary>What a procedure returns: its counters as JSON.</summary>
internal static class ProcedureSummary
{
    public static string Of(SnowflakeRenderer renderer, IEnumerable<string> counters)
    {
        var pairs = new[] { "run_id" }.Concat(counters).Select(c => renderer.Text(c) + ", " + c);
        return "RETURN OBJECT_CONSTRUCT(\n" + Layout.Indent(Layout.Lines(pairs)) + "\n)::VARCHAR";
    }
}
