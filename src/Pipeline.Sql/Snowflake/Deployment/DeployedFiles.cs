using Pipeline.Catalog;
using Pipeline.Catalog.Memory;

namespace Pipeline.Sql.Snowflake;

/// <summary>Every object's file, in the order in which they are deployed.</summary>
internal static class DeployedFiles
{
    public static IReadOnlyList<DeployedFile> Of(SnowflakeRenderer renderer, CatalogMemory memory)
    {
        // The catalog is in the order of dependency already; a stable sort by stage keeps it.
        return OfObjects(renderer, memory).SelectMany(f => f).Concat(Tags(renderer)).Concat(Grants(renderer)).OrderBy(f => f.Stage).ToList();
    }

    private static IReadOnlyList<List<DeployedFile>> OfObjects(SnowflakeRenderer renderer, CatalogMemory memory) => SideBySide.Of(renderer.Catalog.Objects, item =>
        DeployedFile.OfTexts(memory.OfObject("files", item, renderer.Catalog, asking => Named(item, () => FilesOf(renderer.On(asking), item).SelectMany(f => f.ToTexts()).ToList()))));

    private static IEnumerable<DeployedFile> Tags(SnowflakeRenderer renderer)
    {
        var ofAccount = TagRenderer.OfAccount(renderer).ToList();
        if (ofAccount.Count > 0) yield return new(new(null, "TAGS"), "account/tags.sql", "", string.Join("\n", ofAccount) + "\n", "", DeployStage.Tags);
        foreach (var schema in renderer.Catalog.All<SchemaObject>())
        {
            var lines = TagRenderer.OfSchema(renderer, schema).ToList();
            if (lines.Count > 0) yield return new(schema.Name, ArtifactPath.OfTags(schema), schema.ClassName, string.Join("\n", lines) + "\n", "", DeployStage.Tags) { Places = schema.At?.ToString() ?? "" };
        }
    }

    private static IEnumerable<DeployedFile> Grants(SnowflakeRenderer renderer)
    {
        var ofAccount = GrantRenderer.OfAccount(renderer).Distinct().ToList();
        if (ofAccount.Count > 0) yield return new(new(null, "GRANTS"), "account/grants.sql", "", string.Join("\n", ofAccount) + "\n", "", DeployStage.Grants);
        foreach (var schema in renderer.Catalog.All<SchemaObject>())
        {
            var lines = GrantRenderer.OfSchema(renderer, schema).Distinct().ToList();
            if (lines.Count > 0) yield return new(schema.Name, ArtifactPath.OfGrants(schema), schema.ClassName, string.Join("\n", lines) + "\n", "", DeployStage.Grants) { Places = schema.At?.ToString() ?? "" };
        }
    }

    // Where the catalog can't be spelled, the message names the class to change.
    private static List<string> Named(CatalogObject item, Func<List<string>> render)
    {
        try
        {
            return render();
        }
        catch (UnspellableException exception)
        {
            throw new UnspellableException($"{(item.ClassName.Length == 0 ? "" : item.ClassName + " ")}({item.Name}): {exception.Message}");
        }
    }

