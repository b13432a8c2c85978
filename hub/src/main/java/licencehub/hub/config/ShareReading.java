package licencehub.hub.config;

import licencehub.hub.share.ShareClients;

/** Reads the clients of the sharing services. */
final class ShareReading {
  private ShareReading() {}

  static ShareClients clients(Tree share) {
    return new ShareClients(
        share.get("clients").items().stream()
            .map(
                it ->
                    new ShareClients.Client(
                        it.get("accessId").text(),
                        it.get("item").text(),
                        it.get("caseNumber").text(),
                        it.get("operator").text()))
            .toList());
  }
}
