namespace Pipeline.Catalog;

/// <summary>Turns a load into its statements.</summary>
public static class LoadLowering
{
    /// <summary>The name of the procedure that runs a load of the table.</summary>
    public static QualifiedName ProcedureOf(QualifiedName table) => new(table.Schema, "SP_LOAD_" + table.Name);

    /// <summary>The name of the procedure that copies files into the table.</summary>
    public static QualifiedName CopyProcedureOf(QualifiedName table) => new(table.Schema, "SP_COPY_" + table.Name);
}
