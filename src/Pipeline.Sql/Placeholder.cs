namespace Pipeline.Sql; internal static class Placeholder;
