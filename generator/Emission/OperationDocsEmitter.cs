using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The documentation comment of an operation's method.</summary>
internal static class OperationDocsEmitter
{
    public static void Emit(CodeWriter writer, OperationModel operation, IEnumerable<(string Name, string Docs)> arguments)
    {
        Documentation docs = DocComment.ToPlainText(operation.Docs.Documentation);
        writer.WriteSummary(
            docs.Summary.Length > 0 ? docs.Summary
            : docs.Remarks.Length > 0 ? docs.Remarks
            : $"Calls {operation.HttpMethod} {operation.Path}."
        );
        string line =
            operation.Docs.Line.Line > 0
                ? $", line {operation.Docs.Line.Line.ToString(CultureInfo.InvariantCulture)} of {DocComment.Escape(operation.Docs.Line.File)}"
                : "";
        writer.WriteRemarks(
            docs.Summary.Length > 0 ? docs.Remarks : "",
            operation.Variant is { } variant ? DescribeVariant(variant) : "",
            operation.Permissions.Length > 0 ? $"Permission, at least one of: {DocComment.Escape(operation.Permissions)}." : "",
            $"{DocComment.ToCodeElement($"{operation.HttpMethod} {operation.Path}")}: {DocComment.ToCodeElement(docs.Pointer)}{line}."
        );
        foreach ((string name, string text) in arguments)
            writer.WriteParam(name.TrimStart('@'), text);
        writer.WriteParam("options", "Settings of this call alone.");
        writer.WriteParam("cancellationToken", "Cancels the call.");
        writer.WriteLine(
            $"/// <exception cref=\"global::CfGen.ApiValidationException\">An argument breaks the document's rules; nothing was sent.</exception>"
        );
        writer.WriteLine($"/// <exception cref=\"global::CfGen.ApiException\">The call failed: see the types derived from it.</exception>");
    }

    private static string DescribeVariant(OperationVariant variant) =>
        $"What {variant.FirstMethodName}Async calls{(variant.SendsFiles ? ", sent as a form with files" : "")}{(variant.ReturnsEvents ? ", answered with events, each given as it comes" : "")}.";

    /// <summary>What is checked of an argument, in words.</summary>
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

    /// <summary>As documents write it: <c>date-time</c>.</summary>
    private static string GetFormatName(StringFormat format) =>
        format == StringFormat.DateTime ? "date-time" : format.ToString().ToLowerInvariant();
}
