package licencehub.hub.http;

import java.util.Locale;
import licencehub.model.Text;

/** Why a request was refused (RFC 9457); docs/problems.md tells more. Codes never change. */
public enum ProblemType {
  REQUEST_MALFORMED(
      400,
      "请求内容有误",
      "The request is malformed",
      "按提示修改请求后重发。",
      "Mend what the detail names and send it again."),
  REASON_MISSING(
      400,
      "缺少查询事由",
      "The look-up has no reason",
      "补充事项、办件编号、用途、经办人后重发。",
      "State item, case number, purpose and operator."),
  SOURCE_UNCLEAR(
      400,
      "未指明报送来源",
      "It is not clear which source sends this",
      "用请求头 Licencehub-Source 指明来源标识。",
      "Name the source in the header Licencehub-Source."),
  CALLER_UNKNOWN(
      401,
      "未登录或令牌失效",
      "The caller is not known",
      "用有效令牌或已登记的部门证书重试。",
      "Come with a valid token or a configured department certificate."),
  CALLER_NOT_ALLOWED(
      403,
      "没有此项权限",
      "The caller may not do this",
      "请运维人员签发相应角色的令牌。",
      "Ask the operator for a token of a role that may."),
  SOURCE_NOT_YOURS(
      403,
      "该来源不属于本部门",
      "The source is not one of this department",
      "改用本部门的来源，或请运维人员核对部门配置。",
      "Use a source of your own, or have the operator check the department's file."),
  ORGANISATION_MISSING(
      403,
      "令牌没有写明用证单位",
      "The token names no organisation",
      "请运维人员用 --department 签发带统一社会信用代码的令牌。",
      "Ask the operator for a token with --department and the organisation's credit code."),
  QUERY_PASSWORD_WRONG(
      403,
      "办件编号或查询密码不对",
      "The case number or the query password is wrong",
      "核对受理凭证上的办件编号和查询密码。",
      "Check both on the acceptance notice."),
  HOLDER_NOT_YOURS(
      403,
      "令牌不属于该持证主体的代理",
      "The token is not that of this holder's agent",
      "核对持证主体代码，或重新取得该持证主体的代理令牌。",
      "Check the holder's code, or get a token as agent of this holder."),
  ROUTE_UNKNOWN(
      404,
      "没有此接口",
      "There is no such resource",
      "对照 /docs/api 检查路径。",
      "Compare the path with /docs/api."),
  NOT_FOUND(404, "没有此记录", "There is no such record", "核对编号。", "Check the number."),
  ITEM_UNKNOWN(
      404,
      "没有此事项的材料清单",
      "The hub has no guide for this item",
      "核对事项编码，或请运维人员在 items 目录中补充该事项。",
      "Check the item's code, or have the operator add it to the folder items."),
  METHOD_UNKNOWN(
      405,
      "该接口不支持此方法",
      "The resource does not know this method",
      "对照 /docs/api 检查方法。",
      "Compare the method with /docs/api."),
  BODY_SLOW(
      408,
      "请求内容到达太慢",
      "The request body arrived too slowly",
      "检查网络，或分成小批报送。",
      "Check the network, or send smaller batches."),
  SOURCE_NOT_PUSHED(
      409,
      "该来源不接受推送",
      "The source is not one that is pushed to",
      "该来源由枢纽采集；需要推送时请运维人员改为 push 连接器。",
      "The hub collects from it; the operator can give it the push connector."),
  KEY_IN_USE(
      409,
      "此密钥不能移除",
      "This key cannot be removed",
      "等轮换完成后再试；当前密钥和密钥服务中的密钥不在此移除。",
      "Try again when rotation is done; the current key, and keys of a key service, do not go here."),
  USE_REFUSED(
      409,
      "用证码现在不能使用",
      "The use code may not be used now",
      "按提示核对办件，或重新申请用证。",
      "Check the case as the detail says, or ask for a new use."),
  NUMBER_USED(
      409,
      "请求编号已用于另一请求",
      "The number was used for another request",
      "重发时内容须与首次相同；新的请求用新编号。",
      "Repeat the first request as it was, or take a new number."),
  STEP_REFUSED(
      409,
      "现在不能这样处理",
      "This cannot be done now",
      "先查现状，再按提示处理。",
      "Look at where it stands and follow the detail."),
  SEARCH_INDEX_MISSING(404, "没有检索索引", "There is no search index", "请设置 search。", "Set search."),
  BODY_TOO_LARGE(
      413,
      "请求内容超过大小限制",
      "The request body is too large",
      "减小单件或每批的大小后重发。",
      "Send smaller documents or smaller batches."),
  MEDIA_TYPE_UNKNOWN(
      415,
      "不支持的内容类型",
      "The content type is not one the resource takes",
      "按 /docs/api 设置 Content-Type。",
      "Set Content-Type as /docs/api says."),
  FILE_UNREADABLE(
      422,
      "证照文件无法读取",
      "The licence file cannot be read",
      "重新取得完好的 OFD 或 PDF 文件后再试。",
      "Get a sound OFD or PDF and try again."),
  PREVIEW_FAILED(422, "无法生成预览", "It cannot be drawn", "请下载文件。", "Fetch the file."),
  TOO_MANY_REQUESTS(
      429,
      "请求过于频繁",
      "Too many requests",
      "按 Retry-After 的秒数等待后重试。",
      "Wait as many seconds as Retry-After says."),
  COMPARISONS_EXHAUSTED(
      429,
      "今日对该证照的比对出错过多",
      "Too many wrong claims about this licence today",
      "按 Retry-After 等到次日，或申请用证查看信息项。",
      "Wait for the next day as Retry-After says, or ask to use the licence."),
  INTAKE_FULL(
      429,
      "报送队列已满，本批未收",
      "The intake is full; nothing of this request was taken",
      "按 Retry-After 的秒数等待后整批重发。",
      "Wait as Retry-After says and send the whole request again."),
  HUB_FAULT(
      500,
      "枢纽内部错误",
      "The hub failed",
      "重试；仍有问题时把请求编号交给运维人员。",
      "Try again; if it stays, give the operator the request number."),
  UNAVAILABLE(
      503,
      "所需服务暂时不可用",
      "Something the hub needs does not answer now",
      "稍后重试；运维人员可看 /health。",
      "Try again later; the operator looks at /health.");

  private final int status;
  private final Text title;
  private final Text remedy;

  ProblemType(int status, String zh, String en, String remedyZh, String remedyEn) {
    this.status = status;
    this.title = Text.of(zh, en);
    this.remedy = Text.of(remedyZh, remedyEn);
  }

  /** The published code, the last part of {@link #uri()}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The problem's {@code type}. */
  public String uri() {
    return "urn:licencehub:problem:" + code();
  }

  public int status() {
    return status;
  }

  public Text title() {
    return title;
  }

  public Text remedy() {
    return remedy;
  }
}
