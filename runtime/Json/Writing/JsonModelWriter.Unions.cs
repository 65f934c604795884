namespace CfGen.Infrastructure;

// Unions: the value of an arm.
public readonly ref partial struct JsonModelWriter
{
    /// <summary>Writes the value of a union, which is a model.</summary>
    public void Arm<T>(object value)
        where T : IJsonModel<T>
    {
        JsonModelWriter self = this;
        T.Write(ref self, (T)value);
    }

    /// <summary>Writes the value of a union with its codec.</summary>
    public void Arm<T, TCodec>(object value)
        where TCodec : struct, IJsonCodec<T>
        => Put<T, TCodec>((T)value);
}
