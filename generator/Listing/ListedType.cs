using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>The lines of one type and its members.</summary>
internal sealed class ListedType(LineWriter line, TypeDirections directions, TypeModel type)
{
    private const string Components = "#/components/schemas/";

    private readonly bool _isSent = directions.IsSent(type.Name);

    public void Write()
    {
        switch (type)
        {
            case RecordModel record:
                Write(record);
                break;
            case TupleModel tuple:
                Write(tuple);
                break;
            case FormModel form:
                Write(form);
                break;
            case EnumModel values:
                Write(values);
                break;
            case UnionModel union:
                Write(union);
                break;
        }
    }

    private void Write(RecordModel record)
    {
        Begin(ListedKind.Record, record.Directions)
            .Add(ListedFact.SetsNull, record.Properties.Any(p => p.CanSendNull))
            .Add(ListedFact.KeepsUnknown, record.KeepsUnknownProperties)
            .Add(
                ListedFact.Dependencies,
                _isSent && record.Dependencies.Count > 0
                    ? string.Join(
                        ",",
                        record.Dependencies.Select(d => $"{d.Other}>{d.SerializedName}").OrderBy(d => d, StringComparer.Ordinal)
                    )
                    : ""
            )
            .End();
        foreach (PropertyModel property in record.Properties)
            WriteMember(property);
        if (record.AdditionalProperties is { } rest)
        {
            line.Begin(type.Name, '.', rest.Name, ListedKind.AdditionalMembers, rest.Docs.Pointer)
                .Add(ListedFact.Type, ListedTypeName.Format(new MapType(rest.Value)))
                .Add(ListedFact.NumberText, ListedTypeName.FormatNumberText(rest.Value))
                .Add(ListedFact.ReadOnly, rest.ReadOnly);
            if (_isSent)
                line.AddRules(rest.KeyRules);
            line.Add(ListedFact.Deprecated, rest.Docs.Deprecated).End();
        }
    }

    private void Write(TupleModel tuple)
    {
        Begin(ListedKind.Tuple, tuple.Directions)
            .Add(ListedFact.SetsNull, tuple.Positions.Any(p => p.CanSendNull))
            .Add(ListedFact.Positions, string.Join(",", tuple.Positions.Select(p => p.Name)))
            .End();
        foreach (PropertyModel position in tuple.Positions)
            WriteMember(position);
        if (tuple.Rest is { } rest)
        {
            line.Begin(type.Name, '.', rest.Name, ListedKind.AdditionalMembers, rest.Docs.Pointer)
                .Add(ListedFact.Type, ListedTypeName.Format(new ListType(rest.Item)))
                .Add(ListedFact.NumberText, ListedTypeName.FormatNumberText(rest.Item));
            if (_isSent)
                line.Add(ListedRules.MaxItems, rest.MaxItems);
            line.Add(ListedFact.Deprecated, rest.Docs.Deprecated).End();
        }
    }

    private void Write(FormModel form)
    {
        Begin(ListedKind.Form, SerializationDirections.None).Add(ListedFact.Multipart, form.IsMultipart).End();
        foreach (FormPart part in form.Parts)
        {
            BeginMember(part.Property, part.Property.Nullable || !part.Property.Required)
                .Add(ListedFact.Content, part.MediaType)
                .Add(ListedFact.Style, (part.Style?.ToString() ?? "") + (part.Explode ? "*" : ""))
                .End();
            foreach (PartHeader header in part.Headers)
                line.Begin(
                        type.Name,
                        '.',
                        header.PropertyName ?? $"{part.Property.Name}[{header.SerializedName}]",
                        ListedKind.PartHeader,
                        header.Docs.Pointer
                    )
                    .Add(ListedFact.Type, header.PropertyName is null ? "" : "string?")
                    .Add(ListedFact.Name, header.SerializedName)
                    .Add(ListedFact.Part, part.Property.SerializedName)
                    .Add(ListedFact.Value, header.Value ?? "")
                    .Add(ListedFact.RequiredInRequests, header.IsRequired)
                    .End();
        }
    }

