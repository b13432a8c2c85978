package licencehub.routes.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import licencehub.connectors.FeedMessage;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import org.junit.jupiter.api.Test;

class FeedMessagesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  private static final CreditCode ISSUER = new CreditCode("11440300MB2D000147");

  @Test
  void attributes_go_to_headers_and_data_is_the_value() {
    FeedMessage message = message(EventType.CASE_APPLIED, "C-1", "\"证照\"", false, 1000);
    assertThat(message.topic()).isEqualTo("t");
    assertThat(message.key()).isEqualTo("C-1");
    assertThat(new String(message.value(), UTF_8)).isEqualTo("{\"remark\":\"证照\"}");
    assertThat(message.headers())
        .containsExactly(
            entry("content-type", "application/json"),
            entry("ce_specversion", "1.0"),
            entry("ce_id", "n-1"),
            entry("ce_source", "/sources/s-1"),
            entry("ce_type", "case.applied.v1"),
            entry("ce_subject", "C-1"),
            entry("ce_recordversion", "3"),
            entry(
                "ce_dataschema",
                "https://licencehub.example/schemas/case.applied/v1.schema.json#/properties/data"),
            entry("ce_sequence", "0000000000000000041"),
            entry("ce_receivedat", "2026-03-02T04:00:00Z"));
  }

  @Test
  void all_versions_of_a_licence_have_one_key() {
    String first = LicenceIdentifier.mint(TYPE, ISSUER, "2023000001", 1).toString();
    String second = LicenceIdentifier.mint(TYPE, ISSUER, "2023000001", 2).toString();
    String other = LicenceIdentifier.mint(TYPE, ISSUER, "2023000002", 1).toString();
    assertThat(message(EventType.LICENCE_ISSUED, first, "1", false, 1000).key())
        .isEqualTo(message(EventType.LICENCE_CHANGED, second, "1", false, 1000).key())
        .isNotEqualTo(message(EventType.LICENCE_ISSUED, other, "1", false, 1000).key());
  }

  @Test
  void what_is_masked_says_so() {
    assertThat(message(EventType.CASE_STEP, "C-1", "1", true, 1000).headers())
        .containsEntry("ce_masked", "true");
  }

  @Test
  void of_what_is_too_large_the_address_is_sent() {
    FeedMessage message =
        message(EventType.CASE_STEP, "C-1", "\"" + "x".repeat(1000) + "\"", false, 1000);
    assertThat(message.value()).isEmpty();
    assertThat(message.headers())
        .containsEntry("ce_dataref", "/api/v1/feed?after=40&limit=1")
        .containsEntry("ce_id", "n-1");
  }

  private static FeedMessage message(
      EventType type, String subject, String remark, boolean masked, int largest) {
    String document =
        """
        {"specversion": "1.0", "id": "n-1", "source": "/sources/s-1", "type": "%s",
         "subject": "%s", "recordversion": 3, "datacontenttype": "application/json",
         "data": {"remark": %s}}"""
            .formatted(type.wire(), subject, remark);
    byte[] bytes = document.getBytes(UTF_8);
    HistoryEntry event =
        new HistoryEntry(41, new SourceId("s-1"), "n-1", type, subject, 3, NOON, NOON, bytes);
    FeedTopic topic = new FeedTopic("t", Set.of(type), it -> Optional.empty());
    return new FeedMessages(largest)
        .of(topic, event, new FeedView.Seen(bytes, subject, masked), null);
  }
}
