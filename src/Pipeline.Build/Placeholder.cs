namespace Pipeline.Build; internal static class Placeholder;
