package licencehub.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.SOURCE;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import licencehub.library.Access.LookupReason;
import licencehub.library.Entry.Original;
import licencehub.library.Entry.Rejection;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.model.event.Stage;
import org.junit.jupiter.api.Test;

/** What every embedded engine promises of what lies on its disk. */
abstract class EncryptionContract extends DoorContract {
  private static final String NAME = "欧阳小𬭎";
  private static final String CODE = "E98765432";
  private static final String NUMBER = "JY99990009990999";
  private static final String PLACE = "深南大道1006号";
  private static final LicenceSample SAMPLE =
      issued(1).withHolders(person(CODE, NAME)).withNumber(NUMBER);
  private static final LookupReason REASON =
      new LookupReason("11370800MB285591843370117002011", "33090116", NAME + "办理核验", "li.si");

  @Test
  void nothing_that_names_a_person_stands_in_its_files() {
    writeEverything();
    assertThat(filesWith(identifier(1).toString())).as("the search itself").isNotEmpty();
    String[] secrets = {NAME, CODE, NUMBER, PLACE, "欧阳", "核验"};
    assertThat(filesWith(secrets)).isEmpty();
    reopen();
    assertThat(filesWith(secrets)).as("after closing").isEmpty();
  }

  @Test
  void everything_is_read_back_as_it_was_written() {
    writeEverything();
    reopen();
    LicenceRecord licence = library().licences().find(identifier(1)).orElseThrow();
    assertThat(licence.latest().document()).isEqualTo(SAMPLE.filing().document());
    QuarantineEntry aside = library().quarantine().list(SOURCE, null, 0, 9).getFirst();
    assertThat(aside.original().bytes()).isEqualTo(NAME.getBytes(UTF_8));
    assertThat(aside.original().locator()).isEqualTo("inbox/" + NAME + ".json");
    assertThat(aside.faults()).containsExactly(fault());
    Access access = library().accesses().list("", Long.MAX_VALUE, 9).getFirst();
    assertThat(access.reason()).isEqualTo(REASON);
    assertThat(access.subject()).isEqualTo("number=" + NUMBER);
    assertThat(library().accesses().list("number=" + NUMBER, Long.MAX_VALUE, 9))
        .containsExactly(access);
    assertThat(library().accesses().list("number=another", Long.MAX_VALUE, 9)).isEmpty();
  }

  @Test
  void without_its_data_key_it_is_refused_with_the_number_and_the_remedy() {
    file(issued(1));
    keys.hold(List.of(SampleKeys.data(2)), List.of(SampleKeys.index(1)));
    refusedToOpen("data key 1", "put it back");
  }

  @Test
  void with_another_key_of_the_same_number_it_is_refused() {
    file(issued(1));
    keys.hold(List.of(new DataKey(1, new byte[32])), List.of(SampleKeys.index(1)));
    refusedToOpen("data key 1", "restore that one");
  }

  @Test
  void without_its_index_key_it_is_refused_and_does_not_find_nothing() {
    file(issued(1));
    keys.hold(List.of(SampleKeys.data(1)), List.of(new IndexKey(1, new byte[32])));
    refusedToOpen("index key 1", "restore that one");
    keys.hold(List.of(SampleKeys.data(1)), List.of(SampleKeys.index(2)));
    refusedToOpen("index key 1", "put it back");
  }

  private void refusedToOpen(String key, String remedy) {
    close();
    assertThatThrownBy(this::open)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(key)
        .hasMessageContaining(remedy);
    keys.hold(List.of(SampleKeys.data(1)), List.of(SampleKeys.index(1)));
    open();
  }

  private void writeEverything() {
    Original original =
        new Original(NAME.getBytes(UTF_8), "text/plain", "inbox/" + NAME + ".json", NOON);
    file(
        SAMPLE.filing(),
        CaseSample.of(Stage.ACCEPTANCE, 1).filing(),
        new Rejection(SOURCE, original, null, List.of(fault()), null));
    Access access =
        new Access(0, NOON, "深圳市政务服务局", "approver", REASON, "find", "number=" + NUMBER, "found");
    library().journal().log(List.of(access)).join();
  }

  private static Fault fault() {
    return Fault.at(
        "/data/" + NAME, Reason.SCHEMA_VIOLATED, Text.of("不认识" + NAME, "What is " + NAME));
  }

  protected abstract List<Path> files(Path folder);

  static List<Path> everything(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> filesWith(String... texts) {
    List<String> wanted =
        Stream.of(texts).map(it -> new String(it.getBytes(UTF_8), ISO_8859_1)).toList();
    return files(folder).stream()
        .filter(
            it -> {
              String content = content(it);
              return wanted.stream().anyMatch(content::contains);
            })
        .toList();
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
