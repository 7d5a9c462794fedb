using System.Collections.Concurrent;
using System.Reflection;

namespace Pipeline.Catalog.Json;

/// <summary>How a record is made and read: its constructor's parameters, then what can be initialised beside them.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Shapes = new();

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordProperty> beside = new(StringComparer.Ordinal);

    private RecordShape(Type type)
    {
        Constructor = type.GetConstructors().Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type)
            .OrderByDescending(c => c.GetParameters().Length).First();
        Parameters = Array.ConvertAll(Constructor.GetParameters(), p => new RecordParameter(p));
        // What a base declares comes first, in the order written, so that the text doesn't depend on reflection's mood.
        Properties = [.. type.GetProperties()
            .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
            .OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken)
            .Select(p => new RecordProperty(p, isParameter: Parameters.Any(a => a.Name == p.Name)))];
        for (var i = 0; i < Parameters.Length; i++) places[Parameters[i].Key] = i;
        foreach (var property in Properties.Where(p => !p.IsParameter)) beside[property.Key] = property;
    }

    public ConstructorInfo Constructor { get; }

    public RecordParameter[] Parameters { get; }

    public RecordProperty[] Properties { get; }

    /// <summary>Which of the parameters a member is; -1 for none.</summary>
    public int Place(string key) => places.TryGetValue(key, out var place) ? place : -1;

    /// <summary>The property that a member sets once the record is made; null for none.</summary>
    public RecordProperty? Beside(string key) => beside.TryGetValue(key, out var property) ? property : null;

    public static RecordShape Of(Type type) => Shapes.GetOrAdd(type, t => new RecordShape(t));

    private static int Depth(Type type) => type.BaseType is { } baseType ? 1 + Depth(baseType) : 0;
}

/// <summary>What a record's constructor asks for.</summary>
internal sealed class RecordParameter(ParameterInfo parameter)
{
    public string Name { get; } = parameter.Name!;

    public string Key { get; } = RecordProperty.Camel(parameter.Name!);

    public Type Type { get; } = parameter.ParameterType;

    /// <summary>What stands for it where the text says nothing.</summary>
    public object? Absent { get; } = parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
}

/// <summary>A property of a record, and its member in the text.</summary>
internal sealed class RecordProperty(PropertyInfo property, bool isParameter)
{
    public string Key { get; } = Camel(property.Name);

    public Type Type { get; } = property.PropertyType;

    /// <summary>The same without the question mark.</summary>
    public Type Underlying { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    /// <summary>Of what may be null, the first value says something.</summary>
    public bool IsNullable { get; } = Nullable.GetUnderlyingType(property.PropertyType) is not null;

    /// <summary>Whether the constructor sets it.</summary>
    public bool IsParameter { get; } = isParameter;

    public object? Get(object record) => property.GetValue(record);

    public void Set(object record, object? value) => property.SetValue(record, value);

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
