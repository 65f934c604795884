using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// Binds the rules of the keys of objects: <c>propertyNames</c>, and <c>dependentRequired</c> with its older form <c>dependencies</c>.
/// </summary>
internal sealed class ObjectRuleBinder(SchemaResolver schemas, Func<ResolvedSchema, ValueRules> getConstraints, FindingCollector findings)
{
    /// <summary>Separates the names in emitted code.</summary>
    private const char Separator = '\0';

    /// <returns>The rules of the keys of a map; null where there are none, or where the type is no map.</returns>
    public KeyRules? BindKeys(ResolvedSchema schema, TypeRef type)
    {
        if (type is not MapType)
            return null;
        foreach ((_, _, string pointer) in schema.Dependencies)
            findings.Add(LooseSchemaFindings.UncheckedRule(pointer));
        return BindKeys(schema);
    }

    /// <summary>Binds the rules of the keys of a map. A rule that is no rule of a text is reported.</summary>
    public KeyRules? BindKeys(ResolvedSchema schema)
    {
        if (schema.PropertyNames is not { } names)
            return null;
        ResolvedSchema keys = schemas.Resolve(names);
        // Every key is a text: a schema without a type says no more than its rules.
        ValueRules rules = keys.Types is null
            ? getConstraints(keys) with
            {
                Format = ScalarFormats.GetCheck(keys.Format),
            }
            : getConstraints(keys);
        List<string> allowed = [];
        foreach (JsonNode? value in keys.Enum ?? [])
        {
            if (value.AsString() is { } name && name.IndexOf(Separator) < 0)
                allowed.Add(name);
        }

        bool isText = keys.Types is null || keys.HasType(JsonSchemaType.String);
        if (
            !isText
            || keys.Unions.Count > 0
            || names.Schemas.Any(s => s.Target.Schema.Not is not null)
            || (keys.Enum is { } values && values.Count > allowed.Count)
        )
        {
            findings.Add(LooseSchemaFindings.UncheckedRule(names.Pointer));
            return null;
        }

        rules = new ValueRules(rules.Format, rules.MinLength, rules.MaxLength, rules.Pattern) { Expression = rules.Expression };
        bool hasRules = rules != ValueRules.None && rules != new ValueRules(MinLength: 0);
        return hasRules || allowed.Count > 0 ? new KeyRules(rules, allowed.ToEquatable(), names.Pointer) : null;
    }

    /// <summary>Reports the rules of the keys of a map in a list or map, which are not checked.</summary>
    public void ReportUnchecked(ResolvedSchema element, TypeRef type)
    {
        if (type is MapType && element.PropertyNames is { } names && BindKeys(element) is not null)
            findings.Add(LooseSchemaFindings.UncheckedRule(names.Pointer));
    }

    /// <summary>Binds the dependencies of the properties of a record. A name that the record cannot have is reported.</summary>
    public void AddDependencies(RecordNode record, ResolvedSchema schema)
    {
        foreach ((string other, string name, string pointer) in schema.Dependencies)
        {
            // The other property can never be there, or this one always is.
            if (!IsSendable(other) || record.Properties.Exists(p => p.SerializedName == name && (p.IsRequired || p.Constant is not null)))
                continue;
            if (IsSendable(name))
                record.Dependencies.Add(new DependentRequirement(other, name, pointer));
            else
                findings.Add(LooseSchemaFindings.UncheckedRule(pointer));
        }

        bool IsSendable(string name) =>
            record.Properties.Find(p => p.SerializedName == name) is { } property
                ? !property.IsReadOnly
                : record.AdditionalProperties is { ReadOnly: false };
    }
}
