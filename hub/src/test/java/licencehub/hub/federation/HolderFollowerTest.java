package licencehub.hub.federation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import licencehub.federation.filter.FilterCopy;
import licencehub.federation.filter.FilterGeneration;
import licencehub.federation.filter.HolderFilter;
import licencehub.library.Library;
import licencehub.library.SampleLicences;
import licencehub.model.MalformedValue;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.event.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A library's holders come into the filter, and the filter to a peer. */
class HolderFollowerTest {
  private static final Instant NOON = EmbeddedLibrary.NOON;
  private static final long LONGEST = 1 << 20;

  @TempDir Path folder = Path.of("");

  @Test
  void whoever_gets_a_licence_comes_into_the_filter() {
    try (Library library = library("library")) {
      file(library, 0, 2_300);
      try (HolderFollower follower = follower(library, "filter")) {
        awaitAll(follower, library);
        assertThat(had(follower, 0, 2_300)).isEqualTo(2_300);
        assertThat(had(follower, 3_000, 3_100)).isZero();
        file(library, 2_300, 2_310);
        awaitAll(follower, library);
        assertThat(had(follower, 2_300, 2_310)).isEqualTo(10);
        assertThat(follower.state().behind()).isZero();
        assertThat(follower.state().trouble()).isNull();
      }
    }
  }

  @Test
  void after_a_restart_it_goes_on_with_the_same_filter() {
    try (Library library = library("library")) {
      file(library, 0, 50);
      FilterGeneration before;
      try (HolderFollower follower = follower(library, "filter")) {
        awaitAll(follower, library);
        before = generation(follower);
      }
      file(library, 50, 60);
      try (HolderFollower follower = follower(library, "filter")) {
        awaitAll(follower, library);
        assertThat(generation(follower)).isEqualTo(before);
        assertThat(had(follower, 0, 60)).isEqualTo(60);
        assertThat(follower.filter().orElseThrow().version()).isEqualTo(60);
      }
    }
  }

  @Test
  void a_library_that_is_not_the_one_before_gets_a_filter_of_its_own() {
    FilterGeneration before;
    try (Library library = library("library");
        HolderFollower follower = follower(library, "filter")) {
      file(library, 0, 20);
      awaitAll(follower, library);
      before = generation(follower);
    }
    for (int events : new int[] {5, 30}) { // fewer than before, and more
      int first = 1_000 * events;
      try (Library other = library("other-" + events)) {
        file(other, first, first + events);
        try (HolderFollower follower = follower(other, "filter")) {
          FilterGeneration former = before;
          await().until(() -> renewed(follower, former));
          awaitAll(follower, other);
          assertThat(had(follower, first, first + events)).isEqualTo(events);
          assertThat(had(follower, 0, 20)).isZero();
          before = generation(follower);
        }
      }
    }
  }

  @Test
  void hubs_that_share_a_library_have_filters_of_their_own() {
    try (Library library = library("library");
        HolderFollower one = follower(library, "one");
        HolderFollower two = follower(library, "two")) {
      file(library, 0, 5);
      awaitAll(one, library);
      awaitAll(two, library);
      assertThat(generation(one)).isNotEqualTo(generation(two));
      assertThat(had(one, 0, 5) + had(two, 0, 5)).isEqualTo(10);
    }
  }

  @Test
  void a_peer_follows_by_what_was_added() {
    try (Library library = library("library");
        HolderFollower follower = follower(library, "filter")) {
      file(library, 0, 40);
      awaitAll(follower, library);
      FilterCopy copy = FilterCopy.open(folder.resolve("copy"), LONGEST);
      List<ObjectNode> answers = refresh(copy, follower);
      assertThat(kinds(answers)).containsExactlyInAnyOrder("whole", "piece", "added");
      assertThat(had(copy, 0, 40)).isEqualTo(40);
      assertThat(had(copy, 40, 140)).isZero();
      file(library, 40, 50);
      awaitAll(follower, library);
      answers = refresh(copy, follower);
      assertThat(kinds(answers)).containsExactly("added");
      assertThat(had(copy, 0, 50)).isEqualTo(50);
      assertThat(copy.confirmed().orElseThrow()).isBetween(NOON.minusSeconds(60), NOON);
      assertThat(answers.toString()).doesNotContain("E00000040");
    }
  }

