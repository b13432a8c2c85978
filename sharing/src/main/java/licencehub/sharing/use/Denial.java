package licencehub.sharing.use;

import java.util.Arrays;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.sharing.Standing;

/**
 * Why a licence may not be used, in the order of the checks. Codes are published: one may be added,
 * none renamed or reused. Each has the status code of the sharing services (GB/T 36906-2018 as
 * practised).
 */
public enum Denial {
  NO_GRANT("grant.none", 100, "本单位没有用证授权，请向枢纽申请", "The organisation has no grant; apply for one"),
  TYPE_NOT_GRANTED(
      "grant.licence-type", 100, "授权不含该证照类型，请申请扩大授权", "The grant does not cover this licence type"),
  ITEM_NOT_GRANTED("grant.item", 100, "授权不含该事项，请核对事项编码", "The grant does not cover this item"),
  BASIS_NOT_GRANTED(
      "grant.basis", 100, "授权不允许此用证方式，请改用其他方式", "The grant does not allow this basis; use another"),
  GRANT_NOT_IN_FORCE(
      "grant.not-in-force",
      100,
      "授权尚未生效或已到期，请续期",
      "The grant does not hold today; have it renewed"),
  COPY_NOT_GRANTED(
      "grant.copy", 100, "授权不含加注件，请只查看信息项", "The grant covers no use copies; ask for fields only"),
  FIELDS_NOT_GRANTED(
      "grant.fields", 100, "所要的信息项都不在授权之内", "None of the fields asked for is covered by the grant"),
  CASE_NOT_FILED(
      "case.not-filed", 102, "枢纽尚未收到该办件，请先报送", "The hub does not know the case; report it first"),
  CASE_CLOSED("case.closed", 23, "办件已办结，不能再用证", "The case is over; nothing more is used for it"),
  CASE_OF_OTHER_ITEM(
      "case.other-item",
      102,
      "办件不是该事项的办件，请核对",
      "The case is one of another item; check the item code"),
  LICENCE_UNKNOWN(
      "licence.unknown",
      10,
      "枢纽没有该证照，请核对证照标识",
      "The hub has no such licence; check the identifier"),
  CONSENT_NOT_BY_HOLDER(
      "consent.not-by-holder",
      11,
      "授权人不是该证照的持证主体",
      "The consent was not given by a holder of the licence"),
  CONSENT_NOT_IN_FORCE(
      "consent.not-in-force",
      11,
      "持证人的授权尚未生效或已失效，请重新授权",
      "The consent does not count now; ask the holder again"),
  HOLDER_NOT_IN_CASE(
      "case.other-holder",
      23,
      "持证主体不是该办件的当事人，依职能不能使用",
      "The holder is no party of the case, so that function is no basis"),
  TYPE_UNKNOWN(
      "type.unknown", 13, "证照类型不存在或未发布", "The licence type does not stand in the directory"),
  NOT_FOR_ITEM(
      "type.not-for-item",
      23,
      "该类证照的应用范围不含此事项",
      "Licences of this type may not be used for this item"),
  LICENCE_NOT_YET_IN_FORCE(
      "licence.not-yet-in-force", 23, "证照尚未生效", "The licence is not yet in force"),
  LICENCE_SUSPENDED("licence.suspended", 23, "证照已暂扣", "The licence is suspended"),
  LICENCE_REVOKED("licence.revoked", 21, "证照已撤销或吊销", "The licence is revoked"),
  LICENCE_CANCELLED("licence.cancelled", 21, "证照已注销", "The licence is cancelled"),
  LICENCE_REPLACED(
      "licence.replaced", 21, "证照已被新证照替代，请使用新证照", "A newer licence replaced it; use that one"),
  LICENCE_EXPIRED("licence.expired", 22, "证照已过有效期", "The licence has expired"),
  QUOTA_OF_DAY("quota.day", 23, "今日用证次数已达上限，请明日再试", "Today's quota is used up; try tomorrow"),
  QUOTA_IN_ALL("quota.all", 23, "授权的用证次数已用完，请申请增加", "The grant's quota is used up; apply for more"),
  USE_OF_OTHER_CASE("use.other-case", 11, "用证码属于别的办件", "The use code belongs to another case"),
  USE_EXPIRED("use.expired", 23, "用证码已失效，请重新申请", "The use code has expired; ask for a new one");

  private final String code;
  private final int status;
  private final Text text;

  Denial(String code, int status, String zh, String en) {
    this.code = code;
    this.status = status;
    this.text = Text.of(zh, en);
  }

  /** The published code, for example {@code grant.item}. */
  public String code() {
    return code;
  }

  /** The status code existing clients of the sharing services know. */
  public int status() {
    return status;
  }

  public Text text() {
    return text;
  }

  /** What whoever asked can do about it. */
  public Text remedy() {
    return switch (this) {
      case NO_GRANT,
          TYPE_NOT_GRANTED,
          ITEM_NOT_GRANTED,
          BASIS_NOT_GRANTED,
          GRANT_NOT_IN_FORCE,
          COPY_NOT_GRANTED,
          FIELDS_NOT_GRANTED,
          QUOTA_OF_DAY,
          QUOTA_IN_ALL ->
          Remedies.GRANT;
      case CASE_NOT_FILED, CASE_CLOSED, CASE_OF_OTHER_ITEM, USE_OF_OTHER_CASE -> Remedies.CASE;
      case CONSENT_NOT_BY_HOLDER, CONSENT_NOT_IN_FORCE, HOLDER_NOT_IN_CASE -> Remedies.HOLDER;
      case LICENCE_UNKNOWN, TYPE_UNKNOWN, NOT_FOR_ITEM -> Remedies.OTHER_WAY;
      case LICENCE_NOT_YET_IN_FORCE,
          LICENCE_SUSPENDED,
          LICENCE_REVOKED,
          LICENCE_CANCELLED,
          LICENCE_REPLACED,
          LICENCE_EXPIRED ->
          Remedies.VALID_ONE;
      case USE_EXPIRED -> Remedies.ANEW;
    };
  }

  /** The cures, each for many denials. */
  private static final class Remedies {
    static final Text GRANT =
        Text.of(
            "请本单位管理员核对用证授权，需要时向枢纽运维人员申请调整。",
            "Have your organisation's grants checked; the hub's operator changes them.");
    static final Text CASE =
        Text.of("请核对办件编号和事项，办件尚未报送的先报送。", "Check case number and item; report the case first.");
    static final Text HOLDER =
        Text.of("请由持证主体本人（重新）授权。", "Have the holder of the licence consent, or consent again.");
    static final Text OTHER_WAY = Text.of("请申请人提交该材料。", "Have the applicant submit the document.");
    static final Text VALID_ONE =
        Text.of("请申请人提供有效证照，或提交该材料。", "Ask for a licence in force, or for the document.");
    static final Text ANEW = Text.of("请重新申请用证。", "Ask for a new use.");
  }

  public static Optional<Denial> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  /** What a licence's standing has against using it; empty when it is in force. */
  public static Optional<Denial> of(Standing standing) {
    return switch (standing) {
      case IN_FORCE -> Optional.empty();
      case NOT_YET_IN_FORCE -> Optional.of(LICENCE_NOT_YET_IN_FORCE);
      case EXPIRED -> Optional.of(LICENCE_EXPIRED);
      case SUSPENDED -> Optional.of(LICENCE_SUSPENDED);
      case REVOKED -> Optional.of(LICENCE_REVOKED);
      case CANCELLED -> Optional.of(LICENCE_CANCELLED);
      case REPLACED -> Optional.of(LICENCE_REPLACED);
    };
  }
}
