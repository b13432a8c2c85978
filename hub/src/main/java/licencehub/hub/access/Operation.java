package licencehub.hub.access;

/** Everything that can be asked over HTTP, with its name in the OpenAPI document. */
public enum Operation {
  SUBMIT("submit", "POST", "/api/v1/submissions"),
  FIND_SUBMISSION("findSubmission", "GET", "/api/v1/submissions/{source}/{id}"),
  RECONCILE("reconcile", "POST", "/api/v1/reconciliations"),
  LIST_QUARANTINE("listQuarantine", "GET", "/api/v1/quarantine"),
  FIND_QUARANTINED("findQuarantined", "GET", "/api/v1/quarantine/{number}"),
  REPLAY_ONE("replayOne", "POST", "/api/v1/quarantine/{number}/replay"),
  START_REPLAY("startReplay", "POST", "/api/v1/quarantine/replays"),
  FIND_REPLAY("findReplay", "GET", "/api/v1/quarantine/replays/{id}"),
  STOP_REPLAY("stopReplay", "DELETE", "/api/v1/quarantine/replays/{id}"),
  SEARCH_LICENCES("searchLicences", "POST", "/api/v1/licences/search"),
  LICENCE_HISTORY("licenceHistory", "POST", "/api/v1/licences/history"),
  DECIDE_EXEMPTION("decideExemption", "POST", "/api/v1/exemptions"),
  TRY_EXEMPTIONS("tryExemptions", "POST", "/api/v1/exemptions/tries"),
  AUTHORISE_USES("authoriseUses", "POST", "/api/v1/uses"),
  FIND_USE("findUse", "GET", "/api/v1/uses/{useCode}"),
  REVEAL_USE("revealUse", "POST", "/api/v1/uses/{useCode}/fields"),
  COPY_USE("copyUse", "GET", "/api/v1/uses/{useCode}/file"),
  PREVIEW_USE("previewUse", "GET", "/api/v1/uses/{useCode}/preview"),
  EXPORT_EVIDENCE("exportEvidence", "POST", "/api/v1/evidence"),
  REPORT_FEEDBACK("reportFeedback", "POST", "/api/v1/feedback"),
  LIST_FEEDBACK("listFeedback", "GET", "/api/v1/feedback"),
  FIND_FEEDBACK("findFeedback", "GET", "/api/v1/feedback/{number}"),
  ANSWER_FEEDBACK("answerFeedback", "POST", "/api/v1/feedback/{number}/answer"),
  TAKE_SCAN("takeScan", "POST", "/api/v1/scans"),
  LIST_SCANS("listScans", "GET", "/api/v1/scans"),
  FIND_SCAN("findScan", "GET", "/api/v1/scans/{number}"),
  CHECK_SCAN("checkScan", "POST", "/api/v1/scans/{number}/check"),
  SEND_FILE("sendFile", "POST", "/api/v1/files"),
  SEND_MATERIAL("sendMaterial", "POST", "/api/v1/materials"),
  VERIFY_FILE("verifyFile", "POST", "/api/v1/verifications"),
  READ_SEAL_ANCHOR("readSealAnchor", "GET", "/api/v1/seal/anchor"),
  FIND_CASE("findCase", "GET", "/api/v1/cases/{caseNumber}"),
  FIND_MATERIAL("findMaterial", "GET", "/api/v1/cases/{caseNumber}/materials/{digest}"),
  LIST_JOINTS("listJoints", "GET", "/api/v1/joints"),
  FIND_JOINT("findJoint", "GET", "/api/v1/joints/{number}"),
  READ_FEED("readFeed", "GET", "/api/v1/feed"),
  LIST_ACCESSES("listAccesses", "GET", "/api/v1/accesses"),
  SEARCH_ACCESSES("searchAccesses", "POST", "/api/v1/accesses/search"),
  READ_CHECKPOINT("readCheckpoint", "GET", "/api/v1/ledger/checkpoint"),
  READ_LEDGER_KEYS("readLedgerKeys", "GET", "/api/v1/ledger/keys"),
  READ_TILE("readTile", "GET", "/api/v1/ledger/tile/{level}/{index}"),
  PROVE("prove", "GET", "/api/v1/ledger/proofs"),
  LIST_SOURCES("listSources", "GET", "/api/v1/sources"),
  COUNT_LICENCES("countLicences", "GET", "/api/v1/statistics/licences"),
  READ_SEARCH_INDEX("readSearchIndex", "GET", "/api/v1/search-index"),
  REBUILD_SEARCH_INDEX("rebuildSearchIndex", "POST", "/api/v1/search-index/rebuild"),
  READ_KEYS("readKeys", "GET", "/api/v1/keys"),
  ROTATE_KEYS("rotateKeys", "POST", "/api/v1/keys/rotate"),
  RETIRE_KEY("retireKey", "DELETE", "/api/v1/keys/{kind}/{number}"),
  SHARE_SEARCH("queryCert", "POST", "/share/v1/queryCert"),
  SHARE_FIELDS("queryCertInfo", "POST", "/share/v1/queryCertInfo"),
  SHARE_COPY("downloadFile", "POST", "/share/v1/downloadFile"),
  SHARE_COMPARE("verifyCertInfo", "POST", "/share/v1/verifyCertInfo"),
  SHARE_VERIFY("verifyCertFile", "POST", "/share/v1/verifyFile"),
  HEALTH("health", "GET", "/health"),
  LIVE("live", "GET", "/health/live"),
  READY("ready", "GET", "/health/ready"),
  METRICS("metrics", "GET", "/metrics"),
  OPENAPI("openapi", "GET", "/api/openapi.yaml"),
  API_PAGE("apiPage", "GET", "/docs/api");

  private final String id;
  private final String method;
  private final String path;

  Operation(String id, String method, String path) {
    this.id = id;
    this.method = method;
    this.path = path;
  }

  /** The {@code operationId} in the OpenAPI document. */
  public String id() {
    return id;
  }

  public String method() {
    return method;
  }

  /** The path template as in the OpenAPI document. */
  public String path() {
    return path;
  }

  /** Whether the last part of the path may hold slashes: sender's numbers and tile paths do. */
  public boolean hasTail() {
    return this == FIND_SUBMISSION || this == READ_TILE;
  }
}
