package licencehub.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {
  @Test
  void an_entry_reads_back_as_it_was_written() {
    LedgerEntry entry = entry("sz-market-2026-000001");
    assertThat(LedgerEntry.parse(entry.bytes())).isEqualTo(entry);
  }

  @Test
  void a_number_cannot_bring_lines_of_its_own() {
    assertThatThrownBy(() -> entry("one\ntwo")).isInstanceOf(MalformedValue.class);
  }

  private static LedgerEntry entry(String id) {
    return new LedgerEntry(
        new SourceId("sz-market"),
        id,
        EventType.CASE_STEP,
        1,
        Digest.of(new byte[] {1}),
        Digest.of(new byte[] {2}),
        Instant.parse("2026-11-21T01:00:00.000001Z"));
  }
}
