namespace Pipeline.Model;

/// <summary>The change rows since an offset, whatever their type; lets <see cref="WhenAttribute{TStream}"/> ask for a stream.</summary>
public interface IStream;
