namespace Pipeline.Catalog.Lineage;

/// <summary>A column of a table, view or stream, or a field in the files of a stage; of JSON also a part of it.</summary>
/// <param name="Object">The table, or the stage.</param>
/// <param name="Column">The column, the field's name or its number (<c>$3</c>).</param>
/// <param name="Path">The part of a JSON document: <c>customer.id</c>, <c>items[].sku</c>; empty for the whole value.</param>
/// <param name="IsFile">Whether it is a field in the files of a stage.</param>
public sealed record FieldName(QualifiedName Object, string Column, string Path = "", bool IsFile = false)
{
    /// <summary>The whole record of a file that is no table of columns.</summary>
    public const string WholeRecord = "$1";

    /// <summary>The same field, whole.</summary>
    public FieldName Whole => Path.Length == 0 ? this : this with { Path = "" };

    /// <summary>A part of this field's value.</summary>
    public FieldName At(string path) => path.Length == 0 ? this : this with { Path = Joined(Path, path) };

    /// <summary>A step into JSON as it is written in a path.</summary>
    public static string PathOf(IEnumerable<JsonStep> steps) => steps.Aggregate("", (path, s) =>
        Joined(path, s.Key is null ? FormattableString.Invariant($"[{s.Index}]") : IsPlain(s.Key) ? s.Key : $"['{s.Key.Replace("'", "''")}']"));

    /// <summary><c>CURATED.FACT_SALES.TOTAL_AMOUNT</c>, <c>LANDING.RAW_ORDERS.DOCUMENT:customer.id</c>, <c>@LANDING.SALES_STAGE:QUANTITY</c>.</summary>
    public override string ToString() => IsFile
        ? $"@{Object}:{(Column == WholeRecord && Path.Length > 0 ? Path : Joined(Column, Path))}"
        : $"{Object}.{Column}{(Path.Length == 0 ? "" : ":" + Path)}";

    private static string Joined(string path, string further) =>
        path.Length == 0 ? further : further.Length == 0 || further[0] == '[' ? path + further : path + "." + further;

    private static bool IsPlain(string key) => key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$');
}
