package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import licencehub.connectors.Dialect;
import licencehub.connectors.DialectKind;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.hub.DialectFiles.Coded;
import licencehub.hub.DialectFiles.Example;
import licencehub.model.Fault;
import licencehub.model.code.CreditCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import licencehub.schemas.Catalogue;
import licencehub.schemas.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** No dialect makes a document that the catalogue refuses: the two rooms do not know each other. */
class DialectsTest {
  private static final Path SAMPLES = Path.of("../schemas/src/main/resources/schemas");
  private static final Catalogue CATALOGUE = new Catalogue();

  @Test
  void every_dialect_is_among_those_tried_here() {
    assertThat(ServiceLoader.load(DialectKind.class).stream().map(it -> it.get().name()))
        .containsExactlyInAnyOrder(
            "shandong", "guangdong", "guangdong-exinfo", "national", "native");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shandong", "guangdong", "national"})
  void what_becomes_of_every_example_row_is_sound(String dialect) {
    Dialect opened = open(dialect, "{}");
    for (Example example : DialectFiles.of(dialect).examples()) {
      assertThat(documents(opened, example.record()))
          .as(example.name())
          .isNotEmpty()
          .allSatisfy(it -> assertThat(faults(it)).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shandong", "guangdong", "national"})
  void every_event_of_every_table_has_an_example_row(String dialect) {
    Dialect opened = open(dialect, "{}");
    Set<String> told = new TreeSet<>();
    for (Example example : DialectFiles.of(dialect).examples()) {
      documents(opened, example.record()).forEach(it -> told.add(example.table() + " " + type(it)));
    }
    assertThat(told).containsAll(DialectFiles.of(dialect).events());
  }

  /** A wrong meaning of a code would otherwise be found out by the first row that has it. */
  @ParameterizedTest
  @ValueSource(strings = {"shandong", "guangdong", "national"})
  void every_meaning_of_every_code_is_one_the_catalogue_knows(String dialect) {
    Dialect opened = open(dialect, "{}");
    Set<String> tried = new TreeSet<>();
    for (Example example : DialectFiles.of(dialect).examples()) {
      for (Coded coded : DialectFiles.of(dialect).coded(example.table())) {
        for (String code : coded.codes()) {
          for (String document : documents(opened, example.with(coded.column(), code))) {
            String place = coded + "=" + code;
            tried.add(place);
            assertThat(faults(document)).as(place).noneMatch(it -> coded.isAt(it.path()));
          }
        }
      }
    }
    assertThat(tried).hasSizeGreaterThan(60);
  }

  @Test
  void what_becomes_of_an_uploaded_document_is_sound() {
    byte[] upload = DialectFiles.upload();
    assertThat(documents(open("guangdong-exinfo", "{}"), new RawRecord(upload, "text/xml", "x")))
        .hasSize(3)
        .allSatisfy(it -> assertThat(faults(it)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_native_event_reaches_the_catalogue_as_it_came(Path sample) throws IOException {
    byte[] event = Files.readAllBytes(sample);
    Dialect opened = open("native", "{\"unsigned\": true}");
    assertThat(documents(opened, new RawRecord(event, "application/json", "x")))
        .singleElement()
        .satisfies(it -> assertThat(faults(it)).isEmpty());
  }

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(it -> it.toString().matches(".*/(case|licence)\\.[^/]+/sound-[^/]+\\.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Dialect open(String name, String mapping) {
    return ServiceLoader.load(DialectKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .open(
            new SourceId("sz-market-front"),
            new Organisation(CreditCode.complete("11440300MB2C93456"), "深圳市市场监督管理局"),
            new RegionCode("440300"),
            (ObjectNode) JsonMapper.shared().readTree(mapping));
  }

  /** The documents of a piece; what the dialect itself refuses is none. */
  private static List<String> documents(Dialect dialect, RawRecord piece) {
    return dialect.split(piece).stream()
        .map(dialect::recognise)
        .flatMap(
            it ->
                switch (it) {
                  case Recognised.Unsigned document -> Stream.of(text(document.document()));
                  case Recognised.Detached document -> Stream.of(text(document.document()));
                  case Recognised.Enveloped envelope -> throw new AssertionError("not enveloped");
                  case Recognised.Unreadable faults -> Stream.empty();
                })
        .toList();
  }

  private static String text(byte[] document) {
    return new String(document, UTF_8);
  }

  private static List<Fault> faults(String document) {
    return switch (CATALOGUE.check(document.getBytes(UTF_8))) {
      case Checked.Sound it -> List.of();
      case Checked.Unsound it -> it.faults();
    };
  }

  private static String type(String document) {
    return JsonMapper.shared().readTree(document).path("type").asString();
  }
}
