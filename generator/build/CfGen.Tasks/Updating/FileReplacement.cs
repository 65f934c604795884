namespace CfGen.Tasks.Updating;

/// <summary>A file that gets other contents.</summary>
/// <param name="Path">The full path.</param>
internal sealed record NewContent(string Path, byte[] Content);

/// <summary>
/// Replaces several files, all or none. The new contents are first written beside the files, so that what is left, renaming, hardly
/// fails; if it does, the files that were renamed are renamed back.
/// </summary>
internal sealed class FileReplacement
{
    private const string Extension = ".cfgen-update";

    private readonly List<string> _createdFolders = [];
    private readonly List<Step> _steps = [];

    private FileReplacement() { }

    /// <summary>Replaces the files.</summary>
    /// <exception cref="UpdateException">A file cannot be replaced. Each has its old content.</exception>
    public static void Run(IEnumerable<NewContent> files)
    {
        FileReplacement replacement = new();
        string current = "";
        try
        {
            foreach (NewContent file in files)
            {
                current = file.Path;
                replacement.Prepare(file);
            }

            foreach (Step step in replacement._steps)
            {
                current = step.Path;
                step.Replace();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string[] lost = replacement.RollBack();
            string reason = e.Message.TrimEnd('.');
            throw new UpdateException(
                lost.Length == 0 ? UpdateFindings.NotReplaced(current, reason) : UpdateFindings.NotRestored(current, reason, lost)
            );
        }

        foreach (Step step in replacement._steps)
            TryDelete(step.Backup);
    }

    private void Prepare(NewContent file)
    {
        string folder = Path.GetDirectoryName(file.Path)!;
        for (string? missing = folder; missing is not null && !Directory.Exists(missing); missing = Path.GetDirectoryName(missing))
            _createdFolders.Add(missing);
        Directory.CreateDirectory(folder);
        string temporary = $"{file.Path}.{Guid.NewGuid():N}";
        Step step = new(file.Path, temporary + Extension, temporary + ".old" + Extension);
        _steps.Add(step);
        File.WriteAllBytes(step.Temporary, file.Content);
    }

    private string[] RollBack()
    {
        string[] lost = [.. Enumerable.Reverse(_steps).Where(s => !s.TryRestore()).Select(s => s.Backup)];
        foreach (Step step in _steps)
            TryDelete(step.Temporary);
        // The innermost is the first of each file.
        foreach (string folder in _createdFolders.OrderByDescending(f => f.Length))
            TryDeleteFolder(folder);
        return lost;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file beside the documents that nobody reads.
        }
    }

    private static void TryDeleteFolder(string path)
    {
        try
        {
            Directory.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is not empty, or was not created.
        }
    }

    private sealed class Step(string path, string temporary, string backup)
    {
        private bool _isReplaced;
        private bool _existed;

        public string Path { get; } = path;

        public string Temporary { get; } = temporary;

        public string Backup { get; } = backup;

        public void Replace()
        {
            _existed = File.Exists(Path);
            if (_existed)
                File.Replace(Temporary, Path, Backup);
            else
                File.Move(Temporary, Path);
            _isReplaced = true;
        }

        public bool TryRestore()
        {
            try
            {
                if (_isReplaced && _existed)
                    File.Replace(Backup, Path, null);
                else if (_isReplaced)
                    File.Delete(Path);
                else if (File.Exists(Backup) && !File.Exists(Path))
                    File.Move(Backup, Path);
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }
}
