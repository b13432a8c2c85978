package licencehub.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.OrganisationCode;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Holder;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;

/** A licence in the making: sound as it is, changed where a test wants it otherwise. */
public final class Draft {
  public static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  public static final String DEFINING_BODY =
      CreditCode.complete("11990000" + OrganisationCode.complete("MADETYPE").text()).text();
  public static final LicenceTypeCode FOOD = type("001");
  public static final LicenceTypeCode IDENTITY = type("101");
  public static final Organisation ISSUER =
      new Organisation(new CreditCode("11440300MB2D000147"), "示例市市场监督管理局");
  public static final Holder FIRM =
      new Holder("示例食品有限公司", new HolderCode(HolderCodeType.CREDIT_CODE, "91350100M000100Y43"));
  public static final Holder PERSON =
      new Holder(
          "赵示例",
          new HolderCode(
              HolderCodeType.CITIZEN_NUMBER, CitizenNumber.complete("99000119800101001").text()));

  private final LicenceTypeCode type;
  private final String serial;
  private String number = "JY14403070001234";
  private LicenceStatus status = LicenceStatus.VALID;
  private LocalDate issuedOn = LocalDate.of(2025, 1, 1);
  private @Nullable LocalDate validTo = LocalDate.of(2030, 1, 1);
  private RegionCode region = new RegionCode("440300");
  private List<Holder> holders = List.of(FIRM);
  private final Map<String, String> face = new HashMap<>(Map.of("经营项目", "预包装食品销售；热食类食品制售"));
  private String hub = "home";
  private Instant confirmedAt = NOW;

  private Draft(LicenceTypeCode type, String serial) {
    this.type = type;
    this.serial = serial;
  }

  public static LicenceTypeCode type(String sequence) {
    return new LicenceTypeCode(DEFINING_BODY + sequence);
  }

  /** A food operation licence of the firm, five years from 2025. */
  public static Draft food(String serial) {
    return new Draft(FOOD, serial);
  }

  public static Draft of(LicenceTypeCode type, String serial) {
    return new Draft(type, serial);
  }

  public Draft number(String value) {
    number = value;
    return this;
  }

  public Draft status(LicenceStatus value) {
    status = value;
    return this;
  }

  public Draft issued(LocalDate value) {
    issuedOn = value;
    return this;
  }

  public Draft until(@Nullable LocalDate value) {
    validTo = value;
    return this;
  }

  public Draft in(String value) {
    region = new RegionCode(value);
    return this;
  }

  public Draft heldBy(Holder... value) {
    holders = List.of(value);
    return this;
  }

  public Draft face(String name, String value) {
    face.put(name, value);
    return this;
  }

  public Draft without(String name) {
    face.remove(name);
    return this;
  }

  public Draft saidBy(String value, Instant at) {
    hub = value;
    confirmedAt = at;
    return this;
  }

  public Licence licence() {
    return new Licence(
        LicenceIdentifier.mint(type, ISSUER.code(), serial, 1),
        "食品经营许可证",
        number,
        status,
        new Term(issuedOn, issuedOn, validTo),
        ISSUER,
        region,
        holders,
        face,
        new Licence.Home(hub, confirmedAt));
  }
}
