using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Tests.Hostile;

/// <summary>A model with a text in every place that takes one. The tame model has a plain word there, which tells the place.</summary>
internal sealed class HostileModel
{
    private readonly HostileChoice choice;
    private readonly List<(string Tame, string Hostile)> places = [];
    private int count;

    private HostileModel(HostileChoice choice)
    {
        this.choice = choice;
        Source = Write();
    }

    public string Source { get; }

    /// <summary>Each word of the tame model, and what stands in its place.</summary>
    public IReadOnlyList<(string Tame, string Hostile)> Places => places;

    /// <summary>The texts of the view's columns.</summary>
    public List<string> Selected { get; } = [];

    public static HostileModel Tame { get; } = new(HostileChoice.None);

    public static HostileModel Of(HostileChoice choice) => new(choice);

    public CSharpCompilation Compile()
    {
        var compilation = ModelText.Compile(Source);
        return compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], compilation.SyntaxTrees[0].WithFilePath(choice.File));
    }

    private string Write()
    {
        var (shop, raw, document, clean, load, check, mask) = (Identifier(), Identifier(), Identifier(), Identifier(), Identifier(), Identifier(), Identifier());
        var (known, stage, stream, parsed) = (Identifier(), Identifier(), Identifier(), Identifier());
        var (code, kind, kinds, note, local) = (Identifier(), Identifier(), Identifier(), Identifier(), Identifier());
        return $$"""
            #pragma warning disable CS8618
            namespace {{Identifier()}};
            {{Doc()}}[Schema(Name = {{Name()}})] public sealed class Lake;
            {{Doc()}}[Schema] public sealed class {{shop}};
            {{Doc()}}[Warehouse(Name = {{Name()}})] public sealed class Wh;
            {{Doc()}}[Role(Name = {{Name()}}, RunsLoads = true)] public sealed class Loader;
            [Role, Includes<Loader>] public sealed class {{Identifier()}};
            {{Doc()}}[StorageIntegration(Name = {{Name()}}, RoleArn = "arn:aws:iam::1:role/" + {{Option()}}, AllowedLocations = ["s3://b/", "s3://c/" + {{Option()}} + "/"], BlockedLocations = ["s3://b/closed/" + {{Option()}} + "/"], ExternalId = {{Option()}})] public sealed class Bucket;
            {{Doc()}}[CsvFormat<Lake>(Name = {{Name()}}, SkipHeader = 1, NullIf = [{{Option()}}, {{Option()}}])] public sealed class Csv;
            {{Doc()}}[JsonFormat<Lake>(Name = {{Name()}})] public sealed class Json;
            {{Doc()}}[Stage<Lake>("s3://b/" + {{Option()}} + "/", Name = {{Name()}}), Through<Bucket>, Format<Csv>] public sealed class CsvStage;
            [Stage<Lake>("s3://b/d/" + {{Option()}} + "/"), Through<Bucket>, Format<Json>] public sealed class {{stage}};
            {{Doc()}}[SnsTopic("arn:aws:sns:" + {{Option()}} + ":errors", Name = {{Name()}}, RoleArn = "arn:aws:iam::1:role/" + {{Option()}})] public sealed class Errors;

            {{Doc()}}[Table<Lake>(Name = {{Name()}}), CopyFrom<CsvStage>(Pattern = {{Option()}})]
            public sealed class {{raw}}
            {
                {{Doc()}}public string? {{code}} { get; init; }
                {{Doc()}}public string? {{note}} { get; init; }
                [FromFile(FileFact.Name)] public string File { get; init; }
            }

            [Table<Lake>, CopyFrom<{{stage}}>(OnError = OnError.SkipFile)] public sealed class {{document}} { public Variant Body { get; init; } }
            {{Doc()}}[Pipe<{{document}}>(Name = {{Name()}}, SnsTopic = {{Option()}} + ":arrivals"), ErrorsTo<Errors>] public sealed class Arrivals;
            {{Doc()}}[Stream(Name = {{Name()}}, Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<{{raw}}>;
            [Stream(Mode = StreamMode.AppendOnly)] public sealed class {{stream}} : Stream<{{document}}>;

            public sealed class Shape { [FromField("a b" + {{Literal()}})] public string? Text { get; init; } [FromField("a b" + {{Literal()}})] public Shape? Inner { get; init; } }
            public enum {{kind}} { None, {{Identifier()}} }

            {{Doc()}}[Table<{{shop}}>(Name = {{Name()}})]
            public sealed class {{clean}}
            {
                {{Doc()}}[BusinessKey] public string {{code}} { get; init; }
                [Masked<{{mask}}>] public string? {{note}} { get; init; }
                public {{kind}} {{kinds}} { get; init; }

                {{Doc()}}[Load]
                internal static Query<{{clean}}> {{load}}(RawStream rows) =>
                    from {{local}} in {{known}}(rows)
                    where {{local}}.{{note}} != {{Literal()}}
                    let text = {{local}}.{{note}} + {{Literal()}}
                    select new {{clean}} { {{code}} = {{local}}.{{code}}.OrReject({{Literal()}}), {{note}} = text == {{Literal()}} ? null : text, {{kinds}} = {{kind}}.None };

                {{Doc()}}private static Query<{{raw}}> {{known}}(Query<{{raw}}> {{local}}) => from r in {{local}} where r.{{code}} != {{Literal()}} select r;

                [Expect(OnViolation.Reject)] internal static bool {{check}}({{clean}} row) => row.{{note}} != {{Literal()}};
            }

            [Table<{{shop}}>]
            public sealed class {{parsed}}
            {
                [BusinessKey] public string Text { get; init; }
                [Load] internal static Query<{{parsed}}> From({{stream}} rows) =>
                    from r in rows
                    let shape = r.Body.As<Shape>().OrReject({{Literal()}})
                    select new {{parsed}} { Text = (shape.Inner?.Text).OrReject({{Literal()}}) };
            }

            {{Doc()}}[Table<{{shop}}>(Name = {{Name()}})]
            public sealed class Mapping
            {
                [BusinessKey, Varchar(1000)] public string RoleName { get; init; }
                [BusinessKey, Varchar(1000)] public string {{note}} { get; init; }
                [Rows] internal static Mapping[] All() => [new() { RoleName = {{Literal()}}, {{note}} = {{Literal()}} }];
            }

            {{Doc()}}[MaskingPolicy<{{shop}}>(Name = {{Name()}})]
            public sealed class {{mask}} : IMask<string?> { public static string? Mask(string? value) => Sql.IsRoleInSession<Loader>() || Sql.IsRoleInSession({{Literal()}}) ? value : {{Literal()}}; }

            {{Doc()}}[RowAccessPolicy<{{shop}}>(Name = {{Name()}})]
            public sealed class Rows
            {
                [Allow] internal static bool May(string {{local}}, Query<Mapping> mapping) => Sql.IsRoleInSession<Loader>() || mapping.Any(m => m.{{note}} == {{local}} && Sql.IsRoleInSession(m.RoleName));
            }

            {{Doc()}}[View<{{shop}}>(Name = {{Name()}}), RowAccess<Rows>(nameof({{code}}))]
            public sealed class Texts
            {
                {{Doc()}}public string {{code}} { get; init; }
                public string First { get; init; }
                {{Doc()}}public string Second { get; init; }
                public string? Third { get; init; }
                [Define] static Query<Texts> Of(Query<{{clean}}> {{local}}) =>
                    from row in {{local}}
                    select new Texts { {{code}} = row.{{code}}, First = {{Select()}}, Second = {{Select()}} + {{Select()}}, Third = row.{{note}} == {{Literal()}} ? null : {{Select()}} };
            }

            {{Doc()}}[DynamicTable<{{shop}}, Wh>(Name = {{Name()}}, LagMinutes = 60)]
            public sealed class Summary
            {
                {{Doc()}}public string {{note}} { get; init; }
                public long Rows { get; init; }
                [Define] static Query<Summary> Of(Query<{{clean}}> rows) => from r in rows group r by r.{{note}} ?? {{Literal()}} into g select new Summary { {{note}} = g.Key, Rows = g.Count(r => r.{{code}} != {{Literal()}}) };
            }

            {{Doc()}}[Gate<{{shop}}, {{shop}}>(Name = {{Name()}})]
            public sealed class Gate
            {
                {{Doc()}}[Check] internal static Query<{{clean}}> {{check}}(Query<{{clean}}> rows) => from r in rows where r.{{note}} == {{Literal()}} select r;
            }

            {{Doc()}}[RunLedger<{{shop}}>] public sealed class Ledger;
            {{Doc()}}[RootTask<{{shop}}, Wh>(Name = {{Name()}}, Cron = "7 * * * * UTC")] public sealed class Root;
            {{Doc()}}[Task(Name = {{Name()}}), After<Root>, When<RawStream>, Runs<{{raw}}>, Runs<{{clean}}>] public sealed class Copy;
            [Task, After<Copy>, WhenLoaded<Copy>, Runs<Gate>, Runs<{{parsed}}>] public sealed class {{Identifier()}};

            {{Doc()}}[Database(Name = {{Name()}})] public sealed class Everything;
            {{Doc()}}[Schema(Name = {{Name()}}, Published = true)] public sealed class Marts;
            {{Doc()}}[ResourceMonitor(Name = {{Name()}}, CreditQuota = 10, SuspendAtPercent = 100)] public sealed class Quota;
            {{Doc()}}[Warehouse(Name = {{Name()}}), LimitedBy<Quota>, Tagged<Owner>({{Literal()}})] public sealed class Small;
            {{Doc()}}[Tag<Marts>(Name = {{Name()}})] public sealed class Owner;
            {{Doc()}}[Tag<Marts>({{Literal()}}, "another " + {{Literal()}})] public sealed class Center;
            {{Doc()}}[ExternalTable<Lake, CsvStage>(Name = {{Name()}}, Path = "prices/", Pattern = ".*" + {{Option()}}, AutoRefresh = true)]
            public sealed class Prices
            {
                {{Doc()}}[FromPath({{Key()}})] public string? {{Identifier()}} { get; init; }
                {{Doc()}}public string? {{Identifier()}} { get; init; }
            }

            {{Doc()}}[Table<Marts>(Name = {{Name()}})]
            public sealed class Plain
            {
                {{Doc()}}[BusinessKey, Tagged<Owner>({{Literal()}})] public string {{code}} { get; init; }
                [Sequence] public DateTime {{note}} { get; init; }
                public string {{local}} { get; init; }
                [Load] internal static Query<Plain> From(PlainStream rows) => from r in rows select new Plain { {{code}} = r.{{code}}, {{note}} = r.{{note}}, {{local}} = r.{{code}} + {{Literal()}} };
            }

            {{Doc()}}[Table<Lake>(Name = {{Name()}})] public sealed class Delivered { [BusinessKey] public string {{code}} { get; init; } [BusinessKey, Sequence] public DateTime {{note}} { get; init; } }
            [Stream(Name = {{Name()}})] public sealed class PlainStream : Stream<Delivered>;
            {{Doc()}}[MaterializedView<Marts>(Name = {{Name()}})]
            public sealed class Kept
            {
                {{Doc()}}public string {{code}} { get; init; }
                [Define] static Query<Kept> Of(Query<Plain> rows) => from r in rows where r.{{code}} != {{Literal()}} select new Kept { {{code}} = r.{{code}} };
            }

            {{Doc()}}[View<Marts>(Name = {{Name()}}, Secure = true)]
            public sealed class Given
            {
                {{Doc()}}public string {{code}} { get; init; }
                [Define] static Query<Given> Of(Query<Plain> rows) => from r in rows where r.{{code}} != {{Literal()}} select new Given { {{code}} = r.{{code}} };
            }

            {{Doc()}}[Share(Name = {{Name()}}, Owner = {{Literal()}}), Reads<Given>] public sealed class Outside;
            {{Doc()}}[Exposure(Consumer.Dashboard, Name = {{Name()}}, Owner = {{Literal()}}), Reads<Given>] public sealed class Board;
            {{Doc()}}[EmailChannel("a@" + {{Option()}}, Name = {{Name()}})] public sealed class Mail;
            {{Doc()}}[WebhookChannel(Webhook.Slack, Secret = "OPS.SLACK", Name = {{Name()}})] public sealed class Team;
            {{Doc()}}[Alert<Marts, Small>(Name = {{Name()}}, EveryMinutes = 60), Notifies<Mail>, Notifies<Team>]
            public sealed class Missing
            {
                [Alarms] static Query<Alarm> Found(Query<Plain> rows) => from r in rows where r.{{code}} == {{Literal()}} select new Alarm { Subject = {{Literal()}}, Message = r.{{code}} + {{Literal()}} };
            }
            """;
    }

    private string Select()
    {
        Selected.Add(choice.Literal(count + 1) ?? $"lit{count + 1}x");
        return Literal();
    }

    private string Literal() => Quoted(choice.Literal(++count));

    private string Option() => Quoted(choice.Option(++count));

    private string Quoted(string? hostile)
    {
        var tame = $"lit{count}x";
        places.Add((tame, hostile ?? tame));
        return SymbolDisplay.FormatLiteral(hostile ?? tame, quote: true);
    }

    // The key of a folder: what stands before '=' in its name.
    private string Key() => Quoted(choice.Literal(++count)?.Replace("=", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal) is { } key ? "k" + key : null);

    private string Name()
    {
        var tame = $"TAME{++count}X";
        var name = tame + choice.Name(count);
        Add(tame, name);
        return SymbolDisplay.FormatLiteral(name, quote: true);
    }

    // Half of the letters as escapes, which are the same to C#.
    private string Identifier()
    {
        var tame = $"Tame{++count}x";
        var name = tame + choice.Identifier(count);
        Add(tame, name);
        return string.Concat(name.Select((c, i) => (i + count) % 2 == 0 && c > 127 ? $"\\u{(int)c:x4}" : c.ToString()));
    }

    private string Doc()
    {
        var tame = $"doc{++count}x";
        var text = tame + choice.Document(count);
        places.Add((tame, HostileTexts.OfComment(text)));
        return HostileTexts.AsComment(text);
    }

    private void Add(string tame, string name)
    {
        places.Add((tame, name));
        places.Add((SqlName.Of(tame), SqlName.Of(name)));
        places.Add((SqlName.Alias(tame), SqlName.Alias(name)));
    }
}
