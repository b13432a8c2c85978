package licencehub.hub.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import licencehub.model.submission.SentNumber;
import licencehub.sharing.reconciliation.NumberSet;
import licencehub.sharing.reconciliation.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a hub whether it has a list, and tells no more of the list than that takes: its count and
 * digest, then those of its buckets, then what is in the buckets that differ.
 */
final class Reconciling {
  /** What the hub's answers name. */
  static final List<String> KINDS =
      List.of("missing", "quarantined", "otherVersions", "otherTime", "unlisted");

  private static final String PATH = "/api/v1/reconciliations";

  /** Numbers of one question; one bucket's go together, however many they are. */
  private static final int BATCH = 5_000;

  private final HubClient client;
  private final String source;
  private final LocalDate day;
  private final NumberSet listed;

  Reconciling(HubClient client, String source, LocalDate day, NumberSet listed) {
    this.client = client;
    this.source = source;
    this.day = day;
    this.listed = listed;
  }

  /** The hub's count, and an array for each of {@link #KINDS}. */
  ObjectNode differences() {
    ObjectNode whole = question();
    tally(whole, listed.tally());
    JsonNode first = client.post(PATH, whole);
    ObjectNode all = Json.object();
    all.put("source", source).put("day", day.toString());
    all.put("listed", listed.tally().count()).put("received", first.path("count").asLong(0));
    KINDS.forEach(all::putArray);
    if (!first.path("same").asBoolean(false)) {
      batches(differing(), (buckets, some) -> add(all, client.post(PATH, listing(buckets, some))));
    }
    return all;
  }

  private Set<Integer> differing() {
    ObjectNode question = question();
    ArrayNode buckets = question.putArray("buckets");
    listed
        .tallies()
        .forEach((bucket, it) -> tally(buckets.addObject().put("bucket", hex(bucket)), it));
    Set<Integer> differing = new TreeSet<>();
    client
        .post(PATH, question)
        .path("differing")
        .forEach(it -> differing.add(Integer.parseInt(it.asString(), 16)));
    return differing;
  }

  private void batches(Set<Integer> differing, BiConsumer<Set<Integer>, List<SentNumber>> taker) {
    Set<Integer> buckets = new TreeSet<>();
    List<SentNumber> numbers = new ArrayList<>();
    for (int each : differing) {
      List<SentNumber> more = listed.in(Set.of(each)).numbers();
      if (!buckets.isEmpty() && numbers.size() + more.size() > BATCH) {
        taker.accept(buckets, numbers);
        buckets = new TreeSet<>();
        numbers = new ArrayList<>();
      }
      buckets.add(each);
      numbers.addAll(more);
    }
    if (!buckets.isEmpty()) {
      taker.accept(buckets, numbers);
    }
  }

  private ObjectNode listing(Set<Integer> buckets, List<SentNumber> numbers) {
    ObjectNode question = question();
    ArrayNode in = question.putArray("in");
    buckets.forEach(it -> in.add(hex(it)));
    ArrayNode list = question.putArray("numbers");
    numbers.forEach(it -> list.addObject().put("id", it.id()).put("version", it.version()));
    return question;
  }

  private ObjectNode question() {
    return Json.object().put("source", source).put("day", day.toString());
  }

  private static void tally(ObjectNode object, Tally tally) {
    object.put("count", tally.count()).put("digest", tally.digest().toString());
  }

  private static void add(ObjectNode all, JsonNode answer) {
    KINDS.forEach(kind -> answer.path(kind).forEach(all.withArray(kind)::add));
  }

  private static String hex(int bucket) {
    return String.format(Locale.ROOT, "%02x", bucket);
  }
}
