namespace Pipeline.Generators; internal static class Placeholder;
