// Each test builds projects; two builds at once take longer than one after the other on a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
