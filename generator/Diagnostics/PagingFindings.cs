using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Extensions <c>x-cfgen-paging</c> that are not valid, and <c>x-ms-pageable</c> that cannot be followed.</summary>
internal static class PagingFindings
{
    private static readonly DiagnosticDescriptor s_unknownStyle = new(
        "CFG2009",
        "An x-cfgen-paging extension has no known style",
        "The extension 'x-cfgen-paging' at {0} has no known style. It is ignored, and paging is inferred; set 'style' to {1}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2009.md"
    );

    private static readonly DiagnosticDescriptor s_notAGetOperation = new(
        "CFG2032",
        "An x-cfgen-paging extension belongs to an operation that is not GET",
        "The extension 'x-cfgen-paging' at {0} belongs to a {1} operation, and only GET operations have pages. It is ignored; remove it.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2032.md"
    );

    private static readonly DiagnosticDescriptor s_noJsonResult = new(
        "CFG2033",
        "An operation with x-cfgen-paging has no JSON result",
        "The operation with 'x-cfgen-paging' at {0} has no JSON response with a typed result. The extension is ignored; describe the list in a JSON response, or remove the extension.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2033.md"
    );

    private static readonly DiagnosticDescriptor s_unknownKey = new(
        "CFG2034",
        "An x-cfgen-paging extension has an unknown key",
        "The key '{1}' of 'x-cfgen-paging' at {0} does not exist. The extension is ignored, and paging is inferred; use style, parameter, size, first, next, more, last, total, pages, id and items.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2034.md"
    );

    private static readonly DiagnosticDescriptor s_invalidValue = new(
        "CFG2035",
        "A value of an x-cfgen-paging extension has the wrong type",
        "The value of '{1}' of 'x-cfgen-paging' at {0} is not {2}. The extension is ignored, and paging is inferred; write {2}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2035.md"
    );

    private static readonly DiagnosticDescriptor s_missingParameter = new(
        "CFG2036",
        "An x-cfgen-paging extension does not name its query parameter",
        "The extension 'x-cfgen-paging' at {0} has the style '{1}' and no 'parameter'. It is ignored, and paging is inferred; set 'parameter' to the query parameter that requests a page.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2036.md"
    );

    private static readonly DiagnosticDescriptor s_unknownParameter = new(
        "CFG2037",
        "An x-cfgen-paging extension names a query parameter that does not exist",
        "The operation with 'x-cfgen-paging' at {0} has no query parameter '{1}'. The extension is ignored, and paging is inferred; declare the parameter or correct the name.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2037.md"
    );

    private static readonly DiagnosticDescriptor s_missingNext = new(
        "CFG2038",
        "An x-cfgen-paging extension does not name the property of the next URL",
        "The extension 'x-cfgen-paging' at {0} has the style 'next-url' and no 'next'. It is ignored, and paging is inferred; set 'next' to the property of the response that holds the URL of the next page.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2038.md"
    );

    private static readonly DiagnosticDescriptor s_itemsNotAList = new(
        "CFG2039",
        "The items of an x-cfgen-paging extension are not a list",
        "The path '{1}' of 'items' of 'x-cfgen-paging' at {0} leads to no list of the result. The extension is ignored, and paging is inferred; correct the path, which begins at the result.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2039.md"
    );

    private static readonly DiagnosticDescriptor s_missingItems = new(
        "CFG2040",
        "An x-cfgen-paging extension does not name the list of items",
        "The result of the operation with 'x-cfgen-paging' at {0} is not a list, and 'items' is missing. The extension is ignored, and paging is inferred; set 'items' to the path of the list in the result.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2040.md"
    );

    private static readonly DiagnosticDescriptor s_pageableItemsNotAList = new(
        "CFG1140",
        "The items of x-ms-pageable are not a list",
        "The property '{1}', which has the items by 'x-ms-pageable' at {0}, is not a list of the response. The paging is inferred; set 'itemName' to the list's property.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1140.md"
    );

    private static readonly DiagnosticDescriptor s_pageableNotAGetOperation = new(
        "CFG1141",
        "The pages of an operation that is not GET are not enumerated",
        "The extension 'x-ms-pageable' at {0} belongs to a {1} operation, and only GET operations have pages. The method returns the first page as an object; request the others with its link.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1141.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_unknownStyle,
        s_notAGetOperation,
        s_noJsonResult,
        s_unknownKey,
        s_invalidValue,
        s_missingParameter,
        s_unknownParameter,
        s_missingNext,
        s_itemsNotAList,
        s_missingItems,
        s_pageableItemsNotAList,
        s_pageableNotAGetOperation,
    ];

    /// <summary>The style is missing or does not exist.</summary>
    public static Finding UnknownStyle(string pointer) => new(s_unknownStyle, pointer, PagingStyleRules.DescribeNames());

    /// <summary>The operation is not a GET operation.</summary>
    public static Finding NotAGetOperation(string pointer, string method) => new(s_notAGetOperation, pointer, method);

    /// <summary>The response is not JSON with a result.</summary>
    public static Finding NoJsonResult(string pointer) => new(s_noJsonResult, pointer);

    /// <summary>A key does not exist.</summary>
    /// <param name="pointer">The value of the key.</param>
    public static Finding UnknownKey(string pointer, string key) => new(s_unknownKey, pointer, key);

    /// <summary>The value of a key has the wrong type.</summary>
    /// <param name="pointer">The value.</param>
    /// <param name="type">The type that the key needs, as in <c>an integer</c>.</param>
    public static Finding InvalidValue(string pointer, string key, string type) => new(s_invalidValue, pointer, key, type);

    /// <summary>The style needs a parameter, and none is named.</summary>
    /// <param name="style">The style as the document writes it.</param>
    public static Finding MissingParameter(string pointer, string style) => new(s_missingParameter, pointer, style);

    /// <summary>The operation has no such query parameter.</summary>
    /// <param name="pointer">The name of the parameter.</param>
    public static Finding UnknownParameter(string pointer, string parameter) => new(s_unknownParameter, pointer, parameter);

    /// <summary>The style <c>next-url</c> has no path of the URL.</summary>
    public static Finding MissingNext(string pointer) => new(s_missingNext, pointer);

    /// <summary>The path of the items leads to no list.</summary>
    /// <param name="pointer">The path.</param>
    public static Finding ItemsNotAList(string pointer, string path) => new(s_itemsNotAList, pointer, path);

    /// <summary>The result is not a list, and no path of the items is given.</summary>
    public static Finding MissingItems(string pointer) => new(s_missingItems, pointer);

    /// <summary>The property that <c>x-ms-pageable</c> names is no list.</summary>
    public static Finding PageableItemsNotAList(string pointer, string property) => new(s_pageableItemsNotAList, pointer, property);

    /// <summary>The operation with <c>x-ms-pageable</c> is not a GET operation.</summary>
    public static Finding PageableNotAGetOperation(string pointer, string method) => new(s_pageableNotAGetOperation, pointer, method);
}
