package licencehub.hub.cli;

/** Canonical documents for tests. */
final class Samples {
  private Samples() {}

  /** An application by {@code sz-market-push} under the given number. */
  static String application(String id) {
    return """
    {"specversion":"1.0","id":"%s","source":"/sources/sz-market-push",
     "type":"case.applied.v1","subject":"33090116171024800021%s",
     "time":"2026-03-02T09:30:00+08:00","recordversion":1,
     "datacontenttype":"application/json",
     "data":{"caseNumber":"33090116171024800021%s",
      "department":{"code":"11440300MB2D000147","name":"深圳市市场监督管理局"},
      "region":"440300","item":{"code":"11370800MB285591843370117002011","name":"食品经营许可"},
      "projectName":"食品经营许可新办","kind":"promised","channel":"online",
      "applicant":{"name":"福州某某食品有限公司","codeType":"001","code":"91350100M000100Y43"},
      "appliedAt":"2026-03-02T09:30:00+08:00"}}
    """
        .formatted(id, id, id)
        .replace("\n", "");
  }
}
