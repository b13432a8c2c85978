package licencehub.library;

import static licencehub.library.LicenceSample.company;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import licencehub.model.Digest;
import licencehub.model.Reason;
import licencehub.model.event.EventType;
import licencehub.model.event.Stage;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises of entries that are written together. */
abstract class GroupContract extends DoorContract {
  private static final int LICENCES = 4;
  private static final int ENTRIES = 150;
  private static final List<EventType> TYPES =
      List.of(
          EventType.LICENCE_ISSUED,
          EventType.LICENCE_CHANGED,
          EventType.LICENCE_SUSPENDED,
          EventType.LICENCE_RESUMED,
          EventType.LICENCE_REVOKED);

  private static final LicenceQuery HELD =
      new LicenceQuery(company(1, "").code(), null, null, null, Long.MAX_VALUE, 20);

  /** All that can be told of a library from outside. */
  private record Told(
      List<String> outcomes,
      Digest root,
      List<Optional<LicenceRecord>> licences,
      List<List<HistoryEntry>> histories,
      List<CaseFile.Step> steps,
      List<LicenceRecord> found,
      List<QuarantineEntry> setAside) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void they_add_up_to_what_they_would_one_by_one(int seed) {
    List<Entry> entries = entries(new Random(seed));
    Told oneByOne = told(fileEach(entries));
    reopenIn("together");
    Told together = told(file(entries.toArray(Entry[]::new)));
    assertThat(together).usingRecursiveComparison().isEqualTo(oneByOne);
    assertThat(together.outcomes())
        .anyMatch(it -> it.startsWith("superseded"))
        .anyMatch(it -> it.startsWith("duplicate"))
        .anyMatch(it -> it.startsWith("quarantined"));
  }

  @Test
  void what_was_set_aside_is_settled_by_what_comes_later_in_the_same_group() {
    List<Outcome> outcomes =
        file(
            refused(issued(1), Reason.SIGNER_UNKNOWN),
            refused(issued(1), Reason.SIGNATURE_WRONG),
            issued(1).filing(),
            refused(issued(1), Reason.SIGNER_UNKNOWN));
    QuarantineEntry first =
        library().quarantine().find(quarantined(outcomes.getFirst()).number()).orElseThrow();
    assertThat(quarantined(outcomes.get(1)).number()).isEqualTo(first.number());
    assertThat(first.settledAs()).isEqualTo("accepted");
    assertThat(first.attempts()).isEqualTo(2);
    assertThat(first.faults())
        .extracting(it -> it.reason())
        .containsExactly(Reason.SIGNATURE_WRONG);
    assertThat(quarantined(outcomes.getLast()).number()).isNotEqualTo(first.number());
  }

  private static List<Entry> entries(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      int serial = random.nextInt(LICENCES);
      LicenceSample sample =
          stated(TYPES.get(random.nextInt(TYPES.size())), serial, 1 + random.nextInt(5))
              .withHolders(company(random.nextInt(2), "深圳市好味来餐饮管理有限公司"));
      entries.add(
          switch (random.nextInt(10)) {
            case 0 -> refused(sample, Reason.SIGNER_UNKNOWN);
            case 1 -> sample.withRemark("另一份内容").filing();
            case 2 -> sample.withId("again-" + i).filing();
            case 3 ->
                sample
                    .withReplaces(identifier((serial + 1) % LICENCES))
                    .withId("renewed-" + i)
                    .filing();
            case 4, 5 ->
                CaseSample.of(Stage.HANDLING, random.nextInt(3))
                    .withVersion(1 + random.nextInt(4))
                    .filing();
            default -> sample.filing();
          });
    }
    return entries;
  }

  private Told told(List<Outcome> outcomes) {
    LicenceRepository licences = library().licences();
    return new Told(
        outcomes.stream().map(GroupContract::words).toList(),
        library().ledger().latest().orElseThrow().root(),
        IntStream.range(0, LICENCES).mapToObj(it -> licences.find(identifier(it))).toList(),
        IntStream.range(0, LICENCES).mapToObj(it -> licences.history(identifier(it))).toList(),
        library().cases().find(CaseSample.CASE).map(CaseFile::steps).orElse(List.of()),
        library().search().search(HELD),
        outcomes.stream()
            .filter(Outcome.Quarantined.class::isInstance)
            .map(it -> library().quarantine().find(quarantined(it).number()).orElseThrow())
            .toList());
  }

  private static String words(Outcome outcome) {
    return outcome instanceof Outcome.Quarantined it
        ? it.word() + " " + it.number() + it.faults().stream().map(each -> each.reason()).toList()
        : outcome.word() + " " + receipt(outcome).index();
  }
}
