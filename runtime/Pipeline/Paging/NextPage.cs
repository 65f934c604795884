namespace CfGen.Pipeline.Paging;

/// <summary>The place of the next page.</summary>
/// <param name="Url">The URL without credentials.</param>
/// <param name="Number">The page number or offset; null if it has a cursor or a link.</param>
/// <param name="Trail">The cursors and URLs up to this one.</param>
internal readonly record struct NextPage(string Url, long? Number, PageTrail Trail);
