package licencehub.hub.share;

import java.util.Arrays;
import java.util.Optional;

/** The status codes of the services; those from 100 on are local ones. */
public enum ShareStatus {
  SUCCESS(0, "成功"),
  NO_SUCH_SERVICE(2, "证照源未提供此服务接口"),
  NOT_FOUND(10, "未找到匹配的证照信息"),
  NOT_IDENTIFIED(11, "身份验证不通过"),
  PARAMETER_MISSING(12, "必填参数为空"),
  TYPE_UNPUBLISHED(13, "证照类型不存在或未发布"),
  CANCELLED(21, "已废止或已注销"),
  EXPIRED(22, "已过期"),
  RESTRICTED(23, "受限使用"),
  NOT_GRANTED(100, "无访问该证权限"),
  STATE_MISCONFIGURED(101, "状态配置错误"),
  PARAMETER_WRONG(102, "参数值错误"),
  HOLDER_TYPE_WRONG(103, "持证主体代码类型代码不合规"),
  NO_DIRECTORY(105, "无证照目录"),
  DIRECTORY_UNCLEAR(106, "目录无法确定"),
  TEMPLATE_MISSING(107, "模板错误"),
  TEMPLATE_WRONG(108, "模板错误"),
  NUMBER_MISSING(109, "certNo 空"),
  HOLDER_CODE_MISSING(110, "holderCode 空"),
  HOLDER_MISSING(111, "holder 空"),
  TYPE_WRONG(113, "证照类型代码有误");

  private final int code;
  private final String message;

  ShareStatus(int code, String message) {
    this.code = code;
    this.message = message;
  }

  public int code() {
    return code;
  }

  public String message() {
    return message;
  }

  public static Optional<ShareStatus> find(int code) {
    return Arrays.stream(values()).filter(it -> it.code == code).findFirst();
  }
}
