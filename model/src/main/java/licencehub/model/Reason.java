package licencehub.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why something was not accepted. Codes are published: one may be added, none renamed or reused.
 * Each is final (the same bytes will never pass) or passing (they may pass later).
 */
public enum Reason {
  BYTES_UNREADABLE(
      "document.unreadable",
      true,
      "无法识别报送内容",
      "The bytes are not what the source's dialect expects"),
  BYTES_TOO_LARGE(
      "document.too-large", true, "报送内容超过大小限制", "The document is larger than the hub takes"),
  EVENT_TYPE_UNKNOWN(
      "event.type-unknown", true, "事件类型不在目录中", "The event type is not in the catalogue"),
  SCHEMA_VIOLATED(
      "event.schema-violated", true, "内容不符合数据规范", "The document does not meet its schema"),
  CODE_MALFORMED(
      "event.code-malformed", true, "编码格式或校验位错误", "A code or its check character is wrong"),
  SOURCE_MISMATCH(
      "event.source-mismatch",
      true,
      "事件来源与报送系统不一致",
      "The event names another source than the one that sent it"),
  ID_REUSED(
      "event.id-reused",
      true,
      "报送编号已用于不同内容",
      "The event number was already used for other content"),
  ENVELOPE_UNREADABLE(
      "envelope.unreadable", true, "签名信封无法解析", "The signed envelope cannot be read"),
  SIGNATURE_MISSING(
      "signature.missing", true, "缺少必需的电子签名", "A signature is required and there is none"),
  SIGNATURE_WRONG(
      "signature.wrong",
      true,
      "签名与内容不符（内容被改动或密钥不对）",
      "The signature does not fit the content: it was changed, or another key signed it"),
  ALGORITHM_REFUSED(
      "signature.algorithm-refused",
      true,
      "签名算法不在允许范围",
      "The signature algorithm is not allowed by the policy"),
  SIGNER_UNKNOWN("signer.unknown", false, "不认识签名证书", "The signer's certificate is not known here"),
  CHAIN_BROKEN(
      "signer.chain-broken",
      true,
      "证书链不能到达信任锚",
      "The certificate does not lead to a configured trust anchor"),
  SIGNER_EXPIRED(
      "signer.expired", true, "签名时证书不在有效期内", "The certificate was not valid when it signed"),
  SIGNER_REVOKED("signer.revoked", true, "签名证书已被吊销", "The signer's certificate is revoked"),
  REVOCATION_UNKNOWN(
      "signer.revocation-unknown",
      false,
      "暂时查不到证书吊销状态",
      "The revocation status is not known at the moment"),
  REVOCATION_STALE(
      "signer.revocation-stale",
      true,
      "吊销信息过旧，按策略拒收",
      "The revocation list is too old, and the policy refuses in that case"),
  SIGNED_IN_FUTURE(
      "signature.in-future",
      false,
      "签名时间晚于接收时间",
      "The signature claims a time that has not come yet"),
  FILE_UNREADABLE(
      "file.unreadable",
      true,
      "文件已损坏、不完整，或不是OFD、PDF",
      "The file is damaged, cut off, or neither OFD nor PDF"),
  FILE_UNSAFE(
      "file.unsafe",
      true,
      "文件含有不安全的结构（路径、外部实体、隐藏内容等）",
      "The file has an unsafe structure: paths, external entities, hidden content"),
  FILE_BEYOND_LIMITS(
      "file.beyond-limits",
      true,
      "文件超过大小、数量或膨胀限制",
      "The file goes beyond the limits on size, number or expansion"),
  FILE_UNFINISHED(
      "file.unfinished", false, "文件未能在时限内验完", "Verifying the file took longer than allowed"),
  FILE_CHANGED(
      "file.changed", true, "文件内容与签名时不同", "The content is not what was signed: it was changed"),
  FILE_NOT_COVERED(
      "file.not-covered",
      true,
      "文件中有签名未覆盖的内容",
      "The file has content that the signature does not cover"),
  FILE_CHANGED_LATER(
      "file.changed-later", true, "签名之后文件又被改动", "The file was changed after it was signed"),
  FILE_ABSENT(
      "file.absent",
      false,
      "枢纽没有所指的证照文件",
      "The hub does not have the licence file that is referred to"),
  FILE_DIFFERENT(
      "file.different", true, "证照文件与记录不一致", "The licence file does not say what the record says"),
  SEAL_UNKNOWN(
      "seal.unknown", true, "不支持的签章类型", "The hub does not know this type of seal or signature"),
  SEAL_FORGED(
      "seal.forged",
      true,
      "印章不是其制章人所制（或被改动）",
      "The seal was changed, or not made by the maker it names"),
  SEAL_DIFFERENT(
      "seal.different",
      true,
      "印章与签章数据不一致",
      "The seal is not the one that was signed with, or belongs elsewhere"),
  SEAL_SIGNER_NOT_LISTED(
      "seal.signer-not-listed",
      true,
      "签章人不在印章的证书列表中",
      "The seal does not list the certificate that signed with it"),
  SEAL_EXPIRED("seal.expired", true, "签章时印章不在有效期内", "The seal was not valid when it was used"),
  SIGNER_NOT_ALLOWED(
      "mandate.signer", true, "该证书不属于该报送部门", "This certificate does not belong to the source"),
  EVENT_NOT_ALLOWED(
      "mandate.event", true, "该来源无权报送此类事件", "The source may not state this type of event"),
  ISSUER_NOT_ALLOWED(
      "mandate.issuer", true, "该来源无权代表该颁发机构", "The source may not speak for this issuer"),
  TYPE_NOT_ALLOWED(
      "mandate.licence-type", true, "该来源无权报送此证照类型", "The source may not state this licence type"),
  REGION_NOT_ALLOWED(
      "mandate.region", true, "该来源无权报送此行政区划", "The source may not state this region"),
  DEAD_LETTER(
      "transport.dead-letter",
      true,
      "消息代理放弃投递，或消息已过期",
      "The message broker gave up delivering it, or it expired"),
  DEPENDENCY_UNAVAILABLE(
      "hub.dependency-unavailable",
      false,
      "所需服务暂时不可用",
      "Something the hub needs does not answer now"),
  INTERNAL_FAULT("hub.internal-fault", false, "处理时发生内部错误", "The hub failed while handling it");

  private final String code;
  private final boolean isFinal;
  private final Text text;

  Reason(String code, boolean isFinal, String zh, String en) {
    this.code = code;
    this.isFinal = isFinal;
    this.text = Text.of(zh, en);
  }

  /** The published code, for example {@code signature.wrong}. */
  public String code() {
    return code;
  }

  /** Whether the same bytes can never pass; a passing reason is tried again with back-off. */
  public boolean isFinal() {
    return isFinal;
  }

  public Text text() {
    return text;
  }

  /** Finds a reason by its published code. */
  public static Optional<Reason> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }
}
