package licencehub.federation.message;

import licencehub.model.Text;

/** Why a message of a peer is not believed. Codes are published: none is renamed or reused. */
public enum Lie {
  MALFORMED("message.malformed", "报文不合枢纽间报文格式", "It is no message between hubs"),
  SIGNATURE_WRONG(
      "message.signature-wrong", "签名与该枢纽名片不符", "It is not signed as the hub's card says"),
  OTHER_SENDER("message.other-sender", "报文自称来自另一枢纽", "It claims to be from another hub"),
  OTHER_RECEIVER("message.other-receiver", "报文是给另一枢纽的", "It is meant for another hub"),
  CLOCK("message.clock", "报文时间与本机相差过大", "Its time is too far from the time here"),
  REPLAY("message.replay", "报文编号已用过（重放）", "Its number was used before: a replay"),
  OTHER_REQUEST("message.other-request", "答复所附的请求摘要不符", "It answers another request"),
  CHECKPOINT_WRONG(
      "ledger.checkpoint-wrong", "检查点签名与该枢纽的账本公钥不符", "Its checkpoint is not signed by its ledger"),
  CHECKPOINT_STALE(
      "ledger.checkpoint-stale",
      "检查点比已见过的短（账本倒退或陈旧）",
      "Its ledger is shorter than what was seen of it"),
  SPLIT_VIEW("ledger.split-view", "账本分叉：与已见过的不一致", "Its ledger contradicts what was seen of it"),
  PROOF_WRONG("ledger.proof-wrong", "证明不能到达所附检查点", "A proof does not lead to its checkpoint");

  private final String code;
  private final Text text;

  Lie(String code, String zh, String en) {
    this.code = code;
    this.text = Text.of(zh, en);
  }

  /** The published code, for example {@code message.replay}. */
  public String code() {
    return code;
  }

  public Text text() {
    return text;
  }
}
