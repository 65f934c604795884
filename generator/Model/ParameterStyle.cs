namespace CfGen.Generator.Model;

/// <summary>How a value travels where that is not the default of its place (form, or simple).</summary>
internal enum ParameterStyle
{
    Default,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Label,
    Matrix,

    /// <summary>As the text of its JSON.</summary>
    Json,

    /// <summary>As the pairs of an HTML form.</summary>
    Form,
}
