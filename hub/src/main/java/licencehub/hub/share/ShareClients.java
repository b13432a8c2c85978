package licencehub.hub.share;

import java.util.List;
import java.util.Optional;

/** Clients whose requests do not carry all of the five elements 五要素, and what stands for them. */
public record ShareClients(List<Client> all) {
  /**
   * What is taken where a request does not say it.
   *
   * @param accessId the name of its token
   * @param caseNumber one standing number for a client that knows no cases
   */
  public record Client(String accessId, String item, String caseNumber, String operator) {}

  public ShareClients {
    all = List.copyOf(all);
  }

  public Optional<Client> find(String accessId) {
    return all.stream().filter(it -> it.accessId().equals(accessId)).findFirst();
  }
}
