using System.Runtime.CompilerServices;

namespace CfGen.Infrastructure;

// The body. It is written at once, so that what the caller changes later is not sent, and so that it can be sent twice.
public sealed partial class ApiCall
{
    /// <summary>A model as JSON.</summary>
    public ApiCall Json<T>(T? body, bool required, [CallerArgumentExpression(nameof(body))] string name = "")
        where T : class, IJsonModel<T> => Json<T, ModelCodec<T>>(body, required, name);

    /// <summary>Any value as JSON.</summary>
    public ApiCall Json<T, TCodec>(T? body, bool required, [CallerArgumentExpression(nameof(body))] string name = "")
        where TCodec : struct, IJsonCodec<T>
    {
        if (body is null)
            return Absent(new Argument(CSharpName(name), "body", "body", "", ""), required);
        try
        {
            Validate(body, name);
            if (_violations is null) // what breaks the document need not be writable
                _body = JsonBody.Write<T, TCodec>(body);
        }
#pragma warning disable CA1031 // Whatever a caller's own list or map throws arrives through the task, as everything does.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _fault ??= e;
        }

        return this;
    }

    private void Validate(object body, string name)
    {
        if (body is not (IValidatable or IReadOnlyList<IValidatable>))
            return;
        var validator = new BodyValidator(CSharpName(name), _violations);
        if (body is IValidatable one)
            one.Validate(validator);
        else
            validator.Each((IReadOnlyList<IValidatable>)body, "");
        _violations = validator.Found;
    }
}
