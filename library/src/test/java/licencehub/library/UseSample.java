package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Original;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.SourceId;
import licencehub.model.code.UseCode;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseRecall;

/** A use of a licence under a grant that allows a few. */
record UseSample(
    int serial, LicenceIdentifier licence, String grant, Instant at, long perDay, long inAll) {
  static UseSample of(int serial) {
    return new UseSample(
        serial, LicenceSample.identifier(1), "market-food", LicenceSample.NOON, 100, 100);
  }

  UseSample of(LicenceIdentifier other) {
    return new UseSample(serial, other, grant, at, perDay, inAll);
  }

  UseSample under(String other) {
    return new UseSample(serial, licence, other, at, perDay, inAll);
  }

  UseSample at(Instant other) {
    return new UseSample(serial, licence, grant, other, perDay, inAll);
  }

  UseSample quota(long onDay, long altogether) {
    return new UseSample(serial, licence, grant, at, onDay, altogether);
  }

  UseCode code() {
    byte[] random = ByteBuffer.allocate(UseCode.RANDOM_BYTES).putInt(12, serial).array();
    return UseCode.mint(random, CaseSample.CASE);
  }

  /** Decided when the newest event was the one of this sequence. */
  MeteredUse decidedAt(long sequence) {
    return new MeteredUse(filing("{}"), perDay, inAll, sequence);
  }

  Filing filing(String remark) {
    LicenceUse use =
        new LicenceUse(
            code(),
            licence,
            CaseSample.CASE,
            LicenceSample.ISSUER,
            grant,
            Set.of("证照编号"),
            false,
            at,
            at.plusSeconds(3600));
    return filing(
        new Event(SourceId.HUB, code().text(), EventType.USE_AUTHORISED, code().text(), at, 1, use),
        remark);
  }

  /** News that the use relied on a licence that did not hold. */
  Filing recall() {
    UseRecall recall = new UseRecall(code(), licence, CaseSample.CASE, LicenceSample.ISSUER);
    return filing(
        new Event(
            SourceId.HUB,
            "recall-" + code(),
            EventType.USE_RECALLED,
            code().text(),
            at.plusSeconds(60),
            1,
            recall),
        "{}");
  }

  private Filing filing(Event event, String remark) {
    byte[] document =
        """
        {"id":"%s","subject":"%s","type":"%s","data":%s}"""
            .formatted(event.id(), event.subject(), event.type().wire(), remark)
            .getBytes(UTF_8);
    return new Filing(
        event, new Original(document, "application/json", "hub", at), document, null, null);
  }
}
