namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Models that somebody would write who doubts the compiler: each with all that is told of it, by the editor and in the catalog alike.</summary>
internal static class NastyModels
{
    private const string Shop = "[Schema] public sealed class Shop;\n";

    /// <summary>By what is nasty about it: its files, and what is told; nothing where it is as good as another.</summary>
    public static readonly IReadOnlyDictionary<string, (string[] Files, string[] Told)> All = new Dictionary<string, (string[], string[])>(StringComparer.Ordinal)
    {
        ["generic table"] = ([Shop + "[Table<Shop>] public sealed class Goods<T> { public string Id { get; init; } public T Value { get; init; } }"],
            [
                "PL0782 'Goods' has the type parameter 'T', and one class becomes one object; declare a class for each type, all derived from this one without its kind",
            ]),
        ["generic table made closed"] = ([Shop + "[Table<Shop>] public class Goods<T> { public T Value { get; init; } }\n[Table<Shop>] public sealed class Numbers : Goods<int>;"],
            [
                "PL0782 'Goods' has the type parameter 'T', and one class becomes one object; declare a class for each type, all derived from this one without its kind",
            ]),
        ["generic outer class"] = ([Shop + "public static class Outer<T> { [Table<Shop>] public sealed class Goods { public string Id { get; init; } } }"],
            [
                "PL0782 'Outer' has the type parameter 'T', and one class becomes one object; declare a class for each type, all derived from this one without its kind",
            ]),
        ["nested and private"] = ([Shop + "public static class Outer { private static class Inner { [Table<Shop>] private sealed class Goods { public string Id { get; init; } } } }"], []),
        ["two nested of one name"] = ([Shop + "public static class A { [Table<Shop>] public sealed class Goods { public string Id { get; init; } } }\npublic static class B { [Table<Shop>] public sealed class Goods { public string Id { get; init; } } }"],
            [
                "PL0102 'B.Goods' and 'A.Goods' would both be SHOP.GOODS; give one of them another Name",
            ]),
        ["partial over files"] = ([Shop + "[Table<Shop>] public sealed partial class Goods { public string Id { get; init; } }", "public sealed partial class Goods { public int Number { get; init; } }"], []),
        ["partial with the kind twice"] = ([Shop + "[Table<Shop>] public sealed partial class Goods { public string Id { get; init; } }", "[Table<Shop>] public sealed partial class Goods { public int Number { get; init; } }"],
            [
                "CS0579",
                "PL0104 'Goods' is [Table] and [Table]; one class becomes one object, so declare a second class",
            ]),
        ["partial with two schemas"] = ([Shop + "[Schema] public sealed class Other;\n[Table<Shop>] public sealed partial class Goods { public string Id { get; init; } }", "[Table<Other>] public sealed partial class Goods { public int Number { get; init; } }"],
            [
                "CS0579",
                "PL0104 'Goods' is [Table] and [Table]; one class becomes one object, so declare a second class",
            ]),
        ["record"] = ([Shop + "[Table<Shop>] public sealed record Goods(string Id) { public int Number { get; init; } }"], []),
        ["record struct"] = ([Shop + "[Table<Shop>] public record struct Goods(string Id);"],
            [
                "CS0592",
            ]),
        ["struct"] = ([Shop + "[Table<Shop>] public struct Goods { public string Id { get; init; } }"],
            [
                "CS0592",
            ]),
        ["interface"] = ([Shop + "[Table<Shop>] public interface IGoods { string Id { get; } }"],
            [
                "CS0592",
                "PL0208 'IGoods' has no column; give it public properties with 'init'",
            ]),
        ["static class"] = ([Shop + "[Table<Shop>] public static class Goods { public static string Id { get; set; } = \"\"; }"],
            [
                "PL0208 'Goods' has no column; give it public properties with 'init'",
            ]),
        ["abstract class with its heir"] = ([Shop + "[Table<Shop>] public abstract class Landed { public string Id { get; init; } }\n[Table<Shop>] public sealed class Goods : Landed { public int Number { get; init; } }"], []),
        ["verbatim names"] = (["[Schema] public sealed class @namespace;\n[Table<@namespace>] public sealed class @event { public string @class { get; init; } public int @record { get; init; } }"], []),
        ["escaped and other letters"] = (["[Schema] public sealed class Gesch\\u00e4ft;\n[Table<Geschäft>] public sealed class 数量 { public string Naïve { get; init; } }"],
            [
                "PL0108 'Geschäft' becomes GESCHÄFT, which has letters beyond A to Z, so that everybody has to write it in quotes; choose another Name",
                "PL0108 '数量' becomes 数量, which has letters beyond A to Z, so that everybody has to write it in quotes; choose another Name",
                "PL0108 'Naïve' becomes NAÏVE, which has letters beyond A to Z, so that everybody has to write it in quotes; give the property another name",
            ]),
        ["composed and decomposed twins"] = ([Shop + "[Table<Shop>] public sealed class Caf\u00e9 { public string Id { get; init; } }\n[Table<Shop>] public sealed class Cafe\u0301 { public string Id { get; init; } }"],
            [
                "PL0108 'Café' becomes CAFÉ, which has letters beyond A to Z, so that everybody has to write it in quotes; choose another Name",
                "PL0102 'Café' and 'Cafe\u0301' would both be SHOP.CAFÉ; give one of them another Name",
                "PL0108 'Cafe\u0301' becomes CAFE\u0301, which has letters beyond A to Z, so that everybody has to write it in quotes; choose another Name",
            ]),
        ["names that differ by case"] = ([Shop + "[Table<Shop>] public sealed class Goods { public string Id { get; init; } public string ID { get; init; } }\n[Table<Shop>] public sealed class GOODS { public string Id { get; init; } }"],
            [
                "PL0102 'Goods' and 'GOODS' would both be SHOP.GOODS; give one of them another Name",
                "PL0106 'ID' and 'Id' would both be the column ID; rename one of them",
            ]),
        ["no using of the vocabulary"] = (["namespace Elsewhere { [Pipeline.Model.Schema] public sealed class Shop; [Pipeline.Model.Table<Shop>] public sealed class Goods { public string Id { get; init; } } }"], []),
        ["an attribute that isn't there"] = ([Shop + "[Tabel<Shop>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "CS0246",
                "CS0246",
            ]),
        ["a schema that isn't there"] = (["[Table<Shop>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "CS0246",
            ]),
        ["a type that isn't there"] = ([Shop + "[Table<Shop>] public sealed class Goods { public string Id { get; init; } public Money Price { get; init; } }"],
            [
                "CS0246",
            ]),
        ["a base that isn't there"] = ([Shop + "[Table<Shop>] public sealed class Goods : Landed { public string Id { get; init; } }"],
            [
                "CS0246",
            ]),
        ["a name that is null"] = ([Shop + "[Table<Shop>(Name = null)] public sealed class Goods { public string Id { get; init; } }"], []),
        ["a name that is empty"] = ([Shop + "[Table<Shop>(Name = \"\")] public sealed class Goods { public string Id { get; init; } }"],
            [
                "PL0105 'Goods' can't be named '': nothing stands there; write a name",
            ]),
        ["a name by nameof and constants"] = ([Shop + "public static class Names { public const string Prefix = \"OLD_\"; }\n[Table<Shop>(Name = Names.Prefix + nameof(Goods))] public sealed class Goods { public string Id { get; init; } }"],
            [
                "PL0108 'Goods' becomes OLD_Goods, which has small letters, so that everybody has to write it in quotes; choose another Name",
            ]),
        ["a name that is computed"] = ([Shop + "[Table<Shop>(Name = Goods.Called)] public sealed class Goods { public static readonly string Called = \"X\"; public string Id { get; init; } }"],
            [
                "CS0182",
            ]),
        ["a number that is a text"] = (["[Schema(RetentionDays = \"9\")] public sealed class Shop;\n[Table<Shop>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "CS0029",
            ]),
        ["a list that is null"] = ([Shop + "[Table<Shop>(ClusterBy = null)] public sealed class Goods { public string Id { get; init; } }"], []),
        ["a list with null in it"] = ([Shop + "[Table<Shop>(ClusterBy = [null!, \"Id\"])] public sealed class Goods { public string Id { get; init; } }"],
            [
                "PL0836 'Goods' has null among its ClusterBy, which names nothing; name what is meant, or leave it out",
            ]),
        ["a property named that isn't there"] = ([Shop + "[Table<Shop>(Retension = 9)] public sealed class Goods { public string Id { get; init; } }"],
            [
                "CS0246",
            ]),
        ["an argument that is missing"] = ([Shop + "[Table<Shop>] public sealed class Goods { [Number] public decimal Price { get; init; } [Varchar] public string Id { get; init; } }"],
            [
                "CS7036",
                "CS7036",
            ]),
        ["arguments out of range"] = ([Shop + "[Table<Shop>(RetentionDays = -7)] public sealed class Goods { [Number(0, 0)] public decimal Price { get; init; } [Varchar(int.MaxValue)] public string Id { get; init; } }"],
            [
                "PL0210 'Goods' says RetentionDays = -7, which is out of range; say -1 to 90",
                "PL0204 [Number(0, 0)] of 'Price' is no type: a column has 1 to 38 digits; say so many",
                "PL0205 [Varchar(2147483647)] of 'Id' is no type: a text has 1 to 16777216 characters; leave the attribute out for a text of any length",
            ]),
        ["params that are none"] = ([Shop + "[EmailChannel] public sealed class Mail;\n[EmailChannel(null!)] public sealed class Post;\n[EmailChannel([])] public sealed class Letter;"],
            [
                "PL0711 'Mail' can't be reached: it has no recipient; name one at least",
                "PL0711 'Post' can't be reached: it has no recipient; name one at least",
                "PL0711 'Letter' can't be reached: it has no recipient; name one at least",
            ]),
        ["an enum that isn't one"] = ([Shop + "[Dimension<Shop>((Scd)7)] public sealed class DimStore { [SurrogateKey] public long Key { get; init; } [BusinessKey] public string Id { get; init; } }"],
            [
                "PL0783 'DimStore' says (Scd)7, which is no member of Scd; write Scd.Type1 or Scd.Type2",
            ]),
        ["a type argument that is a type parameter of nothing"] = ([Shop + "[Table<>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "CS7003",
            ]),
        ["a type argument that is an array"] = ([Shop + "[Table<Shop[]>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "PL0101 'Goods' has no place in the account: its [Table<>] names nothing; name a class of the model",
            ]),
        ["properties of many kinds"] = ([Shop + """
            [Table<Shop>] public sealed unsafe class Goods
            {
                public string Id { get; init; }
                public int* Pointer { get; init; }
                public (int A, string B) Pair { get; init; }
                public int[] Many { get; init; }
                public dynamic Any { get; init; }
                public nint Native { get; init; }
                public Span<int> Slice => default;
                public static string Shared { get; set; } = "";
                public string this[int i] => Id;
                public string Computed => Id;
                public required string Needed { get; set; }
                internal string Inside { get; init; }
            }
            """],
            [
                "CS0227",
                "PL0201 'Pointer' is of type 'int*', which no column can have; use string, bool, a number, DateTime, DateOnly, TimeOnly, Guid, an enum, Variant or a shape with [FromField]",
                "PL0201 'Pair' is of type '(int A, string B)', which no column can have; use string, bool, a number, DateTime, DateOnly, TimeOnly, Guid, an enum, Variant or a shape with [FromField]",
                "PL0201 'Many' is of type 'int[]', which no column can have; use string, bool, a number, DateTime, DateOnly, TimeOnly, Guid, an enum, Variant or a shape with [FromField]",
                "PL0108 'Any' becomes ANY, a word of SQL, so that everybody has to write it in quotes; give the property another name",
                "PL0201 'Any' is of type 'dynamic', which no column can have; use string, bool, a number, DateTime, DateOnly, TimeOnly, Guid, an enum, Variant or a shape with [FromField]",
                "PL0201 'Native' is of type 'nint', which no column can have; use string, bool, a number, DateTime, DateOnly, TimeOnly, Guid, an enum, Variant or a shape with [FromField]",
                "PL0212 'Inside' is no column, since it isn't public; make it public",
            ]),
        ["a property hidden by an heir"] = ([Shop + "public class Landed { public string Id { get; init; } }\n[Table<Shop>] public sealed class Goods : Landed { public new int Id { get; init; } }"], []),
        ["a table that inherits itself"] = ([Shop + "[Table<Shop>] public class Goods : Goods { public string Id { get; init; } }"],
            [
                "CS0146",
            ]),
        ["classes that inherit each other"] = ([Shop + "[Table<Shop>] public class A : B { public string Id { get; init; } }\n[Table<Shop>] public class B : A { public string Name { get; init; } }"],
            [
                "CS0146",
                "CS0146",
            ]),
        ["a shape that holds itself"] = ([Shop + "public sealed class Node { [FromField(\"next\")] public Node? Next { get; init; } [FromField(\"id\")] public string? Id { get; init; } }\n[Table<Shop>] public sealed class Goods { public Variant? Document { get; init; } public Node? Node { get; init; } }"], []),
        ["a schema of itself"] = (["[Table<Goods>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "PL0103 'Goods' is a table, and [Table<>] of 'Goods' takes a schema; name a class of that kind",
            ]),
        ["a stream of itself"] = ([Shop + "[Stream] public sealed class S : Stream<S>;"],
            [
                "PL0101 'S' has no place in the account: 'S', whose changes it would show, is a stream itself; derive it from Stream<T> of a table",
            ]),
        ["streams of each other"] = ([Shop + "[Stream] public sealed class A : Stream<B>;\n[Stream] public sealed class B : Stream<A>;"],
            [
                "PL0101 'A' has no place in the account: 'B', whose changes it would show, is a stream itself; derive it from Stream<T> of a table",
                "PL0101 'B' has no place in the account: 'A', whose changes it would show, is a stream itself; derive it from Stream<T> of a table",
            ]),
        ["a view of itself"] = ([Shop + "[View<Shop>] public sealed class V { public string Id { get; init; } [Define] static Query<V> Of(Query<V> rows) => rows; }"],
            [
                "PL0607 'V' reads itself; let it read what it is made of",
            ]),
        ["views of each other"] = ([Shop + "[View<Shop>] public sealed class A { public string Id { get; init; } [Define] static Query<A> Of(Query<B> rows) => from r in rows select new A { Id = r.Id }; }\n[View<Shop>] public sealed class B { public string Id { get; init; } [Define] static Query<B> Of(Query<A> rows) => from r in rows select new B { Id = r.Id }; }"],
            [
                "PL0607 'A', 'B' read each other in a circle; let one of them read what the others are made of",
            ]),
        ["a method that calls itself"] = ([Shop + "[Table<Shop>] public sealed class T { public int N { get; init; } }\n[View<Shop>] public sealed class V { public int N { get; init; } [Define] static Query<V> Of(Query<T> rows) => from r in rows select new V { N = Twice(r.N) }; static int Twice(int n) => n == 0 ? 0 : Twice(n - 1); }"],
            [
                "PL0601 'Twice' calls itself; write it out, since SQL has no recursion in an expression",
            ]),
        ["a task that waits for itself"] = ([Shop + "[Warehouse] public sealed class Wh;\n[RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Root;\n[Task, After<Root>, After<T>] public sealed class T;"],
            [
                "PL0504 'T' waits for itself; remove that [After<>]",
            ]),
        ["tasks that wait for each other alone"] = ([Shop + "[Task, After<B>] public sealed class A;\n[Task, After<A>] public sealed class B;"],
            [
                "PL0101 'A' has no place in the account: it waits for no task of a graph; add [After<>] with a root task, or with one that leads to a root",
                "PL0101 'B' has no place in the account: it waits for no task of a graph; add [After<>] with a root task, or with one that leads to a root",
            ]),
        ["a finalizer of a task"] = ([Shop + "[Warehouse] public sealed class Wh;\n[RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Root;\n[Task, After<Root>] public sealed class T;\n[Finalizer<T>] public sealed class F;"],
            [
                "PL0103 'T' is a task, and [Finalizer<>] of 'F' takes a root task; name a class of that kind",
            ]),
        ["a root that waits"] = ([Shop + "[Warehouse] public sealed class Wh;\n[RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Root;\n[RootTask<Shop, Wh>(EveryMinutes = 60), After<Root>] public sealed class Second;"],
            [
                "PL0784 'Second' is a root task, which its schedule starts, and can't wait for 'Root'; make it a [Task], or remove its [After<>]",
            ]),
        ["roles that include each other"] = (["[Role, Includes<B>] public sealed class A;\n[Role, Includes<A>] public sealed class B;"],
            [
                "PL0787 'A' includes 'B', which includes 'A' in the end; remove one [Includes<>] of that circle",
                "PL0787 'B' includes 'A', which includes 'B' in the end; remove one [Includes<>] of that circle",
            ]),
        ["an empty namespace"] = (["namespace Nothing { }\nnamespace Shops { [Schema] public sealed class Shop; namespace Deeper.Still { [Table<Shop>] public sealed class Goods { public string Id { get; init; } } } }"], []),
        ["a file-scoped namespace"] = (["namespace Shops;\n[Schema] public sealed class Shop;\n[Table<Shop>] public sealed class Goods { public string Id { get; init; } }"], []),
        ["file-local types"] = ([Shop + "[Table<Shop>] file sealed class Goods { public string Id { get; init; } }", "[Table<Shop>] file sealed class Goods { public string Name { get; init; } }"],
            [
                "PL0102 'Goods' and 'Goods' would both be SHOP.GOODS; give one of them another Name",
            ]),
        ["one name in two namespaces"] = ([Shop + "namespace A { [Table<Shop>] public sealed class Goods { public string Id { get; init; } } }\nnamespace B { [Table<Shop>] public sealed class Goods { public string Id { get; init; } } }"],
            [
                "PL0102 'B.Goods' and 'A.Goods' would both be SHOP.GOODS; give one of them another Name",
            ]),
        ["one class twice"] = ([Shop + "[Table<Shop>] public sealed class Goods { public string Id { get; init; } }\n[Table<Shop>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "CS0579",
                "PL0104 'Goods' is [Table] and [Table]; one class becomes one object, so declare a second class",
                "CS0101",
            ]),
        ["one property twice"] = ([Shop + "[Table<Shop>] public sealed class Goods { public string Id { get; init; } public string Id { get; init; } }"],
            [
                "CS0102",
            ]),
        ["one method twice"] = ([Shop + "[Table<Shop>] public sealed class T { public string Id { get; init; } }\n[View<Shop>] public sealed class V { public string Id { get; init; } [Define] static Query<V> Of(Query<T> rows) => from r in rows select new V { Id = r.Id }; [Define] static Query<V> Of(Query<V> rows) => rows; }"],
            [
                "PL0786 'Of' and 'Of' of 'V' both have [Define], of which one alone is read; keep one of them, or let one call the other",
            ]),
        ["statements of a program"] = (["Console.WriteLine(1);\n[Schema] public sealed class Shop;\n[Table<Shop>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "CS8805",
            ]),
        ["a condition of the compiler"] = (["#define BIG\n[Schema] public sealed class Shop;\n#if BIG\n[Table<Shop>]\n#else\n[View<Shop>]\n#endif\npublic sealed class Goods { public string Id { get; init; }\n#if SMALL\npublic int Number { get; init; }\n#endif\n}"], []),
        ["a condition that doesn't end"] = ([Shop + "#if X\n[Table<Shop>] public sealed class Goods { public string Id { get; init; } }"],
            [
                "CS1027",
            ]),
        ["another file by its lines"] = ([Shop + "#line 100 \"Elsewhere.cs\"\n[Table<Shop>] public sealed class Goods { public TimeSpan Duration { get; init; } }"],
            [
                "PL0201 'Duration' is of type 'TimeSpan', which no column can have; use string, bool, a number, DateTime, DateOnly, TimeOnly, Guid, an enum, Variant or a shape with [FromField]",
            ]),
        ["two kinds"] = ([Shop + "[Table<Shop>, View<Shop>, Schema] public sealed class Goods { public string Id { get; init; } }"],
            [
                "PL0104 'Goods' is [Table] and [View]; one class becomes one object, so declare a second class",
            ]),
        ["a kind of the library's own"] = (["[Kind] public sealed class Odd { }"],
            [
                "CS0653",
            ]),
        ["an own kind"] = (["public sealed class OwnAttribute : KindAttribute;\n[Own] public sealed class Odd { }"],
            [
                "PL0101 'Odd' carries [OwnAttribute], a kind that the compiler knows nothing of; give it one of the library's, such as [Table<TSchema>]",
            ]),
        ["vocabulary that the user writes anew"] = (["namespace Pipeline.Model { public sealed class TableAttribute : Attribute; }\n[Table] public sealed class Goods { public string Id { get; init; } }"], []),
        ["an alias for the attribute"] = (["using T = Pipeline.Model.TableAttribute<Shop>;\n[Schema] public sealed class Shop;\n[T] public sealed class Goods { public string Id { get; init; } }"], []),
        ["nothing but the attribute"] = (["[Table<"],
            [
                "CS1003",
                "CS1003",
                "CS1031",
            ]),
        ["a body that is missing"] = ([Shop + "[View<Shop>] public sealed class V { public string Id { get; init; } [Define] static partial Query<V> Of(Query<V> rows); [Load] static extern Query<V> From(); }"],
            [
                "CS0751",
                "CS8796",
                "PL0785 [Load] of 'From' says nothing in a view, so the method is never read; remove it, or make 'V' a [Table<>], a [Dimension<>] or a [Fact<>]",
            ]),
        ["a load of loads"] = ([Shop + "[Table<Shop>] public sealed class T { [BusinessKey] public string Id { get; init; } [Load, Define] static Query<T> From(Query<T> rows) => rows; [Load] Query<T> Again(ref Query<T> rows) => rows; [Expect] static bool Ok<X>(T row, X x) => true; }"],
            [
                "PL0785 [Define] of 'From' says nothing in a table, so the method is never read; remove it, or make 'T' a [View<>], a [DynamicTable<,>] or a [Calendar<>]",
                "PL0203 [Load] can't read 'Again': it isn't static; write static Query<T> Again(..) with the streams and tables that it reads",
                "CS7036",
                "PL0203 [Expect] can't read 'Ok': it is generic; write static bool Ok(T row)",
            ]),
        ["a name with half a letter"] = ([Shop + "[Table<Shop>(Name = \"A\\ud800\")] public sealed class Goods { public string Id { get; init; } }"],
            [
                "PL0105 'Goods' can't be named 'A\ud800': it holds a character that can't be seen; leave that out",
                "PL0108 'Goods' becomes A\ud800, which has letters beyond A to Z, so that everybody has to write it in quotes; choose another Name",
            ]),
        ["a stream of a stream"] = ([Shop + "[Table<Shop>] public sealed class T { public string Id { get; init; } }\n[Stream] public sealed class A : Stream<T>;\n[Stream] public sealed class B : Stream<A>;"],
            [
                "PL0405 No load reads 'A': it grows stale, and until then SHOP.T keeps every change for it; read it in a load, or remove it",
                "PL0410 'B' can't stream 'A': SHOP.A is no table, view or dynamic table of the model; derive it from Stream<T> of one",
            ]),
        ["a load in a view"] = ([Shop + "[Table<Shop>] public sealed class T { public string Id { get; init; } }\n[View<Shop>] public sealed class V { public string Id { get; init; } [Load] static Query<V> From(Query<T> rows) => from r in rows select new V { Id = r.Id }; }"],
            [
                "PL0202 'V' says nothing of its rows; write a static method with [Define] that returns Query<V>",
                "PL0785 [Load] of 'From' says nothing in a view, so the method is never read; remove it, or make 'V' a [Table<>], a [Dimension<>] or a [Fact<>]",
            ]),
        ["a query of everything else"] = ([Shop + "[Table<Shop>] public sealed class T { public string Id { get; init; } public int N { get; init; } }\n[View<Shop>] public sealed class V { public int N { get; init; } [Define] static Query<V> Of(Query<T> rows) => from r in rows let f = (Func<int, int>)(x => x) let a = new[] { 1 } where r.N is > 1 and not 3 select new V { N = f(a[^1]) + checked((int)(object)r.N) }; }"],
            [
                "PL0601 '(Func<int, int>)(x => x)': a delegate can't be translated to SQL; write it with operators, patterns, methods of your own or Sql.Raw",
                "PL0601 'new[] { 1 }': a list can't be translated to SQL; write it with operators, patterns, methods of your own or Sql.Raw",
            ]),
    };
}
