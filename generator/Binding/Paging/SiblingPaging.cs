using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Paging;

/// <summary>
/// Infers the parameter of the next page for lists whose document names none: the one that at least half of the other lists take. Only
/// lists whose envelopes describe their pages in the same way are compared, and of these only those that name a parameter.
/// </summary>
internal sealed class SiblingPaging
{
    private readonly InferredPaging? _numbered;
    private readonly InferredPaging? _withCursor;

    /// <param name="outlines">All operations of the document, so that the selection does not decide.</param>
    public SiblingPaging(IReadOnlyList<OperationOutline> outlines)
    {
        _numbered = FindMajority(outlines, PageInfoKind.Numbers);
        _withCursor = FindMajority(outlines, PageInfoKind.Cursor);
        if (_withCursor is { Style: not PagingStyle.Cursor })
            _withCursor = null;
        if (_numbered is { Style: PagingStyle.Cursor })
            _numbered = null;
    }

    private enum PageInfoKind
    {
        None,
        Numbers,
        Cursor,
    }

    /// <param name="pageInfo">The properties of the envelope's <c>result_info</c>.</param>
    /// <returns>Null where too few lists take the same parameter.</returns>
    public InferredPaging? Infer(IEnumerable<string> pageInfo) =>
        GetKind(pageInfo) switch
        {
            PageInfoKind.Numbers => _numbered,
            PageInfoKind.Cursor => _withCursor,
            _ => null,
        };

    private static InferredPaging? FindMajority(IReadOnlyList<OperationOutline> outlines, PageInfoKind kind)
    {
        List<(PagingStyle Style, QueryParameterOutline Parameter)> votes =
        [
            .. outlines
                .Where(o => o.Response.IsList && GetKind(o.Response.PageInfo) == kind)
                .Select(o => FindVote(o.QueryParameters))
                .Where(vote => vote is not null)
                .Select(vote => vote!.Value),
        ];
        var winner = votes
            .GroupBy(vote => (vote.Style, vote.Parameter.Name))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Style)
            .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (winner is null || winner.Count() * 2 < votes.Count)
            return null;
        List<PagingSetting> settings = [new(PagingSettingName.Parameter, winner.Key.Name)];
        if (winner.Key.Style == PagingStyle.PageNumber && winner.Count(vote => vote.Parameter.IsZeroBased) * 2 > winner.Count())
            settings.Add(new PagingSetting(PagingSettingName.First, "0", IsNumber: true));
        return new InferredPaging(winner.Key.Style, settings);
    }

    private static (PagingStyle Style, QueryParameterOutline Parameter)? FindVote(IReadOnlyList<QueryParameterOutline> parameters)
    {
        foreach (
            (PagingStyle style, HashSet<string> names) in (IEnumerable<(PagingStyle, HashSet<string>)>)
                [
                    (PagingStyle.PageNumber, PagingNames.PageParameters),
                    (PagingStyle.Cursor, PagingNames.CursorParameters),
                    (PagingStyle.Offset, PagingNames.OffsetParameters),
                ]
        )
        {
            if (parameters.FirstOrDefault(p => names.Contains(PagingNames.Normalize(p.Name))) is { } parameter)
                return (style, parameter);
        }

        return null;
    }

    private static PageInfoKind GetKind(IEnumerable<string> pageInfo)
    {
        HashSet<string> names = [.. pageInfo.Select(PagingNames.Normalize)];
        return names.Overlaps(PagingNames.PageInfoNumbers) ? PageInfoKind.Numbers
            : names.Overlaps(PagingNames.PageInfoCursors) ? PageInfoKind.Cursor
            : PageInfoKind.None;
    }
}
