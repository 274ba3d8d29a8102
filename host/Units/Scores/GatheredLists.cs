namespace EmulationPlatform.Units.Scores;

/// <summary>The list that is being gathered, and the one that is being handed over.</summary>
internal sealed class GatheredLists<T>(IObserver<IList<T>> observer)
{
    private readonly Lock gathering = new();
    private readonly Lock handingOver = new();
    private List<T> list = [];

    /// <returns>True for the first of a list: its time begins.</returns>
    public bool Add(T item)
    {
        lock (gathering)
        {
            list.Add(item);
            return list.Count == 1;
        }
    }

    public void HandOver()
    {
        // One list at a time and in order, also when an observer takes longer than the next list needs to gather.
        lock (handingOver)
        {
            List<T> gathered;
            lock (gathering)
            {
                (gathered, list) = (list, []);
            }

            if (gathered.Count > 0)
            {
                observer.OnNext(gathered);
            }
        }
    }
}
