import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Gives the library's database what it lacks: unique indexes that heed their partialFilterExpression (it stores the
 * expression and ignores it), indexes that queries really use (it scans wherever a query names more than the index), and
 * answers that the next update does not change while they are still being sent.
 * Indexes live in memory and are filled from the documents when a database is opened.
 */
final class IndexedDatabase extends H2Database {
    /** The description of the index being made. Static, because the parent's constructor makes indexes already. */
    private static final ThreadLocal<Document> DESCRIPTION = new ThreadLocal<>();

    /** The one store of this process. Static, because the parent's constructor opens collections already. */
    static MVStore store;

    IndexedDatabase(String name, CursorRegistry cursors) {
        super(name, store, cursors);
    }

    /** In the maps the parent would use, whose names its other methods know. */
    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String full = databaseName + "." + collection;
        return new IsolatedCollection(this, collection, options, store.openMap("databases." + full), store.openMap("meta." + full), cursorRegistry);
    }

    /** Hands out copies: an update changes the copy and puts it in the place of what was there. */
    private static final class IsolatedCollection extends H2Collection {
        IsolatedCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> data, MVMap<String, Object> meta, CursorRegistry cursors) {
            super(database, name, options, data, meta, cursors);
        }

        @Override
        protected Document getDocument(Object position) {
            Document there = super.getDocument(position);
            return there == null ? null : there.cloneDeeply();
        }
    }

    @Override
    protected void addIndex(Document description) {
        // A collection's first index makes the collection, which makes the index over _id: one inside the other.
        Document outer = DESCRIPTION.get();
        DESCRIPTION.set(description);
        try {
            super.addIndex(description);
        } finally {
            DESCRIPTION.set(outer);
        }
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new PartialUniqueIndex(name, keys, sparse, filterOf(collection, name));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new FirstPathIndex(name, keys);
    }

    /** The library would take away the index's map in the file; here there is none. */
    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        collection.dropIndex(name);
    }

    private Document filterOf(String collection, String name) {
        AtomicReference<Document> description = new AtomicReference<>(DESCRIPTION.get());
        if (description.get() == null && indexes.get() != null) {
            indexes.get().queryAllAsStream().filter(one -> (databaseName + "." + collection).equals(one.get("ns")) && name.equals(one.get("name"))).forEach(description::set);
        }
        return description.get() != null && name.equals(description.get().get("name")) ? (Document) description.get().get("partialFilterExpression") : null;
    }
}
