using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Validation;

namespace CfGen.Serialization;

/// <summary>Validates and writes the lines of a body, while it is sent.</summary>
internal sealed class JsonLineSerializer<T, TCodec>(Argument body, string operationId, JsonSerializerOptions? serializerOptions)
    where TCodec : struct, IValueCodec<T>
{
    /// <summary>Writes a line.</summary>
    /// <exception cref="ApiValidationException">The line breaks a rule.</exception>
    public byte[] Serialize(T item)
    {
        Violations? violations = null;
        if (item is IValidatable model)
        {
            var validator = new BodyValidator(body.Expression, null, new PatternChecks(isDeferring: false));
            model.Validate(validator);
            violations = validator.FoundViolations;
        }

        try
        {
            if (violations is null)
                return JsonBodySerializer.Serialize<T, TCodec>(item, serializerOptions);
        }
        catch (UnsetEnumException e)
        {
            e.Report(ref violations, body);
        }

        throw new ApiValidationException(operationId, violations!.All);
    }
}
