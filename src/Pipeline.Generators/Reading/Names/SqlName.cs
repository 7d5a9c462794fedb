using System.Text;

namespace Pipeline.Generators.Reading;

/// <summary>Names of C# as names of SQL: <c>StgSales</c> is STG_SALES, <c>MVCustomer360</c> is MV_CUSTOMER360.</summary>
internal static class SqlName
{
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>The column that a header's name becomes: upper case, what is no letter or digit an underscore.</summary>
    public static string OfField(string field) =>
        new(field.Select(c => char.IsLetterOrDigit(c) || c == '_' ? char.ToUpperInvariant(c) : '_').ToArray());

    /// <summary>A word in lower case for an alias.</summary>
    public static string Alias(string name) => Of(name).ToLowerInvariant();

    /// <summary>The one of several spellings of a name that has the fewest characters; half a character has one spelling.</summary>
    public static string Composed(string name) => name.Any(char.IsSurrogate) ? name : name.Normalize();
}
