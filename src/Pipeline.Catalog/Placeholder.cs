namespace Pipeline.Catalog; internal static class Placeholder;
