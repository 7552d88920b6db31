import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plain index by the value of its first path: enough for queries not to read whole collections. The query is checked in full afterwards. */
final class FirstPathIndex extends Index<Object> {
    private final Map<KeyValue, Set<Object>> positions = new HashMap<>();
    private final String path;

    FirstPathIndex(String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.path = keys.get(0).getKey();
    }

    private KeyValue keyOf(Document document) {
        return new KeyValue(Utils.getSubdocumentValue(document, path)).normalized();
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        positions.computeIfAbsent(keyOf(document), key -> new LinkedHashSet<>()).add(position);
    }

    private Object take(Document document, Object position) {
        Set<Object> there = positions.get(keyOf(document));
        if (there == null || !there.remove(position)) return null;
        if (there.isEmpty()) positions.remove(keyOf(document));
        return position;
    }

    /** The position of a document is its _id in the back end used here. */
    @Override
    public synchronized Object remove(Document document) {
        return take(document, document.get("_id"));
    }

    @Override
    public synchronized void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        take(before, position);
        add(after, position, collection);
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        Object wanted = query.get(path);
        if (wanted instanceof Document) {
            Object list = ((Document) wanted).get("$in");
            return ((Document) wanted).size() == 1 && list instanceof Collection && ((Collection<?>) list).stream().allMatch(one -> one != null && !(one instanceof Document));
        }
        return wanted != null;
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        Object wanted = query.get(path);
        Collection<?> values = wanted instanceof Document ? (Collection<?>) ((Document) wanted).get("$in") : List.of(wanted);
        Set<Object> found = new LinkedHashSet<>();
        for (Object value : values) found.addAll(positions.getOrDefault(new KeyValue(value).normalized(), Set.of()));
        return new ArrayList<>(found);
    }

    @Override
    public Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Nothing is forbidden by a plain index.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // Nothing is forbidden by a plain index.
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

    @Override
    public void drop() {
        positions.clear();
    }
}
