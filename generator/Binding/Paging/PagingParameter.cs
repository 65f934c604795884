using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Paging;

/// <summary>A query parameter, or a property of an object whose properties are query parameters, as Spring's <c>Pageable</c>.</summary>
/// <param name="Name">The name in the query.</param>
internal sealed record PagingParameter(string Name, TypeRef Type, ValueRules Rules, Documentation Documentation)
{
    /// <summary>Lists the parameters in the order of the document.</summary>
    public static IReadOnlyList<PagingParameter> ReadAll(IReadOnlyList<ParameterModel> parameters) =>
        [.. parameters.Where(p => p.Location is ParameterLocation.Query or ParameterLocation.QueryString).SelectMany(Read)];

    /// <summary>True where the first page is 0: by the default, which the server takes, by the minimum, or by the description.</summary>
    public bool? IsZeroBased
    {
        get
        {
            if (Documentation.Default.Length > 0)
                return Documentation.Default == "0";
            if (Rules.Minimum is { } minimum)
                return minimum == 0;
            string text = $"{Documentation.Summary} {Documentation.Remarks}".Replace("`", "");
            return PagingNames.ZeroBasedPhrases.Any(phrase => text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0) ? true : null;
        }
    }

    private static IEnumerable<PagingParameter> Read(ParameterModel parameter)
    {
        TypeRef type = parameter.Type is NullableType nullable ? nullable.Inner : parameter.Type;
        if (BoundType.GetRecord(type) is not { } record)
            return parameter.Location == ParameterLocation.Query
                ? [new PagingParameter(parameter.SerializedName, type, parameter.Rules, parameter.Docs)]
                : [];
        return record.Properties.Where(p => !p.IsReadOnly).SelectMany(p => Read(parameter, p));
    }

    private static IEnumerable<PagingParameter> Read(ParameterModel parameter, PropertyNode property)
    {
        string? name = parameter switch
        {
            { Style: ParameterStyle.DeepObject } => $"{parameter.SerializedName}[{property.SerializedName}]",
            { Style: ParameterStyle.Form, Explode: true } or { Style: ParameterStyle.Form, Location: ParameterLocation.QueryString } =>
                property.SerializedName,
            _ => null,
        };
        TypeRef type = property.Type is NullableType nullable ? nullable.Inner : property.Type;
        return name is null ? [] : [new PagingParameter(name, type, property.Constraints, property.Documentation)];
    }
}