  @Test
  void one_that_has_not_looked_through_its_library_yet_has_no_filter() {
    ObjectNode none = JsonMapper.shared().createObjectNode().put("answer", "none");
    FilterCopy copy = FilterCopy.open(folder.resolve("copy"), LONGEST);
    new FilterRefresh(copy, () -> NOON).run(asked -> none.put("ageMillis", 0));
    assertThat(copy.confirmed()).isEmpty();
    assertThat(had(copy, 0, 10)).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'generation':'xyz','version':1}",
        "{'generation':null}",
        "{'generation':null,'version':-1}",
        "{'generation':null,'version':1.5}",
        "{'generation':'0123456789abcdef0123456789abcdef','offset':'0'}",
        "{'offset':0}",
      })
  void what_is_no_question_is_refused(String question) {
    try (Library library = library("library");
        HolderFollower follower = follower(library, "filter")) {
      FilterAnswers answers = new FilterAnswers(follower);
      assertThatThrownBy(() -> answers.answer(json(question))).isInstanceOf(MalformedValue.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'ageMillis':0}",
        "{'answer':'none'}",
        "{'answer':'none','ageMillis':-1}",
        "{'answer':'other','ageMillis':0}",
        "{'answer':'whole','generation':'0123456789abcdef0123456789abcdef','ageMillis':0}",
        "{'answer':'added','generation':'0123456789abcdef0123456789abcdef','from':0,"
            + "'hashes':'!','newest':0,'sum':'0','ageMillis':0}",
        "{'answer':'added','generation':'0123456789abcdef0123456789abcdef','from':0,"
            + "'hashes':'','newest':0,'sum':'-','ageMillis':0}",
      })
  void what_is_no_answer_is_refused(String answer) {
    FilterCopy copy = FilterCopy.open(folder.resolve("copy"), LONGEST);
    FilterRefresh refresh = new FilterRefresh(copy, () -> NOON);
    assertThatThrownBy(() -> refresh.run(asked -> json(answer))).isInstanceOf(MalformedValue.class);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private static List<ObjectNode> refresh(FilterCopy copy, HolderFollower follower) {
    List<ObjectNode> answers = new ArrayList<>();
    FilterAnswers peer = new FilterAnswers(follower);
    new FilterRefresh(copy, () -> NOON)
        .run(
            asked -> {
              answers.add(peer.answer(asked));
              return answers.getLast();
            });
    return answers;
  }

  private static Set<String> kinds(List<ObjectNode> answers) {
    return answers.stream().map(it -> it.required("answer").asString()).collect(toSet());
  }

  /** Until everything filed by now has been looked through. */
  private static void awaitAll(HolderFollower follower, Library library) {
    long head = library.outbox().head();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                follower.age().isPresent()
                    && follower.state().answering()
                    && follower.state().position() >= head);
  }

  private static boolean renewed(HolderFollower follower, FilterGeneration former) {
    return follower.filter().isPresent() && !generation(follower).equals(former);
  }

  private static FilterGeneration generation(HolderFollower follower) {
    return follower.filter().orElseThrow().header().key().generation();
  }

  private static long had(HolderFollower follower, int from, int to) {
    HolderFilter filter = follower.filter().orElseThrow();
    return IntStream.range(from, to).filter(it -> filter.mayHold(code(it))).count();
  }

  private static long had(FilterCopy copy, int from, int to) {
    return IntStream.range(from, to).filter(it -> copy.mayHold(code(it))).count();
  }

  private static void file(Library library, int from, int to) {
    SampleLicences.file(
        library,
        from,
        IntStream.range(from, to).mapToObj(it -> new Holder("张三", code(it))).toList());
  }

  private static HolderCode code(int number) {
    return new HolderCode(HolderCodeType.PASSPORT, "E%08d".formatted(number));
  }

  private HolderFollower follower(Library library, String name) {
    return HolderFollower.start(library.outbox(), folder.resolve(name), () -> NOON);
  }

  private Library library(String name) {
    return EmbeddedLibrary.open(folder.resolve(name));
  }
}
