namespace CfGen.CodeGen;

// Unions: which arm the value is, and the value as that arm. The reader stands on the value's first token, and is left on its last.
public ref partial struct JsonModelReader
{
    /// <summary>The number of the arm that the value is, from 1; 0 where it is none of them.</summary>
    public int SelectCase(UnionTable arms)
    {
        int arm = arms.SelectCase(_reader);
        if (arm == 0)
            _unknownUnionCount++;
        return arm;
    }

    /// <summary>Reads the value as a model.</summary>
    public T ReadCase<T>()
        where T : IJsonModel<T> => T.Read(ref this);

    /// <summary>Reads the value as what the codec reads.</summary>
    public T ReadCase<T, TCodec>()
        where TCodec : struct, IJsonCodec<T> => TCodec.Read(ref this);
}
