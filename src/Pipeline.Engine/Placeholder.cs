namespace Pipeline.Engine; internal static class Placeholder;
