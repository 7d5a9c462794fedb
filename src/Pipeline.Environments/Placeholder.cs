namespace Pipeline.Environments; internal static class Placeholder;
