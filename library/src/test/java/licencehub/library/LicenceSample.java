package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Original;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.model.event.Statement;
import org.jspecify.annotations.Nullable;

/** A statement about a licence, with its document; every {@code with} is one thing different. */
final class LicenceSample {
  static final SourceId SOURCE = new SourceId("sz-market-front");
  static final LicenceTypeCode FOOD = new LicenceTypeCode("11100000MB0143028R001");
  static final LicenceTypeCode BUSINESS = new LicenceTypeCode("11100000MB0143028R002");
  static final CreditCode ISSUER = new CreditCode("11430000006122244L");
  static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  private static final Organisation SPEAKER = new Organisation(ISSUER, "深圳市市场监督管理局");
  private static final RegionCode REGION = new RegionCode("440300");

  static LicenceIdentifier identifier(LicenceTypeCode type, int serial) {
    return LicenceIdentifier.mint(type, ISSUER, "2026%08d".formatted(serial), 1);
  }

  static LicenceIdentifier identifier(int serial) {
    return identifier(FOOD, serial);
  }

  static Holder company(int serial, String name) {
    CreditCode code = CreditCode.complete("91440300MA5%06d".formatted(serial));
    return new Holder(name, new HolderCode(HolderCodeType.CREDIT_CODE, code.text()));
  }

  static Holder person(String passport, String name) {
    return new Holder(name, new HolderCode(HolderCodeType.PASSPORT, passport));
  }

  private final LicenceIdentifier identifier;
  private final EventType type;
  private final long version;
  private String id;
  private Instant at;
  private Instant receivedAt;
  private @Nullable LocalDate validTo = LocalDate.of(2031, 2, 28);
  private LocalDate effectiveOn = LocalDate.of(2026, 3, 2);
  private List<Holder> holders = List.of(company(1, "深圳市好味来餐饮管理有限公司"));
  private String number = "JY14403070001234";
  private @Nullable LicenceIdentifier replaces;
  private String remark = "";
  private @Nullable Long replayOf;

  private LicenceSample(EventType type, LicenceIdentifier identifier, long version) {
    this.identifier = identifier;
    this.type = type;
    this.version = version;
    this.id = "%s-%s-%d".formatted(type.wire(), identifier.serial(), version);
    this.at = NOON.plusSeconds(version);
    this.receivedAt = NOON.plusSeconds(60 + version);
  }

  private LicenceSample(LicenceSample other) {
    this(other.type, other.identifier, other.version);
    id = other.id;
    at = other.at;
    receivedAt = other.receivedAt;
    validTo = other.validTo;
    effectiveOn = other.effectiveOn;
    holders = other.holders;
    number = other.number;
    replaces = other.replaces;
    remark = other.remark;
    replayOf = other.replayOf;
  }

  static LicenceSample stated(EventType type, LicenceIdentifier identifier, long version) {
    return new LicenceSample(type, identifier, version);
  }

  static LicenceSample stated(EventType type, int serial, long version) {
    return stated(type, identifier(serial), version);
  }

  static LicenceSample issued(int serial) {
    return stated(EventType.LICENCE_ISSUED, serial, 1);
  }

  String id() {
    return id;
  }

  @Nullable Long replayOf() {
    return replayOf;
  }

  LicenceSample withId(String other) {
    return with(it -> it.id = other);
  }

  LicenceSample withTimes(Instant happened, Instant received) {
    return with(it -> it.at = happened).with(it -> it.receivedAt = received);
  }

  LicenceSample withValidTo(@Nullable LocalDate day) {
    return with(it -> it.validTo = day);
  }

  LicenceSample withEffectiveOn(LocalDate day) {
    return with(it -> it.effectiveOn = day);
  }

  LicenceSample withHolders(Holder... others) {
    return with(it -> it.holders = List.of(others));
  }

  LicenceSample withNumber(String other) {
    return with(it -> it.number = other);
  }

  LicenceSample withReplaces(@Nullable LicenceIdentifier former) {
    return with(it -> it.replaces = former);
  }

  LicenceSample withRemark(String other) {
    return with(it -> it.remark = other);
  }

  LicenceSample asReplayOf(long entry) {
    return with(it -> it.replayOf = entry);
  }

  private LicenceSample with(Consumer<LicenceSample> change) {
    LicenceSample copy = new LicenceSample(this);
    change.accept(copy);
    return copy;
  }

  Filing filing() {
    Event event = new Event(SOURCE, id, type, identifier.toString(), at, version, statement());
    String document = LicenceDocument.of(event, remark);
    String original = "{\"payload\":" + document + ",\"signatures\":[]}";
    Original received =
        new Original(
            original.getBytes(UTF_8), "application/cloudevents+json", "batch-1#" + id, receivedAt);
    return new Filing(event, received, document.getBytes(UTF_8), null, replayOf);
  }

  private Statement statement() {
    boolean content = type == EventType.LICENCE_ISSUED || type == EventType.LICENCE_CHANGED;
    LocalDate from = LocalDate.of(2026, 3, 1);
    return content
        ? new Statement.LicenceContent(
            identifier,
            "食品经营许可证",
            number,
            SPEAKER,
            REGION,
            from,
            from,
            validTo,
            holders,
            null,
            replaces,
            null,
            null)
        : new Statement.LicenceStatusChange(identifier, status(), SPEAKER, REGION, effectiveOn);
  }

  private LicenceStatus status() {
    return switch (type) {
      case LICENCE_SUSPENDED -> LicenceStatus.SUSPENDED;
      case LICENCE_REVOKED -> LicenceStatus.REVOKED;
      case LICENCE_CANCELLED -> LicenceStatus.CANCELLED;
      default -> LicenceStatus.VALID;
    };
  }
}
