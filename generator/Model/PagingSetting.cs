namespace CfGen.Generator.Model;

internal sealed record PagingSetting(PagingSettingName Name, string Value, bool IsNumber = false);
