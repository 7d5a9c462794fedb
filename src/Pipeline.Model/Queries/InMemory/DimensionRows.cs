using System.Globalization;
using System.Reflection;

namespace Pipeline.Model;

/// <summary>Reads of a dimension's row what its attributes say: its surrogate key, and when it is valid.</summary>
internal static class DimensionRows<T>
    where T : class
{
    private const long UnknownMember = -1;

    private static readonly PropertyInfo? SurrogateKey = ColumnWith<SurrogateKeyAttribute>();
    private static readonly PropertyInfo? ValidFrom = ColumnWith<ValidFromAttribute>();
    private static readonly PropertyInfo? ValidTo = ColumnWith<ValidToAttribute>();
    private static readonly PropertyInfo? Current = ColumnWith<IsCurrentAttribute>();

    public static long Key(T? row)
    {
        if (SurrogateKey is null)
        {
            throw new InvalidOperationException($"{typeof(T).Name} has no [SurrogateKey] column, so KeyOf has nothing to give.");
        }

        return row is null ? UnknownMember : Convert.ToInt64(SurrogateKey.GetValue(row), CultureInfo.InvariantCulture);
    }

    public static bool IsCurrent(T row) => Current?.GetValue(row) is not false;

    public static bool IsValid(T row, DateTime at) =>
        (ValidFrom?.GetValue(row) is not DateTime from || from <= at) && (ValidTo?.GetValue(row) is not DateTime to || at < to);

    private static PropertyInfo? ColumnWith<TRole>()
        where TRole : Attribute =>
        typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public).FirstOrDefault(column => column.IsDefined(typeof(TRole)));
}
