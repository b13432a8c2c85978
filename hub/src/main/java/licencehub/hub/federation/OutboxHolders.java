package licencehub.hub.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import licencehub.federation.filter.FilterKey;
import licencehub.federation.filter.HolderHash;
import licencehub.federation.filter.KeptFilter;
import licencehub.federation.filter.OutboxPlace;
import licencehub.library.HistoryEntry;
import licencehub.library.Outbox;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the holders of licences out of the change stream, a page at a time. */
record OutboxHolders(Outbox outbox) {
  private static final int PAGE = 1_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * Adds what comes next.
   *
   * @param head sequence of the newest event there is, asked for before
   */
  void feed(KeptFilter filter, long head) {
    long from = filter.reached().sequence();
    List<HistoryEntry> page = outbox.licencesAfter(from, PAGE);
    long last = page.isEmpty() ? from : page.getLast().sequence();
    // A page that is not full has everything up to the head, whatever lies between.
    long to = page.size() == PAGE ? last : Math.max(head, last);
    if (to > from) {
      FilterKey key = filter.filter().header().key();
      filter.add(page.stream().flatMap(it -> holders(it, key).stream()).toList());
      filter.reach(place(to));
    }
  }

  /** Whether a place is one of this stream: after a restored backup it may not be. */
  boolean knows(OutboxPlace place) {
    return place.sequence() < 0
        || outbox.after(place.sequence() - 1, 1).stream().anyMatch(it -> place(it).equals(place));
  }

  private OutboxPlace place(long sequence) {
    return outbox.after(sequence - 1, 1).stream()
        .filter(it -> it.sequence() == sequence)
        .findFirst()
        .map(OutboxHolders::place)
        .orElseThrow(
            () ->
                new Unavailable(
                    "持证主体过滤器 holder filter", "事件不在 event %1$d is gone".formatted(sequence)));
  }

  private static OutboxPlace place(HistoryEntry it) {
    byte[] name = (it.source() + "\n" + it.id() + "\n").getBytes(UTF_8);
    return new OutboxPlace(it.sequence(), Digest.of(name, it.document()).toString());
  }

  private static List<HolderHash> holders(HistoryEntry licence, FilterKey key) {
    JsonNode holders = JSON.readTree(licence.document()).path("data").path("holders");
    return holders
        .valueStream()
        .map(it -> key.hash(text(it, "codeType"), text(it, "code")))
        .toList();
  }

  private static String text(JsonNode holder, String name) {
    return holder.path(name).asString("");
  }
}
