using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Lowering;

/// <summary>Makes the model of a type from its node, its final name and its usage.</summary>
/// <param name="commonDirections">The directions of JSON that the project asks for in all types.</param>
internal sealed class TypeLowering(FinalTypes types, SerializationDirections commonDirections)
{
    public TypeModel Lower(FinalType type) =>
        type.Node switch
        {
            RecordNode record => LowerRecord(type, record),
            TupleNode tuple => LowerTuple(type, tuple),
            UnionNode union => LowerUnion(type, union),
            EnumNode values => new EnumModel(type.Name, values.Documentation, values.Kind, values.Members),
            FormNode form => LowerForm(type, form),
            _ => throw new InvalidOperationException($"'{type.Name}' is of an unknown kind, {type.Node.GetType().Name}."),
        };

    private SerializationDirections GetDirections(NodeUsage usage) =>
        commonDirections
        | (usage.IsReceived ? SerializationDirections.Read : SerializationDirections.None)
        | (usage.IsSent ? SerializationDirections.Write : SerializationDirections.None);

    private RecordModel LowerRecord(FinalType type, RecordNode record)
    {
        NodeUsage usage = type.Usage;
        SerializationDirections directions = GetDirections(usage);
        // A type that is only sent has no read-only member, and one that is only received no write-only member.
        IEnumerable<PropertyNode> properties = record.Properties.Where(p =>
            record.AdditionalProperties is not null || ((usage.IsReceived || !p.IsReadOnly) && (usage.IsSent || !p.IsWriteOnly))
        );
        // Unknown properties are kept to be sent again, and to be written where the project asks for all of JSON. Where the document types
        // them, none is unknown.
        bool isWrittenAgain = usage.IsSent || (commonDirections & SerializationDirections.Read) != 0;
        bool keepsUnknown = record.KeepsUnknownProperties && usage.IsReceived && isWrittenAgain && record.AdditionalProperties is null;
        AdditionalPropertiesModel? additional = record.AdditionalProperties is not { } values
            ? null
            : values with
            {
                Value = types.Resolve(values.Value),
                IsValidated = types.RequiresValidation(values.Value),
                ReadOnly = values.ReadOnly && usage.IsSent,
            };
        return new RecordModel(
            type.Name,
            record.Documentation,
            LowerRecordProperties(properties, type),
            additional,
            keepsUnknown,
            usage.RequiresValidation,
            directions
        )
        {
            Dependencies = usage.IsSent ? record.Dependencies.ToEquatable() : EquatableArray<DependentRequirement>.Empty,
        };
    }

    private TupleModel LowerTuple(FinalType type, TupleNode tuple) =>
        new(
            type.Name,
            tuple.Documentation,
            LowerRecordProperties(tuple.Positions, type),
            tuple.Rest is { } rest
                ? rest with
                {
                    Item = types.Resolve(rest.Item),
                    IsValidated = types.RequiresValidation(rest.Item),
                }
                : null,
            type.Usage.RequiresValidation,
            GetDirections(type.Usage)
        );

    private EquatableArray<PropertyModel> LowerRecordProperties(IEnumerable<PropertyNode> properties, FinalType type)
    {
        SerializationDirections directions = GetDirections(type.Usage);
        bool marksReceivedNulls = directions == (SerializationDirections.Read | SerializationDirections.Write);
        int nullCount = 0;
        List<PropertyModel> members = [];
        foreach (PropertyModel member in properties.Select(p => LowerRecordProperty(p, type)))
        {
            bool canBeNullOrAbsent = member is { IsSet: false, Nullable: true, RequiredInRequests: false };
            bool canSendNull = canBeNullOrAbsent && type.Usage.IsSent && !member.ReadOnly;
            bool isMarked = canSendNull || (canBeNullOrAbsent && marksReceivedNulls);
            members.Add(isMarked ? member with { NullIndex = nullCount++, CanSendNull = canSendNull } : member);
        }

        return members.ToEquatable();
    }

