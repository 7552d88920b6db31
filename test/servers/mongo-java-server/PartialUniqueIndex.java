import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A unique index that holds only the documents its filter matches; without a filter it holds all. */
final class PartialUniqueIndex extends AbstractUniqueIndex<Object> {
    private final Map<KeyValue, Object> positions = new HashMap<>();
    private final Document filter;

    PartialUniqueIndex(String name, List<IndexKey> keys, boolean sparse, Document filter) {
        // What is sparse may lack documents; else the library takes a document that is not in the index for a fault.
        super(name, keys, sparse || filter != null);
        this.filter = filter;
    }

    private boolean holds(Document document) {
        return filter == null || new DefaultQueryMatcher().matches(document, filter);
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        if (holds(document)) super.checkAdd(document, collection);
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        if (holds(document)) super.add(document, position, collection);
    }

    @Override
    public synchronized Object remove(Document document) {
        return holds(document) ? super.remove(document) : null;
    }

    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        if (holds(after)) super.checkUpdate(before, after, collection);
    }

    /** Serves every query that names all of its paths with plain values, whatever else the query names. */
    @Override
    public synchronized boolean canHandle(Document query) {
        return keys().stream().allMatch(key -> query.get(key) != null && !(query.get(key) instanceof Document));
    }

    @Override
    protected Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(key, position) == null;
    }

    @Override
    protected synchronized Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }
}
