package licencehub.library;

import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import licencehub.model.Unavailable;
import licencehub.model.event.Holder;
import licencehub.model.lines.FaultyLine;
import licencehub.model.lines.FaultyLine.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the library does while the line to its search index fails, in each way a line can. */
class ElasticFaultTest extends DoorContract {
  private static final Holder LI = person("E12345678", "李小𬭎");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FaultyLine line = FaultyLine.to(ElasticServer.shared().address());
  private final IndexedKind kind = new IndexedKind(line.address());

  @Override
  protected LibraryKind kind() {
    return kind;
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void names_are_not_answered_wrongly_the_rest_goes_on_and_it_mends_by_itself(Fault fault) {
    file(issued(1).withHolders(LI));
    assertThat(found("李小")).isEqualTo(1);
    line.fail(fault);
    file(issued(2).withHolders(LI));
    assertThat(library().licences().find(identifier(2))).isPresent();
    if (fault != Fault.LATENCY && fault != Fault.TRICKLE) {
      assertThatThrownBy(() -> found("李小"))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("elasticsearch");
      await().atMost(PATIENCE).until(() -> kind.index().indexing().state().trouble() != null);
    }
    line.fail(Fault.NONE);
    await().atMost(PATIENCE).ignoreException(Unavailable.class).until(() -> found("李小") == 2);
    await().atMost(PATIENCE).until(() -> kind.index().indexing().state().trouble() == null);
  }

  @Test
  void nobody_waits_long_for_a_line_that_swallows_everything() {
    file(issued(1).withHolders(LI));
    assertThat(found("李小")).isEqualTo(1);
    line.fail(Fault.BLACK_HOLE);
    assertThatThrownBy(() -> found("李小"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("5,000 milliseconds timeout");
  }

  private int found(String part) {
    LicenceQuery query = new LicenceQuery(null, null, null, part, Long.MAX_VALUE, 20);
    return library().search().search(query).size();
  }
}
