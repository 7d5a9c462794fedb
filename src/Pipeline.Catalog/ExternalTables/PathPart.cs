namespace Pipeline.Catalog;

/// <summary>A folder of a file's path that a column takes: by its key or by its level above the file.</summary>
/// <param name="Key">As in <c>month</c> of <c>month=2024-01</c>; null where the level says it.</param>
/// <param name="Level">1 for the folder that holds the file; 0 where the key says it.</param>
/// <param name="Format">How a date is written; null for anything else.</param>
public sealed record PathPart(string? Key, int Level, string? Format)
{
    /// <summary>The value of the column, of an expression that gives the file's path.</summary>
    public Expression Of(Expression path, SqlType type)
    {
        var folder = Key is { } key
            ? Part(Part(new BinaryExpression(BinaryOperator.Concat, Literal.Text("/"), path, SqlType.Text, false), "/" + key + "=", 2), "/", 1)
            : Part(path, "/", -1 - Level);
        var name = new FunctionCall("NullIf", [folder, Literal.Text("")], SqlType.Text, Nullable: true);
        return type.Kind switch
        {
            SqlTypeKind.Date => new FunctionCall("TryToDate", [name, Literal.Text(Format ?? "AUTO")], type, Nullable: true),
            SqlTypeKind.Number => new FunctionCall(type == SqlType.Int64 ? "TryToLong" : "TryToInt", [name], type, Nullable: true),
            _ => name,
        };
    }

    private static FunctionCall Part(Expression text, string separator, int number) =>
        new("SplitPart", [text, Literal.Text(separator), Literal.Integer(number)], SqlType.Text, Nullable: false);
}
