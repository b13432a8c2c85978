package licencehub.hub.access;

import static licencehub.hub.access.Role.AGENT;
import static licencehub.hub.access.Role.APPROVER;
import static licencehub.hub.access.Role.AUDITOR;
import static licencehub.hub.access.Role.DEPARTMENT;
import static licencehub.hub.access.Role.OPERATOR;
import static licencehub.hub.access.Role.PEER;
import static licencehub.hub.access.Role.PUBLIC;
import static licencehub.hub.access.Role.SUPERVISOR;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may ask what: the one place it is written. What does not stand here is denied to everybody.
 * {@code PUBLIC} means everybody, with or without a token.
 */
public final class AccessTable {
  private static final Map<Operation, Set<Role>> TABLE = new EnumMap<>(Operation.class);

  static {
    allow(Operation.SUBMIT, DEPARTMENT);
    allow(Operation.FIND_SUBMISSION, DEPARTMENT, OPERATOR);
    allow(Operation.RECONCILE, DEPARTMENT);
    allow(Operation.LIST_QUARANTINE, DEPARTMENT, OPERATOR);
    allow(Operation.FIND_QUARANTINED, DEPARTMENT, OPERATOR);
    allow(Operation.REPLAY_ONE, DEPARTMENT, OPERATOR);
    allow(Operation.START_REPLAY, OPERATOR);
    allow(Operation.FIND_REPLAY, OPERATOR);
    allow(Operation.STOP_REPLAY, OPERATOR);
    allow(Operation.SEARCH_LICENCES, APPROVER);
    allow(Operation.LICENCE_HISTORY, APPROVER, SUPERVISOR);
    allow(Operation.DECIDE_EXEMPTION, APPROVER);
    allow(Operation.TRY_EXEMPTIONS, OPERATOR);
    allow(Operation.AUTHORISE_USES, APPROVER);
    allow(Operation.FIND_USE, APPROVER);
    allow(Operation.REVEAL_USE, APPROVER);
    allow(Operation.COPY_USE, APPROVER);
    allow(Operation.PREVIEW_USE, APPROVER);
    allow(Operation.EXPORT_EVIDENCE, DEPARTMENT, APPROVER, AUDITOR);
    allow(Operation.REPORT_FEEDBACK, APPROVER);
    allow(Operation.LIST_FEEDBACK, APPROVER, DEPARTMENT, SUPERVISOR);
    allow(Operation.FIND_FEEDBACK, APPROVER, DEPARTMENT, SUPERVISOR);
    allow(Operation.ANSWER_FEEDBACK, DEPARTMENT);
    allow(Operation.TAKE_SCAN, APPROVER);
    allow(Operation.LIST_SCANS, APPROVER, SUPERVISOR);
    allow(Operation.FIND_SCAN, APPROVER, SUPERVISOR);
    allow(Operation.CHECK_SCAN, APPROVER);
    allow(Operation.SEND_FILE, DEPARTMENT);
    allow(Operation.SEND_MATERIAL, DEPARTMENT);
    allow(Operation.VERIFY_FILE, APPROVER, PUBLIC);
    allow(Operation.READ_SEAL_ANCHOR, PUBLIC);
    allow(Operation.FIND_CASE, APPROVER, SUPERVISOR, PUBLIC);
    allow(Operation.FIND_MATERIAL, APPROVER);
    allow(Operation.LIST_JOINTS, APPROVER);
    allow(Operation.FIND_JOINT, APPROVER);
    allow(Operation.READ_FEED, DEPARTMENT, AUDITOR, OPERATOR, PEER, SUPERVISOR);
    allow(Operation.LIST_ACCESSES, AUDITOR);
    allow(Operation.SEARCH_ACCESSES, AGENT, AUDITOR);
    allow(Operation.READ_CHECKPOINT, PUBLIC);
    allow(Operation.READ_LEDGER_KEYS, PUBLIC);
    allow(Operation.READ_TILE, PUBLIC);
    allow(Operation.PROVE, PUBLIC);
    allow(Operation.LIST_SOURCES, OPERATOR);
    allow(Operation.COUNT_LICENCES, SUPERVISOR, OPERATOR);
    allow(Operation.READ_SEARCH_INDEX, OPERATOR);
    allow(Operation.REBUILD_SEARCH_INDEX, OPERATOR);
    allow(Operation.READ_KEYS, OPERATOR);
    allow(Operation.ROTATE_KEYS, OPERATOR);
    allow(Operation.RETIRE_KEY, OPERATOR);
    // The token stands in the head of the request: who has none is answered there.
    allow(Operation.SHARE_SEARCH, APPROVER, PUBLIC);
    allow(Operation.SHARE_FIELDS, APPROVER, PUBLIC);
    allow(Operation.SHARE_COPY, APPROVER, PUBLIC);
    allow(Operation.SHARE_COMPARE, APPROVER, PUBLIC);
    allow(Operation.SHARE_VERIFY, APPROVER, PUBLIC);
    allow(Operation.HEALTH, PUBLIC);
    allow(Operation.LIVE, PUBLIC);
    allow(Operation.READY, PUBLIC);
    allow(Operation.METRICS, OPERATOR);
    allow(Operation.OPENAPI, PUBLIC);
    allow(Operation.API_PAGE, PUBLIC);
  }

  private AccessTable() {}

  /** The roles that may ask for it; empty when nobody may. */
  public static Set<Role> roles(Operation operation) {
    return Set.copyOf(TABLE.getOrDefault(operation, Set.of()));
  }

  /** Whether this role may ask for it. */
  public static boolean allows(Operation operation, Role role) {
    Set<Role> roles = TABLE.getOrDefault(operation, Set.of());
    return roles.contains(role) || roles.contains(PUBLIC);
  }

  private static void allow(Operation operation, Role first, Role... more) {
    TABLE.put(operation, EnumSet.of(first, more));
  }
}
