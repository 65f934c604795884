using System.Globalization;
using CfGen.Generator.Emission.Comments;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The documentation comment of an operation's method.</summary>
internal static class OperationDocsEmitter
{
    private const string ListSentence = "The result is a list whose pages are requested while it is enumerated.";

    public static void Emit(CodeWriter writer, OperationModel operation, IReadOnlyList<MethodArgument> arguments)
    {
        Documentation docs = operation.Docs.Documentation;
        DocText summary = DocText.FromMarkdown(docs.Summary);
        DocText remarks = DocText.FromMarkdown(docs.Remarks);
        DocText words =
            !summary.IsEmpty ? summary
            : !remarks.IsEmpty ? remarks
            : DocText.FromPlainText($"Calls {operation.HttpMethod} {operation.Path}.");
        writer.WriteSummary(operation.Paging is null ? words : words.AppendSentence(ListSentence));
        string line =
            // A document without line breaks has one line.
            operation.Docs.Line.Line > 1
                ? $", line {operation.Docs.Line.Line.ToString(CultureInfo.InvariantCulture)} of {XmlText.Escape(operation.Docs.Line.File)}"
                : "";
        writer.WriteRemarks(
            summary.IsEmpty ? DocText.Empty : remarks,
            operation.Variant is { } variant ? DescribeVariant(variant) : "",
            operation.Paging?.Body is { } body ? DescribePageBody(body) : "",
            DescribeErrors(operation),
            operation.Permissions.Length > 0 ? $"Requires at least one of these permissions: {XmlText.Escape(operation.Permissions)}." : "",
            $"{DocComment.ToCodeElement($"{operation.HttpMethod} {operation.Path}")}: {DocComment.ToCodeElement(docs.Pointer)}{line}."
        );
        foreach (MethodArgument argument in arguments)
            writer.WriteParam(argument.Name.TrimStart('@'), argument.Docs);
        writer.WriteParam("options", "Options for this call only.");
        writer.WriteParam("cancellationToken", "The token that cancels the call.");
        EmitException(writer, ApiValidationException.Type, "An argument violates a rule of the document. Nothing was sent.");
        EmitException(writer, ApiException.Type, "The call failed. The type of the exception shows the reason.");
    }

    /// <summary>Describes the rules that an argument is checked against.</summary>
    public static string DescribeRules(ValueRules rules)
    {
        List<string> words = [];
        if (rules.Format != StringFormat.None)
            words.Add($"format {GetFormatName(rules.Format)}");
        if (rules.MinLength is > 0 and { } minLength)
            words.Add($"at least {minLength.ToString(CultureInfo.InvariantCulture)} characters");
        if (rules.MaxLength is { } maxLength)
            words.Add($"at most {maxLength.ToString(CultureInfo.InvariantCulture)} characters");
        if (rules.Pattern is { } pattern)
            words.Add($"matches {pattern}");
        if (rules.Minimum is { } minimum)
            words.Add($"at least {minimum.ToString(CultureInfo.InvariantCulture)}");
        if (rules.Maximum is { } maximum)
            words.Add($"at most {maximum.ToString(CultureInfo.InvariantCulture)}");
        return words.Count == 0 ? "" : $"Checked: {string.Join(", ", words)}.";
    }

    /// <summary>
    /// Describes the bodies of errors, but for envelopes: all errors of such an API have them, and its client names them.
    /// </summary>
    private static string DescribeErrors(OperationModel operation)
    {
        List<string> errors = [];
        foreach (ErrorBodyModel error in operation.Errors)
        {
            if (error.Type is { } type)
                errors.Add($"{string.Join(", ", error.Statuses.Select(XmlText.Escape))} {DocComment.ToCodeElement(GetErrorType(type))}");
        }

        return errors.Count == 0 ? "" : $"Errors: {string.Join("; ", errors)} ({DocComment.ToCodeElement("TryGetBody")} of the exception).";
    }

    private static string GetErrorType(TypeRef type) =>
        type switch
        {
            NamedType named => named.Name,
            OwnType own => own.PlainName,
            ListType { Item: NamedType item } => $"IReadOnlyList<{item.Name}>",
            MapType { Value: NamedType value } => $"IReadOnlyDictionary<string, {value.Name}>",
            ScalarType { Kind: ScalarKind.String } => "string",
            _ => "JsonElement",
        };

    private static string DescribePageBody(TypeRef body) =>
        $"{DocComment.ToCodeElement($"page.GetBody<{((NamedType)body).Name}>()")} has the other properties of a page.";

    private static string DescribeVariant(OperationVariant variant)
    {
        string difference =
            !variant.ReturnsEvents ? "sends a form with files"
            : !variant.SendsFiles ? "streams server-sent events"
            : "sends a form with files and streams server-sent events";
        return $"Same as {variant.FirstMethodName}Async, but {difference}.";
    }

    private static void EmitException(CodeWriter writer, string type, string text) =>
        writer.WriteLine($"/// <exception cref=\"{type}\">{text}</exception>");

    /// <summary>Gets the name that documents use, such as <c>date-time</c>.</summary>
    private static string GetFormatName(StringFormat format) =>
        format == StringFormat.DateTime ? "date-time" : format.ToString().ToLowerInvariant();
}
