package licencehub.schemas;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.code.HolderCodeType;
import licencehub.model.event.Event;
import licencehub.model.event.Holder;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Stage;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseRecall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CatalogueTest {
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final String PERSON = "440524188001010014";

  @Test
  void a_licence_becomes_a_typed_event() {
    Event event = sound(Samples.bytes("licence.issued/sound-full.json"));
    assertThat(event.source().text()).isEqualTo("sz-market-push");
    assertThat(event.id()).isEqualTo("sz-market-2026-000002");
    assertThat(event.version()).isEqualTo(7);
    assertThat(event.time()).isEqualTo(Instant.parse("2026-03-02T01:30:00.5Z"));
    LicenceContent content = (LicenceContent) event.statement();
    assertThat(event.subject()).isEqualTo(content.identifier().toString());
    assertThat(content.speaker().name()).isEqualTo("深圳市市场监督管理局");
    assertThat(content.validFrom()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(content.validTo()).isNull();
    assertThat(content.holders())
        .extracting(it -> it.code().type())
        .containsExactly(
            HolderCodeType.CREDIT_CODE, HolderCodeType.CITIZEN_NUMBER, HolderCodeType.PASSPORT);
    assertThat(content.replaces())
        .hasToString("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9");
  }

  @ParameterizedTest
  @CsvSource({"suspended,SUSPENDED", "resumed,VALID", "revoked,REVOKED", "cancelled,CANCELLED"})
  void a_change_of_status_says_what_the_licence_is_now(String folder, LicenceStatus status) {
    Event event = sound(Samples.bytes("licence." + folder + "/sound-minimal.json"));
    assertThat(((LicenceStatusChange) event.statement()).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "applied,APPLICATION,1",
    "accepted,ACCEPTANCE,1",
    "step,APPROVAL,3",
    "supplement-requested,SUPPLEMENT_REQUESTED,2",
    "supplement-received,SUPPLEMENT_RECEIVED,2",
    "special-procedure-started,SPECIAL_PROCEDURE_STARTED,1",
    "special-procedure-ended,SPECIAL_PROCEDURE_ENDED,1",
    "completed,COMPLETION,1",
    "collected,COLLECTION,1"
  })
  void a_case_event_becomes_a_step(String folder, Stage stage, int sequence) {
    Event event = sound(Samples.bytes("case." + folder + "/sound-full.json"));
    CaseStep step = (CaseStep) event.statement();
    assertThat(step.stage()).isEqualTo(stage);
    assertThat(step.sequence()).isEqualTo(sequence);
    assertThat(step.at().getEpochSecond())
        .isEqualTo(Instant.parse("2026-03-02T01:30:00Z").getEpochSecond());
    assertThat(step.caseNumber().text()).isEqualTo(event.subject());
  }

  @Test
  void an_application_brings_applicant_and_query_password() {
    CaseStep step = (CaseStep) sound(Samples.bytes("case.applied/sound-full.json")).statement();
    assertThat(step.queryPassword()).isEqualTo("638201");
    assertThat(step.applicant()).isNotNull().extracting(Holder::maskedName).isEqualTo("张*");
  }

  @Test
  void the_same_catalogue_may_take_smaller_and_larger_documents() {
    byte[] document = Samples.bytes("use.authorised/sound-full.json");
    assertThat(CATALOGUE.taking(document.length).check(document)).isInstanceOf(Checked.Sound.class);
    assertThat(CATALOGUE.taking(document.length - 1).check(document))
        .isInstanceOf(Checked.Unsound.class);
  }

  @Test
  void a_use_says_what_it_allows_and_until_when() {
    Event event = sound(Samples.bytes("use.authorised/sound-full.json"));
    LicenceUse use = (LicenceUse) event.statement();
    assertThat(event.subject()).isEqualTo(use.code().text());
    assertThat(use.fields()).containsExactlyInAnyOrder("经营项目", "证照编号");
    assertThat(use.copy()).isTrue();
    assertThat(use.expires()).isEqualTo(use.at().plusSeconds(24 * 3600));
    assertThat(use.speaker().code()).isEqualTo(use.organisation());
    UseRecall recall = (UseRecall) sound(Samples.bytes("use.recalled/sound-full.json")).statement();
    assertThat(recall.code()).isEqualTo(use.code());
  }

  @Test
  void every_fault_is_listed_at_once_with_its_place() {
    ObjectNode document = Samples.json("licence.issued/sound-full.json");
    ObjectNode data = (ObjectNode) document.get("data");
    data.remove("name");
    data.put("region", "深圳");
    data.put("Remark", "x");
    ((ObjectNode) data.path("holders").path(1)).put("code", "110105194912310021");
    ((ObjectNode) data.path("issuer")).put("code", "x");
    document.put("subject", "x").put("recordversion", "1");
    assertThat(faults(Samples.bytes(document)))
        .extracting(it -> it.path() + " " + it.reason())
        .containsExactly(
            "/data/Remark SCHEMA_VIOLATED",
            "/data/holders/1/code CODE_MALFORMED",
            "/data/issuer/code CODE_MALFORMED",
            "/data/name SCHEMA_VIOLATED",
            "/data/region CODE_MALFORMED",
            "/recordversion SCHEMA_VIOLATED",
            "/subject SCHEMA_VIOLATED");
  }

  @Test
  void a_fault_names_value_rule_and_remedy_in_both_languages() {
    ObjectNode document = Samples.json("case.step/sound-full.json");
    ObjectNode data = (ObjectNode) document.get("data");
    data.put("stage", "acceptance").remove("endedAt");
    data.put("handeler", "x");
    List<Fault> faults = faults(Samples.bytes(document));
    assertThat(faults.get(0).detail().zh())
        .contains("缺少“endedAt”（办理时间）", "2026-03-02T09:30:00+08:00");
    assertThat(faults.get(1).detail().zh()).contains("不认识“handeler”", "“handler”");
    assertThat(faults.get(1).detail().en()).contains("did you mean \"handler\"?");
    assertThat(faults.get(2).detail().zh()).contains("acceptance", "approval 批准");
    assertThat(faults.get(2).detail().en()).contains("\"acceptance\" is not in the code list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/holders/1/code",
        "/data/holders/1/name",
        "/data/holders/1/codeType",
        "/data/number",
        "/data/remark",
        "/data/items/经营项目",
        "/data/extra/batch"
      })
  void personal_data_is_never_repeated(String pointer) {
    for (String value : List.of(PERSON, "张三" + "某".repeat(5000), "")) {
      ObjectNode document = Samples.json("licence.issued/sound-full.json");
      int slash = pointer.lastIndexOf('/');
      ObjectNode holder = (ObjectNode) document.at(pointer.substring(0, slash));
      holder.put(pointer.substring(slash + 1), value);
      holder.put(pointer.substring(slash + 1) + "Twice", 1);
      if (CATALOGUE.check(Samples.bytes(document)) instanceof Checked.Unsound it) {
        assertThat(it.faults().toString()).doesNotContain(PERSON, "张三");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"applicant", "contact", "queryPassword", "projectName"})
  void an_applicant_is_never_repeated(String key) {
    ObjectNode document = Samples.json("case.applied/sound-full.json");
    ((ObjectNode) document.get("data")).put(key, PERSON.repeat(30));
    assertThat(faults(Samples.bytes(document)).toString()).doesNotContain(PERSON);
    ((ObjectNode) document.get("data")).put(key, 771144);
    assertThat(faults(Samples.bytes(document)).toString()).doesNotContain("771144");
  }

  static Stream<byte[]> unreadable() {
    String sound = new String(Samples.bytes("case.step/sound-minimal.json"), UTF_8);
    return Stream.of(
        new byte[0],
        "null x".getBytes(UTF_8),
        "{\"id\":".getBytes(UTF_8),
        (sound + "{}").getBytes(UTF_8),
        sound.replace("\"id\"", "\"id\":\"1\",\"id\"").getBytes(UTF_8),
        sound.replace("王五", "wang\\u0000").getBytes(UTF_8),
        sound.replace("王五", "\\ud800").getBytes(UTF_8),
        sound.replace("\"sequence\": 1", "\"sequence\": 1" + "0".repeat(60)).getBytes(UTF_8),
        sound.replace("\"sequence\": 1", "\"sequence\": NaN").getBytes(UTF_8),
        sound.replace("王五", "é").getBytes(ISO_8859_1),
        sound.getBytes(UTF_16LE),
        ("\ufeff" + sound).getBytes(UTF_8),
        ("[".repeat(65) + "]".repeat(65)).getBytes(UTF_8));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("unreadable")
  void what_is_not_strict_json_in_utf8_is_unreadable(byte[] bytes) {
    assertThat(faults(bytes)).extracting(Fault::reason).containsExactly(Reason.BYTES_UNREADABLE);
  }

  @Test
  void a_broken_document_is_not_quoted() {
    String text = new String(Samples.bytes("case.step/sound-minimal.json"), UTF_8);
    byte[] broken = text.replace("\"王五\"", "p" + PERSON).getBytes(UTF_8);
    assertThat(faults(broken).toString()).doesNotContain(PERSON).contains("line");
  }

  @Test
  void one_byte_more_than_the_limit_is_too_large() {
    byte[] document = Samples.bytes("case.step/sound-minimal.json");
    assertThat(new Catalogue(document.length).check(document)).isInstanceOf(Checked.Sound.class);
    Checked checked = new Catalogue(document.length - 1).check(document);
    assertThat(((Checked.Unsound) checked).faults())
        .extracting(Fault::reason)
        .containsExactly(Reason.BYTES_TOO_LARGE);
  }

  @Test
  void a_flood_of_faults_is_cut_and_counted() {
    ObjectNode document = Samples.json("case.step/sound-minimal.json");
    for (int i = 0; i < 5000; i++) {
      document.put("key" + i, i);
    }
    List<Fault> faults = faults(Samples.bytes(document));
    assertThat(faults).hasSize(101);
    assertThat(faults.getLast().detail().en()).startsWith("4900 more");
  }

  @Test
  void the_number_is_found_even_where_the_rest_is_broken() {
    byte[] whole = Samples.bytes("case.step/sound-minimal.json");
    assertThat(CATALOGUE.idOf(whole)).contains("sz-market-2026-000001");
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThat(CATALOGUE.idOf(half)).contains("sz-market-2026-000001");
    assertThat(CATALOGUE.idOf("{\"data\":{\"id\":\"inner\"},\"id\":\"outer\"}".getBytes(UTF_8)))
        .contains("outer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"id\":7}",
        "{\"id\":\"张三\"}",
        "{\"ID\":\"1\"}",
        "{\"data\":{\"id\":\"inner\"}}",
        "<id>1</id>"
      })
  void what_is_no_number_is_not_taken_for_one(String text) {
    assertThat(CATALOGUE.idOf(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void many_threads_come_to_the_same_verdicts() throws Exception {
    byte[] good = Samples.bytes("licence.issued/sound-full.json");
    byte[] bad = Samples.bytes("licence.issued/unsound-holders-missing.json");
    Checked expectedGood = CATALOGUE.check(good);
    Checked expectedBad = CATALOGUE.check(bad);
    Callable<Boolean> work =
        () -> {
          boolean same = true;
          for (int i = 0; i < 500; i++) {
            same &= CATALOGUE.check(good).equals(expectedGood);
            same &= CATALOGUE.check(bad).equals(expectedBad);
          }
          return same;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> same : threads.invokeAll(java.util.Collections.nCopies(8, work))) {
        assertThat(same.get()).isTrue();
      }
    }
  }

  private static Event sound(byte[] document) {
    Checked checked = CATALOGUE.check(document);
    assertThat(checked).isInstanceOf(Checked.Sound.class);
    return ((Checked.Sound) checked).event();
  }

  private static List<Fault> faults(byte[] document) {
    Checked checked = CATALOGUE.check(document);
    assertThat(checked).isInstanceOf(Checked.Unsound.class);
    return ((Checked.Unsound) checked).faults();
  }
}