    private PropertyModel LowerRecordProperty(PropertyNode property, FinalType type)
    {
        // A member of one direction cannot be required of a type that has both.
        bool isRequired =
            property.IsRequired && !(property.IsReadOnly && type.Usage.IsSent) && !(property.IsWriteOnly && type.Usage.IsReceived);
        return LowerProperty(property) with
        {
            Required = isRequired,
            // What is never sent need not be left out of requests.
            ReadOnly = property.IsReadOnly && type.Usage.IsSent,
            IsMarkedSecret = type.EqualNodes.Any(node => FindProperty(node, property)?.IsSecret == true),
            RequiredInRequests = property is { IsRequired: true, IsWriteOnly: true } && !isRequired,
            Docs = HasCommonValues(property, type) ? property.Documentation : property.Documentation with { Default = "", OnlyValue = "" },
        };
    }

    /// <summary>False where equal types have another default or only value: it is none of the type's then.</summary>
    private static bool HasCommonValues(PropertyNode property, FinalType type)
    {
        Documentation docs = property.Documentation;
        return (docs.Default.Length == 0 && docs.OnlyValue.Length == 0)
            || type.EqualNodes.All(node =>
                ReferenceEquals(node, type.Node)
                || (
                    FindProperty(node, property) is { } other
                    && other.Documentation.Default == docs.Default
                    && other.Documentation.OnlyValue == docs.OnlyValue
                )
            );
    }

    private static PropertyNode? FindProperty(TypeNode equal, PropertyNode property) =>
        (equal is TupleNode tuple ? tuple.Positions : ((RecordNode)equal).Properties).Find(p =>
            p.SerializedName == property.SerializedName
        );

    private PropertyModel LowerProperty(PropertyNode property) =>
        new(
            property.Name,
            property.SerializedName,
            types.Resolve(property.Type),
            property.IsRequired,
            property.IsNullable,
            property.Constraints,
            types.RequiresValidation(property.Type),
            property.IsReadOnly,
            property.Documentation
        )
        {
            ItemRules = property.ItemConstraints,
            KeyRules = property.KeyRules,
            IsMarkedSecret = property.IsSecret,
            Constant = property.Constant,
        };

    private FormModel LowerForm(FinalType type, FormNode form)
    {
        EquatableArray<FormPart> parts = form
            .Parts.Select(p => new FormPart(
                LowerProperty(p.Property),
                p.MediaType,
                p.Style,
                p.Explode,
                p.HasDynamicNames,
                p.Headers.ToEquatable()
            ))
            .ToEquatable();
        return new FormModel(
            type.Name,
            form.Documentation,
            form.IsMultipart,
            parts,
            form.HasConstraints || parts.Any(p => p.Property.IsValidated)
        );
    }

    private UnionModel LowerUnion(FinalType type, UnionNode union)
    {
        List<UnionCaseModel> cases = CreateCases(union);
        NameScope names = new(reserved: ["Unknown"]);
        return new UnionModel(
            type.Name,
            union.Documentation,
            union.DiscriminatorProperty,
            union.HasExplicitDiscriminator && cases.Exists(c => c.DiscriminatorValues.Count > 0 && c.Members.Count > 0),
            cases.Select(c => WithoutSharedDetails(c, cases) with { Name = names.Reserve(GetCaseName(c.Type)) }).ToEquatable(),
            GetDirections(type.Usage)
        )
        {
            Properties = CreateBaseProperties(union, type.Name).ToEquatable(),
        };
    }

