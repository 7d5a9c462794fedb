using System.Collections.Concurrent;
using System.Reflection;

namespace Pipeline.Catalog.Json;

/// <summary>How a record is made and read: its constructor's parameters, then what can be initialised beside them.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Shapes = new();

    private RecordShape(Type type)
    {
        Constructor = type.GetConstructors().Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type)
            .OrderByDescending(c => c.GetParameters().Length).First();
        Parameters = Constructor.GetParameters();
        // What a base declares comes first, in the order written, so that the text doesn't depend on reflection's mood.
        Properties = [.. type.GetProperties()
            .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
            .OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken)];
    }

    public ConstructorInfo Constructor { get; }

    public ParameterInfo[] Parameters { get; }

    public PropertyInfo[] Properties { get; }

    public static RecordShape Of(Type type) => Shapes.GetOrAdd(type, t => new RecordShape(t));

    private static int Depth(Type type) => type.BaseType is { } baseType ? 1 + Depth(baseType) : 0;
}
