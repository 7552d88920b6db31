import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-wire server for tests. Arguments: port (0 for any) and, for a server whose data outlives it, a file.
 * Prints its port once it listens and ends when its standard input does, so that it never outlives who started it.
 */
public final class Main {
    /** What current drivers demand at least; the library itself says less. */
    private static final MongoVersion VERSION = new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 13;
        }
    };

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "createIndexes", "dropIndexes", "create", "drop", "dropDatabase");

    public static void main(String[] args) throws Exception {
        String file = args.length > 1 ? args[1] : null;
        // Without the background writer: every write is in the file before it is answered, see handleMessage.
        IndexedDatabase.store = file == null ? MVStore.open(null) : new MVStore.Builder().fileName(file).autoCommitDisabled().open();
        MongoServer server = new MongoServer(new Backend(file != null).version(VERSION));
        server.bind("127.0.0.1", Integer.parseInt(args[0]));
        System.out.println(server.getLocalAddress().getPort());
        while (System.in.read() >= 0) {
            // Nothing is said to it; the end of the input is the signal.
        }
        server.shutdownNow();
    }

    private static final class Backend extends H2Backend {
        private final boolean durable;

        Backend(boolean durable) {
            super(IndexedDatabase.store);
            this.durable = durable;
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new IndexedDatabase(name, getCursorRegistry());
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            Document answer = super.handleMessage(message);
            if (durable && message.getDocument().keySet().stream().findFirst().map(WRITES::contains).orElse(false)) commit();
            return answer;
        }
    }
}
