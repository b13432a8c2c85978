package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;

/** Canonical documents the tests send. */
final class Documents {
  static final LicenceTypeCode TYPE =
      new LicenceTypeCode(CreditCode.complete("11100000MB0143028").text() + "001");

  /** One that stands in no directory. */
  static final LicenceTypeCode UNPUBLISHED =
      new LicenceTypeCode(CreditCode.complete("11100000MB0143028").text() + "002");

  static final String PERSON = "欧阳示例";
  static final CitizenNumber CITIZEN = CitizenNumber.complete("44030019900307001");
  static final String PASSWORD = "638201";

  private Documents() {}

  static LicenceIdentifier identifier(Department department, int serial) {
    return LicenceIdentifier.mint(
        TYPE, department.organisation().code(), String.format("%09d", serial), 1);
  }

  /** A licence held by a person; {@code serial} numbers everything about it. */
  static byte[] licence(Department department, int serial, long version) {
    return """
    {"specversion":"1.0","id":"lic-%1$d-%6$d","source":"/sources/%2$s","type":"licence.issued.v1",
     "subject":"%3$s","time":"2026-03-02T09:30:00+08:00","recordversion":%6$d,
     "datacontenttype":"application/json",
     "data":{"identifier":"%3$s","name":"食品经营许可证","number":"JY%1$012d",
      "issuer":{"code":"%4$s","name":"%5$s"},"region":"440300","issuedOn":"2026-03-02",
      "validFrom":"2026-03-02","validTo":"2031-03-01",
      "holders":[{"name":"%7$s","codeType":"111","code":"%8$s"}],
      "items":{"负责人":"%7$s %8$s"}}}\
    """
        .formatted(
            serial,
            department.source(),
            identifier(department, serial),
            department.organisation().code(),
            department.organisation().name(),
            version,
            PERSON,
            CITIZEN.text())
        .getBytes(UTF_8);
  }

  /** The licence was revoked, so the department says, from this day on. */
  static byte[] revoked(Department department, int serial, long version, LocalDate day) {
    return """
    {"specversion":"1.0","id":"rev-%1$d-%6$d","source":"/sources/%2$s","type":"licence.revoked.v1",
     "subject":"%3$s","time":"%7$sT09:30:00+08:00","recordversion":%6$d,
     "datacontenttype":"application/json",
     "data":{"identifier":"%3$s","issuer":{"code":"%4$s","name":"%5$s"},"region":"440300",
      "effectiveOn":"%7$s","reason":"检查发现不再符合条件"}}\
    """
        .formatted(
            serial,
            department.source(),
            identifier(department, serial),
            department.organisation().code(),
            department.organisation().name(),
            version,
            day)
        .getBytes(UTF_8);
  }

  /** The application of a case, by a person, with a query password. */
  static byte[] applied(Department department, String caseNumber) {
    return """
    {"specversion":"1.0","id":"app-%1$s","source":"/sources/%2$s","type":"case.applied.v1",
     "subject":"%1$s","time":"2026-03-02T09:30:00+08:00","recordversion":1,
     "datacontenttype":"application/json",
     "data":{"caseNumber":"%1$s","department":{"code":"%3$s","name":"%4$s"},"region":"440300",
      "item":{"code":"11370800MB285591843370117002011","name":"食品经营许可（新办）"},
      "projectName":"%5$s的食品经营许可","kind":"promised","channel":"counter",
      "applicant":{"name":"%5$s","codeType":"111","code":"%6$s"},
      "contact":{"name":"李示范","phone":"13800138000"},
      "queryPassword":"%7$s","appliedAt":"2026-03-02T09:30:00+08:00"}}\
    """
        .formatted(
            caseNumber,
            department.source(),
            department.organisation().code(),
            department.organisation().name(),
            PERSON,
            CITIZEN.text(),
            PASSWORD)
        .getBytes(UTF_8);
  }

  /** The case is over. */
  static byte[] completed(Department department, String caseNumber) {
    return """
    {"specversion":"1.0","id":"done-%1$s","source":"/sources/%2$s","type":"case.completed.v1",
     "subject":"%1$s","time":"2026-03-04T09:30:00+08:00","recordversion":1,
     "datacontenttype":"application/json",
     "data":{"caseNumber":"%1$s","department":{"code":"%3$s","name":"%4$s"},"region":"440300",
      "result":"completed","completedAt":"2026-03-04T09:30:00+08:00"}}\
    """
        .formatted(
            caseNumber,
            department.source(),
            department.organisation().code(),
            department.organisation().name())
        .getBytes(UTF_8);
  }

  /** An approval that nobody accepted before: a contradiction. */
  static byte[] approved(Department department, String caseNumber) {
    return """
    {"specversion":"1.0","id":"step-%1$s","source":"/sources/%2$s","type":"case.step.v1",
     "subject":"%1$s","time":"2026-03-03T09:30:00+08:00","recordversion":1,
     "datacontenttype":"application/json",
     "data":{"caseNumber":"%1$s","department":{"code":"%3$s","name":"%4$s"},"region":"440300",
      "stage":"approval","sequence":1,"name":"审批决定","handler":"赵六",
      "endedAt":"2026-03-03T09:30:00+08:00","result":"agreed"}}\
    """
        .formatted(
            caseNumber,
            department.source(),
            department.organisation().code(),
            department.organisation().name())
        .getBytes(UTF_8);
  }
}
