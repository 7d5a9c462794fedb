using System.Reflection;
using System.Xml.Linq;

namespace Pipeline.Model.Tests.Documentation;

public class PublicApiTests
{
    private static readonly Assembly Model = typeof(KindAttribute).Assembly;

    private static readonly Dictionary<string, XElement> Documented = XDocument
        .Load(Path.ChangeExtension(Model.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!);

    public static TheoryData<string> PublicTypes() => [.. Model.GetExportedTypes().Select(type => type.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Type_and_each_of_its_members_has_a_summary(string name)
    {
        var type = Model.GetType(name, throwOnError: true)!;

        Assert.Equal([], NamesIn(type).Where(HasNoSummary));
    }

    [Fact]
    public void All_types_are_in_one_namespace() =>
        Assert.Equal(["Pipeline.Model"], Model.GetExportedTypes().Select(type => type.Namespace).Distinct());

    [Fact]
    public void Every_attribute_shows_an_example() =>
        Assert.Equal([], Model.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract)
            .Where(type => type != typeof(OfKindAttribute) && type != typeof(CatalogPartAttribute))
            .Select(type => "T:" + type.FullName)
            .Where(name => Documented[name].Element("example") is null));

    // Overloads and accessors are the compiler's business (CS1591); here every name has to have said something.
    private static IEnumerable<string> NamesIn(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        yield return "T:" + type.FullName;

        foreach (var property in type.GetProperties(Declared).Where(property => property.GetIndexParameters().Length == 0))
        {
            yield return $"P:{type.FullName}.{property.Name}";
        }

        foreach (var value in type.IsEnum ? type.GetFields(Declared).Where(field => field.IsLiteral) : [])
        {
            yield return $"F:{type.FullName}.{value.Name}";
        }

        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName && !IsOfTheRecord(type, method)))
        {
            yield return $"M:{type.FullName}.{method.Name}";
        }
    }

    private static bool HasNoSummary(string name)
    {
        var members = name[0] == 'M'
            ? Documented.Where(pair => pair.Key == name || pair.Key.StartsWith(name + "(", StringComparison.Ordinal)
                || pair.Key.StartsWith(name + "``", StringComparison.Ordinal)).Select(pair => pair.Value).ToList()
            : Documented.TryGetValue(name, out var member) ? [member] : IsParameterOfARecord(name) ? [new XElement("member", new XElement("inheritdoc"))] : [];

        return members.Count == 0 || members.Any(m => string.IsNullOrWhiteSpace(m.Element("summary")?.Value) && m.Element("inheritdoc") is null);
    }

    // A record's positional properties are documented by the <param> of its type.
    private static bool IsParameterOfARecord(string name)
    {
        var (type, property) = (name[2..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
        return Documented["T:" + type].Elements("param").Any(param => (string?)param.Attribute("name") == property);
    }

    private static bool IsOfTheRecord(Type type, MethodInfo method) =>
        type.GetMethod("<Clone>$") is not null || method.GetBaseDefinition().DeclaringType == typeof(object);
}
