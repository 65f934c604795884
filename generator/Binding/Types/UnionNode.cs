using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Choices;
using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>A closed choice of types while it is being bound.</summary>
internal sealed class UnionNode(NamedType reference, Documentation docs, string tagName, bool isStated) : TypeNode(reference, docs)
{
    private readonly List<ArmModel> _arms = [];

    public string TagName => tagName;

    /// <inheritdoc cref="ChoicePlan.IsStated"/>
    public bool IsStated => isStated;

    public IReadOnlyList<ArmModel> Arms => _arms;

    public override IEnumerable<TypeRef> References => _arms.Select(a => a.Type);

    public void Add(TypeRef type, Alternative alternative, ShapeResolver shapes)
    {
        Shape shape = alternative.Shape;
        int same = _arms.FindIndex(a => a.Type == type);
        if (same >= 0)
        {
            // Two alternatives of one C# type are one arm; what either accepts, it accepts.
            ArmModel arm = _arms[same];
            _arms[same] = arm with { Tags = arm.Tags.Concat(alternative.Tags).Distinct(StringComparer.Ordinal).ToEquatable(), IsGuess = arm.IsGuess || alternative.IsGuess };
            return;
        }

        bool isMap = type is MapType;
        // What an object types without naming it tells too: a reader takes no other.
        Conjunction? element = isMap || (alternative.Kind == JsonSchemaType.Object && shape.HasRest) ? shape.Additional : shape.Items;
        _arms.Add(new ArmModel(
            "",
            type,
            isMap ? 'm' : Letter(alternative.Kind),
            element is null || alternative.IsTold ? "" : Letters(shapes.Resolve(element)),
            alternative.Tags,
            isMap || alternative.IsTold
                ? EquatableArray<ArmMember>.Empty
                : Members(shape, shapes, within: false).ToEquatable())
        {
            IsGuess = alternative.IsGuess,
        });
    }

    /// <summary>The properties, each with its own in turn: one step further in is as far as a reader looks.</summary>
    private static IEnumerable<ArmMember> Members(Shape shape, ShapeResolver shapes, bool within)
    {
        // NUL is what separates them for the runtime.
        foreach (string name in shape.PropertyOrder.Where(p => p.IndexOf('\0') < 0))
        {
            Shape property = shapes.Resolve(shape.Properties[name]);
            yield return new ArmMember(name, shape.Required.Contains(name), Letters(property))
            {
                Constant = property.Enum is [JsonValue value] && Tags.CanTell(value) && value.PlainText() is var text && text.IndexOf('\0') < 0 ? text : null,
                Inner = within || property.Properties.Count == 0 || property.Choices.Count > 0 ? EquatableArray<ArmMember>.Empty : Members(property, shapes, within: true).ToEquatable(),
            };
        }
    }

    /// <summary>Of constants and inner properties what tells the arms apart: where all have the same, or one arm has the property, it tells nothing.</summary>
    private static ArmModel Telling(ArmModel arm, List<ArmModel> arms) => arm with
    {
        Members = arm.Members.Select(member =>
        {
            List<ArmMember> others = [.. arms.Where(a => !ReferenceEquals(a, arm)).SelectMany(a => a.Members).Where(m => m.WireName == member.WireName)];
            return others.TrueForAll(o => o.Constant == member.Constant && o.Inner.Equals(member.Inner)) ? member.Outside : member;
        }).ToEquatable(),
    };

    public override TypeModel ToModel(NamedTypes types)
    {
        NameScope names = new(reserved: ["Unknown"]);
        // Two arms may have come to the same type only now.
        List<ArmModel> arms = [];
        foreach (ArmModel arm in _arms.Select(a => a with { Type = types.Final(a.Type) }))
        {
            int same = arms.FindIndex(a => a.Type == arm.Type);
            if (same < 0)
                arms.Add(arm);
            else
                arms[same] = arms[same] with { Tags = arms[same].Tags.Concat(arm.Tags).Distinct(StringComparer.Ordinal).ToEquatable(), IsGuess = arms[same].IsGuess || arm.IsGuess };
        }

        return new UnionModel(Name, Docs, tagName, isStated && arms.Exists(a => a.Tags.Count > 0 && a.Members.Count > 0), arms.Select(a => Telling(a, arms) with { Name = names.Take(ArmName(a.Type)) }).ToEquatable(), Ways(types));
    }

    /// <summary>What the report says of it.</summary>
    public Finding Inferred(NamedTypes types)
    {
        UnionModel model = (UnionModel)ToModel(types);
        bool kinds = model.Arms.Count(a => a.Kind == 'o') < 2;
        string rest = kinds ? "by JSON type" : "by the properties that are there";
        string how = model.TagName.Length == 0 ? rest
            : model.Arms.Any(a => a.IsGuess) ? $"by '{model.TagName}' where its value is the name of a component, else {rest}"
            : $"by '{model.TagName}'";
        return Finding.Inferred("union", Docs.Pointer, $"'{Name}' is one of {string.Join(", ", model.Arms.Select(a => a.Name))}, told apart {how}");
    }

    private static string ArmName(TypeRef type) => type switch
    {
        NamedType named => named.Name,
        ListType list => ArmName(list.Item) + "List",
        MapType map => ArmName(map.Value) + "Map",
        NullableType nullable => ArmName(nullable.Inner),
        ScalarType scalar => scalar.Kind.ToString(),
        _ => "Value",
    };

    private static char Letter(JsonSchemaType kind) => kind switch
    {
        JsonSchemaType.Object => 'o',
        JsonSchemaType.Array => 'a',
        JsonSchemaType.String => 's',
        JsonSchemaType.Boolean => 'b',
        _ => 'n',
    };

    /// <summary>Empty where any JSON will do.</summary>
    private static string Letters(Shape shape)
    {
        if (shape.Types is not { } types)
            return "";
        string letters = "";
        foreach (JsonSchemaType kind in (JsonSchemaType[])[JsonSchemaType.Object, JsonSchemaType.Array, JsonSchemaType.String, JsonSchemaType.Number, JsonSchemaType.Boolean])
        {
            if ((types & kind) != 0 || (kind == JsonSchemaType.Number && (types & JsonSchemaType.Integer) != 0))
                letters += Letter(kind);
        }

        return shape.Nullable ? letters + "0" : letters;
    }
}