    private void Write(EnumModel values)
    {
        Begin(ListedKind.Enum, SerializationDirections.None).Add(ListedFact.EnumType, values.Kind.ToString()).End();
        for (int i = 0; i < values.Members.Count; i++)
        {
            EnumMember member = values.Members[i];
            // Unrecognized is the first member of Known.
            line.Begin(type.Name, '.', member.Name, ListedKind.EnumValue, values.Docs.Pointer)
                .Add(ListedFact.Number, member.Number > 0 ? member.Number : i + 1)
                .Add(ListedFact.Value, FormatValue(values.Kind, member))
                .End();
        }
    }

    /// <summary>Formats the value of a member as the lines have it.</summary>
    public static string FormatValue(EnumKind kind, EnumMember member) =>
        kind == EnumKind.Json && member.IsString ? $"'{member.Value}'" : member.Value;

    private void Write(UnionModel union)
    {
        Begin(ListedKind.Union, union.Directions)
            .Add(ListedFact.Cases, string.Join(",", union.Cases.Select(c => GetArgumentName(c.Name))))
            .Add(ListedFact.Discriminator, union.DiscriminatorName)
            .End();
        foreach (UnionCaseModel unionCase in union.Cases)
            line.Begin(type.Name, '(', GetArgumentName(unionCase.Name), ListedKind.UnionCase, union.Docs.Pointer)
                .Add(ListedFact.Type, ListedTypeName.Format(unionCase.Type))
                .Add(ListedFact.Values, string.Join(",", unionCase.DiscriminatorValues))
                .End();
        foreach (PropertyModel property in union.Properties)
            WriteMember(property);
    }

    private LineWriter Begin(string kind, SerializationDirections json) =>
        line.Begin(type.Name, kind, type.Docs.Pointer)
            .Add(ListedFact.Schema, GetComponent(type.Docs.Pointer))
            .Add(ListedFact.Sent, _isSent)
            .Add(ListedFact.Received, directions.IsReceived(type.Name))
            .Add(ListedFact.JsonDirections, FormatDirections(json))
            .Add(ListedFact.Deprecated, type.Docs.Deprecated);

    // Most types have both.
    private static string FormatDirections(SerializationDirections json) =>
        json switch
        {
            SerializationDirections.Read => "read",
            SerializationDirections.Write => "write",
            _ => "",
        };

    private void WriteMember(PropertyModel property) => BeginMember(property, !property.IsSet || property.Nullable).End();

    private LineWriter BeginMember(PropertyModel property, bool isNullable)
    {
        line.Begin(type.Name, '.', property.Name, ListedKind.Member, property.Docs.Pointer)
            .Add(ListedFact.Type, ListedTypeName.Format(property.Type, isNullable))
            .Add(ListedFact.Name, property.SerializedName)
            .Add(ListedFact.Required, property.Required)
            .Add(ListedFact.RequiredInRequests, property.RequiredInRequests)
            .Add(ListedFact.Nullable, property.Nullable)
            .Add(ListedFact.SetsNull, property.CanSendNull)
            .Add(ListedFact.ReadOnly, property.ReadOnly)
            .Add(ListedFact.Constant, property.Constant ?? "")
            .Add(ListedFact.NumberText, ListedTypeName.FormatNumberText(property.Type))
            .Add(ListedFact.Default, property.Docs.Default)
            .Add(ListedFact.Secret, property.IsMarkedSecret);
        // What is only received is not checked.
        if (_isSent && !property.ReadOnly)
            line.AddRules(property.Rules).AddRules(property.ItemRules, ListedRules.Item).AddRules(property.KeyRules);
        return line.Add(ListedFact.Deprecated, property.Docs.Deprecated);
    }

    // The name of the argument of Match.
    private static string GetArgumentName(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>Returns the component of a type. An inline type has none: its pointer has the numbers of places, which move.</summary>
    public static string GetComponent(string pointer) =>
        pointer.StartsWith(Components, StringComparison.Ordinal) && pointer.IndexOf('/', Components.Length) < 0
            ? pointer.Substring(Components.Length)
            : "";
}
