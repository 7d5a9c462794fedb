using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>C# counts characters from 0, SQL from 1.</summary>
internal static class Substring
{
    public static string Spell(ExpressionWriter writer, string function, EquatableArray<Expression> arguments)
    {
        var start = arguments[1] is Literal { Value: { } value }
            && long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? (number + 1).ToString(CultureInfo.InvariantCulture)
            : writer.Write(arguments[1], Precedence.Additive) + " + 1";
        var length = arguments.Count > 2 ? ", " + writer.Write(arguments[2]) : "";
        return function + "(" + writer.Write(arguments[0]) + ", " + start + length + ")";
    }
}
