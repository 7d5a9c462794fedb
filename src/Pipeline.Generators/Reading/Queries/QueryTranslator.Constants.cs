using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What is known when the model is built.</summary>
internal sealed partial class QueryTranslator
{
    private static Literal DateLiteral(IObjectCreationOperation creation, int[] parts)
    {
        try
        {
            var time = new DateTime(parts[0], parts[1], parts[2], parts.Length > 3 ? parts[3] : 0, parts.Length > 4 ? parts[4] : 0, parts.Length > 5 ? parts[5] : 0, DateTimeKind.Unspecified);
            return creation.Type!.Name == "DateOnly"
                ? new(time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SqlType.Date)
                : new(time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture), SqlType.Timestamp);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Cannot(creation, "there is no such day or time", "correct its parts");
        }
    }

    private static object? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: var value }
        ? value
        : Unwrap(operation) is { ConstantValue: { HasValue: true, Value: var inner } } ? inner
        : throw Cannot(operation, "this must be known when the model is built", "write a constant");

    private static Literal Constant(object? value, ITypeSymbol? type, IOperation at)
    {
        var plain = type is null ? null : ColumnTypes.Plain(type);
        if (value is null) return Literal.Null(plain is null ? SqlType.Text : ColumnTypes.Of(plain) ?? SqlType.Text);
        if (plain is INamedTypeSymbol { TypeKind: TypeKind.Enum } values)
        {
            // What .NET itself numbers, SQL functions number too; the model's own enums are text.
            if (values.ContainingNamespace?.ToDisplayString() == "System") return new(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), SqlType.Int32);
            var member = values.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
            return values.Word() == "ChangeAction" ? Literal.Text(member!.Name.ToUpperInvariant())
                : Literal.Text(member?.Name ?? throw Cannot(at, $"'{values.Name}' has no such member", "name one"));
        }

        return value switch
        {
            string s => Literal.Text(s),
            char c => Literal.Text(c.ToString()),
            bool b => Literal.Boolean(b),
            decimal d => NumberTypes.LiteralOf(d),
            double d => new(d.ToString("R", CultureInfo.InvariantCulture), SqlType.Float),
            float f => new(f.ToString("R", CultureInfo.InvariantCulture), SqlType.Float),
            _ => new(Convert.ToString(value, CultureInfo.InvariantCulture), ColumnTypes.Of(type!) ?? SqlType.Int64),
        };
    }
}
