using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.CodeGen;
using CfGen.WholeDocument.Tests.Mapping;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests;

/// <summary>
/// Reads and writes values by their types' own readers and writers, and holds the outcome against what the public members say. What is
/// received need not be writable, and what is sent not readable; where it is both, it goes round.
/// </summary>
internal sealed class RoundTripCheck
{
    private readonly ObjectMapper _mirror = new();

    public int SeenCount => _mirror.Seen.Count;

    /// <summary>Returns the problem of reading; null if there is none.</summary>
    public string? CheckReceived(Type type, JsonNode? value, bool isExample) =>
        RunCheck(
            isExample,
            () =>
            {
                object? read = value.Deserialize(type);
                if (JsonDifference.Find(value, _mirror.Dump(read, value), absentIsNull: true) is { } difference)
                    return difference;
                return RunIfSupported(() =>
                    JsonDifference.Find(value, JsonSerializer.SerializeToNode(read, type), absentIsNull: true) is { } lost
                        ? "written back: " + lost
                        : null
                );
            }
        );

    /// <summary>Returns the problem of writing; null if there is none. A null that is set has to be sent.</summary>
    public string? CheckSent(Type type, JsonNode? value, bool isExample) =>
        RunCheck(
            isExample,
            () =>
            {
                // Members of the example's own cannot be set; they are seen to survive being read and written.
                // Once as each of the cases that have room for it.
                _mirror.MaxCaseCount = 1;
                for (_mirror.PreferredCase = 0; !isExample && _mirror.PreferredCase < _mirror.MaxCaseCount; _mirror.PreferredCase++)
                {
                    if (JsonDifference.Find(value, JsonSerializer.SerializeToNode(_mirror.Build(type, value), type)) is { } difference)
                        return difference;
                }

                return RunIfSupported(() =>
                    JsonDifference.Find(value, JsonSerializer.SerializeToNode(value.Deserialize(type), type), absentIsNull: true)
                        is { } lost
                        ? "read and written: " + lost
                        : null
                );
            }
        );

    /// <summary>Types, values of enums and cases of unions that nothing has gone through.</summary>
    public IEnumerable<string> FindUncheckedTypes(Assembly assembly)
    {
        foreach (Type type in assembly.GetTypes())
        {
            if (type.IsValueType && typeof(IOpenEnum).IsAssignableFrom(type))
            {
                foreach (
                    string value in type.GetNestedType("Known")!
                        .GetEnumNames()
                        .Where(n => n != "Unrecognized" && !_mirror.Seen.Contains((type, n)))
                )
                    yield return $"{type.Name}.{value}";
            }
            else if (ObjectMapper.IsUnion(type))
            {
                foreach (
                    Type unionCase in GetCases(type).Where(a => !_mirror.Seen.Any(s => s.Type == type && a.IsAssignableFrom((Type)s.Case!)))
                )
                    yield return $"{type.Name} of {unionCase.Name}";
                foreach (
                    Type unionCase in GetCases(type)
                        .Where(a =>
                            _mirror.ReadCases.Any(s => s.Type == type)
                            && !_mirror.ReadCases.Any(s => s.Type == type && a.IsAssignableFrom(s.Arm))
                        )
                )
                    yield return $"{type.Name} as {unionCase.Name}";
            }
            else if (
                type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IJsonModel<>))
                && !_mirror.Seen.Contains((type, null))
            )
            {
                yield return type.Name;
            }
        }
    }

    /// <summary>
    /// Returns the problem of a union with JSON that is none of its cases; null if there is none, or the type is not read.
    /// </summary>
    public static string? CheckUnknown(Type union)
    {
        int unknown = 0;
        foreach (string json in (string[])["[[[true]]]", "true", "\"text\"", "1.5", """{"undeclared 0":"undeclared"}"""])
        {
            JsonElement element = JsonSerializer.Deserialize<JsonElement>(json);
            var made = (ApiUnion)union.GetMethod("Unknown")!.Invoke(null, [element])!;
            if (!made.IsUnknown || !made.Value.Equals(element))
                return $"Unknown({json}) is known";
            if (RunIfSupported(() => JsonSerializer.Serialize(made, union) != json ? $"Unknown({json}) is not written" : null) is { } lost)
                return lost;
            string? read = RunIfSupported(() =>
            {
                try
                {
                    var value = (ApiUnion)JsonSerializer.Deserialize(json, union)!;
                    unknown += value.IsUnknown ? 1 : 0;
                    return value.IsUnknown && (((JsonElement)value.Value).GetRawText() != json || value != made)
                        ? $"{json} is read as {value.Value}"
                        : null;
                }
                catch (JsonException)
                {
                    return null; // a case of that JSON type, and not of that value
                }
            });
            if (read is not null)
                return read;
        }

        return RunIfSupported(() => unknown == 0 && JsonSerializer.Deserialize("true", union) is not null ? "nothing is unknown" : null);
    }

    private static IEnumerable<Type> GetCases(Type union) =>
        ObjectMapper.GetCases(union).Select(c => c.GetParameters().Single().ParameterType);

    private string? RunCheck(bool isExample, Func<string?> check)
    {
        _mirror.AcceptsUnknownMembers = isExample;
        try
        {
            return check();
        }
        catch (Exception e) when (e is JsonException or MappingException)
        {
            return e.Message;
        }
        finally
        {
            _mirror.AcceptsUnknownMembers = false;
        }
    }

    /// <summary>A type that goes one way only does not support the other.</summary>
    private static string? RunIfSupported(Func<string?> check)
    {
        try
        {
            return check();
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
