using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What is known when the model is built.</summary>
internal sealed partial class QueryTranslator
{
    // A time made of constants.
    private static Literal? Known(IObjectCreationOperation creation)
    {
        if (creation.Type is not { ContainingNamespace.Name: "System", Name: "DateTime" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Guid" } type) return null;
        var arguments = creation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value.ConstantValue).ToList();
        if (arguments.Count == 0 || !arguments.All(a => a.HasValue)) return null;
        try
        {
            if (type.Name == "Guid") return arguments is [{ Value: string text }] ? new(Guid.Parse(text).ToString(), SqlType.Varchar(36)) : null;
            if (arguments.Any(a => a.Value is not int)) return null;
            if (creation.Arguments.FirstOrDefault(a => a.Parameter!.Type.TypeKind == TypeKind.Enum) is { } kind)
            {
                // A kind is no part of the time; that of the machine would move it.
                if (Equals(kind.Value.ConstantValue.Value, (int)DateTimeKind.Local)) throw Cannot(kind, "a local time depends on the machine", "use DateTimeKind.Utc or Unspecified");
                arguments.RemoveAt(kind.Parameter!.Ordinal);
            }

            var p = arguments.Select(a => (int)a.Value!).ToArray();
            int At(int index) => index < p.Length ? p[index] : 0;
            return (type.Name, p.Length) switch
            {
                ("DateTime", 3 or 6 or 7) => new(new DateTime(p[0], p[1], p[2], At(3), At(4), At(5), At(6), DateTimeKind.Unspecified).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture), SqlType.Timestamp),
                ("DateOnly", 3) => new(new DateTime(p[0], p[1], p[2], 0, 0, 0, DateTimeKind.Unspecified).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SqlType.Date),
                ("TimeOnly", >= 2 and <= 4) => new(new DateTime(1, 1, 1, p[0], p[1], At(2), At(3), DateTimeKind.Unspecified).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture), SqlType.Time),
                ("TimeSpan", 3) => Span(new TimeSpan(p[0], p[1], p[2]).Ticks / 10),
                ("TimeSpan", 4 or 5) => Span(new TimeSpan(p[0], p[1], p[2], p[3], At(4)).Ticks / 10),
                _ => null,
            };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw Cannot(creation, $"there is no such {type.Name}", "correct its parts");
        }
    }

    // Fields of .NET that are as good as constants.
    private static Literal? WellKnown(IFieldSymbol field) => (field.ContainingType.Name, field.Name) switch
    {
        ("DateTime", "MinValue") => new("0001-01-01 00:00:00.000000", SqlType.Timestamp),
        ("DateTime", "UnixEpoch") => new("1970-01-01 00:00:00.000000", SqlType.Timestamp),
        ("TimeSpan", "Zero") => Span(0),
        ("Guid", "Empty") => new("00000000-0000-0000-0000-000000000000", SqlType.Varchar(36)),
        ("String", "Empty") => Literal.Text(""),
        _ => null,
    };

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
