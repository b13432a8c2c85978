package licencehub.library;

import static licencehub.library.LicenceSample.BUSINESS;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.person;
import static licencehub.library.LicenceSample.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import licencehub.library.FacetAnswer.Count;
import licencehub.library.FacetQuery.Dimension;
import licencehub.library.Indexing.State;
import licencehub.model.Unavailable;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is true of the index itself: how it is made anew, and what it does when its server fails.
 */
class ElasticIndexTest extends DoorContract {
  private static final Holder LI = person("E12345678", "李小𬭎");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ElasticServer server = ElasticServer.shared();
  private final IndexedKind kind = new IndexedKind(server.address());

  @Override
  protected LibraryKind kind() {
    return kind;
  }

  @Test
  void nothing_that_names_a_person_stands_in_it() {
    file(issued(1).withHolders(LI).withNumber("JY14403070001234"));
    assertThat(found("李小")).containsExactly(identifier(1));
    String all = server.get("/" + kind.prefix() + "-licences/_search?size=100");
    assertThat(all)
        .contains(identifier(1).toString())
        .doesNotContain("李", "小", "E12345678", "JY14403070001234");
  }

  @Test
  void it_is_made_anew_behind_the_one_that_answers() {
    file(IntStream.range(0, 2_500).mapToObj(i -> issued(i).filing()).toArray(Entry[]::new));
    assertThat(found("深圳")).hasSize(20);
    String before = state().index();
    kind.index().indexing().rebuild();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              assertThat(found("深圳")).hasSize(20);
              return !state().index().equals(before);
            });
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(server.get("/_cat/indices/" + kind.prefix() + "-*?h=index").strip())
                    .isEqualTo(state().index()));
    file(issued(3_000).withHolders(LI));
    assertThat(found("李小")).containsExactly(identifier(3_000));
  }

  @Test
  void nobody_who_asks_meets_one_that_is_just_removed() {
    file(issued(1).withHolders(LI));
    AtomicBoolean isDone = new AtomicBoolean();
    List<CompletableFuture<Void>> askers =
        Stream.generate(() -> CompletableFuture.runAsync(() -> askUntil(isDone))).limit(3).toList();
    for (int i = 0; i < 12; i++) {
      String before = state().index();
      kind.index().indexing().rebuild();
      await().atMost(PATIENCE).until(() -> !state().index().equals(before));
    }
    isDone.set(true);
    assertThat(askers).allSatisfy(it -> assertThat(it).succeedsWithin(PATIENCE));
  }

  private void askUntil(AtomicBoolean isDone) {
    while (!isDone.get()) {
      assertThat(found("李小")).containsExactly(identifier(1));
      assertThat(count(Map.of()).total()).isEqualTo(1);
    }
  }

  @Test
  void a_new_index_key_makes_a_new_index() {
    file(issued(1).withHolders(LI));
    assertThat(found("李小")).containsExactly(identifier(1));
    String before = state().index();
    keys.hold(List.of(SampleKeys.data(1)), List.of(SampleKeys.index(1), SampleKeys.index(2)));
    await().atMost(PATIENCE).until(() -> !state().index().equals(before));
    keys.hold(List.of(SampleKeys.data(1)), List.of(SampleKeys.index(2)));
    assertThat(found("李小")).containsExactly(identifier(1));
  }

  @Test
  void one_that_somebody_removed_is_made_again() {
    file(issued(1).withHolders(LI));
    assertThat(found("李小")).containsExactly(identifier(1));
    server.delete("/" + state().index());
    assertThatThrownBy(() -> found("李小")).isInstanceOf(Unavailable.class);
    await()
        .atMost(PATIENCE)
        .ignoreException(Unavailable.class)
        .until(() -> found("李小").equals(List.of(identifier(1))));
  }

  @Test
  void it_goes_on_where_it_stopped() {
    file(issued(1).withHolders(LI));
    assertThat(found("李小")).containsExactly(identifier(1));
    String before = state().index();
    reopen();
    file(issued(2).withHolders(LI));
    assertThat(found("李小")).containsExactly(identifier(2), identifier(1));
    assertThat(state().index()).isEqualTo(before);
  }

  @Test
  void a_dead_server_is_told_and_holders_are_found_meanwhile(@TempDir Path data) {
    try (ElasticServer mortal = ElasticServer.start(data)) {
      close();
      IndexedKind other = new IndexedKind(mortal.address());
      folder = folder.resolve("other");
      try (Library library = other.open(settings(), sealer(), new ReferenceLedger(), now::get)) {
        library.journal().file(List.of(issued(1).withHolders(LI).filing())).join();
        assertThat(library.search().search(name("李小"))).hasSize(1);
        mortal.kill();
        assertThatThrownBy(() -> library.search().search(name("李小")))
            .isInstanceOf(Unavailable.class)
            .hasMessageContaining("elasticsearch");
        library.journal().file(List.of(issued(2).withHolders(LI).filing())).join();
        await().atMost(PATIENCE).until(() -> other.index().indexing().state().trouble() != null);
        mortal.start();
        await()
            .atMost(PATIENCE)
            .ignoreException(Unavailable.class)
            .until(() -> library.search().search(name("李小")).size() == 2);
      }
    }
    open();
  }

  @Test
  void holders_and_numbers_need_no_index() {
    Search repository = query -> List.of();
    Search index =
        query -> {
          throw new Unavailable("elasticsearch", "down");
        };
    Search split = new SplitSearch(repository, index);
    assertThat(split.search(new LicenceQuery(LI.code(), null, null, null, 9, 1))).isEmpty();
    assertThat(split.search(new LicenceQuery(null, "JY1", null, "李", 9, 1))).isEmpty();
    assertThatThrownBy(() -> split.search(name("李"))).isInstanceOf(Unavailable.class);
  }

  @Test
  void licences_are_counted_by_what_names_nobody() {
    file(issued(1).filing(), issued(2).withValidTo(LocalDate.of(2026, 5, 31)).filing());
    file(stated(EventType.LICENCE_ISSUED, identifier(BUSINESS, 3), 1).filing());
    file(stated(EventType.LICENCE_SUSPENDED, 1, 2));
    FacetAnswer all = count(Map.of());
    assertThat(all.total()).isEqualTo(3);
    assertThat(all.counts().get(Dimension.TYPE))
        .containsExactly(new Count(LicenceSample.FOOD.text(), 2), new Count(BUSINESS.text(), 1));
    assertThat(all.counts().get(Dimension.STATUS))
        .containsExactly(new Count("expired", 1), new Count("suspended", 1), new Count("valid", 1));
    assertThat(all.counts().get(Dimension.MONTH)).containsExactly(new Count("2026-03", 3));
    assertThat(count(Map.of(Dimension.STATUS, "expired")).total()).isEqualTo(1);
    assertThat(count(Map.of(Dimension.STATUS, "valid")).total()).isEqualTo(1);
    assertThat(count(Map.of(Dimension.MONTH, "2026-03")).total()).isEqualTo(3);
    assertThat(count(Map.of(Dimension.MONTH, "2026-04")).total()).isZero();
  }

  @Test
  void a_licence_that_is_replaced_is_counted_as_such() {
    file(issued(1));
    file(issued(2).withReplaces(identifier(1)));
    assertThat(count(Map.of(Dimension.STATUS, "replaced")).total()).isEqualTo(1);
  }

  private FacetAnswer count(Map<Dimension, String> only) {
    return kind.index().facets().count(new FacetQuery(only, List.of(Dimension.values()), DAY, 50));
  }

  private State state() {
    return kind.index().indexing().state();
  }

  private List<LicenceIdentifier> found(String part) {
    return library().search().search(name(part)).stream().map(LicenceRecord::identifier).toList();
  }

  private static LicenceQuery name(String part) {
    return new LicenceQuery(null, null, null, part, Long.MAX_VALUE, 20);
  }
}
