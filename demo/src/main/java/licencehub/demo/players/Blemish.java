package licencehub.demo.players;

import licencehub.model.Text;

/** What a department gets wrong with a record, and what must become of it. */
public enum Blemish {
  NONE("accepted", "无", "sound"),
  BROKEN_SIGNATURE("quarantined", "签名被破坏", "broken signature"),
  WRONG_CHECK_CHARACTER("quarantined", "校验位错误", "wrong check character"),
  UNKNOWN_ISSUER("quarantined", "颁发机构不在授权内", "issuer it may not speak for"),
  REVOKED_SIGNER("quarantined", "签名证书已吊销", "revoked signer"),
  MALFORMED("quarantined", "内容残缺", "malformed bytes"),
  REPEATED("duplicate", "重复报送", "sent again"),
  OUTDATED("superseded", "迟到的旧版本", "older version after a newer one"),
  OUT_OF_ORDER("accepted", "环节倒序", "steps out of order");

  private final String outcome;
  private final Text text;

  Blemish(String outcome, String zh, String en) {
    this.outcome = outcome;
    this.text = Text.of(zh, en);
  }

  /** The outcome word it must end as. */
  public String outcome() {
    return outcome;
  }

  public Text text() {
    return text;
  }
}
