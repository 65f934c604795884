using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>
/// Converts open enums from and to text, for the binding of configuration and for model binding. It is an attribute of the interface, so
/// that no enum has it itself: <see cref="TypeDescriptor"/> gives it the type.
/// </summary>
internal sealed class OpenEnumTypeConverter(Type type) : TypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The default of a struct needs no constructor.")]
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text
            ? ((IOpenEnum)RuntimeHelpers.GetUninitializedObject(type)).ParseSame(text)
            : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) && value is IOpenEnum known
            ? known.Value
            : base.ConvertTo(context, culture, value, destinationType);
}
