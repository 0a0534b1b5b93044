// Guests under software emulation use every core there is: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
