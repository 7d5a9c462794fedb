using System.Globalization;

namespace Pipeline.Catalog;

/// <summary>Rejects a row whose business key is that of row -1, -2 or -3, or deletes such a row: it would write to the member that stands for none.</summary>
internal static class ReservedKeys
{
    /// <summary>The check of the load's rows; null where no row can have such a key.</summary>
    public static RowCheck? Of(TableObject target, SelectQuery query)
    {
        if (target is not DimensionObject || target.FirstWith(ColumnRoles.SurrogateKey) is null) return null;

        var given = query.Columns.ToDictionary(p => p.Name, p => p.Value);
        var columns = target.With(ColumnRoles.BusinessKey).ToList();
        if (columns.Count == 0 || columns.Any(c => !given.ContainsKey(c.Name))) return null;

        var reserved = Members.OfNone
            .Select(member => (Member: member, Key: columns.Zip(Members.KeyValues(target, member), (column, value) => (Column: column, Value: value)).ToList()))
            .Where(row => row.Key.All(k => CanBe(k.Column, given[k.Column.Name], k.Value))).ToList();
        if (reserved.Count == 0) return null;

        var names = string.Join(", ", columns.Select(c => c.Name));
        return new(
            names + " reserved",
            $"{names} {(columns.Count > 1 ? "are" : "is")} the key of row {Rows(reserved.Select(r => Members.KeyOf(r.Member)))}, which stands for no member",
            Condition(reserved.ConvertAll(r => r.Key), given))
        { OfTheKey = true };
    }

    private static Expression Condition(List<List<(Column Column, Expression Value)>> keys, Dictionary<string, Expression> given)
    {
        Expression Read(Column column) => new ColumnReference(BatchQuery.Alias, column.Name, given[column.Name].Type, Nullable: true);
        return keys[0].Count == 1
            ? new InExpression(Read(keys[0][0].Column), keys.Select(k => k[0].Value).Distinct().ToEquatableArray(), Negated: false)
            : Make.Or(keys.Select(key => Make.And(key.Select(k => Make.Equal(Read(k.Column), k.Value)))));
    }

    // A null is no key's equal, an enum has its members alone, and a text that the query itself says is known.
    private static bool CanBe(Column column, Expression given, Expression reserved)
    {
        if (reserved is not Literal literal) return true;
        if (literal.Value is null) return false;
        if (column.AllowedValues.Count > 0 && !column.AllowedValues.Contains(literal.Value)) return false;
        return column.Type.Kind != SqlTypeKind.Text || !AreAll(given, text => text != literal.Value);
    }

    private static bool AreAll(Expression expression, Func<string?, bool> condition) => expression switch
    {
        Literal literal => condition(literal.Value),
        Rejectable rejectable => AreAll(rejectable.Operand, condition),
        CaseExpression choice => choice.Branches.All(b => AreAll(b.Then, condition)) && (choice.Else is null || AreAll(choice.Else, condition)),
        _ => false,
    };

    private static string Rows(IEnumerable<int> numbers)
    {
        var texts = numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        return texts.Count == 1 ? texts[0] : string.Join(", ", texts.Take(texts.Count - 1)) + " or " + texts[texts.Count - 1];
    }
}
