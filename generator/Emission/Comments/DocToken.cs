namespace CfGen.Generator.Emission.Comments;

/// <summary>
/// A part of a description, in the order of the text. A class: code of the framework's lists over structs of the generator is not
/// precompiled.
/// </summary>
/// <param name="Text">The text; for an element its name; for HTML the tag as it is written.</param>
/// <param name="Attribute">The type of a list, the target of a link, the language of code.</param>
/// <param name="Tag">The tag of HTML.</param>
internal sealed record DocToken(DocTokenKind Kind, string Text = "", string Attribute = "", HtmlTag? Tag = null);

/// <summary>The kinds of <see cref="DocToken"/>.</summary>
internal enum DocTokenKind
{
    /// <summary>Characters, not escaped.</summary>
    Text,

    /// <summary>The beginning of an element of Markdown.</summary>
    Open,

    /// <summary>The end of an element of Markdown.</summary>
    Close,

    /// <summary>Code within a line.</summary>
    Code,

    /// <summary>Lines of code.</summary>
    CodeBlock,

    /// <summary>A line break.</summary>
    Break,

    /// <summary>A tag of HTML.</summary>
    Html,
}
