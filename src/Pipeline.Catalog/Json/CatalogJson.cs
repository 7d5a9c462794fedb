using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Pipeline.Catalog.Memory;

namespace Pipeline.Catalog.Json;

/// <summary>The catalog as JSON and back: what the compiled assembly carries and what <c>manifest.json</c> is.</summary>
/// <remarks>
/// Records are read by reflection: a member per property in camel case, nothing for null, false, an enum's first value and the empty
/// list. Where several records can stand, <c>kind</c> says which. Names, types and places are texts: <c>CURATED.DIM_CUSTOMER</c>, <c>Number(12,3)</c>, <c>Curated.cs:88</c>.
/// </remarks>
public static class CatalogJson
{
    private static readonly Type[] Families = [typeof(CatalogObject), typeof(Expression), typeof(Query), typeof(Source)];

    private static readonly Dictionary<string, Type> Kinds = typeof(CatalogJson).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && Families.Any(f => f.IsAssignableFrom(t)))
        .ToDictionary(t => t.Name, StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<CatalogObject, string> Written = new();

    /// <summary>One line, for the assembly.</summary>
    public static string Write(CatalogObject value)
    {
        var text = new JsonText(indented: false);
        Write(text, value, typeof(CatalogObject));
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write(CatalogObject)"/> wrote.</summary>
    /// <exception cref="CatalogFormatException">The text is no object of this format.</exception>
    public static CatalogObject ReadObject(string json)
    {
        var item = (CatalogObject)Read(JsonParser.Parse(json), typeof(CatalogObject))!;
        ObjectFingerprint.WasReadFrom(item, json);
        return item;
    }

    /// <summary>The whole catalog, indented, with its format's number.</summary>
    public static string WriteManifest(CompiledCatalog catalog) => WriteManifest(catalog, columns: null);

    /// <summary>The same of a complete catalog, with a map of every column, which is for reading only.</summary>
    /// <param name="catalog">The catalog, complete.</param>
    /// <param name="memory">What is remembered of the last time.</param>
    public static string WriteManifest(CompiledCatalog catalog, CatalogMemory memory)
    {
        Recall(catalog, memory);
        return WriteManifest(catalog, ManifestColumns.Of(catalog, memory));
    }

    /// <summary>Has the objects of a catalog written as a manifest has them, or remembers how they were: reading a manifest beside the catalog compares with that.</summary>
    public static void Recall(CompiledCatalog catalog, CatalogMemory memory) =>
        SideBySide.Of(catalog.Objects, item => Written.GetValue(item, i => memory.OfObject("manifest", i, catalog, _ => [Indented(i)])[0]));

    private static string WriteManifest(CompiledCatalog catalog, IReadOnlyList<string>? columns)
    {
        var text = new JsonText(indented: true);
        text.Open('{');
        text.Key("format");
        text.Bare(CompiledCatalog.Format.ToString(CultureInfo.InvariantCulture));
        text.Key("objects");
        text.Open('[');
        foreach (var item in catalog.Objects)
        {
            text.Next();
            text.Bare(InManifest(item));
        }

        text.Close(']');
        if (columns is not null)
        {
            text.Key("columns");
            text.Open('{');
            foreach (var members in columns) text.Members(members);
            text.Close('}');
        }

        text.Close('}');
        text.Bare("\n");
        return text.ToString();
    }

    /// <summary>Reads what <see cref="WriteManifest"/> wrote.</summary>
    /// <param name="json">The manifest.</param>
    /// <param name="known">A catalog whose objects stand for those that are written as they are: a manifest and the model of it differ in few objects, and only these are read.</param>
    /// <exception cref="CatalogFormatException">The text is no manifest, or of another format.</exception>
    public static CompiledCatalog ReadManifest(string json, CompiledCatalog? known = null)
    {
        if (known is not null && ReadBeside(known, json) is { } beside) return beside;
        if (JsonParser.Parse(json) is not JsonMembers members || !members.TryGetValue("format", out var format))
        {
            throw new CatalogFormatException("This is no manifest: it has no 'format'.");
        }

        if (format is not JsonNumber { Text: var number } || number != CompiledCatalog.Format.ToString(CultureInfo.InvariantCulture))
        {
            throw new CatalogFormatException($"The manifest is of another format than {CompiledCatalog.Format}; build the model again.");
        }

        members.TryGetValue("objects", out var objects);
        return new((EquatableArray<CatalogObject>)Read(objects, typeof(EquatableArray<CatalogObject>))!);
    }

    /// <summary>Whether a text stands anywhere in an object as it is written.</summary>
    /// <param name="item">The object.</param>
    /// <param name="text">A text in which nothing is escaped.</param>
    public static bool Says(CatalogObject item, string text) => (ObjectFingerprint.ReadFrom(item) ?? InManifest(item)).IndexOf(text, StringComparison.Ordinal) >= 0;

    // An object as the manifest has it: written once, however often a manifest with it is written or compared.
    private static string InManifest(CatalogObject item) => Written.GetValue(item, Indented);

    private static string Indented(CatalogObject item)
    {
        var text = new JsonText(indented: true, ManifestPieces.Depth);
        Write(text, item, typeof(CatalogObject));
        return text.ToString();
    }

    // Null where it can't be read so: reading the whole says where.
    private static CompiledCatalog? ReadBeside(CompiledCatalog known, string json)
    {
        try
        {
            return ManifestPieces.Of(json, [.. known.Objects.Select(o => (o, InManifest(o)))], ReadObject) is { } objects ? new(objects.ToEquatableArray()) : null;
        }
        catch (CatalogFormatException)
        {
            return null;
        }
    }

    private static void Write(JsonText text, object value, Type declared)
    {
        switch (value)
        {
            case string s: text.Text(s); break;
            case bool b: text.Bare(b ? "true" : "false"); break;
            case int or long: text.Bare(Convert.ToString(value, CultureInfo.InvariantCulture)!); break;
            case Enum: text.Text(EnumText.Write(value)); break;
            case QualifiedName name: text.Text(name.ToString()); break;
            case SourcePlace place: text.Text(place.ToString()); break;
            case SqlType type: text.Text(SqlTypeText.Write(type)); break;
            case IEnumerable items: WriteList(text, items, declared.GetGenericArguments()[0]); break;
            default: WriteRecord(text, value, declared); break;
        }
    }

    private static void WriteList(JsonText text, IEnumerable items, Type item)
    {
        text.Open('[');
        foreach (var value in items)
        {
            text.Next();
            Write(text, value, item);
        }

        text.Close(']');
    }

    private static void WriteRecord(JsonText text, object value, Type declared)
    {
        text.Open('{');
        if (IsFamily(declared))
        {
            text.Key("kind");
            text.Text(value.GetType().Name);
        }

        foreach (var property in RecordShape.Of(value.GetType()).Properties)
        {
            var member = property.Get(value);
            if (IsAbsent(member, property)) continue;
            text.Key(property.Key);
            Write(text, member!, property.Underlying);
        }

        text.Close('}');
    }

    private static bool IsAbsent(object? value, RecordProperty property) => value switch
    {
        null or false => true,
        string => false,
        Enum e => !property.IsNullable && Convert.ToInt64(e, CultureInfo.InvariantCulture) == 0,
        IEnumerable items => !items.GetEnumerator().MoveNext(),
        _ => false,
    };

    private static object? Read(object? value, Type declared)
    {
        var type = Underlying(declared);
        if (value is null) return null;
        try
        {
            if (type == typeof(string) || type == typeof(bool)) return value.GetType() == type ? value : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
            if (type == typeof(int) || type == typeof(long))
            {
                return Convert.ChangeType(((JsonNumber)value).Text, type, CultureInfo.InvariantCulture);
            }

            if (type.IsEnum) return EnumText.Read(type, (string)value);
            if (type == typeof(QualifiedName)) return QualifiedName.Parse((string)value);
            if (type == typeof(SourcePlace)) return SourcePlace.Parse((string)value);
            if (type == typeof(SqlType)) return SqlTypeText.Read((string)value);
            return value is List<object?> items ? ReadList(items, type) : ReadRecord((JsonMembers)value, type);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or ArgumentException or OverflowException)
        {
            throw new CatalogFormatException($"A {type.Name} of the catalog can't be read: {e.Message}");
        }
    }

    private static object ReadList(List<object?> values, Type type)
    {
        var item = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(item, values.Count);
        for (var i = 0; i < values.Count; i++) items.SetValue(Read(values[i], item), i);
        return Activator.CreateInstance(type, items)!;
    }

    private static object ReadRecord(JsonMembers members, Type declared)
    {
        var type = declared;
        if (IsFamily(declared))
        {
            if (!members.TryGetValue("kind", out var kind) || kind is not string name || !Kinds.TryGetValue(name, out type)
                || !declared.IsAssignableFrom(type))
            {
                throw new CatalogFormatException($"The catalog holds something that is no {declared.Name}.");
            }
        }

        var shape = RecordShape.Of(type);
        var arguments = Array.ConvertAll(shape.Parameters, p => p.Absent);
        for (var i = 0; i < members.Count; i++)
        {
            if (shape.Place(members[i].Key) is >= 0 and var place) arguments[place] = Read(members[i].Value, shape.Parameters[place].Type);
        }

        var record = shape.Constructor.Invoke(arguments);
        for (var i = 0; i < members.Count; i++)
        {
            if (shape.Beside(members[i].Key) is { } property) property.Set(record, Read(members[i].Value, property.Type));
        }

        return record;
    }

    // Where a base of a family is declared, any of the family can stand; a sealed record's declaration says all.
    private static bool IsFamily(Type declared) => !declared.IsSealed && Families.Any(f => f.IsAssignableFrom(declared));

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
