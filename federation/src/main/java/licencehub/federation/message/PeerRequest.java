package licencehub.federation.message;

import java.time.Instant;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one hub asks another.
 *
 * @param number never used again by this asker, 16 to 64 characters
 * @param from id of the hub that asks
 * @param to id of the hub that is asked
 * @param known how many entries of the other's ledger the asker has seen; 0 for none
 * @param operation an operation of the OpenAPI document by its id, or one of hubs alone
 * @param content what the operation takes
 */
public record PeerRequest(
    String number,
    String from,
    String to,
    Instant at,
    long known,
    String operation,
    ObjectNode content) {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 64;

  public PeerRequest {
    if (number.length() < SHORTEST || number.length() > LONGEST || known < 0) {
      throw MalformedValue.hidden(
          Text.of("枢纽间请求", "peer request"),
          Text.of("编号应为16至64个字符", "must have a number of 16 to 64 characters"),
          "0c0a5f0e-6f51-4d3c-9c55-2f6a0e6a3f10");
    }
  }
}
