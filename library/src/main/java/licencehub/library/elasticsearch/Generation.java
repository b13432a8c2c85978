package licencehub.library.elasticsearch;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.Map;
import licencehub.model.Unavailable;

/**
 * One index, made with one index key. How far it has come stands in itself, in a document of its
 * own, written only after what it tells of can be found.
 *
 * @param index its name
 * @param key number of the index key its words are made with
 */
record Generation(Cluster cluster, String index, int key) {
  private static final String POSITION = "position";
  private static final int CONFLICT = 409;
  private static final int BUSY = 429;

  /** What the position is written as. */
  record Reached(long position) {}

  /** Sequence of the newest event it has; -1 for none. */
  long position() {
    GetResponse<Reached> found =
        cluster.ask(it -> it.get(get -> get.index(index).id(POSITION), Reached.class));
    Reached reached = found.source();
    return reached == null ? -1 : reached.position();
  }

  /**
   * Puts licences in as they stand. What is there from later events stays.
   *
   * @param licences by identifier
   * @param position sequence of the newest event they follow
   * @throws Unavailable when not all of them were taken; they may be put in again
   */
  void put(Map<String, IndexedLicence> licences, long position) {
    if (!licences.isEmpty()) {
      BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
      licences.forEach(
          (identifier, licence) ->
              bulk.operations(
                  one ->
                      one.index(
                          it ->
                              it.id(identifier)
                                  .versionType(VersionType.ExternalGte)
                                  .version(position + 1)
                                  .document(licence))));
      BulkResponse response = cluster.ask(it -> it.bulk(bulk.build()));
      if (response.errors()) {
        response.items().forEach(Generation::mustBeTaken);
      }
    }
  }

  /** Lets what was put in be found, and writes down how far that is. */
  void reach(long position) {
    cluster.ask(it -> it.indices().refresh(refresh -> refresh.index(index)));
    note(position);
  }

  /** Writes down how far it has come, to go on from there; it may not be found yet. */
  void note(long position) {
    cluster.ask(
        it ->
            it.index(
                one ->
                    one.index(index)
                        .id(POSITION)
                        .versionType(VersionType.ExternalGte)
                        .version(position + 1)
                        .document(new Reached(position))));
  }

  /** A conflict means that something newer is there already. */
  private static void mustBeTaken(BulkResponseItem item) {
    if (item.error() != null && item.status() != CONFLICT) {
      String cause = "HTTP " + item.status() + " " + item.error().type();
      throw new Unavailable(
          Cluster.NAME,
          item.status() == BUSY
              ? "忙，稍后再写 busy, it is asked again: " + cause
              : "不接受一条证照 it does not take a licence: " + cause);
    }
  }
}
