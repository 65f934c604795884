using System.Collections;
using System.Reflection;
using CfGen.Generator.Model;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Model;

/// <summary>
/// Checks the types that the driver keeps between runs. A symbol or a tree would keep a whole compilation in the memory of an IDE, a
/// location would make two equal models differ, and a mutable value could change between runs.
/// </summary>
public class SourceFileModelTests
{
    private static readonly string[] s_forbiddenNamespaces =
    [
        "Microsoft.CodeAnalysis",
        "Microsoft.OpenApi",
        "System.Text.Json",
        "YamlDotNet",
        "CfGen.Generator.Reading",
        "CfGen.Generator.Binding",
    ];

    [Fact]
    public void No_compiler_or_document_object_is_reachable_from_a_model()
    {
        GeneratorRun run = GeneratorHost.Generate(TestDocument.RiskScoring);
        HashSet<Type> seen = [];
        foreach ((object unit, _) in run.GetStepOutputs(Steps.Units))
            Walk(unit, unit.GetType().Name, seen, new HashSet<object>(ReferenceEqualityComparer.Instance));

        // So that the walk is known to have gone all the way down.
        Assert.Contains(typeof(PropertyModel), seen);
        Assert.Contains(typeof(ParameterModel), seen);
        Assert.Contains(typeof(EnumMember), seen);
        Assert.Contains(typeof(SourceLine), seen);
        Assert.Contains(typeof(SecuritySchemeModel), seen);
    }

    [Fact]
    public void Two_runs_over_one_document_give_equal_models_with_equal_hashes()
    {
        List<object> first = [.. GeneratorHost.Generate(TestDocument.RiskScoring).GetStepOutputs(Steps.Units).Select(u => u.Value)];
        List<object> second = [.. GeneratorHost.Generate(TestDocument.RiskScoring).GetStepOutputs(Steps.Units).Select(u => u.Value)];

        Assert.Equal(first, second);
        Assert.Equal(first.Select(u => u.GetHashCode()), second.Select(u => u.GetHashCode()));
    }

    [Fact]
    public void Every_type_of_the_model_is_immutable_and_equal_by_value()
    {
        IEnumerable<Type> model = typeof(SourceFileModel)
            .Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(SourceFileModel).Namespace && !t.IsEnum && !t.Name.Contains('<', StringComparison.Ordinal));
        foreach (Type type in model.Where(t => !(t.IsAbstract && t.IsSealed)))
        {
            Assert.True(IsImmutable(type), $"{type} has a field that can be set.");
            Assert.True(typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type), $"{type} is not equal by value.");
            foreach (
                FieldInfo field in GetFields(type)
                    .Where(f => !(type.IsGenericType && type.Name.StartsWith(nameof(EquatableArray), StringComparison.Ordinal)))
            )
                Assert.False(
                    typeof(IEnumerable).IsAssignableFrom(field.FieldType)
                        && field.FieldType != typeof(string)
                        && !IsEquatableArray(field.FieldType),
                    $"{type}.{field.Name} is a list that is equal by reference."
                );
        }
    }

    private static void Walk(object? value, string path, HashSet<Type> types, HashSet<object> open)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || value is decimal)
            return;
        Type type = value.GetType();
        types.Add(type);
        Assert.False(s_forbiddenNamespaces.Any(n => type.FullName!.StartsWith(n, StringComparison.Ordinal)), $"{path} is a {type}");
        Assert.False(value is Location or ISymbol or SyntaxNode or Compilation or Delegate, $"{path} is a {type}");
        if (!type.IsValueType && !open.Add(value))
            return;
        if (value is Array array)
        {
            foreach (object? item in array)
                Walk(item, path + "[]", types, open);
            return;
        }

        foreach (FieldInfo field in GetFields(type))
            Walk(field.GetValue(value), $"{path}.{field.Name}", types, open);
    }

    private static bool IsImmutable(Type type) => GetFields(type).All(f => f.IsInitOnly);

    private static bool IsEquatableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);

    private static IEnumerable<FieldInfo> GetFields(Type type)
    {
        for (Type? t = type; t is not null && t != typeof(object) && t != typeof(ValueType); t = t.BaseType)
        {
            foreach (
                FieldInfo field in t.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
                yield return field;
        }
    }
}
