package licencehub.sharing.exemption;

import java.util.Arrays;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.sharing.Standing;

/** Why a document is not exempt. Codes are published: one may be added, none renamed or reused. */
public enum Obstacle {
  NOT_BY_LICENCE(
      "document.not-by-licence", "该材料不能用电子证照替代，请提交", "No licence stands in for it; submit it"),
  PARTY_UNKNOWN(
      "party.unknown", "未提供当事人，无法查找其证照", "Nobody was named whose licence could be looked for"),
  NO_LICENCE("licence.none", "没有查到可替代该材料的证照", "No licence that could stand in for it was found"),
  OTHER_HOLDER("holder.other", "持证主体不是要求的人", "Somebody else holds it"),
  NOT_YET_IN_FORCE("licence.not-yet-in-force", "证照尚未生效", "The licence is not yet in force"),
  EXPIRED("licence.expired", "证照已过有效期", "The licence has expired"),
  SUSPENDED("licence.suspended", "证照已暂扣", "The licence is suspended"),
  REVOKED("licence.revoked", "证照已撤销或吊销", "The licence is revoked"),
  CANCELLED("licence.cancelled", "证照已注销", "The licence is cancelled"),
  REPLACED("licence.replaced", "证照已被新证照替代", "A newer licence has replaced it"),
  ENDS_TOO_SOON("validity.too-short", "剩余有效期不足", "It does not hold long enough"),
  REGION_NOT_ACCEPTED("region.not-accepted", "颁发地区不在接受范围", "It was issued in another region"),
  FIELD_ABSENT("field.absent", "证照没有所需的信息项", "The licence lacks a field that is needed"),
  FIELD_NOT_ACCEPTED("field.not-accepted", "信息项不符合要求", "A field does not say what it must"),
  STALE(
      "answer.stale",
      "所知情况已久未更新，其来源枢纽没有答复",
      "What is known of it is too old, and its hub was not heard since");

  private final String code;
  private final Text text;

  Obstacle(String code, String zh, String en) {
    this.code = code;
    this.text = Text.of(zh, en);
  }

  /** The published code, for example {@code licence.expired}. */
  public String code() {
    return code;
  }

  public Text text() {
    return text;
  }

  /**
   * Whether newer word of the same licence could take it away: a renewal, a return, a correction.
   */
  public boolean mayPass() {
    return switch (this) {
      case EXPIRED, SUSPENDED, ENDS_TOO_SOON, FIELD_ABSENT, FIELD_NOT_ACCEPTED, STALE -> true;
      case NOT_BY_LICENCE,
          PARTY_UNKNOWN,
          NO_LICENCE,
          OTHER_HOLDER,
          NOT_YET_IN_FORCE,
          REVOKED,
          CANCELLED,
          REPLACED,
          REGION_NOT_ACCEPTED ->
          false;
    };
  }

  public static Optional<Obstacle> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  /** What a licence's standing has against it; empty when it is in force. */
  static Optional<Obstacle> of(Standing standing) {
    return switch (standing) {
      case IN_FORCE -> Optional.empty();
      case NOT_YET_IN_FORCE -> Optional.of(NOT_YET_IN_FORCE);
      case EXPIRED -> Optional.of(EXPIRED);
      case SUSPENDED -> Optional.of(SUSPENDED);
      case REVOKED -> Optional.of(REVOKED);
      case CANCELLED -> Optional.of(CANCELLED);
      case REPLACED -> Optional.of(REPLACED);
    };
  }
}
