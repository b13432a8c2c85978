package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What departments send about one joint application and the cases behind its parts. */
record JointDocuments(String joint, Department lead) {
  static final String PLAN = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  /** Food after fire safety; the plan is for both, a certificate for hygiene alone. */
  byte[] opened(long version, Department fire, Department health) {
    return event(
        lead,
        "joint.opened.v1",
        joint,
        "opened-" + version,
        version,
        """
        "joint":"%s","lead":%s,"region":"440300","matter":"我要开餐馆",
        "applicant":{"name":"%s","codeType":"111","code":"%s"},
        "parts":[
         {"caseNumber":"%1$s-SP","department":%2$s,"after":["%1$s-XF"],
          "item":{"code":"11370800MB285591843370117002011","name":"食品经营许可"}},
         {"caseNumber":"%1$s-XF","department":%5$s,
          "item":{"code":"11370800MB285591843370117002011","name":"消防安全检查"}},
         {"caseNumber":"%1$s-WS","department":%6$s,
          "item":{"code":"11370800MB285591843370117002011","name":"公共场所卫生许可"}}],
        "materials":[
         {"code":"F01","name":"平面图","digest":"%7$s","for":["%1$s-SP","%1$s-XF"]},
         {"code":"F02","name":"健康证明","for":["%1$s-WS"]}],
        "inspection":{"lead":"%8$s","departments":["%9$s"]},
        "openedAt":"2026-03-02T09:30:00+08:00","handler":"王五"
        """
            .formatted(
                joint,
                named(lead),
                Documents.PERSON,
                Documents.CITIZEN.text(),
                named(fire),
                named(health),
                PLAN,
                lead.organisation().code(),
                fire.organisation().code()));
  }

  byte[] checked(Department by, String material, String digest) {
    return event(
        by,
        "joint.checked.v1",
        joint,
        "checked-" + material,
        1,
        """
        "joint":"%s","department":%s,"region":"440300","material":"%s",%s"result":"sound",
        "checkedAt":"2026-03-03T09:30:00+08:00","handler":"赵六"
        """
            .formatted(
                joint,
                named(by),
                material,
                digest.isEmpty() ? "" : "\"digest\":\"%s\",".formatted(digest)));
  }

  byte[] held(Department by, Department other) {
    return event(
        by,
        "joint.inspected.v1",
        joint,
        "held",
        1,
        """
        "joint":"%s","department":%s,"region":"440300","state":"held","sequence":1,
        "at":"2026-03-03T14:00:00+08:00",
        "findings":[{"department":"%s","result":"passed"},
         {"department":"%s","result":"rectify","note":"通道有杂物"}]
        """
            .formatted(joint, named(by), by.organisation().code(), other.organisation().code()));
  }

  byte[] applied(Department by, String part) {
    return event(
        by,
        "case.applied.v1",
        number(part),
        "applied-" + part,
        1,
        """
        "caseNumber":"%s","department":%s,"region":"440300",
        "item":{"code":"11370800MB285591843370117002011","name":"事项"},
        "applicant":{"name":"%s","codeType":"111","code":"%s"},"kind":"joint",
        "projectName":"开餐馆","channel":"counter",
        "queryPassword":"%s","appliedAt":"2026-03-02T09:30:00+08:00"
        """
            .formatted(
                number(part),
                named(by),
                Documents.PERSON,
                Documents.CITIZEN.text(),
                Documents.PASSWORD));
  }

  byte[] accepted(Department by, String part) {
    return event(
        by,
        "case.accepted.v1",
        number(part),
        "accepted-" + part,
        1,
        """
        "caseNumber":"%s","department":%s,"region":"440300","result":"accepted",
        "acceptedAt":"2026-03-02T10:30:00+08:00"
        """
            .formatted(number(part), named(by)));
  }

  byte[] asked(Department by, String part, String reason, String materials) {
    return event(
        by,
        "case.supplement-requested.v1",
        number(part),
        "asked-" + part,
        1,
        """
        "caseNumber":"%s","department":%s,"region":"440300","sequence":1,"reason":"%s",
        "materials":[%s],"requestedAt":"2026-03-03T10:30:00+08:00"
        """
            .formatted(number(part), named(by), reason, materials));
  }

  byte[] received(Department by, String part) {
    return event(
        by,
        "case.supplement-received.v1",
        number(part),
        "received-" + part,
        1,
        """
        "caseNumber":"%s","department":%s,"region":"440300","sequence":1,
        "receivedAt":"2026-03-04T10:30:00+08:00"
        """
            .formatted(number(part), named(by)));
  }

  byte[] issued(Department by, String part, int day) {
    return event(
        by,
        "case.completed.v1",
        number(part),
        "issued-" + part,
        1,
        """
        "caseNumber":"%s","department":%s,"region":"440300","result":"completed",
        "completedAt":"2026-03-%02dT10:30:00+08:00"
        """
            .formatted(number(part), named(by), day));
  }

  String number(String part) {
    return joint + "-" + part;
  }

  private byte[] event(
      Department by, String type, String subject, String id, long version, String data) {
    return """
    {"specversion":"1.0","id":"%s-%s-%s","source":"/sources/%s","type":"%s",
     "subject":"%s","time":"2026-03-02T09:30:00+08:00","recordversion":%d,
     "datacontenttype":"application/json","data":{%s}}"""
        .formatted(joint, id, by.source(), by.source(), type, subject, version, data)
        .getBytes(UTF_8);
  }

  private static String named(Department it) {
    return "{\"code\":\"%s\",\"name\":\"%s\"}"
        .formatted(it.organisation().code(), it.organisation().name());
  }
}
