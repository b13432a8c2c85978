package licencehub.hub.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.CreditCode;
import tools.jackson.databind.JsonNode;

/** Asks a running edge to use licences, as the window of an organisation does. */
record UseQuestions(RunningEdge hub, CreditCode organisation) {
  static final String PATH = "/api/v1/uses";
  static final String BY_FUNCTION = "{\"kind\":\"by-function\"}";

  EdgeClient client() {
    return hub.as(new Caller("window", Role.APPROVER, organisation));
  }

  /** Asks to use alpha's licences. */
  EdgeClient.Reply ask(String caseNumber, String basis, int... serials) {
    return client().post(PATH, body(caseNumber, basis, licences(serials)));
  }

  /** What was decided about the first licence. */
  JsonNode first(String caseNumber, String basis, int... serials) {
    return ask(caseNumber, basis, serials).json(200).at("/uses/0");
  }

  String code(String caseNumber, int serial) {
    return first(caseNumber, BY_FUNCTION, serial).required("useCode").asString();
  }

  EdgeClient.Reply find(String code, String caseNumber) {
    return look(PATH + "/" + code, caseNumber);
  }

  EdgeClient.Reply copy(String code, String caseNumber) {
    return look(PATH + "/" + code + "/file", caseNumber);
  }

  /**
   * @param query with its question mark
   */
  EdgeClient.Reply preview(String code, String caseNumber, String query) {
    return look(PATH + "/" + code + "/preview" + query, caseNumber);
  }

  private EdgeClient.Reply look(String path, String caseNumber) {
    return client()
        .get(
            path,
            "Licencehub-Item",
            Guides.ITEM.text(),
            "Licencehub-Case",
            caseNumber,
            "Licencehub-Purpose",
            "test",
            "Licencehub-Operator",
            "tester");
  }

  EdgeClient.Reply reveal(String code, String caseNumber) {
    return client().post(PATH + "/" + code + "/fields", "{\"reason\":" + reason(caseNumber) + "}");
  }

  static String reason(String caseNumber) {
    return "{\"item\":\""
        + Guides.ITEM
        + "\",\"caseNumber\":\""
        + caseNumber
        + "\",\"purpose\":\"test\",\"operator\":\"tester\"}";
  }

  static String body(String caseNumber, String basis, List<String> licences) {
    return "{\"reason\":"
        + reason(caseNumber)
        + ",\"licences\":"
        + licences.stream().map(it -> '"' + it + '"').collect(Collectors.joining(",", "[", "]"))
        + ",\"basis\":"
        + basis
        + "}";
  }

  /** Consent of a person, from an hour ago until then. */
  static String consent(CitizenNumber citizen, String from, String until) {
    return "{\"kind\":\"holder-consent\",\"holder\":{\"codeType\":\"111\",\"code\":\""
        + citizen.text()
        + "\"},\"evidence\":\"AUTH-1\",\"from\":\""
        + from
        + "\",\"until\":\""
        + until
        + "\"}";
  }

  private List<String> licences(int... serials) {
    return Arrays.stream(serials)
        .mapToObj(it -> Documents.identifier(hub.alpha, it).toString())
        .toList();
  }
}
