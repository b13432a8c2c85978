package licencehub.verification;

import java.util.Map;
import licencehub.model.Text;

/** What the checks of a report on a licence file are called by people. */
public final class CheckWords {
  private static final String MAKER = "maker-";
  private static final Map<String, Text> WORDS =
      Map.ofEntries(
          Map.entry("file", Text.of("文件可以读取", "the file can be read")),
          Map.entry("signatures", Text.of("文件有签章", "the file is sealed or signed")),
          Map.entry("references", Text.of("内容与签章时相同", "the content is what was sealed")),
          Map.entry("coverage", Text.of("签章覆盖整个文件", "the seal covers the whole file")),
          Map.entry("form", Text.of("签章格式", "the form of the signature")),
          Map.entry("signature-file", Text.of("签名描述未改动", "the list of what is sealed is intact")),
          Map.entry("seal-file", Text.of("所附印章一致", "the seal beside it is the same")),
          Map.entry("seal-property", Text.of("签章属于本文件", "the seal belongs to this file")),
          Map.entry("seal-signers", Text.of("签章人有权用此印章", "the signer may use this seal")),
          Map.entry("seal-period", Text.of("签章时印章有效", "the seal was valid when used")),
          Map.entry("byte-range", Text.of("签名覆盖整个文件", "the signature covers the whole file")),
          Map.entry("later-changes", Text.of("签名之后未改动", "nothing was changed afterwards")),
          Map.entry("content", Text.of("内容与签名时相同", "the content is what was signed")),
          Map.entry("algorithm", Text.of("签名算法允许使用", "the algorithm is allowed")),
          Map.entry("signer", Text.of("签名证书已知", "the signer's certificate is known")),
          Map.entry("signature", Text.of("签名正确", "the signature is right")),
          Map.entry("chain", Text.of("证书由受信任机构签发", "the certificate leads to a trust anchor")),
          Map.entry("validity", Text.of("签名时证书有效", "the certificate was valid then")),
          Map.entry("revocation", Text.of("证书未被吊销", "the certificate is not revoked")),
          Map.entry("time", Text.of("签名时间合理", "the claimed time can be")));

  private CheckWords() {}

  /** In words; a check without any is called by its name. */
  public static Text of(String check) {
    if (check.startsWith(MAKER)) {
      Text one = of(check.substring(MAKER.length()));
      return Text.of("制章人：" + one.zh(), "maker of the seal: " + one.en());
    }
    return WORDS.getOrDefault(check, Text.of(check, check));
  }
}
