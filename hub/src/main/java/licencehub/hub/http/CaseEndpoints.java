package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import licencehub.hub.access.Role;
import licencehub.library.Access.LookupReason;
import licencehub.library.CaseFile;
import licencehub.library.CaseRepository;
import licencehub.model.code.CaseNumber;
import licencehub.routes.joint.JointDesk;
import tools.jackson.databind.JsonNode;

/** Shows a case to those who work with it for a reason, and to who holds its query password. */
final class CaseEndpoints {
  private static final String PASSWORD = "Licencehub-Query-Password";
  private static final String ACTION = "cases.find";

  private final CaseRepository cases;
  private final JointDesk joints;
  private final AccessRecords accesses;
  private final RateLimits limits;

  CaseEndpoints(CaseRepository cases, JointDesk joints, AccessRecords accesses, RateLimits limits) {
    this.cases = cases;
    this.joints = joints;
    this.accesses = accesses;
    this.limits = limits;
  }

  /** In full for approvers and supervisors, in brief for everybody else with the password. */
  Answer find(Call call) {
    CaseNumber number = new CaseNumber(call.path("caseNumber"));
    Role role = call.caller().role();
    return role == Role.APPROVER || role == Role.SUPERVISOR
        ? withReason(call, number)
        : withPassword(call, number);
  }

  private Answer withReason(Call call, CaseNumber number) {
    return switch (LookupReasons.of(call)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        Optional<CaseFile> file = cases.find(number);
        CompletableFuture<Void> logged =
            log(call, number, reason, file.isPresent() ? "found" : "absent");
        Answer answer =
            file.isPresent()
                ? Json.answer(json -> CaseJson.full(json, file.get()))
                : new Answer.Refusal(ProblemType.NOT_FOUND);
        yield AccessRecords.written(logged, answer);
      }
    };
  }

  private Answer withPassword(Call call, CaseNumber number) {
    String password = call.header(PASSWORD).orElse("");
    Optional<Duration> wait = limits.passwordTry(number, call.incoming().address());
    if (wait.isPresent()) {
      return Gate.later(
          ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_REQUESTS.remedy(), wait.get());
    }
    Optional<CaseFile> file = cases.find(number);
    boolean right = file.map(it -> opens(it, password)).orElse(false);
    LookupReason reason =
        new LookupReason("-", number.text(), "公众凭查询密码查询办件进度", call.caller().name());
    CompletableFuture<Void> logged = log(call, number, reason, right ? "found" : "refused");
    return AccessRecords.written(
        logged,
        right
            ? Json.answer(
                json -> CaseJson.brief(json, file.orElseThrow(), JointNotice.of(joints, number)))
            : new Answer.Refusal(ProblemType.QUERY_PASSWORD_WRONG));
  }

  /** Compares with every password reported for the case, in the same time whichever fits. */
  private static boolean opens(CaseFile file, String password) {
    byte[] given = password.getBytes(UTF_8);
    boolean right = false;
    for (CaseFile.Step step : file.steps()) {
      JsonNode set =
          Json.MAPPER.readTree(step.event().document()).path("data").path("queryPassword");
      if (set.isString() && !set.asString().isBlank()) {
        right |= MessageDigest.isEqual(set.asString().getBytes(UTF_8), given);
      }
    }
    return right;
  }

  private CompletableFuture<Void> log(
      Call call, CaseNumber number, LookupReason reason, String result) {
    return accesses.write(call, reason, ACTION, List.of(number.text()), result);
  }
}
