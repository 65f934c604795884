using CfGen.Generator.Naming;

namespace CfGen.Generator.Tests.Naming;

/// <summary>The prefixes that bundlers add to components are left out of type names, where a name remains.</summary>
public class ComponentPrefixTests
{
    [Theory]
    [InlineData("dlp_Dataset dlp_entry-list dlp_scan", "Dataset EntryList Scan")]
    [InlineData("dlp_Dataset dlp_entry-list iam_role iam_group", "Dataset EntryList Role Group")]
    [InlineData("29dbGVss_cursor 29dbGVss_order 29dbGVss_size", "Cursor Order Size")]
    [InlineData("dlp_Dataset dlp_x_y_position dlp_entry-list", "Dataset XYPosition EntryList")]
    // Two types would have the same name, apart from case.
    [InlineData("dlp_id dlp_set iam_ID iam_role", "- Set - Role")]
    // A type would have the full name of another.
    [InlineData("dlp_iam-role dlp_set iam_role iam_group", "- Set Role Group")]
    // The name would hide a type of the framework or the runtime, begin with a digit, or be empty.
    [InlineData(
        "dlp_Task dlp_Page dlp_0rtt dlp_ dlp_- dlp_Set dlp_a dlp_b dlp_c dlp_d dlp_e dlp_f dlp_g dlp_h dlp_i dlp_j dlp_k dlp_l dlp_m dlp_n dlp_o dlp_p",
        "- - - - - Set A B C D E F G H I J K L M N O P"
    )]
    // Words, and no prefixes.
    [InlineData("order user_profile user_settings user", "- - - -")]
    [InlineData("user_profile user_settings", "- -")]
    [InlineData("create_token_request create_token_response delete_account_request delete_account_response", "- - - -")]
    [InlineData("a_b c_d e_f g_h", "- - - -")]
    public void Component_prefixes_are_removed(string ids, string names)
    {
        string[] all = ids.Split(' ');

        Dictionary<string, string> bare = FindRemovable(all);

        Assert.Equal(names.Split(' '), all.Select(id => bare.GetValueOrDefault(id, "-")));
        Assert.Equal(
            bare.OrderBy(b => b.Key, StringComparer.Ordinal),
            FindRemovable(all.Reverse()).OrderBy(b => b.Key, StringComparer.Ordinal)
        );
    }

    private static Dictionary<string, string> FindRemovable(IEnumerable<string> ids) =>
        ComponentPrefixes.FindRemovable(ids.ToDictionary(id => id, Identifiers.ToTypeName));
}
