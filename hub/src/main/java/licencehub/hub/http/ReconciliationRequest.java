package licencehub.hub.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.model.submission.SentNumber;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.reconciliation.NumberSet;
import licencehub.sharing.reconciliation.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a department asks whether it is here.
 *
 * @param from when the first of it may have been received
 * @param until not included
 */
record ReconciliationRequest(SourceId source, Instant from, Instant until, Told told) {
  static final int MOST_NUMBERS = 20_000;
  static final int LONGEST = 4 << 20;
  static final Set<String> KEYS =
      Set.of("source", "day", "from", "until", "count", "digest", "buckets", "in", "numbers");
  private static final Duration LONGEST_TIME = Duration.ofDays(31);
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern BUCKET = Pattern.compile("[0-9a-f]{2}");

  /** What the department tells of what it sent. */
  sealed interface Told {
    /** How much it is in all. */
    record Whole(Tally tally) implements Told {}

    /** How much it is in each bucket that is not empty. */
    record Buckets(Map<Integer, Tally> tallies) implements Told {}

    /** All of some buckets. */
    record Numbers(NumberSet numbers, Set<Integer> buckets) implements Told {}
  }

  /**
   * @throws MalformedValue when it cannot be told what is asked
   */
  static ReconciliationRequest read(ObjectNode body) {
    SourceId source = new SourceId(Requests.text(body, "source").orElse(""));
    if (body.has("day") && (body.has("from") || body.has("until"))) {
      throw wrong("day", "不能与 from、until 同时给出", "cannot be given together with from and until");
    }
    Optional<LocalDate> day = Requests.text(body, "day").map(ReconciliationRequest::day);
    Instant from = day.map(ChinaTime::startOf).orElseGet(() -> moment(body, "from"));
    Instant until =
        day.map(it -> ChinaTime.startOf(it.plusDays(1))).orElseGet(() -> moment(body, "until"));
    if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST_TIME) > 0) {
      throw wrong("until", "应在 from 之后31天以内", "must be later than from, by 31 days at the most");
    }
    return new ReconciliationRequest(source, from, until, told(body));
  }

  private static Told told(ObjectNode body) {
    if (Stream.of("count", "buckets", "numbers").filter(body::has).count() != 1) {
      throw wrong(
          "count",
          "应给出 count 与 digest，或 buckets，或 in 与 numbers，只能其一",
          "or buckets, or in and numbers must be given, and only one of them");
    }
    if (body.path("numbers").isArray()) {
      return numbers(body.path("in"), body.path("numbers"));
    }
    if (body.path("buckets").isArray()) {
      Map<Integer, Tally> tallies = new HashMap<>();
      body.path("buckets").forEach(it -> tallies.put(bucket(it.path("bucket")), tally(it)));
      return new Told.Buckets(tallies);
    }
    if (body.has("count")) {
      return new Told.Whole(tally(body));
    }
    throw wrong("buckets", "应为数组，numbers 亦然", "must be an array, and so must numbers");
  }

  private static Told numbers(JsonNode in, JsonNode listed) {
    if (listed.size() > MOST_NUMBERS) {
      throw wrong(
          "numbers",
          "至多" + MOST_NUMBERS + "件，请按分组分批",
          "must be " + MOST_NUMBERS + " at the most: send fewer buckets at a time");
    }
    Set<Integer> buckets = new TreeSet<>();
    in.forEach(it -> buckets.add(bucket(it)));
    List<SentNumber> numbers = listed.valueStream().map(ReconciliationRequest::number).toList();
    if (!numbers.stream().allMatch(it -> buckets.contains(NumberSet.bucket(it.id())))) {
      throw wrong("in", "应含每一件所属的分组", "must name the bucket of every number that is listed");
    }
    return new Told.Numbers(NumberSet.of(numbers), buckets);
  }

  private static SentNumber number(JsonNode it) {
    return new SentNumber(it.path("id").asString(""), it.path("version").asLong(0));
  }

  private static Tally tally(JsonNode it) {
    String digest = it.path("digest").asString("");
    JsonNode count = it.path("count");
    if (!count.isIntegralNumber() || count.asLong() < 0 || !DIGEST.matcher(digest).matches()) {
      throw wrong(
          "digest",
          "应为64位小写十六进制，count 应为非负整数",
          "must be 64 lower-case hexadecimal digits, and count a number");
    }
    return new Tally(count.asLong(), Digest.parse(digest));
  }

  private static int bucket(JsonNode it) {
    String text = it.asString("");
    if (!BUCKET.matcher(text).matches()) {
      throw wrong("bucket", "应为两位小写十六进制", "must be two lower-case hexadecimal digits");
    }
    return Integer.parseInt(text, 16);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong("day", "应为日期，例如 2026-11-22", "must be a day such as 2026-11-22");
    }
  }

  private static Instant moment(ObjectNode body, String key) {
    return Requests.text(body, key)
        .map(LicenceRequest::moment)
        .orElseThrow(
            () -> wrong("day", "应给出 day，或 from 与 until", "or from and until must be given"));
  }

  private static MalformedValue wrong(String key, String zh, String en) {
    return MalformedValue.hidden(
        Text.of("键 " + key, "key " + key), Text.of(zh, en), "\"day\": \"2026-11-22\"");
  }
}
