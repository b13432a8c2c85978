package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import licencehub.hub.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Keys are changed over HTTP while departments submit and approvers look up. */
class KeyRotationTest {
  private static final String KEYS = "/api/v1/keys";
  private static final String BOTH = "{\"kinds\":[\"data\",\"index\"]}";
  private static final String REASON =
      "\"reason\":{\"item\":\"11370800MB285591843370117002011\",\"caseNumber\":\"C-1\","
          + "\"purpose\":\"核验\",\"operator\":\"zhang.san\"}";
  private static final List<String> PERSONAL =
      List.of(Documents.PERSON, Documents.CITIZEN.text(), "欧阳", "李示范", "13800138000", "核验");

  private final RunningEdge hub;
  private final Path folder;

  KeyRotationTest(@TempDir Path folder) {
    this.folder = folder;
    this.hub = RunningEdge.start(folder);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void the_first_keys_are_in_use_and_cannot_be_removed() {
    JsonNode keys = hub.as(Role.OPERATOR).get(KEYS).json(200);
    assertThat(keys.at("/data/current").asInt()).isEqualTo(1);
    assertThat(keys.required("origin").asString()).contains("data.keys");
    assertThat(keys.at("/rotation/done").asBoolean()).isTrue();
    EdgeClient operator = hub.as(Role.OPERATOR);
    assertThat(operator.send("DELETE", KEYS + "/data/1", new byte[0]).problem())
        .isEqualTo("key-in-use");
    assertThat(operator.send("DELETE", KEYS + "/data/2", new byte[0]).problem())
        .isEqualTo("not-found");
    assertThat(operator.post(KEYS + "/rotate", "{\"kinds\":[\"door\"]}").problem())
        .isEqualTo("request-malformed");
  }

  @Test
  void keys_change_while_all_goes_on_and_the_old_ones_can_go() throws Exception {
    AtomicInteger serial = new AtomicInteger();
    AtomicBoolean goOn = new AtomicBoolean(true);
    submit(serial, 20);
    try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
      List<Future<?>> all =
          List.of(
              callers.submit(() -> submitWhile(serial, goOn)),
              callers.submit(() -> submitWhile(serial, goOn)),
              callers.submit(() -> searchWhile(goOn)));
      for (int key = 2; key <= 3; key++) {
        assertThat(hub.as(Role.OPERATOR).post(KEYS + "/rotate", BOTH).json(202).at("/data/current"))
            .hasToString(Integer.toString(key));
        awaitDone();
      }
      goOn.set(false);
      for (Future<?> it : all) {
        it.get();
      }
    }
    for (String kind : List.of("data", "index")) {
      for (int key = 1; key <= 2; key++) {
        String place = KEYS + "/" + kind + "/" + key;
        hub.as(Role.OPERATOR).send("DELETE", place, new byte[0]).json(200);
      }
    }
    JsonNode keys = hub.as(Role.OPERATOR).get(KEYS).json(200);
    assertThat(keys.at("/data/held")).hasToString("[3]");
    assertThat(keys.at("/index/held")).hasToString("[3]");
    for (int i = 1; i <= serial.get(); i++) {
      assertThat(search("\"number\":\"JY%012d\"".formatted(i))).isEqualTo("found");
    }
    assertThat(search("\"name\":\"阳示\"")).isEqualTo("found");
  }

  @Test
  void nothing_personal_lies_in_the_librarys_files() throws IOException {
    hub.submit(
        hub.alpha,
        Documents.licence(hub.alpha, 1, 1),
        Documents.applied(hub.alpha, "440300-1"),
        new String(Documents.applied(hub.alpha, "440300-2"), UTF_8)
            .replace("promised", "whenever")
            .getBytes(UTF_8));
    assertThat(search("\"name\":\"阳示\"")).isEqualTo("found");
    String files = files(folder.resolve("library"));
    assertThat(files).contains("440300-1", "event.schema-violated");
    assertThat(PERSONAL)
        .allSatisfy(
            it -> assertThat(files).doesNotContain(new String(it.getBytes(UTF_8), ISO_8859_1)));
  }

  private void submitWhile(AtomicInteger serial, AtomicBoolean goOn) {
    while (goOn.get()) {
      submit(serial, 10);
    }
  }

  private void submit(AtomicInteger serial, int count) {
    byte[][] documents =
        Stream.generate(serial::incrementAndGet)
            .limit(count)
            .map(it -> Documents.licence(hub.alpha, it, 1))
            .toArray(byte[][]::new);
    JsonNode answer = hub.submit(hub.alpha, documents);
    assertThat(answer)
        .allSatisfy(it -> assertThat(it.required("outcome").asString()).isEqualTo("accepted"));
  }

  private void searchWhile(AtomicBoolean goOn) {
    while (goOn.get()) {
      assertThat(search("\"number\":\"JY000000000001\"")).isEqualTo("found");
    }
  }

  private String search(String criteria) {
    return hub.as(Role.APPROVER)
        .post("/api/v1/licences/search", "{" + criteria + "," + REASON + "}")
        .json(200)
        .required("answer")
        .asString();
  }

  private void awaitDone() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> hub.as(Role.OPERATOR).get(KEYS).json(200).at("/rotation/done").asBoolean());
  }

  private static String files(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path it : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(it, ISO_8859_1));
      }
    }
    return all.toString();
  }
}
