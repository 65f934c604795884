namespace CfGen.CodeGen;

// Unions: the value of an arm.
public readonly ref partial struct JsonModelWriter
{
    /// <summary>Writes the value of a union, which is a model.</summary>
    public void WriteCase<T>(object value)
        where T : IJsonModel<T>
    {
        JsonModelWriter self = this;
        T.Write(ref self, (T)value);
    }

    /// <summary>Writes the value of a union with its codec.</summary>
    public void WriteCase<T, TCodec>(object value)
        where TCodec : struct, IJsonCodec<T> => WriteValue<T, TCodec>((T)value);
}