    /// <summary>The properties of the base that all cases have in the same type: they are read without a look at the case.</summary>
    private List<PropertyModel> CreateBaseProperties(UnionNode union, string typeName)
    {
        List<RecordNode> records = [.. union.Cases.Select(c => BoundType.GetRecord(c.Type)).OfType<RecordNode>()];
        if (records.Count < union.Cases.Count || union.Cases.FirstOrDefault(c => c.IsBase) is not { } baseCase)
            return [];
        List<Dictionary<string, PropertyModel>> cases =
        [
            .. records.Select(r =>
                LowerRecord(types.GetFinal(r), r).Properties.ToDictionary(p => p.SerializedName, StringComparer.Ordinal)
            ),
        ];
        return cases[records.IndexOf(BoundType.GetRecord(baseCase.Type)!)]
            .Values.Where(p =>
                !ReservedNames.UnionMembers.Contains(p.Name)
                // A member cannot have the name of its type.
                && p.Name != typeName
                && cases.TrueForAll(c =>
                    c.TryGetValue(p.SerializedName, out PropertyModel? own)
                    && own.Name == p.Name
                    && own.Type == p.Type
                    && own.Nullable == p.Nullable
                )
            )
            .Select(p => p with { Required = cases.TrueForAll(c => c[p.SerializedName].IsSet), Constant = null })
            .ToList();
    }

    /// <summary>One case a type: cases of several nodes are one where the nodes have become one type.</summary>
    private List<UnionCaseModel> CreateCases(UnionNode union)
    {
        List<TypeRef> caseTypes = [];
        List<UnionCaseNode> cases = [];
        foreach (UnionCaseNode unionCase in union.Cases)
        {
            TypeRef caseType = types.Resolve(unionCase.Type);
            TypeRef signature = GetSignature(caseType);
            int same = caseTypes.FindIndex(t => GetSignature(t) == signature);
            if (same >= 0)
            {
                UnionCaseNode joined = cases[same].Join(unionCase.DiscriminatorValues, unionCase.IsImplicitMapping);
                cases[same] = joined.Elements == unionCase.Elements ? joined : joined with { Elements = "" };
                continue;
            }

            caseTypes.Add(caseType);
            cases.Add(unionCase);
        }

        return
        [
            .. cases.Select(
                (c, i) =>
                    new UnionCaseModel("", caseTypes[i], c.Kind, c.Elements, c.DiscriminatorValues, c.Members)
                    {
                        IsImplicitMapping = c.IsImplicitMapping,
                        IsBase = c.IsBase,
                        Tuple = c.Tuple,
                    }
            ),
        ];
    }

    /// <summary>The type as overloads see it: without the nullability of references, and without the forms of numbers.</summary>
    private static TypeRef GetSignature(TypeRef type) =>
        type switch
        {
            NullableType { Inner: { } inner } when !inner.IsValueType || inner is OwnType => GetSignature(inner),
            NullableType nullable => new NullableType(GetSignature(nullable.Inner)),
            ListType list => new ListType(GetSignature(list.Item)),
            MapType map => new MapType(GetSignature(map.Value)),
            OwnType own => OwnTypeSignature.Get(own),
            ScalarType { Kind: ScalarKind.TimeSpan } => new ScalarType(ScalarKind.Duration),
            ScalarType scalar => new ScalarType(scalar.Kind),
            _ => type,
        };

    /// <summary>
    /// Leaves out the constants and inner properties that do not tell cases apart: those that all other cases with the property have, too,
    /// or of a property that only one case has.
    /// </summary>
    private static UnionCaseModel WithoutSharedDetails(UnionCaseModel unionCase, List<UnionCaseModel> cases) =>
        unionCase with
        {
            Members = unionCase
                .Members.Select(member =>
                    cases
                        .Where(c => !ReferenceEquals(c, unionCase))
                        .SelectMany(c => c.Members)
                        .Where(m => m.SerializedName == member.SerializedName)
                        .All(m => m.Constant == member.Constant && m.Properties.Equals(member.Properties))
                        ? member.WithoutDetails
                        : member
                )
                .ToEquatable(),
        };

    private static string GetCaseName(TypeRef type) =>
        type switch
        {
            NamedType named => named.Name,
            ListType list => GetCaseName(list.Item) + "List",
            MapType map => GetCaseName(map.Value) + "Map",
            NullableType nullable => GetCaseName(nullable.Inner),
            ScalarType scalar => scalar.Kind.ToString(),
            OwnType own => own.SimpleName,
            _ => "Value",
        };
}