    private static IEnumerable<DeployedFile> FilesOf(SnowflakeRenderer renderer, CatalogObject item)
    {
        if (item is AccountViewObject) yield break;
        if (item is RunLedgerObject)
        {
            if (MonitoringTables.AreRecorded(renderer.Catalog)) yield return Procedure(renderer, item, MonitoringTables.Recorder(renderer.Catalog), RecorderRenderer.Render(renderer));
            yield break;
        }

        if (item is GateObject gate)
        {
            yield return Procedure(renderer, gate, GateLowering.ProcedureOf(gate.Name), LoadProcedureRenderer.Render(renderer, gate, [GateLowering.Lower(renderer.Catalog, gate)]));
            yield break;
        }

        var (body, kind, stage) = item switch
        {
            RoleObject o => (RoleRenderer.Render(renderer, o), "ROLE", DeployStage.Account),
            MaskingPolicyObject o => (PolicyRenderer.Render(renderer, o), "MASKING POLICY", DeployStage.Tables),
            RowAccessPolicyObject o => (PolicyRenderer.Render(renderer, o), "ROW ACCESS POLICY", DeployStage.Tables),
            StorageIntegrationObject o => (StorageIntegrationRenderer.Render(renderer, o), "INTEGRATION", DeployStage.Account),
            SnsTopicObject o => (SnsTopicRenderer.Render(renderer, o), "INTEGRATION", DeployStage.Account),
            EmailChannelObject o => (ChannelRenderer.Render(renderer, o), "INTEGRATION", DeployStage.Channels),
            WebhookChannelObject o => (ChannelRenderer.Render(renderer, o), "INTEGRATION", DeployStage.Channels),
            AlertObject o => (AlertRenderer.Render(renderer, o), "ALERT", DeployStage.Alerts),
            ResourceMonitorObject o => (ResourceMonitorRenderer.Render(renderer, o), "RESOURCE MONITOR", DeployStage.Account),
            WarehouseObject o => (WarehouseRenderer.Render(renderer, o), "WAREHOUSE", DeployStage.Account),
            DatabaseObject o => (DatabaseRenderer.Render(renderer, o), "DATABASE", DeployStage.Databases),
            ShareObject o => (ShareRenderer.Render(renderer, o), "SHARE", DeployStage.Shares),
            SchemaObject o => (SchemaRenderer.Render(renderer, o), "SCHEMA", DeployStage.Schemas),
            TagObject o => (TagRenderer.Render(renderer, o), "TAG", DeployStage.Files),
            FileFormatObject o => (FileFormatRenderer.Render(renderer, o), "FILE FORMAT", DeployStage.Files),
            StageObject o => (StageRenderer.Render(renderer, o), "STAGE", DeployStage.Files),
            ExternalTableObject o => (ExternalTableRenderer.Render(renderer, o), "EXTERNAL TABLE", DeployStage.Tables),
            TableObject o => (TableRenderer.Render(renderer, o), "TABLE", DeployStage.Tables),
            StreamObject o => (StreamRenderer.Render(renderer, o), "STREAM", StreamStage(renderer, o)),
            PipeObject o => (PipeRenderer.Render(renderer, o), "PIPE", DeployStage.Pipes),
            ViewObject { Materialized: true } o => (MaterializedViewRenderer.Render(renderer, o), "MATERIALIZED VIEW", DeployStage.Views),
            ViewObject o => (ViewRenderer.Render(renderer, o), "VIEW", DeployStage.Views),
            DynamicTableObject o => (DynamicTableRenderer.Render(renderer, o), "DYNAMIC TABLE", DeployStage.Views),
            TaskObject o => (TaskRenderer.Render(renderer, o), "TASK", DeployStage.Tasks),
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.GetType().Name, "An object of an unknown kind."),
        };
        var granted = string.Concat(GrantRenderer.OfLate(renderer, item).Distinct().Select(g => g + "\n"));
        yield return new(item.Name, ArtifactPath.Of(item), item.ClassName, granted.Length == 0 ? body : body.TrimEnd('\n') + "\n\n" + granted, item is DatabaseObject database ? DatabaseRenderer.Leave(renderer, database) : $"DROP {kind} IF EXISTS {renderer.Name(item.Name)};", stage)
        {
            Places = PlacesOf(item),
            Rows = item is TableObject rows ? TableRenderer.RenderRows(renderer, rows) ?? "" : "",
        };

        if (item is AlertObject alert)
        {
            var sender = AlertLowering.ProcedureOf(alert.Name);
            yield return Procedure(renderer, alert, sender, AlertRenderer.Procedure(renderer, alert)) with { Drop = $"DROP PROCEDURE IF EXISTS {renderer.Name(sender)}();" };
        }

        if (item is not TableObject table) yield break;
        if (table.Copies.Count > 0)
        {
            yield return Procedure(renderer, table, LoadLowering.CopyProcedureOf(table.Name), CopyProcedureRenderer.Render(renderer, table));
        }

        var loads = LoadLowering.Of(renderer.Catalog, table).ToList();
        if (loads.Count > 0) yield return Procedure(renderer, table, loads[0].Procedure, LoadProcedureRenderer.Render(renderer, table, loads));
    }

    private static DeployStage StreamStage(SnowflakeRenderer renderer, StreamObject stream) =>
        renderer.Catalog.Find<TableObject>(stream.Source) is null ? DeployStage.StreamsOnViews : DeployStage.Streams;

    private static DeployedFile Procedure(SnowflakeRenderer renderer, CatalogObject origin, QualifiedName name, string body) => new(
        name, ArtifactPath.OfProcedure(name), origin.ClassName, body,
        $"DROP PROCEDURE IF EXISTS {renderer.Name(name)}(VARCHAR, TIMESTAMP_NTZ);", DeployStage.Procedures)
    {
        Places = origin.At?.ToString() ?? "",
    };

    // Of what is a query, the query's place too: the class may stand far from it.
    private static string PlacesOf(CatalogObject item)
    {
        var query = item switch
        {
            ViewObject view => view.Places,
            DynamicTableObject table => table.Places,
            AlertObject alert => alert.Places,
            CalendarObject calendar => calendar.Places,
            _ => null,
        };
        return query is null ? item.At?.ToString() ?? "" : $"{item.At}, its query {query.At}";
    }
}
