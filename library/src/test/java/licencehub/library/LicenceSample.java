package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
record LicenceSample(
    LicenceIdentifier identifier,
    EventType type,
    String id,
    long version,
    Instant at,
    Instant receivedAt,
    @Nullable LocalDate validTo,
    LocalDate effectiveOn,
    List<Holder> holders,
    String number,
    @Nullable LicenceIdentifier replaces,
    String remark,
    @Nullable Long replayOf) {
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

  static LicenceSample of(EventType type, LicenceIdentifier identifier, long version) {
    return new LicenceSample(
        identifier,
        type,
        "%s-%s-%d".formatted(type.wire(), identifier.serial(), version),
        version,
        NOON.plusSeconds(version),
        NOON.plusSeconds(60 + version),
        LocalDate.of(2031, 2, 28),
        LocalDate.of(2026, 3, 2),
        List.of(company(1, "深圳市好味来餐饮管理有限公司")),
        "JY14403070001234",
        null,
        "",
        null);
  }

  static LicenceSample issued(int serial) {
    return of(EventType.LICENCE_ISSUED, identifier(serial), 1);
  }

  static LicenceSample of(EventType type, int serial, long version) {
    return of(type, identifier(serial), version);
  }

  LicenceSample withId(String other) {
    return copy(
        other, at, receivedAt, validTo, effectiveOn, holders, number, replaces, remark, replayOf);
  }

  LicenceSample withTimes(Instant happened, Instant received) {
    return copy(
        id, happened, received, validTo, effectiveOn, holders, number, replaces, remark, replayOf);
  }

  LicenceSample withValidTo(@Nullable LocalDate day) {
    return copy(id, at, receivedAt, day, effectiveOn, holders, number, replaces, remark, replayOf);
  }

  LicenceSample withEffectiveOn(LocalDate day) {
    return copy(id, at, receivedAt, validTo, day, holders, number, replaces, remark, replayOf);
  }

  LicenceSample withHolders(Holder... others) {
    return copy(
        id,
        at,
        receivedAt,
        validTo,
        effectiveOn,
        List.of(others),
        number,
        replaces,
        remark,
        replayOf);
  }

  LicenceSample withNumber(String other) {
    return copy(
        id, at, receivedAt, validTo, effectiveOn, holders, other, replaces, remark, replayOf);
  }

  LicenceSample withReplaces(@Nullable LicenceIdentifier former) {
    return copy(
        id, at, receivedAt, validTo, effectiveOn, holders, number, former, remark, replayOf);
  }

  LicenceSample withRemark(String other) {
    return copy(
        id, at, receivedAt, validTo, effectiveOn, holders, number, replaces, other, replayOf);
  }

  LicenceSample asReplayOf(long entry) {
    return copy(id, at, receivedAt, validTo, effectiveOn, holders, number, replaces, remark, entry);
  }

  Filing filing() {
    byte[] document = document().getBytes(UTF_8);
    byte[] original = ("{\"payload\":" + document() + ",\"signatures\":[]}").getBytes(UTF_8);
    Event event = new Event(SOURCE, id, type, identifier.toString(), at, version, statement());
    Original received =
        new Original(original, "application/cloudevents+json", "batch-1#" + id, receivedAt);
    return new Filing(event, received, document, null, replayOf);
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
            replaces)
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

  private String document() {
    return """
        {"specversion":"1.0","id":"%s","source":"/sources/%s","type":"%s","subject":"%s",\
        "time":"%s","recordversion":%d,"datacontenttype":"application/json","data":{\
        "identifier":"%s","name":"食品经营许可证","number":"%s",\
        "issuer":{"code":"%s","name":"深圳市市场监督管理局"},"region":"440300",\
        "issuedOn":"2026-03-01","validFrom":"2026-03-01","validTo":"%s","holders":[%s],\
        "items":{"经营场所":"深圳市福田区深南大道1006号","主体业态":"餐饮服务经营者",\
        "经营项目":"热食类食品制售"},"replaces":"%s","remark":"%s"}}"""
        .formatted(
            id,
            SOURCE,
            type.wire(),
            identifier,
            at,
            version,
            identifier,
            number,
            ISSUER.text(),
            validTo,
            holders.stream().map(LicenceSample::json).collect(joining(",")),
            replaces,
            remark);
  }

  private static String json(Holder it) {
    return "{\"name\":\"%s\",\"codeType\":\"%s\",\"code\":\"%s\"}"
        .formatted(it.name(), it.code().type().code(), it.code().value());
  }

  private LicenceSample copy(
      String newId,
      Instant newAt,
      Instant newReceivedAt,
      @Nullable LocalDate newValidTo,
      LocalDate newEffectiveOn,
      List<Holder> newHolders,
      String newNumber,
      @Nullable LicenceIdentifier newReplaces,
      String newRemark,
      @Nullable Long newReplayOf) {
    return new LicenceSample(
        identifier,
        type,
        newId,
        version,
        newAt,
        newReceivedAt,
        newValidTo,
        newEffectiveOn,
        newHolders,
        newNumber,
        newReplaces,
        newRemark,
        newReplayOf);
  }
}
